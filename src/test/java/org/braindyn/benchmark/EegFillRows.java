package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Median;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.eeg.channel.ChannelFill;
import org.braindyn.eeg.channel.Electrodes;
import org.braindyn.eeg.channel.FillWeights;
import org.braindyn.eeg.channel.SphereProcess;

/** Channels left out and filled, each way. */
final class EegFillRows {
  private final int sets;
  private final Map<String, List<Double>> shares = new LinkedHashMap<>();

  /**
   * Empty rows.
   *
   * @param sets of three channels to leave out
   */
  EegFillRows(int sets) {
    this.sets = sets;
  }

  /**
   * Leaves out three channels at a time.
   *
   * @param learn first sample and the one after the last to learn from
   * @param test the same to fill
   * @param regression whether the channel was good while learning
   */
  void leaveOut(RegionSignals eeg, int[] learn, int[] test, boolean regression) {
    Electrodes electrodes = Electrodes.of(eeg.regions());
    boolean[] learnt = new boolean[eeg.frames()];
    Arrays.fill(learnt, learn[0], learn[1], true);
    Seed.Stream random = Seed.of(1).stream("left out");
    for (int set = 0; set < sets; set++) {
      int[] order = random.permutation(eeg.size());
      boolean[] good = new boolean[eeg.size()];
      Arrays.fill(good, true);
      for (int k = 0; k < 3; k++) {
        good[order[k]] = false;
      }
      FillWeights.Problem problem = new FillWeights.Problem(electrodes, eeg.values(), learnt, good);
      for (int k = 0; k < 3; k++) {
        int channel = order[k];
        for (ChannelFill way : ChannelFill.values()) {
          if (way == ChannelFill.REGRESSION && !regression) {
            continue;
          }
          if (way == ChannelFill.PROCESS) {
            for (SphereProcess.Kernel kernel : SphereProcess.Kernel.values()) {
              add(
                  "gaussian process, " + kernel,
                  eeg,
                  channel,
                  kernel(problem, channel, kernel),
                  test);
            }
            continue;
          }
          FillWeights weights = FillWeights.of(way, problem, channel, learnt);
          add(way.word(), eeg, channel, weights, test);
        }
      }
    }
  }

  private static FillWeights kernel(
      FillWeights.Problem problem, int channel, SphereProcess.Kernel kernel) {
    return FillWeights.of(FillWeights.fitted(kernel, problem, channel), problem, channel);
  }

  private void add(String row, RegionSignals eeg, int channel, FillWeights weights, int[] test) {
    double mean = 0;
    for (int t = test[0]; t < test[1]; t++) {
      mean += eeg.values()[channel][t] / (test[1] - test[0]);
    }
    double error = 0;
    double variance = 0;
    for (int t = test[0]; t < test[1]; t++) {
      double truth = eeg.values()[channel][t];
      error += Math.pow(truth - weights.at(eeg.values(), t), 2);
      variance += (truth - mean) * (truth - mean);
    }
    shares.computeIfAbsent(row, r -> new ArrayList<>()).add(1 - error / variance);
  }

  /** Mean and median R2 of the channels, and how often a way beat the spline. */
  void print(String what) {
    System.out.println("\n" + what + ", " + sets + " sets of 3 left out");
    System.out.println("| way | mean R2 | median R2 | better than the spline |\n|---|---|---|---|");
    List<Double> spline = shares.get(ChannelFill.SPLINE.word());
    shares.forEach(
        (row, r2) -> {
          double mean = r2.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
          int better = 0;
          for (int k = 0; k < r2.size(); k++) {
            better += r2.get(k) > spline.get(k) ? 1 : 0;
          }
          System.out.printf(
              Locale.ROOT,
              "| %s | %.3f | %.3f | %d of %d |%n",
              row,
              mean,
              Median.of(r2.stream().mapToDouble(v -> v).toArray()),
              better,
              r2.size());
        });
  }
}
