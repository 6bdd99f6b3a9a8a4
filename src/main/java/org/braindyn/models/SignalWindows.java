package org.braindyn.models;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.text.Ending;
import org.braindyn.forecast.family.interval.ConformalIntervals;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.ImportOptions.Orientation;
import org.braindyn.io.Imported;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.kind.TrainedModel;

/**
 * Contexts from a file and forecasts in the same form: region x time, region x time x signal,
 * window x region x time, or window x region x time x signal. The last samples are the context.
 */
final class SignalWindows {
  private static final List<String> NAMES = List.of("signals", "x_history", "x", "context", "ts");

  private final SignalBatch context;
  private final int dimensions;
  private final Regions regions;
  private final double interval;

  private SignalWindows(SignalBatch context, int dimensions, Regions regions, double interval) {
    this.context = context;
    this.dimensions = dimensions;
    this.regions = regions;
    this.interval = interval;
  }

  SignalBatch context() {
    return context;
  }

  /** Reads contexts for a model; refuses those of other regions or another interval. */
  static SignalWindows read(Path file, TrainedModel model) throws IOException {
    SignalWindows windows = read(file, model, file.toString());
    for (double v : windows.context.values()) {
      if (!Double.isFinite(v)) {
        throw new BadInput(
            file + " holds " + v + " in the last " + model.context() + " samples, the context.");
      }
    }
    return windows;
  }

  private static SignalWindows read(Path file, TrainedModel model, String name) throws IOException {
    if (Ending.is(name, ".npy", ".npz")) {
      NpyArray array = array(file);
      return new SignalWindows(cut(name, array, model), array.shape().length, null, Double.NaN);
    }
    RegionSignals table = table(file, model.regions());
    boolean named = !table.regions().names().equals(numbered(table.size()).names());
    ModelFit.checkSampling(
        model.regions(),
        named ? model.provenance().data().regions() : null,
        model.provenance().data().interval(),
        table,
        "The model");
    double[] flat = Arrays.stream(table.values()).flatMapToDouble(Arrays::stream).toArray();
    NpyArray array = NpyArray.of(flat, table.size(), table.frames());
    return new SignalWindows(cut(name, array, model), 2, table.regions(), table.interval());
  }

  /** Names of regions of which the file gives none. */
  private static Regions numbered(int count) {
    return Regions.numbered("Region", count);
  }

  /** Where the table does not say which axis is time, the model's number of regions does. */
  private static RegionSignals table(Path file, int regions) throws IOException {
    ImportOptions auto = ImportOptions.auto();
    try {
      Imported read = TimeSeriesTable.read(file, auto);
      boolean guessed = read.notes().stream().anyMatch(note -> note.startsWith("Guessed"));
      if (!guessed || read.signals().size() == regions || read.signals().frames() != regions) {
        return read.signals();
      }
      boolean time = read.notes().stream().anyMatch(note -> note.contains("time in rows,"));
      return TimeSeriesTable.read(
              file,
              auto.withOrientation(time ? Orientation.REGIONS_IN_ROWS : Orientation.TIME_IN_ROWS))
          .signals();
    } catch (BadInput e) {
      if (!e.getMessage().contains("does not say which axis is time")) {
        throw e;
      }
      return TimeSeriesTable.read(file, auto.withOrientation(Orientation.REGIONS_IN_ROWS))
          .signals();
    }
  }

  private static NpyArray array(Path file) throws IOException {
    try {
      NpyArray array =
          Ending.is(file, ".npz")
              ? only(file.toString(), Npz.read(file), NAMES.toArray(new String[0]))
              : Npy.read(file);
      if (array.numbers() == null) {
        throw new BadInput(file + " holds text, not signals.");
      }
      return array;
    } catch (NoSuchFileException e) {
      throw new BadInput("There is no file " + file + ".", e);
    }
  }

