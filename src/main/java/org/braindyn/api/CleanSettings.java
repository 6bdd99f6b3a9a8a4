package org.braindyn.api;

import java.io.File;
import org.braindyn.data.BadInput;
import org.braindyn.data.text.Words;
import org.braindyn.models.Saved;
import org.braindyn.scans.CleanRecording;
import org.braindyn.signal.cleaning.Cleaned;
import org.braindyn.signal.cleaning.CleaningSettings;
import org.braindyn.signal.cleaning.CleaningSettings.Filter;
import org.braindyn.signal.cleaning.CleaningSettings.Scale;
import org.braindyn.signal.cleaning.CleaningSettings.Scrubbing;
import org.braindyn.signal.cleaning.MotionOrder;

/**
 * How signals are cleaned; the steps are done in the order in which they stand here, whatever the
 * order of the calls. Immutable: every method gives a changed copy.
 */
public final class CleanSettings {
  final CleaningSettings steps;
  private final File confounds;
  private final String columns;
  private final File motion;

  private CleanSettings(CleaningSettings steps, File confounds, String columns, File motion) {
    this.steps = steps;
    this.confounds = confounds;
    this.columns = columns;
    this.motion = motion;
  }

  /** {@return nothing is done} */
  public static CleanSettings none() {
    return new CleanSettings(CleaningSettings.none(), null, "", null);
  }

  private CleanSettings with(CleaningSettings other) {
    return new CleanSettings(other, confounds, columns, motion);
  }

  /**
   * Drops frames from the start.
   *
   * @param frames how many, 0 for none
   * @return a changed copy
   */
  public CleanSettings dropFirst(int frames) {
    return with(steps.withDropFirst(frames));
  }

  /**
   * Pulls spikes in.
   *
   * @param on whether it is done
   * @return a changed copy
   */
  public CleanSettings despike(boolean on) {
    return with(steps.withDespike(on));
  }

  /**
   * Scrubs frames in which the head moved (Power et al. 2012).
   *
   * @param millimetres framewise displacement above which a frame is scrubbed, 0 for none
   * @param censor true to make them NaN, false to bridge them
   * @return a changed copy
   */
  public CleanSettings scrub(double millimetres, boolean censor) {
    return with(
        steps.withScrubbing(millimetres, censor ? Scrubbing.CENSOR : Scrubbing.INTERPOLATE));
  }

  /**
   * Order and units of six columns of motion.
   *
   * @param word "auto" (by name and plausibility), "FSL", "SPM", "AFNI" or "HCP"
   * @return a changed copy
   * @throws BadInput if it is another word
   */
  public CleanSettings motionOrder(String word) {
    return with(steps.withMotion(MotionOrder.of(word)));
  }

  /**
   * Removes a polynomial.
   *
   * @param order its order, -1 for none
   * @return a changed copy
   */
  public CleanSettings detrend(int order) {
    return with(steps.withDetrend(order));
  }

  /**
   * Band-pass, Butterworth of order 4.
   *
   * @param low Hz, slower is removed, 0 for none
   * @param high Hz, faster is removed, 0 for none
   * @return a changed copy
   */
  public CleanSettings band(double low, double high) {
    return band("Butterworth", low, high, 4);
  }

  /**
   * Band-pass of a kind.
   *
   * @param filter "Butterworth" or "cosine"
   * @param low Hz, slower is removed, 0 for none
   * @param high Hz, faster is removed, 0 for none
   * @param order poles of the Butterworth, 1 to 10
   * @return a changed copy
   * @throws BadInput if it is another word
   */
  public CleanSettings band(String filter, double low, double high, int order) {
    return with(steps.withBand(Words.choice(Filter.class, "filter", filter), low, high, order));
  }

  /**
   * Regresses confounds out.
   *
   * @param file table (.tsv, .csv, .par), one row per frame; null for none
   * @param which its columns, e.g. "trans_*, rot_*, csf"; empty for all
   * @return a changed copy
   * @throws BadInput if there is no such file
   */
  public CleanSettings confounds(String file, String which) {
    return new CleanSettings(steps, Saved.optional("confounds", file), which, motion);
  }

  /**
   * Motion for scrubbing, if it is not in the table of confounds.
   *
   * @param file table of six motion parameters per frame; null for none
   * @return a changed copy
   * @throws BadInput if there is no such file
   */
  public CleanSettings motion(String file) {
    return new CleanSettings(steps, confounds, columns, Saved.optional("motion", file));
  }

  /**
   * Regresses the mean of all regions out.
   *
   * @param on whether it is done
   * @return a changed copy
   */
  public CleanSettings globalSignal(boolean on) {
    return with(steps.withGlobalSignal(on));
  }

  /**
   * Unit of the result.
   *
   * @param word "none", "z-score" or "percent change"
   * @return a changed copy
   * @throws BadInput if it is another word
   */
  public CleanSettings scale(String word) {
    return with(steps.withScale(Words.choice(Scale.class, "scale", word)));
  }

  Cleaned clean(Signals signals) {
    return CleanRecording.run(signals.data(), confounds, columns, motion, steps);
  }
}
