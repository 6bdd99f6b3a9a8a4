package org.braindyn.command.open;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.eeg.ChannelChoice;
import org.braindyn.eeg.EegImport;
import org.braindyn.eeg.EegImport.Electrodes;
import org.braindyn.eeg.EegImport.Reference;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.EegTables;
import org.braindyn.fiji.images.SeizureInfo;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.io.edf.EdfOptions;
import org.braindyn.signal.montage.Montage;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** An EEG recording to an electrode x time image. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Import EEG",
    description =
        "EDF, BDF, BrainVision, EEGLAB or TUSZ .h5 to electrode x time, with seizure labels",
    attrs = @Attr(name = "no-legacy"))
public class ImportEeg extends BrainDynCommand {
  @Parameter(persist = false, description = ".edf, .bdf, .vhdr, .set or .h5 file")
  private File file;

  @Parameter(
      persist = false,
      required = false,
      description = "seizure intervals: .csv_bi, .csv, .tse_bi, -summary.txt; none = annotations")
  private File labels;

  @Parameter(
      persist = false,
      choices = {"10-20 present", "10-20 all 19", "all channels"},
      description = "which channels")
  private String montage = "10-20 present";

  @Parameter(
      persist = false,
      required = false,
      description = "names between commas, ! before one leaves it out (none: all of the montage)")
  private String channels = "";

  @Parameter(
      persist = false,
      choices = {"nan", "zero", "refuse"},
      description = "what a missing electrode of the 19 becomes")
  private String missing = "nan";

  @Parameter(
      persist = false,
      choices = {"recorded", "average", "bipolar"},
      description = "what potentials are measured against")
  private String reference = "recorded";

  @Parameter(persist = false, min = "0", description = "samples per second, 0 = as the file")
  private double rate = 200;

  @Parameter(persist = false, min = "0", description = "high-pass corner in Hz, 0 = off")
  private double lowest = 0.5;

  @Parameter(persist = false, min = "0", description = "low-pass corner in Hz, 0 = off")
  private double highest = 0;

  @Parameter(persist = false, min = "0", description = "mains frequency in Hz, 0 = off")
  private double notch = 0;

  @Parameter(
      persist = false,
      description = "filter both ways: no delay, but not for forecasts (looks ahead)")
  private boolean zerophase = false;

  @Parameter(persist = false, description = "close gaps of EDF+D instead of filling with NaN")
  private boolean join = false;

  @Parameter(persist = false, description = "read the whole records of a file that ends early")
  private boolean truncated = false;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus signals;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    ChannelChoice choice = ChannelChoice.of(channels);
    EegImport settings =
        new EegImport(
            Electrodes.of(montage, channels),
            Montage.Missing.of(missing),
            Reference.of(reference),
            rate,
            lowest,
            highest,
            notch,
            zerophase,
            new EdfOptions(EdfOptions.Gaps.of(join), truncated, choice));
    EegImport.Result read =
        settings.read(file.toPath(), labels == null ? null : labels.toPath(), progress());
    signals = SignalsImage.image(read.signals(), file.getName());
    if (labels != null || !read.seizures().isEmpty()) {
      SeizureInfo.write(signals, read.seizures());
    }
    SeizureInfo.writeEvents(signals, read.annotations());
    table = EegTables.events(read.events(labels != null));
    notes = choice.told(read.notes(), file.getName());
  }
}
