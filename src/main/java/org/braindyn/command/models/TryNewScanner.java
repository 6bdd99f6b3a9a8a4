package org.braindyn.command.models;

import ij.measure.ResultsTable;
import java.io.File;
import java.util.List;
import org.braindyn.cohort.site.NewScanner;
import org.braindyn.cohort.site.SiteRecordings;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.LastModel;
import org.braindyn.fiji.images.Tables;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.people.PeopleSource;
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

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    if (data == null) {
      throw new BadInput("data is missing. Choose a folder of the new site's recordings.");
    }
    double seconds = interval > 0 ? interval : Double.NaN;
    PeopleSource source =
        new PeopleSource(
            data.toPath(), pattern, seconds, 0, names == null ? null : names.toPath(), null);
    try (TrainedModel read = ModelKinds.read(model)) {
      List<RegionSignals> recordings = SiteRecordings.read(read, source, progress().part(0, 0.1));
      NewScanner report = NewScanner.of(read, recordings, Seed.of(seed), progress().part(0.1, 1));
      table = Tables.cells(NewScanner.columns(), report.cells());
      notes = String.join("\n", report.notes());
    }
  }
}
