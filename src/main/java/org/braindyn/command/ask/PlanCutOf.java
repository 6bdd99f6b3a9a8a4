package org.braindyn.command.ask;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.braindyn.api.CutPlan;
import org.braindyn.api.Graph;
import org.braindyn.api.Signals;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Plans which region to cut, so that what begins in some regions does not reach others. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Plan Cut",
    description = "Which region's links to cut, so that a seizure does not spread to the targets",
    attrs = @Attr(name = "no-legacy"))
public class PlanCutOf extends BrainDynCommand {
  @Parameter(
      persist = false,
      description = "region x time image through several onsets, e.g. log power of seizures")
  private ImagePlus signals;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "anatomical graph, region x region: cuts gain most from known links")
  private ImagePlus structure;

  @Parameter(persist = false, required = false, description = "regions where it begins: names")
  private String sources = "";

  @Parameter(
      persist = false,
      required = false,
      description = "regions that it shall not reach: names")
  private String targets = "";

  @Parameter(
      persist = false,
      required = false,
      description = "regions that may be cut: names, left, right; empty = all others")
  private String sites = "";

  @Parameter(persist = false, min = "1", description = "first frame after the onset that counts")
  private int from = 10;

  @Parameter(persist = false, min = "1", max = "10000", description = "frames that count")
  private int frames = 40;

  @Parameter(persist = false, description = "seed of the refits and shifts")
  private long seed = 1;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable cuts;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    Signals recording = Signals.of(SignalsImage.signals(signals));
    Graph graph =
        structure == null
            ? null
            : Graph.of(MatrixImage.matrix(structure, recording.regions()), recording.regions());
    CutPlan.Spread spread = new CutPlan.Spread(sources, targets, sites, from, frames);
    CutPlan plan = CutPlan.of(recording, graph, spread, seed, progress());
    cuts = Tables.cells(plan.table().columns(), plan.table().rows());
    notes = plan.notes();
  }
}
