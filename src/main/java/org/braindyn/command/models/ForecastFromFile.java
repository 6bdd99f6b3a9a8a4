package org.braindyn.command.models;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.SignalBatch;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.LastModel;
import org.braindyn.models.ForecastFile;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Runs a model file on a signals file without rounding through an image. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Forecast File",
    description = "A model file on a signals file (.npy, .npz, .csv), forecast to a file",
    attrs = @Attr(name = "no-legacy"))
public class ForecastFromFile extends BrainDynCommand {
  @Parameter(persist = false, description = "model file (.npz), also a PyTorch state_dict")
  private File model = LastModel.get();

  @Parameter(persist = false, description = "region x time, or windows")
  private File signals;

  @Parameter(persist = false, required = false, description = "edge_index, if the model has none")
  private File graph;

  @Parameter(persist = false, min = "0", description = "frames of context, 0 = the model's")
  private int context = 0;

  @Parameter(persist = false, min = "0", description = "frames to forecast, 0 = the model's")
  private int horizon = 0;

  @Parameter(persist = false, min = "0", description = "frames per chunk, 0 = the model's")
  private int chunk = 0;

  @Parameter(persist = false, min = "0", description = "time per frame in the ODE, 0 = the model's")
  private double dt = 0;

  @Parameter(
      persist = false,
      choices = {"model", "rk4", "midpoint", "euler", "dopri5"},
      description = "ODE solver")
  private String method = "model";

  @Parameter(
      persist = false,
      choices = {"model", "context", "none"},
      description = "z-score by the context, or not")
  private String normalise = "model";

  @Parameter(
      persist = false,
      choices = {"model", "double", "float"},
      description = "arithmetic")
  private String precision = "model";

  @Parameter(persist = false, style = "save", description = "forecast to write (.npy, .npz, .csv)")
  private File output;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    List<String> options = new ArrayList<>();
    options.add("model=" + model);
    options.add("signals=" + signals);
    options.add("output=" + output);
    add(options, "graph", graph, graph == null);
    add(options, "context", context, context == 0);
    add(options, "horizon", horizon, horizon == 0);
    add(options, "chunk", chunk, chunk == 0);
    add(options, "dt", dt, dt == 0);
    add(options, "method", method, method.equals("model"));
    add(options, "normalise", normalise, normalise.equals("model"));
    add(options, "precision", precision, precision.equals("model"));
    try {
      SignalBatch result = ForecastFile.of(options.toArray(new String[0])).run(progress());
      notes =
          String.format(
              "%d window(s), %d regions, %d frames written to %s",
              result.windows(), result.regions(), result.steps(), output);
    } catch (IOException e) {
      throw new BadInput("The forecast cannot be made: " + Reason.of(e), e);
    }
  }

  private static void add(List<String> options, String key, Object value, boolean left) {
    if (!left) {
      options.add(key + "=" + value);
    }
  }
}
