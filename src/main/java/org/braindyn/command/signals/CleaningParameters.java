package org.braindyn.command.signals;

import org.braindyn.api.CleanSettings;
import org.braindyn.api.Inside;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.scans.ScanCleaning;
import org.braindyn.signal.cleaning.CleaningSettings;
import org.scijava.plugin.Parameter;

/**
 * Parameters of cleaning that one recording and a folder of scans share, in the order of the steps.
 */
public abstract class CleaningParameters extends BrainDynCommand {
  @Parameter(persist = false, min = "0", description = "frames to drop from the start")
  private int drop = 0;

  @Parameter(persist = false, description = "pull spikes in")
  private boolean despike;

  @Parameter(
      persist = false,
      min = "0",
      description = "mm: scrub frames that moved more (Power 2012); 0 = none")
  private double displacement = 0;

  @Parameter(persist = false, description = "scrubbed frames become NaN instead of bridged")
  private boolean censor;

  @Parameter(
      persist = false,
      choices = {"auto", "FSL", "SPM", "AFNI", "HCP"},
      description = "order and units of six motion columns; auto = by name and plausibility")
  private String convention = "auto";

  @Parameter(
      persist = false,
      min = "-1",
      max = "10",
      description = "order of the polynomial to remove; -1 = none")
  private int detrend = 1;

  @Parameter(persist = false, min = "0", description = "Hz, remove slower; 0 = none")
  private double low = 0;

  @Parameter(persist = false, min = "0", description = "Hz, remove faster; 0 = none")
  private double high = 0;

  @Parameter(
      persist = false,
      choices = {"Butterworth", "cosine"},
      description = "kind of band-pass")
  private String filter = "Butterworth";

  @Parameter(persist = false, min = "1", max = "10", description = "poles of the Butterworth")
  private int order = 4;

  @Parameter(
      persist = false,
      required = false,
      description = "which columns of the confounds: trans_*, rot_*, csf; * = all")
  private String columns = "";

  @Parameter(persist = false, description = "regress the mean of all regions out")
  private boolean global;

  @Parameter(
      persist = false,
      choices = {"none", "z-score", "percent change"},
      description = "unit of the result")
  private String scale = "none";

  @Parameter(
      persist = false,
      choices = {"none", "kalman", "interpolation", "mean"},
      description = "fill scrubbed frames after all steps; filled values are marked")
  private String fill = "none";

  /** How scrubbed frames are filled, as chosen. */
  final String fill() {
    return fill;
  }

  /** Columns of the table of confounds, as typed. */
  final String columns() {
    return columns;
  }

  /** The steps that were asked for, without tables. */
  public final CleanSettings steps() {
    return CleanSettings.none()
        .dropFirst(drop)
        .despike(despike)
        .scrub(displacement, censor || !fill.equals(ScanCleaning.NO_FILL))
        .motionOrder(convention)
        .detrend(detrend)
        .band(filter, low, high, order)
        .globalSignal(global)
        .scale(scale);
  }

  /** The same, as batches keep them. */
  public final CleaningSettings cleaning() {
    return Inside.steps(steps());
  }

  /**
   * The same for a batch.
   *
   * @return null if it is off
   * @throws BadInput if it is off but steps were chosen
   */
  public final ScanCleaning cleaning(boolean on) {
    boolean chosen =
        !columns.isBlank() || !cleaning().equals(CleaningSettings.none().withDetrend(1));
    if (!on && chosen) {
      throw new BadInput(
          "Steps of cleaning were chosen, but clean is off, so nothing would be cleaned. Add clean.");
    }
    return on ? new ScanCleaning(cleaning(), columns, fill) : null;
  }
}
