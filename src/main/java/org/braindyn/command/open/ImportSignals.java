package org.braindyn.command.open;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Regions;
import org.braindyn.data.text.Words;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.worms.NeuronTable;
import org.braindyn.models.SignalsFile;
import org.braindyn.work.Aside;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Signals that are already cut into regions: tables and MATLAB files. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Import Signals",
    description =
        "Signals already cut into regions: .csv, .tsv, .1D, .dat, .txt, .npy, .npz, .mat, .h5",
    attrs = @Attr(name = "no-legacy"))
public class ImportSignals extends BrainDynCommand {
  @Parameter(persist = false, description = "table or MATLAB file")
  private File file;

  @Parameter(
      persist = false,
      min = "0",
      max = "3600",
      description = "s between samples, 0 = as the file says")
  private double interval = 0;

  @Parameter(
      persist = false,
      choices = {"auto", "time in rows", "regions in rows"},
      description = "which axis is time")
  private String orientation = "auto";

  @Parameter(
      persist = false,
      choices = {"auto", "yes", "no"},
      description = "first row of a table holds names")
  private String header = "auto";

  @Parameter(
      persist = false,
      min = "0",
      description = "which run of a table whose clock starts again; 0 = it has one")
  private int run = 0;

  @Parameter(
      persist = false,
      required = false,
      description = "variable of a .mat, .h5 or .npz file; worm of a table of worms")
  private String variable = "";

  @Parameter(persist = false, required = false, description = "names of the regions (table)")
  private File names;

  @Parameter(
      persist = false,
      required = false,
      description = "x y z of the regions in mm (table, joined by label value)")
  private File positions;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus signals;

  @Parameter(type = ItemIO.OUTPUT, label = "Neurons")
  private ResultsTable classes;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    ImportOptions options =
        ImportOptions.auto()
            .withOrientation(SignalsFile.orientation(orientation))
            .withHeader(Words.choice(ImportOptions.Header.class, "header", header))
            .withVariable(variable)
            .withRun(run);
    if (interval > 0) {
      options = options.withInterval(interval);
    }
    ImportOptions asked = options;
    try {
      Imported read = Aside.read(() -> read(asked), "Reading " + file.getName(), progress());
      signals = SignalsImage.image(read.signals(), file.getName());
      if (names != null && NeuronTable.is(names.toPath())) {
        Regions neurons = read.signals().regions();
        classes = Tables.of(NeuronTable.read(names.toPath()).classes(neurons));
      }
      notes = String.join("\n", read.notes());
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e), e);
    }
  }

  private Imported read(ImportOptions options) throws IOException {
    return SignalsFile.read(
        file.toPath(),
        options,
        names == null ? null : names.toPath(),
        positions == null ? null : positions.toPath());
  }
}
