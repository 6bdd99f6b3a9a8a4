package org.braindyn.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SpikeTrains;
import org.braindyn.graph.BrainGraph;
import org.braindyn.simulation.SpikingIntervention.Kind;
import org.junit.jupiter.api.Test;

/** Against the closed solutions of the membrane equation. */
class SpikingNetworkTest {
  private static final double C = 250;
  private static final double TAU_M = 10;
  private static final double TAU_S = 2;

  private static BrainGraph edge(double weight) {
    return new BrainGraph(2, new int[] {0}, new int[] {1}, new double[] {weight});
  }

  /** V(t) after one alpha current of peak w that starts at 0; from the convolution integral. */
  private static double potential(double t, double w, double tauS) {
    double d = 1 / tauS - 1 / TAU_M;
    double rise = Math.exp(-t / TAU_M) - Math.exp(-t / tauS) * (1 + d * t);
    return t <= 0 ? 0 : w * Math.E / tauS / C * rise / (d * d);
  }

  @Test
  void synapticPotentialIsExact() {
    for (double weight : new double[] {150, -90}) {
      for (double step : new double[] {0.1, 0.5}) {
        SpikingNetwork network =
            new SpikingNetwork(IafPscAlpha.NEST, edge(weight), 1.5, 0, 0, step);
        double[][] v = new double[(int) Math.round(60 / step)][];
        // A current far above threshold makes neuron 0 fire once.
        SpikingIntervention kick =
            new SpikingIntervention(Kind.CURRENT, new int[] {0}, 5, 5 + step, 4000 / step);
        SpikeTrains spikes = network.run(60, Seed.of(1), List.of(kick), Progress.NONE, v);
        assertArrayEquals(new int[] {1}, spikes.senders());
        double arrival = spikes.times()[0] + 1.5;
        for (int t = 0; t < v.length; t++) {
          assertEquals(potential((t + 1) * step - arrival, weight, TAU_S), v[t][1], 1e-10);
        }
      }
    }
  }

  @Test
  void equalTimeConstantsAreNoSpecialCase() {
    // The closed form at equal time constants: V = w e / (2 tau C) t^2 exp(-t / tau).
    for (double tau : new double[] {10, 10 * (1 + 1e-9), 10.004}) {
      IafPscAlpha neuron = new IafPscAlpha(C, TAU_M, tau, tau, -70, -55, -70, 2);
      IafPscAlpha.Propagator p = neuron.propagator(0.1, tau);
      double h = 0.1;
      double decay = Math.exp(-h / TAU_M);
      assertEquals(h * h / 2 * decay / C, p.fromSlope(), 1e-5 * p.fromSlope());
      assertEquals(h * decay / C, p.fromCurrent(), 1e-4 * p.fromCurrent());
    }
    IafPscAlpha a = new IafPscAlpha(C, TAU_M, 1 / (0.1 + 0.00999), 2, -70, -55, -70, 2);
    IafPscAlpha b = new IafPscAlpha(C, TAU_M, 1 / (0.1 + 0.01001), 2, -70, -55, -70, 2);
    double series = a.propagator(0.1, a.tauExcitatory()).fromSlope();
    double closed = b.propagator(0.1, b.tauExcitatory()).fromSlope();
    assertEquals(1, series / closed, 2e-6, "no jump where the series takes over");
  }

  @Test
  void constantCurrentGivesTheAnalyticRate() {
    BrainGraph none = new BrainGraph(1, new int[0], new int[0], new double[0]);
    SpikingNetwork network = new SpikingNetwork(IafPscAlpha.NEST, none, 1, 0, 0, 0.1);
    double current = 500;
    SpikingIntervention on = new SpikingIntervention(Kind.CURRENT, new int[] {0}, 0, 1e9, current);
    double[] times = network.run(2000, Seed.of(1), List.of(on), Progress.NONE).times();
    double drive = current * TAU_M / C;
    double charge = TAU_M * Math.log(drive / (drive - 15));
    double interval = 2 + Math.ceil(charge / 0.1) * 0.1;
    for (int k = 1; k < times.length; k++) {
      assertEquals(interval, times[k] - times[k - 1], 1e-9);
    }
    assertEquals(Math.floor((2000 + 2) / interval), times.length, 1);
  }

