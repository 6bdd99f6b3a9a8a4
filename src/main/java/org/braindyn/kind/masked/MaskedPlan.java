package org.braindyn.kind.masked;

import org.braindyn.data.BadInput;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelShape;
import org.braindyn.masked.network.Loss;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.RegionSettings;
import org.braindyn.masked.network.Sizes;

/**
 * Sizes of a masked network and of its windows. A window is the last whole patches of a context and
 * one patch of the future.
 *
 * @param regions number of regions, each of which has a vector
 * @param past samples of the context that are seen, whole patches
 * @param patch samples of a patch
 * @param width features of a token
 * @param depth blocks of the encoder; the decoder has half as many
 * @param anchored true if it predicts what a linear estimate leaves
 * @param gains true if it also scales that estimate; files of earlier versions do not
 * @param order lags of that estimate
 * @param spacing duration of a patch over 14.4 s, that of the released network
 */
record MaskedPlan(
    int regions,
    int past,
    int patch,
    int width,
    int depth,
    boolean anchored,
    boolean gains,
    int order,
    double spacing) {
  private static final int LONGEST = 20;
  private static final double RELEASED_PATCH = 14.4; // s
  private static final double EPSILON = 1e-6;

  /**
   * The plan for these settings.
   *
   * @param interval time between samples in s; NaN counts as 1
   * @throws BadInput if patches are longer than the horizon or the context
   */
  static MaskedPlan of(ModelShape shape, KindSettings settings, double interval) {
    int wished = settings.whole(MaskedKind.PATCH);
    int most = Math.min(shape.horizon(), shape.context());
    if (wished > most) {
      throw new BadInput(
          String.format(
              "patch=%d is longer than the horizon (%d) or the context (%d). Use at most %d, or a"
                  + " longer horizon.",
              wished, shape.horizon(), shape.context(), most));
    }
    int own = Math.max(1, Math.min(Math.min(most, shape.context() / 2), LONGEST));
    int patch = wished > 0 ? wished : own;
    double seconds = patch * (interval > 0 ? interval : 1);
    return new MaskedPlan(
        shape.regions(),
        shape.context() / patch * patch,
        patch,
        settings.whole(MaskedKind.WIDTH),
        settings.whole(MaskedKind.DEPTH),
        settings.word(MaskedKind.ANCHORED).equals(MaskedKind.YES),
        settings.word(MaskedKind.ANCHORED).equals(MaskedKind.YES),
        settings.whole(MaskedKind.ORDER),
        seconds / RELEASED_PATCH);
  }

  /** Samples of a window. */
  int samples() {
    return past + patch;
  }

  /** Tokens of a region. */
  int patches() {
    return samples() / patch;
  }

  /** The network, without parameters. */
  RegionNetwork network() {
    int heads = width % 4 == 0 && width >= 32 ? 4 : 1;
    RegionSettings settings =
        new RegionSettings(
            new Sizes(width, depth, heads, 4 * width),
            new Sizes(width, (depth + 1) / 2, heads, 4 * width),
            patch,
            3,
            new RegionSettings.Style(false, 0, 0, true, regions, anchored, gains, EPSILON),
            0.75,
            Loss.SQUARED,
            false);
    return RegionNetwork.own(settings, patches(), spacing);
  }

  /**
   * Checks a plan that was read.
   *
   * @throws BadInput if it is no plan for a model of this shape
   */
  MaskedPlan checked(ModelShape shape, Object file) {
    boolean good =
        regions == shape.regions()
            && patch >= 1
            && past >= patch
            && past % patch == 0
            && past <= shape.context()
            && (anchored || !gains)
            && order >= 1
            && order <= MaskedKind.LARGEST_ORDER
            && spacing > 0;
    if (!good) {
      throw new BadInput(file + " holds no readable plan of its network. Train the model again.");
    }
    return this;
  }
}
