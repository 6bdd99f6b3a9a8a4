package org.braindyn.command.signals;

import ij.ImagePlus;
import java.io.File;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.scans.CleanRecording;
import org.braindyn.scans.FillScrubbed;
import org.braindyn.signal.cleaning.Cleaned;
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
public class CleanSignals extends CleaningParameters {
  @Parameter(persist = false, description = "region x time image")
  private ImagePlus signals;

  @Parameter(persist = false, required = false, description = "table of confounds (.tsv, .par)")
  private File confounds;

  @Parameter(persist = false, required = false, description = "motion table, if another")
  private File motion;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus cleaned;

  @Parameter(type = ItemIO.OUTPUT)
  private String steps;

  @Override
  protected void execute() {
    Cleaned result =
        FillScrubbed.run(
            CleanRecording.run(
                SignalsImage.signals(signals), confounds, columns(), motion, cleaning()),
            fill(),
            progress());
    cleaned = SignalsImage.image(result.signals(), "cleaned " + signals.getTitle());
    steps = String.join("\n", result.steps());
  }
}
