package org.braindyn.kind.masked;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.kernel.Vec;
import org.braindyn.kind.Embedder;
import org.braindyn.masked.network.Probe;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;
import org.braindyn.signal.WindowSet;

/**
 * What the encoder makes of a recording of which nothing is hidden: windows one after another, in
 * units of their contexts as in training, each encoded alone, and averaged in order of time.
 */
final class MaskedEmbedder implements Embedder {
  private final MaskedPlan plan;
  private final int context;
  private final Vec parameters;
  private final double[] positions;
  private final Team team;

  /**
   * @param context samples that a window's scale is taken from
   * @param team who computes; whoever opened it closes it
   */
  MaskedEmbedder(MaskedPlan plan, int context, Vec parameters, double[] positions, Team team) {
    this.plan = plan;
    this.context = context;
    this.parameters = parameters;
    this.positions = positions;
    this.team = team;
  }

  @Override
  public int frames() {
    return context + plan.patch();
  }

  @Override
  public int width() {
    return plan.width();
  }

  @Override
  public Embedding embed(RegionSignals recording, Progress progress) {
    List<Window> windows = windows(recording, Integer.MAX_VALUE);
    double[][] pooled = new double[windows.size()][];
    RegionNetwork network = plan.network();
    team.run(
        pooled.length,
        (i, worker) -> {
          Cancelled.check(progress, "Embedding");
          List<Window> one = List.of(windows.get(i));
          pooled[i] =
              pooled(network.encode(worker.alone(), parameters, one, Probe.NONE).latent()[0]);
        });
    double[] sum = new double[2 * plan.width()];
    for (double[] window : pooled) {
      for (int c = 0; c < sum.length; c++) {
        sum[c] += window[c] / pooled.length;
      }
    }
    progress.report(1, "Embedding");
    return new Embedding(
        Arrays.copyOf(sum, plan.width()),
        Arrays.copyOfRange(sum, plan.width(), sum.length),
        pooled.length);
  }

  /** Up to so many windows of a recording at even distances, nothing of them hidden. */
  List<Window> windows(RegionSignals recording, int most) {
    check(recording);
    WindowSet set = WindowSet.of(List.of(recording), context, plan.patch(), frames());
    return MaskedWindows.spread(set, plan, Math.min(most, set.size())).stream()
        .map(this::whole)
        .toList();
  }

  /** The scan token, then the mean of all others. */
  private static double[] pooled(TokenMatrix latent) {
    int width = latent.width();
    double[] result = new double[2 * width];
    for (int c = 0; c < width; c++) {
      result[c] = latent.get(0, c);
      for (int t = 1; t < latent.rows(); t++) {
        result[width + c] += latent.get(t, c) / (latent.rows() - 1);
      }
    }
    return result;
  }

  private Window whole(double[][] z) {
    double[] flat = new double[plan.regions() * plan.samples()];
    for (int n = 0; n < z.length; n++) {
      System.arraycopy(z[n], 0, flat, n * plan.samples(), plan.samples());
    }
    int[] every = new int[plan.regions() * plan.patches()];
    Arrays.setAll(every, i -> i);
    Window window = Window.of(plan.regions(), plan.samples(), flat, positions, every);
    // the decoder alone looks at an estimate
    return plan.anchored() ? window.anchored(flat) : window;
  }

  private void check(RegionSignals recording) {
    if (recording.size() != plan.regions()) {
      throw new BadInput(
          String.format(
              "%s has %d regions, the model %d. Use signals of the model's parcellation.",
              recording.source(), recording.size(), plan.regions()));
    }
    if (recording.frames() < frames()) {
      throw new BadInput(
          String.format(
              "%s has %d frames, fewer than one window of the model (%d). Leave it out, or train a"
                  + " model with a shorter context.",
              recording.source(), recording.frames(), frames()));
    }
    for (int n = 0; n < recording.size(); n++) {
      for (double v : recording.values()[n]) {
        if (!Double.isFinite(v)) {
          throw new BadInput(
              String.format(
                  "%s: region %s holds missing values. Fill them (Fill Gaps) or leave the recording"
                      + " out.",
                  recording.source(), recording.regions().get(n).name()));
        }
      }
    }
  }
}