  /** The array of one of these names, or the only array there is. */
  static NpyArray only(String file, Map<String, NpyArray> arrays, String... names) {
    for (String name : names) {
      if (arrays.containsKey(name)) {
        return arrays.get(name);
      }
    }
    if (arrays.size() == 1) {
      return arrays.values().iterator().next();
    }
    throw new BadInput(
        file + " holds the arrays " + arrays.keySet() + ". Name one of them " + names[0] + ".");
  }

  private static SignalBatch cut(String name, NpyArray array, TrainedModel model) {
    int[] shape = array.shape();
    boolean withSignals = shape.length == 4 || (shape.length == 3 && model.signals() > 1);
    boolean withWindows = shape.length == 4 || (shape.length == 3 && !withSignals);
    if (shape.length < 2 || shape.length > 4) {
      throw new BadInput(
          name + " has shape " + Arrays.toString(shape) + ". Signals are region x time.");
    }
    int d = withWindows ? 1 : 0;
    int windows = withWindows ? shape[0] : 1;
    int regions = shape[d];
    int steps = shape[d + 1];
    int signals = withSignals ? shape[d + 2] : 1;
    if (regions != model.regions() || signals != model.signals()) {
      throw new BadInput(
          String.format(
              "%s has shape %s: %d regions with %d signals, but the model has %d with %d.",
              name, Arrays.toString(shape), regions, signals, model.regions(), model.signals()));
    }
    if (steps < model.context()) {
      throw new BadInput(
          String.format(
              "%s has %d time samples, fewer than the context of %d.",
              name, steps, model.context()));
    }
    int wanted = model.context() * signals;
    double[] values = new double[windows * regions * wanted];
    for (int row = 0; row < windows * regions; row++) {
      int from = (row + 1) * steps * signals - wanted;
      System.arraycopy(array.numbers(), from, values, row * wanted, wanted);
    }
    return new SignalBatch(windows, regions, model.context(), signals, values);
  }

  /**
   * Writes a forecast in the form that the signals had.
   *
   * @param ends [level, smallest first][low, high] of its intervals, for an .npz file, which can
   *     hold them beside the forecast; may be empty
   */
  void write(Path file, SignalBatch f, List<SignalBatch[]> ends, Precision precision)
      throws IOException {
    int[] shape =
        switch (dimensions) {
          case 2 -> new int[] {f.regions(), f.steps()};
          case 4 -> new int[] {f.windows(), f.regions(), f.steps(), f.signals()};
          default ->
              f.signals() > 1
                  ? new int[] {f.regions(), f.steps(), f.signals()}
                  : new int[] {f.windows(), f.regions(), f.steps()};
        };
    String name = file.toString();
    Function<SignalBatch, NpyArray> as =
        batch ->
            precision == Precision.FLOAT
                ? NpyArray.ofFloats(batch.values(), shape)
                : NpyArray.of(batch.values(), shape);
    NpyArray array = as.apply(f);
    if (Ending.is(name, ".npy")) {
      Npy.write(file, array);
    } else if (Ending.is(name, ".npz")) {
      Map<String, NpyArray> arrays = new LinkedHashMap<>();
      arrays.put("forecast", array);
      for (int l = 0; l < ends.size(); l++) {
        String percent = String.valueOf(Math.round(100 * ConformalIntervals.LEVELS[l]));
        arrays.put("low" + percent, as.apply(ends.get(l)[0]));
        arrays.put("high" + percent, as.apply(ends.get(l)[1]));
      }
      Npz.write(file, arrays);
    } else if (dimensions == 2) {
      double[][] rows = new double[f.regions()][];
      for (int n = 0; n < rows.length; n++) {
        rows[n] = Arrays.copyOfRange(f.values(), n * f.steps(), (n + 1) * f.steps());
      }
      Regions names = regions != null ? regions : numbered(rows.length);
      TimeSeriesWriter.write(file, new RegionSignals(names, rows, interval, "forecast"));
    } else {
      throw new BadInput(
          "A forecast of "
              + Arrays.toString(shape)
              + " needs an .npy or .npz file, not "
              + file
              + ".");
    }
  }
}
