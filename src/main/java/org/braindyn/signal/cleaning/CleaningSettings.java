package org.braindyn.signal.cleaning;

import org.braindyn.data.BadInput;

/**
 * What to clean. The steps are always done in this order; each is off by default.
 *
 * @param dropFirst frames to drop from the start, of signals and confounds
 * @param despike true to pull spikes in
 * @param displacement scrub frames that moved more than this, mm; 0 for none
 * @param scrubbing what becomes of scrubbed frames
 * @param detrend order of the polynomial to remove; -1 for none
 * @param filter kind of band-pass
 * @param low frequencies below are removed, Hz; 0 for none
 * @param high frequencies above are removed, Hz; 0 for none
 * @param order order of the Butterworth filters
 * @param globalSignal true to regress the mean over all regions out
 * @param scale what to do with the scale
 * @param motion order and units of six motion columns without names; AUTO for the plausible one
 */
public record CleaningSettings(
    int dropFirst,
    boolean despike,
    double displacement,
    Scrubbing scrubbing,
    int detrend,
    Filter filter,
    double low,
    double high,
    int order,
    boolean globalSignal,
    Scale scale,
    MotionOrder motion) {

  /** What becomes of frames with too much motion. */
  public enum Scrubbing {
    /** They are replaced by straight lines between their neighbours and used as such. */
    INTERPOLATE,
    /** They are bridged for the filters, left out of the regression, and NaN in the result. */
    CENSOR
  }

  /** Kinds of band-pass. */
  public enum Filter {
    /** Zero-phase Butterworth. */
    BUTTERWORTH,
    /** Projection on cosines within the band. */
    COSINE
  }

  /** What to do with the scale. */
  public enum Scale {
    /** Leave the unit as it is. */
    NONE,
    /** Mean 0, sd 1 (divided by n). */
    Z_SCORE,
    /** 100 (x - m) / m, m the mean before detrending. */
    PERCENT_CHANGE
  }

  /** Checks the ranges. */
  public CleaningSettings {
    if (dropFirst < 0 || detrend < -1 || detrend > 10 || !(displacement >= 0)) {
      throw new BadInput(
          String.format(
              "Cleaning: frames to drop (%d) and displacement (%s mm) cannot be negative, the"
                  + " polynomial's order (%d) goes from -1 (none) to 10.",
              dropFirst, displacement, detrend));
    }
  }

  /** Nothing at all. */
  public static CleaningSettings none() {
    return new CleaningSettings(
        0,
        false,
        0,
        Scrubbing.INTERPOLATE,
        -1,
        Filter.BUTTERWORTH,
        0,
        0,
        4,
        false,
        Scale.NONE,
        MotionOrder.AUTO);
  }

  /** The same with frames dropped from the start. */
  public CleaningSettings withDropFirst(int n) {
    return new CleaningSettings(
        n,
        despike,
        displacement,
        scrubbing,
        detrend,
        filter,
        low,
        high,
        order,
        globalSignal,
        scale,
        motion);
  }

  /** The same with despiking. */
  public CleaningSettings withDespike(boolean on) {
    return new CleaningSettings(
        dropFirst,
        on,
        displacement,
        scrubbing,
        detrend,
        filter,
        low,
        high,
        order,
        globalSignal,
        scale,
        motion);
  }

  /** The same with scrubbing of frames above a displacement in mm. */
  public CleaningSettings withScrubbing(double above, Scrubbing how) {
    return new CleaningSettings(
        dropFirst,
        despike,
        above,
        how,
        detrend,
        filter,
        low,
        high,
        order,
        globalSignal,
        scale,
        motion);
  }

  /** The same with a polynomial removed. */
  public CleaningSettings withDetrend(int power) {
    return new CleaningSettings(
        dropFirst,
        despike,
        displacement,
        scrubbing,
        power,
        filter,
        low,
        high,
        order,
        globalSignal,
        scale,
        motion);
  }

  /** The same with a band-pass. */
  public CleaningSettings withBand(Filter kind, double from, double to, int poles) {
    return new CleaningSettings(
        dropFirst,
        despike,
        displacement,
        scrubbing,
        detrend,
        kind,
        from,
        to,
        poles,
        globalSignal,
        scale,
        motion);
  }

  /** The same with the global signal regressed out. */
  public CleaningSettings withGlobalSignal(boolean on) {
    return new CleaningSettings(
        dropFirst,
        despike,
        displacement,
        scrubbing,
        detrend,
        filter,
        low,
        high,
        order,
        on,
        scale,
        motion);
  }

  /** The same with another scale. */
  public CleaningSettings withScale(Scale s) {
    return new CleaningSettings(
        dropFirst,
        despike,
        displacement,
        scrubbing,
        detrend,
        filter,
        low,
        high,
        order,
        globalSignal,
        s,
        motion);
  }

  /** The same with the order and units of the motion columns given. */
  public CleaningSettings withMotion(MotionOrder how) {
    return new CleaningSettings(
        dropFirst,
        despike,
        displacement,
        scrubbing,
        detrend,
        filter,
        low,
        high,
        order,
        globalSignal,
        scale,
        how);
  }
}
