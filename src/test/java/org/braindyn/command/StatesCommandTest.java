package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.api.Signals;
import org.braindyn.api.states.States;
import org.braindyn.command.states.FindStatesIn;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.graph.Correlation;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.states.AdjustedRand;
import org.braindyn.states.StationaryCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/** Find States: known switching, none where nothing switches, files and refusals. */
class StatesCommandTest {
  private static final int REGIONS = 6;
  private static final int FRAMES = 400;

  @TempDir Path folder;

  private final int[][] truth = new int[4][FRAMES];

  /** A ring that turns one way or the other, in stretches of about 40 frames. */
  private List<RegionSignals> people() {
    List<RegionSignals> made = new ArrayList<>();
    for (int p = 0; p < truth.length; p++) {
      Seed.Stream random = Seed.of(1).derive("person", p).stream("signals");
      double[][] values = new double[REGIONS][FRAMES];
      double[] x = new double[REGIONS];
      int state = 0;
      for (int t = 0; t < FRAMES; t++) {
        state = random.uniform() < 0.025 ? 1 - state : state;
        truth[p][t] = state;
        double[] next = new double[REGIONS];
        for (int r = 0; r < REGIONS; r++) {
          int from = (r + (state == 0 ? 1 : REGIONS - 1)) % REGIONS;
          next[r] = 0.85 * x[from] + random.gaussian();
        }
        x = next;
        for (int r = 0; r < REGIONS; r++) {
          values[r][t] = x[r];
        }
      }
      made.add(new RegionSignals(Regions.numbered("Region", REGIONS), values, 2, "person " + p));
    }
    return made;
  }

  @Test
  void findsWhatSwitchesInManyPeople() throws Throwable {
    List<RegionSignals> people = people();
    Path data = Files.createDirectories(folder.resolve("data"));
    for (int p = 0; p < truth.length; p++) {
      TimeSeriesWriter.write(data.resolve("sub-" + p + ".csv"), people.get(p));
    }
    Path out = folder.resolve("out");
    CommandModule made =
        run(FindStatesIn.class, "data", data.toFile(), "most", 3, "output", out.toFile());
    ResultsTable times = (ResultsTable) made.getOutput("table");
    assertEquals(2 * truth.length, times.size(), (String) made.getOutput("notes"));
    assertTrue(times.columnExists("Dwell (s)"));
    assertEquals(2, ((ImagePlus) made.getOutput("connectivity")).getStackSize());
    assertEquals(truth.length, ((ImagePlus) made.getOutput("sequences")).getHeight());
    for (String file :
        new String[] {"times.csv", "transitions.csv", "states.csv", "choice.csv", "notes.txt"}) {
      assertTrue(Files.size(out.resolve(file)) > 50, file);
    }
    assertTrue(Files.size(out.resolve("connectivity_state_2.png")) > 500);
    // The same through the door for scripts, held to the truth.
    List<Signals> same =
        people.stream()
            .map(p -> Signals.of(p.values(), 2, p.regions().names().toArray(String[]::new)))
            .toList();
    States found = States.find(same, 2, 1, Progress.NONE);
    int[] all = Arrays.stream(truth).flatMapToInt(Arrays::stream).toArray();
    int[] seen =
        java.util.stream.IntStream.range(0, truth.length)
            .flatMap(p -> Arrays.stream(found.sequence(p)))
            .toArray();
    assertTrue(AdjustedRand.index(all, seen) > 0.9, "" + AdjustedRand.index(all, seen));
    assertEquals(found.times().number(0, "Share"), times.getValue("Share", 0), 1e-6);
  }

  @Test
  void saysOneStateWhereNothingSwitches() throws Throwable {
    RegionSignals copy = StationaryCopy.of(people().get(0), Seed.of(3));
    ImagePlus image = SignalsImage.image(copy, "stationary");
    CommandModule made = run(FindStatesIn.class, "signals", image, "most", 3);
    String notes = (String) made.getOutput("notes");
    assertTrue(notes.startsWith("One state: more than one do not foretell parts left out"), notes);
  }

  @Test
  void aStationaryCopyKeepsConnectivityAndSpectra() {
    RegionSignals one = people().get(0);
    RegionSignals copy = StationaryCopy.of(one, Seed.of(3));
    double[][] before = Correlation.of(one.values());
    double[][] after = Correlation.of(copy.values());
    for (int r = 0; r < REGIONS; r++) {
      assertArrayEquals(before[r], after[r], 1e-9);
    }
    assertEquals(circular(one.values()[2], 3), circular(copy.values()[2], 3), 1e-6);
  }

  private static double circular(double[] x, int lag) {
    double sum = 0;
    for (int t = 0; t < x.length; t++) {
      sum += x[t] * x[(t + lag) % x.length];
    }
    return sum;
  }

  @Test
  void sayWhatIsWrong() {
    refuses("Give either signals", FindStatesIn.class);
    RegionSignals one = people().get(0);
    ImagePlus brief = SignalsImage.image(one.frames(0, 60), "brief");
    refuses(List.of("60 frames", "100 or more"), FindStatesIn.class, "signals", brief);
    double[][] flat = Arrays.stream(one.values()).map(double[]::clone).toArray(double[][]::new);
    Arrays.fill(flat[1], 3);
    ImagePlus constant = SignalsImage.image(one.withValues(flat), "flat");
    refuses("Region 2", FindStatesIn.class, "signals", constant);
    flat[1][7] = Double.NaN;
    ImagePlus gap = SignalsImage.image(one.withValues(flat), "gap");
    refuses("missing values", FindStatesIn.class, "signals", gap);
    ImagePlus image = SignalsImage.image(one, "one");
    refuses("most=30", FindStatesIn.class, "signals", image, "most", 30);
    ImagePlus short20 = SignalsImage.image(one.frames(0, 150), "short");
    refuses(
        List.of("150 frames", "20 states"), FindStatesIn.class, "signals", short20, "states", 20);
  }
}
