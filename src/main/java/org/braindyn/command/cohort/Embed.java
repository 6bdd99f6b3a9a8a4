package org.braindyn.command.cohort;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.cohort.CohortEntry;
import org.braindyn.cohort.embed.EmbedCohort;
import org.braindyn.cohort.embed.Plane;
import org.braindyn.fiji.images.Tables;
import org.braindyn.fiji.pictures.ScatterPlot;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Recordings of many people in a plane, and who is recognised by half a recording. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Embed",
    description = "Recordings as numbers: a picture of all, coloured, and who is recognised",
    attrs = @Attr(name = "no-legacy"))
public class Embed extends CohortCommand {
  @Parameter(
      persist = false,
      required = false,
      description = "column that colours the picture, e.g. site; empty = none")
  private String colour = "";

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT, label = "Recognised")
  private ResultsTable recognised;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot plot;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    CohortOutputs files = new CohortOutputs(output());
    EmbedCohort made = EmbedCohort.of(read(null, true, progress()));
    String column = colour.trim().toLowerCase(Locale.ROOT);
    if (!column.isEmpty()) {
      made.cohort().column(column); // refuses one that is not there
    }
    List<String> cells = made.cohort().entries().stream().map(e -> cell(e, column)).toList();
    for (int s = 0; s < made.planes().size(); s++) {
      Plane plane = made.planes().get(s);
      Plot one = picture(plane, cells, column);
      plot = s == 0 ? one : plot;
      String name = plane.name().replace(' ', '_');
      files.table(name + ".csv", made.features(s)).plot(name + ".png", one);
    }
    files.table("recordings.csv", made.recordings()).table("recognised.csv", made.identification());
    table = Tables.of(made.recordings());
    recognised = Tables.of(made.identification());
    List<String> said = new ArrayList<>();
    made.identified()
        .forEach(
            i ->
                said.add(
                    String.format(
                        Locale.ROOT,
                        "Recognised by half a recording, %s: %.3f of %d (chance %.3f).",
                        i.name(),
                        i.rate(),
                        i.recordings(),
                        i.chance())));
    said.addAll(made.cohort().notes());
    notes = files.notes(said);
    notes = reported(notes);
  }

  private static String cell(CohortEntry entry, String column) {
    return column.isEmpty() ? "" : entry.cell(column);
  }

  private static Plot picture(Plane plane, List<String> cells, String column) {
    String title = plane.name() + (column.isEmpty() ? "" : " coloured by " + column);
    return new ScatterPlot(
            title,
            String.format(Locale.ROOT, "axis 1 (%.0f %%)", 100 * plane.share()[0]),
            String.format(Locale.ROOT, "axis 2 (%.0f %%)", 100 * plane.share()[1]))
        .coloured(plane.places(), cells);
  }
}
