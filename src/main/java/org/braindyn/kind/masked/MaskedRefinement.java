package org.braindyn.kind.masked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SameSampling;
import org.braindyn.imputation.Estimate;
import org.braindyn.imputation.FillGaps;
import org.braindyn.imputation.LagMoments;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.network.Masking;
import org.braindyn.masked.network.Probe;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Team;

/**
 * Fills a recording window by window: a token of which anything is missing is hidden from the
 * network, which starts from the linear estimate of the whole recording. A recording at another
 * interval is taken at the times of the network's samples, by straight lines, so that a patch is as
 * many seconds as in training.
 */
final class MaskedRefinement implements FillGaps.Refinement {
  private final MaskedPlan plan;
  private final Vec parameters;
  private final double[] positions;
  private final LagMoments group;
  private final Team team;

  /**
   * @param group moments of the training windows, at their interval
   * @param team who computes; whoever opened it closes it
   */
  MaskedRefinement(
      MaskedPlan plan, Vec parameters, double[] positions, LagMoments group, Team team) {
    this.plan = plan;
    this.parameters = parameters;
    this.positions = positions;
    this.group = group;
    this.team = team;
  }

  @Override
  public LagMoments group() {
    return group;
  }

  @Override
  public double[][] refine(
      double[][] z, boolean[][] seen, Estimate linear, double interval, Progress progress) {
    if (SameSampling.same(interval, group.interval())) {
      return refine(z, seen, linear, progress);
    }
    TimeGrid grid = new TimeGrid(z[0].length, interval, group.interval());
    Estimate moved = new Estimate(grid.there(linear.mean()), grid.there(linear.variance()));
    boolean[][] known = grid.known(seen);
    double[][] refined = refine(grid.there(z), known, moved, progress);
    return grid.addedBack(refined, moved.mean(), linear.mean(), seen);
  }

  private double[][] refine(double[][] z, boolean[][] seen, Estimate linear, Progress progress) {
    int frames = z[0].length;
    int samples = plan.samples();
    if (z.length != plan.regions() || frames < samples) {
      throw new BadInput(
          String.format(
              "The model fills windows of %d regions and %d frames; the recording has %d regions"
                  + " and %d frames. Use another model or method.",
              plan.regions(), samples, z.length, frames));
    }
    List<Integer> starts = new ArrayList<>();
    for (int from = 0; from < frames; from += samples) {
      int start = Math.min(from, frames - samples);
      if (missing(seen, start)) {
        starts.add(start);
      }
    }
    double[][] result = Arrays.stream(linear.mean()).map(double[]::clone).toArray(double[][]::new);
    double[][] predictions = new double[starts.size()][];
    RegionNetwork network = plan.network();
    team.run(
        predictions.length,
        (i, worker) -> {
          Cancelled.check(progress, "Filling gaps");
          Window window = window(z, seen, linear, starts.get(i));
          if (window.kept().length > 0) { // else nothing is seen to add anything from
            var encoded = network.encode(worker.alone(), parameters, List.of(window), Probe.NONE);
            predictions[i] =
                network.decode(worker.alone(), parameters, encoded, Probe.NONE).prediction()[0];
          }
        });
    for (int i = 0; i < predictions.length; i++) {
      for (int at = 0; predictions[i] != null && at < predictions[i].length; at++) {
        int region = at / samples;
        int t = starts.get(i) + at % samples;
        result[region][t] = seen[region][t] ? linear.mean()[region][t] : predictions[i][at];
      }
    }
    return result;
  }

  private boolean missing(boolean[][] seen, int start) {
    for (boolean[] row : seen) {
      for (int t = start; t < start + plan.samples(); t++) {
        if (!row[t]) {
          return true;
        }
      }
    }
    return false;
  }

  private Window window(double[][] z, boolean[][] seen, Estimate linear, int start) {
    int samples = plan.samples();
    double[] values = new double[plan.regions() * samples];
    double[] estimate = new double[values.length];
    double[] deviation = new double[values.length];
    boolean[] hidden = new boolean[values.length / plan.patch()];
    for (int n = 0; n < z.length; n++) {
      System.arraycopy(z[n], start, values, n * samples, samples);
      System.arraycopy(linear.mean()[n], start, estimate, n * samples, samples);
      for (int t = 0; t < samples; t++) {
        deviation[n * samples + t] = Math.sqrt(Math.max(0, linear.variance()[n][start + t]));
        hidden[n * plan.patches() + t / plan.patch()] |= !seen[n][start + t];
      }
    }
    int[] kept = Masking.visible(hidden);
    return Window.of(plan.regions(), samples, values, positions, kept)
        .anchored(estimate, deviation);
  }
}
