package org.braindyn.spikes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.SpikeTrains;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.spikes.NestSpikes;
import org.braindyn.simulation.SpikingIntervention;
import org.braindyn.simulation.SpikingIntervention.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpikeBenchmarkTest {
  private static final Seed SEED = Seed.of(1);

  @ParameterizedTest
  @ValueSource(strings = {"small world", "k nearest", "distance", "Erdos-Renyi"})
  void everyWiringFiresPlausibly(String kind) {
    BrainGraph graph = SpikeBenchmark.wiring(kind, 100, SEED);
    double degree = graph.edges() / 100.0;
    assertTrue(degree > 3 && degree < 12, "edges per neuron: " + degree);
    SpikeTrains spikes = SpikeBenchmark.standard(graph, SEED).spikes(0, List.of(), Progress.NONE);
    double rate = spikes.size() / 200.0;
    assertTrue(rate > 2 && rate < 40, "mean rate in Hz: " + rate);
  }

  @Test
  void onlyTheFutureOfTheInterventionChanges() {
    SpikeBenchmark run =
        SpikeBenchmark.standard(SpikeBenchmark.wiring("small world", 40, SEED), SEED);
    SpikingIntervention done =
        new SpikingIntervention(Kind.EXTRA_DRIVE, new int[] {3}, 1000, 1200, 2000);
    RegionSignals free = run.rates(2, List.of(), Progress.NONE);
    RegionSignals changed = run.rates(2, List.of(done), Progress.NONE);
    assertEquals(200, free.frames());
    boolean differs = false;
    for (int n = 0; n < 40; n++) {
      for (int t = 0; t < 100; t++) {
        assertEquals(free.values()[n][t], changed.values()[n][t]);
      }
      for (int t = 100; t < 200; t++) {
        differs |= free.values()[n][t] != changed.values()[n][t];
      }
    }
    assertTrue(differs);
    assertTrue(changed.values()[3][110] > free.values()[3][110]);
  }

  @Test
  void writtenSpikesReadBack(@TempDir Path folder) {
    SpikeBenchmark run =
        SpikeBenchmark.standard(SpikeBenchmark.wiring("small world", 40, SEED), SEED);
    run.write(0, List.of(), folder.resolve("new"), Progress.NONE);
    SpikeTrains back =
        NestSpikes.read(List.of(folder.resolve("new/spikes-free.dat")), Progress.NONE);
    SpikeTrains spikes = run.spikes(0, List.of(), Progress.NONE);
    assertArrayEquals(spikes.senders(), back.senders());
    assertArrayEquals(spikes.times(), back.times(), 6e-4);
  }

  @Test
  void neuronListsAreRead() {
    assertArrayEquals(new int[] {0, 4, 5, 6, 9}, NeuronList.parse("5-7, 1,10 ,6", 10));
    for (String bad : new String[] {"", "0", "11", "7-5", "a", "1;2", "-3"}) {
      assertThrows(BadInput.class, () -> NeuronList.parse(bad, 10), bad);
    }
  }
}
