package org.braindyn.forecast.family.personal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.family.DirectModel;
import org.braindyn.forecast.family.DirectSums;
import org.braindyn.forecast.family.GroupSums;
import org.braindyn.forecast.family.LinearFits;
import org.braindyn.forecast.family.choice.Paired;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;

/**
 * A group's direct forecast carried to regions it has never seen: its sums become sums of those
 * regions ({@link CarriedSums}), those of the recording are added as far as that helps, and the
 * forecast is solved there. The first 60 % of the recording fit, the next 20 % choose the weight,
 * the last 20 % compare; then all of it fits.
 *
 * @param model the model that is kept, of the recording's regions
 * @param chosen what it is: "carried", "carried and pooled" or "own recording alone"
 * @param carried mean squared error of the carried model on the last fifth
 * @param personal that of the model that was chosen
 * @param alone that of the better of own pasts and a direct ridge on the recording alone
 * @param errors truth less forecast of the chosen one on the last fifth
 */
public record Carried(
    DirectModel model,
    String chosen,
    double carried,
    double personal,
    double alone,
    SignalBatch errors) {
  /** The model of the recording alone. */
  public static final String ALONE = "own recording alone";

  private static final String POOLED = "carried and pooled";

  /** Every window counts once, unless another weight is surely better. */
  private static final double[] WEIGHTS = {1, 0.25, 4};

  private static final int PIECES = 10;
  private static final double[] RIDGES = {0.63, 2.5, 10, 40, 160};
  private static final double OWN = 0.01;

  /** Some frames of the recording: their sums, and the group's as they would be of its regions. */
  private record Frames(DirectSums sums, DirectSums moved, double ridge) {
    static Frames of(GroupSums group, RegionTransfer transfer, WindowSet own) {
      DirectSums sums = DirectSums.of(own, Progress.NONE);
      Recording recording = own.recordings().get(0);
      return new Frames(
          sums, CarriedSums.of(group.sums(), transfer, recording, sums), group.ridge());
    }
  }

  /** Something to choose from: a weight of the own sums, or a ridge of the recording alone. */
  private record Candidate(String name, double number) {
    DirectModel fit(Frames f) {
      if (name.equals(ALONE)) {
        return number > 0 ? ridged(f.sums, number) : DirectModel.fitOwn(f.sums, OWN);
      }
      return ridged(number > 0 ? f.moved.plus(f.sums, number) : f.moved, f.ridge);
    }

    private static DirectModel ridged(DirectSums sums, double ridge) {
      return DirectModel.fit(sums, ridge, LinearFits.OWN_SHARE);
    }
  }

  /**
   * Carries, pools and compares.
   *
   * @param group what the group's file keeps
   * @param own windows of one recording, of the group's context and horizon
   * @throws org.braindyn.data.BadInput if the recording is too short
   */
  public static Carried of(
      GroupSums group, RegionTransfer transfer, WindowSet own, Progress progress) {
    Adaptation.Parts parts = Adaptation.Parts.of(own);
    List<Candidate> all = new ArrayList<>();
    Arrays.stream(WEIGHTS).forEach(w -> all.add(new Candidate(POOLED, w)));
    Candidate carried = new Candidate("carried", 0);
    all.add(carried);
    all.add(new Candidate(ALONE, 0));
    Arrays.stream(RIDGES).forEach(r -> all.add(new Candidate(ALONE, r)));
    Frames first = Frames.of(group, transfer, parts.first());
    Candidate kept = null;
    Candidate alone = null;
    double[] least = null;
    double[] leastAlone = null;
    for (int k = 0; k < all.size(); k++) {
      Cancelled.check(progress, "Adapting");
      progress.report(k / (all.size() + 1.0), "Choosing the weight of the own recording");
      Candidate candidate = all.get(k);
      double[] errors = pieces(Adaptation.errors(candidate.fit(first), parts.choose()));
      if (kept == null || Paired.of(errors, least).surelyBetter()) {
        kept = candidate;
        least = errors;
      }
      if (candidate.name.equals(ALONE) && (alone == null || sum(errors) < sum(leastAlone))) {
        alone = candidate;
        leastAlone = errors;
      }
    }
    Frames early = Frames.of(group, transfer, parts.early());
    SignalBatch errors = Adaptation.errors(kept.fit(early), parts.test());
    return new Carried(
        kept.fit(Frames.of(group, transfer, own.withStride(1))),
        kept.name,
        mean(Adaptation.errors(carried.fit(early), parts.test())),
        mean(errors),
        mean(Adaptation.errors(alone.fit(early), parts.test())),
        errors);
  }

  private static double sum(double[] errors) {
    return Arrays.stream(errors).sum();
  }

  /** Mean squared errors of stretches of the windows. */
  private static double[] pieces(SignalBatch errors) {
    int pieces = Math.min(PIECES, errors.windows());
    double[] sum = new double[pieces];
    int[] count = new int[pieces];
    int size = errors.values().length / errors.windows();
    for (int i = 0; i < errors.values().length; i++) {
      int piece = (int) ((long) (i / size) * pieces / errors.windows());
      sum[piece] += errors.values()[i] * errors.values()[i];
      count[piece]++;
    }
    for (int p = 0; p < pieces; p++) {
      sum[p] /= count[p];
    }
    return sum;
  }

  private static double mean(SignalBatch errors) {
    return Arrays.stream(errors.values()).map(e -> e * e).average().orElse(0);
  }

  /**
   * The group's forecast in the recording's regions, without pooling.
   *
   * @param group what the group's file keeps
   * @param own windows of the recording, which say how its regions go with the group's
   */
  public static DirectModel zeroShot(GroupSums group, RegionTransfer transfer, WindowSet own) {
    Frames frames = Frames.of(group, transfer, own);
    return new Candidate("carried", 0).fit(frames);
  }
}
