package org.braindyn.command.ask;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.braindyn.api.Graph;
import org.braindyn.api.PowerPlan;
import org.braindyn.api.Signals;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Plans which regions to drive with noise so that functional connectivity moves. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Plan Added Power",
    description = "Which regions to drive with noise, so that one covariance becomes another",
    attrs = @Attr(name = "no-legacy"))
public class PlanAddedPower extends BrainDynCommand {
  @Parameter(persist = false, description = "region x time image as it is")
  private ImagePlus signals;

  @Parameter(
      persist = false,
      description = "region x time image whose covariance shall be reached, in the same unit")
  private ImagePlus towards;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "anatomical graph, region x region")
  private ImagePlus structure;

  @Parameter(
      persist = false,
      required = false,
      description = "regions that may be driven: names, left, right; empty = all")
  private String sites = "";

  @Parameter(
      persist = false,
      min = "0",
      description = "largest sum of powers in squared sd; 0 = none")
  private double cap = 0;

  @Parameter(persist = false, description = "seed of the refits")
  private long seed = 1;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable powers;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    if (signals == towards) {
      throw new BadInput(
          "towards="
              + towards.getTitle()
              + " is the recording itself, so that no power is to be added. Choose another recording"
              + " of the same regions, in the same unit.");
    }
    Signals now = Signals.of(SignalsImage.signals(signals));
    Signals wanted = Signals.of(SignalsImage.signals(towards));
    Graph graph =
        structure == null
            ? null
            : Graph.of(MatrixImage.matrix(structure, now.regions()), now.regions());
    PowerPlan plan = PowerPlan.of(now, wanted, graph, sites, cap, seed, progress());
    powers = Tables.cells(plan.table().columns(), plan.table().rows());
    notes = plan.notes();
  }
}
