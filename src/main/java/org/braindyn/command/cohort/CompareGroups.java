package org.braindyn.command.cohort;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.cohort.Cohort;
import org.braindyn.cohort.CohortSource;
import org.braindyn.cohort.groups.GroupComparison;
import org.braindyn.cohort.groups.GroupTables;
import org.braindyn.cohort.predict.PredictSettings;
import org.braindyn.cohort.predict.PredictionTable;
import org.braindyn.data.Regions;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.Tables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Two groups of people: links and regions that differ, and how well the group is foretold. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Compare Groups",
    description = "Links, networks and regions that differ between groups, and the group foretold",
    attrs = @Attr(name = "no-legacy"))
public class CompareGroups extends CohortCommand {
  @Parameter(
      persist = false,
      required = false,
      description = "the second group's folder or manifest; empty = groups from a column")
  private File other;

  @Parameter(
      persist = false,
      required = false,
      description = "column that tells the groups; empty = the two folders")
  private String group = "";

  @Parameter(
      persist = false,
      required = false,
      description = "two words of the column, if it has more, e.g. patient,control")
  private String classes = "";

  @Parameter(
      persist = false,
      description = "columns taken out; auto = age, sex, motion, site if known")
  private String confounds = "auto";

  @Parameter(persist = false, min = "2", max = "1000", description = "folds of people")
  private int folds = 5;

  @Parameter(persist = false, min = "20", description = "shuffles of people")
  private int permutations = 1000;

  @Parameter(persist = false, description = "t from which links belong to a network")
  private double threshold = 3;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "label image: paints how regions differ")
  private ImagePlus labels;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT, label = "Regions that differ")
  private ResultsTable regions;

  @Parameter(type = ItemIO.OUTPUT, label = "Group foretold")
  private ResultsTable foretold;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus differences;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus significant;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus map;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    CohortOutputs files = new CohortOutputs(output());
    String column = group.isBlank() && other != null ? CohortSource.FOLDER : group;
    PredictSettings settings =
        new PredictSettings(column, classes, confounds, folds, permutations, seed());
    Cohort cohort = read(other, false, progress().part(0, 0.3));
    Regions all = cohort.regions();
    CohortOutputs.check(labels, all);
    GroupComparison made =
        org.braindyn.cohort.groups.CompareGroups.run(
            cohort, settings, threshold, progress().part(0.3, 1));
    table = Tables.of(GroupTables.links(made));
    regions = Tables.of(GroupTables.regions(made));
    foretold = Tables.of(PredictionTable.rows(made.prediction()));
    differences = MatrixImage.image(GroupTables.matrix(made, false), all, "differences (t)");
    significant = MatrixImage.image(GroupTables.matrix(made, true), all, "links that differ (t)");
    map = CohortOutputs.map(labels, all, made.regions().t(), "regions that differ (t)");
    files
        .table("links.csv", GroupTables.links(made))
        .table("regions.csv", GroupTables.regions(made))
        .table("networks.csv", GroupTables.networks(made))
        .table("prediction.csv", PredictionTable.rows(made.prediction()))
        .table("people.csv", PredictionTable.people(made.prediction()))
        .matrix("differences.png", GroupTables.matrix(made, false), all, "differences (t)");
    notes = files.notes(GroupTables.notes(made));
    notes = reported(notes);
  }
}
