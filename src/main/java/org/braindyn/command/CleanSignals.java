package org.braindyn.command;

import ij.ImagePlus;
import java.io.File;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.BrainDynCommand;
import org.braindyn.fiji.SignalsImage;
import org.braindyn.pipeline.CleanRecording;
import org.braindyn.signal.Cleaned;
import org.braindyn.signal.CleaningSettings;
import org.braindyn.signal.CleaningSettings.Filter;
import org.braindyn.signal.CleaningSettings.Scale;
import org.braindyn.signal.CleaningSettings.Scrubbing;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Cleans region signals; the steps are done in the order of the parameters. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Clean Signals",
    description = "Drop frames, despike, scrub, detrend, band-pass, regress confounds, scale",
    attrs = @Attr(name = "no-legacy"))
public class CleanSignals extends BrainDynCommand {
  @Parameter(persist = false, description = "region x time image")
  private ImagePlus signals;

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

  @Parameter(persist = false, required = false, description = "table of confounds (.tsv, .par)")
  private File confounds;

  @Parameter(
      persist = false,
      required = false,
      description = "its columns: trans_*, csf; empty = all")
  private String columns = "";

  @Parameter(persist = false, required = false, description = "motion table, if another")
  private File motion;

  @Parameter(persist = false, description = "regress the mean of all regions out")
  private boolean global;

  @Parameter(
      persist = false,
      choices = {"none", "z-score", "percent change"},
      description = "unit of the result")
  private String scale = "none";

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus cleaned;

  @Parameter(type = ItemIO.OUTPUT)
  private String steps;

  @Override
  protected void execute() {
    RegionSignals before = SignalsImage.signals(signals);
    CleaningSettings settings =
        CleaningSettings.none()
            .withDropFirst(drop)
            .withDespike(despike)
            .withScrubbing(displacement, censor ? Scrubbing.CENSOR : Scrubbing.INTERPOLATE)
            .withDetrend(detrend)
            .withBand(
                filter.equals("cosine") ? Filter.COSINE : Filter.BUTTERWORTH, low, high, order)
            .withGlobalSignal(global)
            .withScale(
                scale.equals("none")
                    ? Scale.NONE
                    : scale.equals("z-score") ? Scale.Z_SCORE : Scale.PERCENT_CHANGE);
    Cleaned result = CleanRecording.run(before, confounds, columns, motion, settings);
    cleaned = SignalsImage.image(result.signals(), "cleaned " + signals.getTitle());
    steps = String.join("\n", result.steps());
  }
}
