package org.braindyn.command.ask;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.api.Graph;
import org.braindyn.api.Inside;
import org.braindyn.api.Model;
import org.braindyn.api.Plan;
import org.braindyn.api.PlanSettings;
import org.braindyn.data.Regions;
import org.braindyn.fiji.images.LastModel;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.stimulation.ModelRecordings;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Asks a trained model which region to stimulate, and how, to move other regions. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Plan Stimulation",
    description = "Which region, what waveform, to move the targets; what of the promise holds",
    attrs = @Attr(name = "no-legacy"))
public class PlanStimulationMap extends PlanLimits {
  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "region x time image of the person")
  private ImagePlus signals;

  @Parameter(persist = false, description = "model file that BrainDyn Train wrote")
  private File model = LastModel.get();

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "anatomical graph, region x region: plans gain most from known links")
  private ImagePlus structure;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "label image to paint the sites' worth and the foretold effect on")
  private ImagePlus labels;

  @Parameter(
      persist = false,
      required = false,
      description =
          "regions that shall change: names with commas between, or roi (selection on labels)")
  private String targets = "";

  @Parameter(persist = false, description = "wanted change in sd; below 0 to suppress")
  private double change = 1;

  @Parameter(
      persist = false,
      required = false,
      description = "regions that may be stimulated: names, left, right; empty = all others")
  private String sites = "";

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable siteTable;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable waveform;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus worth;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot planPlot;

  @Parameter(type = ItemIO.OUTPUT)
  private String plan;

  @Override
  protected void execute() {
    try (Model stored = Model.read(model.getPath())) {
      ModelRecordings recordings = recordings(stored.trained(), signals);
      Regions regions = recordings.regions();
      PlanSettings settings = settings(sites, change, labels, regions).tests(surrogates(), seed());
      if (structure != null) {
        double[][] weights = MatrixImage.matrix(structure, regions);
        settings = settings.graph(Graph.of(weights, regions));
      }
      Plan made = Inside.plan(stored, recordings, targets(targets, labels, regions), settings);
      PlanShown shown = new PlanShown(made, stored.trained(), recordings, labels);
      siteTable = shown.sites();
      waveform = shown.waveform();
      worth = shown.worth();
      planPlot = shown.plot();
      plan = made.text();
      if (made.planned()) {
        show(shown.foretold(), made.notes());
      } else {
        say(made.notes());
      }
      if (output() != null) {
        shown.write(output());
      }
    }
  }
}
