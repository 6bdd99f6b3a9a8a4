package org.braindyn.command.figures;

import ij.IJ;
import ij.ImagePlus;
import java.io.File;
import org.braindyn.api.Graph;
import org.braindyn.api.Labels;
import org.braindyn.api.Report;
import org.braindyn.api.Scan;
import org.braindyn.api.Signals;
import org.braindyn.data.join.Atlas;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.fiji.images.SignalsImage;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A study as one HTML file to hand on. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Report",
    description = "One HTML file: data, graph, model against baselines, map, methods, macro",
    attrs = @Attr(name = "no-legacy"))
public class WriteReport extends BrainDynCommand {
  @Parameter(persist = false, description = "region x time image that was used")
  private ImagePlus signals;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "label image: where the regions lie, for maps")
  private ImagePlus labels;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "scan: lies below the maps, and tells the quality of regions")
  private ImagePlus scan;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "N x N image that was used")
  private ImagePlus graph;

  @Parameter(persist = false, required = false, description = "model file; none: data only")
  private File model;

  @Parameter(
      persist = false,
      required = false,
      description = "region to stimulate in the model; empty = hub, none = no stimulation")
  private String region = "";

  @Parameter(persist = false, description = "of the stimulation, in sd of the region")
  private double size = 1;

  @Parameter(persist = false, min = "1", max = "10000", description = "frames to follow it")
  private int horizon = 20;

  @Parameter(
      persist = false,
      min = "0",
      description = "refitted models for p and q of the map; 19 are usual, 0 = not tested")
  private int surrogates = 0;

  @Parameter(persist = false, description = "also who drives whom in the model")
  private boolean connectivity = false;

  @Parameter(persist = false, required = false, description = "first line of the report")
  private String title = "";

  @Parameter(persist = false, style = "save", description = "file to write (.html)")
  private File file = new File(System.getProperty("user.home"), "braindyn-report.html");

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    ReportHistory history = ReportHistory.of(signals, graph, model, scan, labels);
    Signals used = Signals.of(SignalsImage.signals(signals));
    Report report =
        Report.of(used)
            .title(title)
            .notes(history.notes())
            .cleaning(history.cleaning())
            .macro(history.macro())
            .versions("ImageJ", IJ.getFullVersion());
    if (labels != null) {
      Atlas atlas = LabelImage.atlas(labels);
      Labels places = Labels.of(atlas.labels(), atlas.regions());
      Scan under = scan == null ? null : Scan.of(ScanImage.volume(scan));
      report.places(places, under);
      if (under != null) {
        report.quality(under.parcellate(places).details());
      }
    }
    if (graph != null) {
      report.graph(Graph.of(MatrixImage.matrix(graph, used.regions()), used.regions()));
    }
    if (model != null) {
      new ReportModel(model, region, size, horizon, surrogates, connectivity)
          .tell(report, used, progress());
    }
    report.write(file.getPath());
    notes = report + "\nwritten to " + file + "; open it with any browser.";
  }
}
