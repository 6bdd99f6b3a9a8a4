package org.braindyn.command.models;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.api.Labels;
import org.braindyn.api.Model;
import org.braindyn.api.cohort.NewScanner;
import org.braindyn.api.cohort.ScannerSettings;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.LastModel;
import org.braindyn.fiji.images.Tables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** What of a masked model holds for recordings of another site. */
@Plugin(
    type = Command.class,
    label = "BrainDyn New Scanner",
    description = "What of a masked model carries over to another site, beside linear algebra",
    attrs = @Attr(name = "no-legacy"))
public class TryNewScanner extends BrainDynCommand {
  @Parameter(persist = false, description = "a trained masked autoencoder (variant=masked)")
  private File model = LastModel.get();

  @Parameter(
      persist = false,
      required = false,
      description = "folder or manifest of the new site's recordings, of the model's regions")
  private File data;

  @Parameter(persist = false, description = "which files of a folder, e.g. *_tc.mat")
  private String pattern = "*";

  @Parameter(persist = false, required = false, description = "names of the rows (table)")
  private File names;

  @Parameter(persist = false, min = "0", description = "s between samples, 0 = as the files say")
  private double interval = 0;

  @Parameter(persist = false, description = "what is hidden on purpose")
  private long seed = 1;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "of another parcellation: label image of the model's regions, in MNI space")
  private ImagePlus from;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "of another parcellation: label image of the site's regions, in MNI space")
  private ImagePlus to;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    if (data == null) {
      throw new BadInput("data is missing. Choose a folder of the new site's recordings.");
    }
    ScannerSettings settings =
        ScannerSettings.defaults()
            .pattern(pattern)
            .interval(interval)
            .names(names == null ? null : names.getPath())
            .atlases(labels(from), labels(to))
            .seed(seed)
            .watch(progress());
    try (Model read = Model.read(model.getPath())) {
      NewScanner report = NewScanner.of(read, data.getPath(), settings);
      table = Tables.cells(report.table().columns(), report.table().rows());
      notes = String.join("\n", report.notes());
    }
  }

  private static Labels labels(ImagePlus image) {
    return image == null ? null : Labels.of(LabelImage.labels(image), LabelImage.regions(image));
  }
}
