package org.braindyn.command.samples;

import java.io.File;
import org.braindyn.eeg.EegSample;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes a made-up EEG with known seizures. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Make EEG Sample",
    description = "A made-up EEG of 19 electrodes with known seizures: EDF+ and label file",
    attrs = @Attr(name = "no-legacy"))
public class MakeEegSample extends BrainDynCommand {
  @Parameter(persist = false, style = "directory", description = "where to write")
  private File folder;

  @Parameter(persist = false, description = "name of the files, without ending")
  private String name = "eeg";

  @Parameter(persist = false, min = "20", max = "36000", description = "length in s")
  private int seconds = 240;

  @Parameter(persist = false, min = "50", max = "2000", description = "samples per second")
  private int rate = 200;

  @Parameter(persist = false, description = "the same seed makes the same samples")
  private long seed = 1;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    notes =
        "Written: "
            + EegSample.write(
                EegSample.make(seconds, rate, seed, progress()), folder.toPath(), name);
  }
}
