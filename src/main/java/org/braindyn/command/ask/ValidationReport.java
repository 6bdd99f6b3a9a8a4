package org.braindyn.command.ask;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.fiji.pictures.ResponsePictures;
import org.braindyn.model.parameter.Variant;
import org.braindyn.simulation.BrainSimulation;
import org.braindyn.simulation.Wiring;
import org.braindyn.stimulation.StimulationPlan;
import org.braindyn.stimulation.StimulationReport;
import org.braindyn.stimulation.StimulationTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Simulates brains, trains on them, perturbs the model and compares with true stimulation. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Validation Report",
    description = "Simulate, train, perturb, compare with true stimulation: figures and tables",
    attrs = @Attr(name = "no-legacy"))
public class ValidationReport extends BrainDynCommand {
  @Parameter(
      persist = false,
      choices = {"linear", "tanh", "hopf"},
      description = "the brain")
  private String kind = "tanh";

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "N x N image, row = source; None = a random directed wiring")
  private ImagePlus structure;

  @Parameter(persist = false, min = "5", max = "500", description = "regions of a random wiring")
  private int regions = 20;

  @Parameter(persist = false, min = "3", max = "100", description = "people")
  private int people = 6;

  @Parameter(persist = false, min = "60", max = "100000", description = "frames per person")
  private int frames = 600;

  @Parameter(
      persist = false,
      choices = {"continuous", "released"},
      description = "of BrainDyn")
  private String variant = "continuous";

  @Parameter(persist = false, min = "1", description = "passes over the training windows")
  private int epochs = 30;

  @Parameter(persist = false, description = "stimulus, in the unit of the activity (hopf: 0.3)")
  private double amplitude = 2;

  @Parameter(persist = false, description = "the same seed gives the same report")
  private long seed = 1;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "also write tables and pictures to this folder")
  private File folder;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus picture;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    Variant learner = Variant.of(variant);
    BrainSimulation.Kind equations = BrainSimulation.Kind.of(kind);
    double[][] wiring =
        structure == null
            ? Wiring.random(regions, 2, kind.equals("hopf") ? 0 : 0.25, 0.9, Seed.of(seed))
            : MatrixImage.matrix(structure);
    Regions names = MatrixImage.regionsOrNumbers(structure, wiring.length);
    StimulationReport report =
        StimulationReport.run(
            BrainSimulation.brain(
                new BrainSimulation.Settings(equations, 0.9, frames, 2, 0.1, seed), wiring),
            names,
            wiring,
            StimulationPlan.of(people, frames, learner, epochs, amplitude, seed),
            progress());
    int hub = StimulationTable.strongest(report);
    picture =
        ResponsePictures.image(
            names,
            new ResponsePictures.Responses(
                StimulationTable.atPeak(report, report.truth()), report.truth()[hub]),
            new ResponsePictures.Responses(
                StimulationTable.atPeak(report, report.predicted()), report.predicted()[hub]),
            StimulationTable.targets(report, hub),
            report.interval(),
            "stimulation, true and foretold");
    if (folder != null) {
      StimulationTable.write(report, folder.toPath());
      ResponsePictures.write(picture, folder.toPath().resolve("responses.png"));
    }
    table = Tables.of(StimulationTable.of(report));
    notes = String.join("\n", report.lines());
  }
}
