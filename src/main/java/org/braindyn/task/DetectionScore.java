package org.braindyn.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;

/**
 * How well probabilities tell windows apart.
 *
 * @param accuracy at the threshold
 * @param precision at the threshold, NaN if nothing was called
 * @param recall at the threshold
 * @param f1 at the threshold
 * @param auc area under the ROC curve
 * @param aucLow lower end of its 95 % interval, drawing groups with replacement; NaN if impossible
 * @param aucHigh upper end
 */
public record DetectionScore(
    double accuracy,
    double precision,
    double recall,
    double f1,
    double auc,
    double aucLow,
    double aucHigh) {
  private static final int DRAWS = 2000;

  /**
   * Scores windows.
   *
   * @param label [window]
   * @param probability [window]
   * @param group recording (or block of one recording) of each window; windows of a group are not
   *     independent, so groups are drawn
   * @param threshold a window at or above it is called
   */
  public static DetectionScore of(
      boolean[] label, double[] probability, int[] group, double threshold, Seed seed) {
    int hits = 0;
    int called = 0;
    int positives = 0;
    int right = 0;
    for (int i = 0; i < label.length; i++) {
      boolean call = probability[i] >= threshold;
      hits += call && label[i] ? 1 : 0;
      called += call ? 1 : 0;
      positives += label[i] ? 1 : 0;
      right += call == label[i] ? 1 : 0;
    }
    if (positives == 0 || positives == label.length) {
      throw new BadInput(
          "Windows of both kinds are needed to score a detector, but "
              + positives
              + " of "
              + label.length
              + " show a seizure.");
    }
    double precision = (double) hits / called;
    double recall = (double) hits / positives;
    double[] interval = interval(label, probability, group, seed);
    return new DetectionScore(
        (double) right / label.length,
        precision,
        recall,
        hits == 0 ? 0 : 2 * precision * recall / (precision + recall),
        RankingCurves.auroc(label, probability),
        interval[0],
        interval[1]);
  }

  private static double[] interval(boolean[] label, double[] probability, int[] group, Seed seed) {
    int groups = Arrays.stream(group).max().orElse(0) + 1;
    List<List<Integer>> members = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      members.add(new ArrayList<>());
    }
    for (int i = 0; i < group.length; i++) {
      members.get(group[i]).add(i);
    }
    members.removeIf(List::isEmpty);
    double[] areas = new double[DRAWS];
    int found = 0;
    Seed.Stream random = seed.stream("bootstrap over recordings");
    for (int draw = 0; draw < DRAWS; draw++) {
      List<Integer> chosen = new ArrayList<>();
      for (int g = 0; g < members.size(); g++) {
        chosen.addAll(members.get(random.integer(members.size())));
      }
      boolean[] labels = new boolean[chosen.size()];
      double[] scores = new double[chosen.size()];
      int positives = 0;
      for (int i = 0; i < labels.length; i++) {
        labels[i] = label[chosen.get(i)];
        scores[i] = probability[chosen.get(i)];
        positives += labels[i] ? 1 : 0;
      }
      if (positives > 0 && positives < labels.length) {
        areas[found++] = RankingCurves.auroc(labels, scores);
      }
    }
    if (members.size() < 2 || found < DRAWS / 2) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double[] sorted = Arrays.copyOf(areas, found);
    Arrays.sort(sorted);
    return new double[] {sorted[(int) (0.025 * found)], sorted[(int) (0.975 * found) - 1]};
  }
}
