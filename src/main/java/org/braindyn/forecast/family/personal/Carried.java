package org.braindyn.forecast.family.personal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.DirectModel;
import org.braindyn.forecast.family.DirectSums;
import org.braindyn.forecast.family.GroupSums;
import org.braindyn.forecast.family.LinearFits;
import org.braindyn.forecast.family.Stretches;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;

/**
 * A group's direct forecast carried to regions it has never seen: signals are mapped to the group's
 * regions, forecast there, and mapped back; what the mapping loses of a region is forecast from its
 * own past; then the recording's own frames pull the whole towards themselves as far as that helps.
 * The first 60 % of the recording fit, the next 20 % choose, the last 20 % compare; then all of it
 * fits.
 *
 * @param model the model that is kept, of the recording's regions
 * @param chosen what it is: "carried", "carried and tuned" or "own recording alone"
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

  private static final double[] RIDGES = {0.63, 2.5, 10, 40, 160};
  private static final double OWN = 0.01;
  private static final double MENDED = 0.63; // as the direct ridge itself is penalised
  private static final double ROUNDING = 1e-9;

  /** Some frames of the recording: their sums, and the group's forecast carried to them. */
  private record Frames(DirectSums sums, DirectModel start) {
    static Frames of(DirectModel group, RegionTransfer transfer, WindowSet own) {
      DirectSums sums = DirectSums.of(own, Progress.NONE);
      return new Frames(sums, carry(group, transfer, own, sums));
    }
  }

  /** Something to choose from; a ridge of 0 is none. */
  private record Candidate(String name, double ridge) {
    DirectModel fit(Frames f) {
      if (name.equals(ALONE)) {
        return ridge > 0 ? ridged(f.sums, ridge) : DirectModel.fitOwn(f.sums, OWN, null);
      }
      return ridge > 0 ? f.start.plus(ridged(f.sums.less(f.start), ridge)) : f.start;
    }

    private static DirectModel ridged(DirectSums sums, double ridge) {
      return DirectModel.fit(sums, ridge, LinearFits.OWN_SHARE);
    }
  }

  /**
   * Carries, tunes and compares.
   *
   * @param group what the group's file keeps
   * @param own windows of one recording, of the group's context and horizon
   * @throws org.braindyn.data.BadInput if the recording is too short
   */
  public static Carried of(
      GroupSums group, RegionTransfer transfer, WindowSet own, Progress progress) {
    Adaptation.Parts parts = Adaptation.Parts.of(own);
    DirectModel there = DirectModel.fit(group.sums(), group.ridge(), LinearFits.OWN_SHARE);
    Frames first = Frames.of(there, transfer, parts.first());
    Candidate carried = new Candidate("carried", 0);
    Candidate best = carried;
    Candidate alone = new Candidate(ALONE, 0);
    double least = mse(best.fit(first), parts);
    double leastAlone = mse(alone.fit(first), parts);
    for (int k = 0; k < RIDGES.length; k++) {
      Cancelled.check(progress, "Adapting");
      progress.report(k / (RIDGES.length + 1.0), "Tuning to the own recording");
      Candidate tuned = new Candidate("carried and tuned", RIDGES[k]);
      double mse = mse(tuned.fit(first), parts);
      best = mse < least ? tuned : best;
      least = Math.min(mse, least);
      Candidate without = new Candidate(ALONE, RIDGES[k]);
      mse = mse(without.fit(first), parts);
      alone = mse < leastAlone ? without : alone;
      leastAlone = Math.min(mse, leastAlone);
    }
    Candidate kept = leastAlone < least ? alone : best;
    Frames early = Frames.of(there, transfer, parts.early());
    SignalBatch errors = Adaptation.errors(kept.fit(early), parts.test());
    return new Carried(
        kept.fit(Frames.of(there, transfer, own.withStride(1))),
        kept.name,
        mean(Adaptation.errors(carried.fit(early), parts.test())),
        mean(errors),
        mean(Adaptation.errors(alone.fit(early), parts.test())),
        errors);
  }

  private static double mse(Forecaster model, Adaptation.Parts parts) {
    return mean(Adaptation.errors(model, parts.choose()));
  }

  private static double mean(SignalBatch errors) {
    return Arrays.stream(errors.values()).map(e -> e * e).average().orElse(0);
  }

  /**
   * The group's forecast in the recording's regions, without tuning.
   *
   * @param group what the group's file keeps
   * @param own windows of the recording, which give sizes and own pasts
   */
  public static DirectModel zeroShot(GroupSums group, RegionTransfer transfer, WindowSet own) {
    DirectModel there = DirectModel.fit(group.sums(), group.ridge(), LinearFits.OWN_SHARE);
    return carry(there, transfer, own, DirectSums.of(own, Progress.NONE));
  }

  /**
   * The group's forecast in the recording's regions, zero-shot but for what is forecast from own
   * pasts and for the sizes of the regions' signals.
   */
  static DirectModel carry(
      DirectModel there, RegionTransfer transfer, WindowSet own, DirectSums sums) {
    Recording recording = own.recordings().get(0);
    double[] size = Stretches.deviations(recording);
    int n = size.length;
    int m = transfer.there().length;
    double[] mapped = mapped(recording, transfer.there());
    double[][] in = new double[n][m];
    double[][] out = new double[m][n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        in[j][i] = mapped[i] > 0 ? transfer.there()[i][j] * size[j] / mapped[i] : 0;
        out[i][j] = size[j] > 0 ? transfer.back()[j][i] * mapped[i] / size[j] : 0;
      }
    }
    double[][] itself = new double[n][n];
    double[][] lost = new double[n][n];
    boolean[] lossy = new boolean[n];
    for (int j = 0; j < n; j++) {
      itself[j][j] = 1;
      for (int k = 0; k < n; k++) {
        lost[j][k] = itself[j][k];
        for (int i = 0; i < m; i++) {
          lost[j][k] -= in[j][i] * out[i][k];
        }
        lossy[k] |= Math.abs(lost[j][k]) > ROUNDING;
      }
    }
    DirectModel carried = there.carried(in, out);
    if (IntStream.range(0, n).noneMatch(k -> lossy[k])) {
      return carried;
    }
    // What the mapping cannot say goes on by its own past; then own pasts mend what is left.
    DirectModel rest = DirectModel.fitOwn(sums.through(lost), OWN, null).carried(lost, itself);
    DirectModel both = carried.plus(rest);
    return both.plus(DirectModel.fitOwn(sums.less(both), MENDED, lossy));
  }

  /** Standard deviation of every region of the model as the recording shows it. */
  private static double[] mapped(Recording recording, double[][] there) {
    int frames = recording.frames();
    double[][] x = new double[recording.regions()][frames];
    for (int r = 0; r < x.length; r++) {
      recording.read(r, 0, frames, x[r], 0);
    }
    double[] sd = new double[there.length];
    for (int i = 0; i < sd.length; i++) {
      double[] sum = new double[frames];
      for (int j = 0; j < x.length; j++) {
        for (int t = 0; t < frames && there[i][j] != 0; t++) {
          sum[t] += there[i][j] * x[j][t];
        }
      }
      sd[i] = Stretches.deviation(sum);
    }
    return sd;
  }
}
