package org.braindyn.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.text.Ending;
import org.braindyn.data.text.ShellCall;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.model.ModelFile;
import org.braindyn.kind.ModelChange;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.signal.ContextNormalisation;

/**
 * Runs a model file on a signals file and writes the forecast: {@code model=FILE.npz
 * signals=FILE.npy context=30 horizon=10 method=rk4 normalise=none precision=double
 * output=FILE.npy}. See docs/formats.md, "Forecast from a model file".
 */
public final class ForecastFile {
  private static final Set<String> KEYS =
      Set.of(
          "model",
          "signals",
          "graph",
          "context",
          "horizon",
          "chunk",
          "dt",
          "method",
          "normalise",
          "precision",
          "output");

  private final Map<String, String> options;

  private ForecastFile(Map<String, String> options) {
    this.options = options;
  }

  /**
   * The forecast that these options ask for.
   *
   * @param options key=value pairs
   * @throws BadInput if a key is unknown, given twice or missing
   */
  public static ForecastFile of(String... options) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String option : options) {
      int at = option.indexOf('=');
      String key = at < 0 ? option : option.substring(0, at).toLowerCase(Locale.ROOT);
      if (at < 0 || !KEYS.contains(key)) {
        throw new BadInput("There is no option \"" + option + "\". Options are " + KEYS + ".");
      }
      if (map.put(key, option.substring(at + 1)) != null) {
        throw new BadInput("The option " + key + " is given twice.");
      }
    }
    for (String key : new String[] {"model", "signals", "output"}) {
      if (!map.containsKey(key)) {
        throw new BadInput("The option " + key + "=FILE is missing.");
      }
    }
    return new ForecastFile(map);
  }

  /**
   * Runs from a shell: {@code java -cp ... org.braindyn.models.ForecastFile model=... ...}. What
   * cannot be used ends it with one line on the error output and exit code 2.
   */
  public static void main(String[] args) {
    int code = ShellCall.run(() -> of(args).run(Progress.NONE), System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Reads, forecasts and writes; returns the forecast, [window, region, step, signal]. */
  public SignalBatch run(Progress progress) throws IOException {
    checkEnding(options.get("output"));
    Path file = Path.of(options.get("model"));
    TrainedModel own = ModelKinds.read(file, graph(file));
    int steps = whole("horizon", own.horizon());
    TrainedModel stored = own.with(change(own, steps));
    SignalWindows windows = SignalWindows.read(Path.of(options.get("signals")), stored);
    SignalBatch context = windows.context();
    boolean scale = normalises(stored);
    ContextNormalisation norm =
        scale ? ContextNormalisation.of(context, stored.provenance().data().floor()) : null;
    SignalBatch forecast;
    try (stored) {
      SignalBatch from = scale ? norm.normalise(context) : context;
      forecast = stored.forecaster().forecast(from, steps, progress);
    }
    SignalBatch result = scale ? norm.restore(forecast) : forecast;
    List<SignalBatch[]> ends =
        scale ? ForecastBand.ends(stored, forecast, norm) : List.of(); // in context units only
    windows.write(Path.of(options.get("output")), result, ends, stored.precision());
    return result;
  }

  private static void checkEnding(String output) {
    if (!output.toLowerCase(Locale.ROOT).matches("(?s).*\\.(npy|npz|csv|tsv)")) {
      throw new BadInput(
          "output=" + output + ": the ending names no known format. Use .npy, .npz, .csv or .tsv.");
    }
  }

  private ModelChange change(TrainedModel own, int steps) {
    // A bare state_dict says nothing about chunks: then the forecast is one chunk, as the
    // reference's.
    String precision = options.get("precision");
    return new ModelChange(
        options.containsKey("context") ? whole("context", 0) : null,
        whole("chunk", own.horizonKnown() ? own.horizon() : steps),
        options.get("method"),
        options.containsKey("dt") ? number("dt") : null,
        precision == null ? null : precision(precision));
  }

  private static Precision precision(String word) {
    return switch (word) {
      case "double" -> Precision.DOUBLE;
      case "float" -> Precision.FLOAT;
      default -> throw new BadInput("precision is \"" + word + "\". Use double or float.");
    };
  }

  /** Without the option, what the model was trained with. */
  private boolean normalises(TrainedModel stored) {
    String word = options.get("normalise");
    if (word == null) {
      return stored.provenance().data().scalesContexts();
    }
    return switch (word) {
      case "none" -> false;
      case "context" -> true;
      default -> throw new BadInput("normalise is \"" + word + "\". Use none or context.");
    };
  }

  private BrainGraph graph(Path model) throws IOException {
    String name = options.get("graph");
    if (name == null) {
      return null;
    }
    Path file = Path.of(name);
    int regions = ModelFile.regions(model);
    return Ending.is(name, ".npz")
        ? ModelFile.edges(
            name, SignalWindows.only(name, Npz.read(file), "edge_index"), null, regions)
        : ModelFile.edges(name, Npy.read(file), null, regions);
  }

  private int whole(String key, int otherwise) {
    if (!options.containsKey(key)) {
      return otherwise;
    }
    double value = number(key);
    if (value != Math.rint(value) || value < 1 || value > 1e6) {
      throw new BadInput(
          key + " is " + options.get(key) + ". It must be a whole number, 1 or more.");
    }
    return (int) value;
  }

  private double number(String key) {
    try {
      return Double.parseDouble(options.get(key).trim());
    } catch (NumberFormatException e) {
      throw new BadInput(key + " is \"" + options.get(key) + "\", which is not a number.", e);
    }
  }
}