  @Test
  void driveHasTheAnalyticMeanAndVariance() {
    // Shot noise (Campbell): mean = rate * integral of V, variance = rate * integral of V^2.
    BrainGraph none = new BrainGraph(50, new int[0], new int[0], new double[0]);
    IafPscAlpha quiet = new IafPscAlpha(C, TAU_M, TAU_S, TAU_S, -70, 1e6, -70, 2);
    SpikingNetwork network = new SpikingNetwork(quiet, none, 1, 2000, 30, 0.1);
    double[][] v = new double[30_000][];
    network.run(3000, Seed.of(3), List.of(), Progress.NONE, v);
    double mean = 0;
    double squares = 0;
    double area = 0;
    double power = 0;
    int count = 0;
    for (double t = 0.05; t < 200; t += 0.1) {
      area += 0.1 * potential(t, 30, TAU_S);
      power += 0.1 * Math.pow(potential(t, 30, TAU_S), 2);
    }
    for (int t = 2000; t < v.length; t++) {
      for (double value : v[t]) {
        mean += value;
        squares += value * value;
        count++;
      }
    }
    mean /= count;
    assertEquals(1, mean / (2 * area), 0.01);
    assertEquals(1, (squares / count - mean * mean) / (2 * power), 0.05);
  }

  @Test
  void pairedRunsAgreeUntilTheIntervention() {
    BrainGraph graph = RandomGraph.smallWorld(100, 10, 0.1, false, Seed.of(2));
    BrainGraph synapses = SpikingNetwork.synapses(graph, 100, 0.2, 1, Seed.of(2));
    SpikingNetwork network = SpikingNetwork.standard(synapses);
    SpikeTrains free = network.run(1000, Seed.of(4), List.of(), Progress.NONE);
    for (Kind kind : Kind.values()) {
      SpikingIntervention done =
          new SpikingIntervention(
              kind, new int[] {7}, 600, 700, kind == Kind.SCALE_SYNAPSES ? 0 : 900);
      SpikeTrains changed = network.run(1000, Seed.of(4), List.of(done), Progress.NONE);
      int same = 0;
      while (same < free.size()
          && same < changed.size()
          && free.times()[same] == changed.times()[same]
          && free.senders()[same] == changed.senders()[same]) {
        same++;
      }
      assertTrue(free.times()[same - 1] > 550, kind + " changed the past");
      assertTrue(same < free.size(), kind + " changed nothing");
    }
    int silent = countOf(network, Kind.SILENCE, 0, 600, 700);
    assertEquals(0, silent, "a silenced neuron fired");
    int driven = countOf(network, Kind.EXTRA_DRIVE, 3000, 600, 700);
    assertTrue(driven >= 5, "extra drive: " + driven);
    double rate = free.size() / 100.0;
    assertTrue(rate > 3 && rate < 30, "mean rate in Hz: " + rate);
    SpikeTrains again = network.run(1000, Seed.of(4), List.of(), Progress.NONE);
    assertArrayEquals(free.times(), again.times());
  }

  private static int countOf(
      SpikingNetwork network, Kind kind, double amount, double from, double to) {
    SpikingIntervention done = new SpikingIntervention(kind, new int[] {7}, from, to, amount);
    SpikeTrains run = network.run(800, Seed.of(4), List.of(done), Progress.NONE);
    int count = 0;
    for (int k = 0; k < run.size(); k++) {
      count += run.senders()[k] == 8 && run.times()[k] > from && run.times()[k] <= to ? 1 : 0;
    }
    return count;
  }

  @Test
  void poissonCountsHaveTheirMeanAndVariance() {
    for (double mean : new double[] {0, 0.19, 3, 80}) {
      PoissonCounts counts = new PoissonCounts(mean);
      Seed.Stream random = Seed.of(5).stream("test");
      double[] sample = new double[200_000];
      Arrays.setAll(sample, k -> counts.next(random));
      double average = Arrays.stream(sample).average().orElseThrow();
      double variance = Arrays.stream(sample).map(x -> (x - average) * (x - average)).sum() / 2e5;
      assertEquals(mean, average, 4 * Math.sqrt(mean / 2e5) + 1e-12);
      assertEquals(mean, variance, 0.03 * mean + 1e-12);
    }
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThrows(
        BadInput.class,
        () -> new SpikingNetwork(IafPscAlpha.NEST, edge(1), 0.05, 0, 0, 0.1),
        "delay below the step");
    SpikingNetwork network = new SpikingNetwork(IafPscAlpha.NEST, edge(1), 1, 0, 0, 0.1);
    SpikingIntervention absent = new SpikingIntervention(Kind.SILENCE, new int[] {2}, 0, 1, 0);
    BadInput thrown =
        assertThrows(
            BadInput.class, () -> network.run(10, Seed.of(1), List.of(absent), Progress.NONE));
    assertTrue(thrown.getMessage().contains("no neuron 3"));
    assertThrows(BadInput.class, () -> new SpikingIntervention(Kind.SILENCE, new int[0], 5, 5, 0));
    assertThrows(BadInput.class, () -> RandomGraph.smallWorld(10, 3, 0.1, false, Seed.of(1)));
  }
}
