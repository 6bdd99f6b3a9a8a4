package org.braindyn.command.models;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.api.AskSettings;
import org.braindyn.api.Inside;
import org.braindyn.api.Model;
import org.braindyn.api.Signals;
import org.braindyn.data.BadInput;
import org.braindyn.data.join.Atlas;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.LastModel;
import org.braindyn.fiji.images.MapImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.kind.ModelVerdict;
import org.braindyn.models.ForecastSignals;
import org.braindyn.parcellation.RegionPainter;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Continues a recording with a trained model. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Forecast",
    description = "What a trained model expects next, from the end or from any frame",
    attrs = @Attr(name = "no-legacy"))
public class Forecast extends BrainDynCommand {
  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "region x time image of the model's regions")
  private ImagePlus signals;

  @Parameter(persist = false, description = "model file that BrainDyn Train or Evaluate wrote")
  private File model = LastModel.get();

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "label image to paint the forecast on")
  private ImagePlus labels;

  @Parameter(persist = false, min = "0", description = "first frame forecast, 0 = after the last")
  private int start = 0;

  @Parameter(persist = false, min = "1", max = "100000", description = "frames to forecast")
  private int horizon = 10;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus forecast;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot plot;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus map;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    if (signals == null) {
      throw new BadInput("signals is missing. Choose a region x time image.");
    }
    Signals recording = Signals.of(SignalsImage.signals(signals));
    try (Model stored = Model.read(model.getPath())) {
      ModelVerdict known = ModelVerdict.of(stored.trained());
      verdict(known.better(), known.sentence());
      var asked = stored.forecast(recording, start, new AskSettings(horizon, 0, progress()));
      ForecastSignals result = Inside.made(asked);
      String title = "forecast of " + signals.getTitle();
      forecast = SignalsImage.prediction(result.forecast(), title, result.start());
      table = ForecastPictures.table(result);
      plot = ForecastPictures.plot(result);
      if (labels != null) {
        Atlas places = LabelImage.atlas(labels);
        map =
            MapImage.image(
                RegionPainter.paint(places, result.change(), 0), title + " (sd)", progress());
        notes = RegionPainter.unpainted(places, recording.data());
      }
      notes = (asked.notes() + "\n" + (notes == null ? "" : notes)).trim();
    }
  }
}
