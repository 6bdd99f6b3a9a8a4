package org.braindyn.masked.train;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.io.weights.NumberType;
import org.braindyn.io.weights.SafeTensorsWriter;
import org.braindyn.io.weights.WeightsFile;
import org.braindyn.kernel.Vec;

/**
 * The state of a training after an epoch, in a safetensors file that is written whole or not at
 * all: parameters, the best ones, both moments, the log, and a fingerprint of settings and data.
 */
final class Checkpoint {
  private static final String[] ARRAYS = {"parameters", "best", "mean", "square"};

  private final Path file;
  private final String fingerprint;
  private final NumberType type;

  Checkpoint(Path file, String fingerprint, Precision precision) {
    this.file = file;
    this.fingerprint = fingerprint;
    type = precision == Precision.FLOAT ? NumberType.F32 : NumberType.F64;
  }

  /** Writes; arrays in the order parameters, best, mean, square. */
  void write(List<Vec> arrays, long steps, List<EpochLog> log) throws IOException {
    List<SafeTensorsWriter.Entry> entries = new ArrayList<>();
    for (int i = 0; i < ARRAYS.length; i++) {
      Vec array = arrays.get(i);
      int[] shape = {array.length()};
      entries.add(new SafeTensorsWriter.Entry(ARRAYS[i], type, shape, array::get));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("fingerprint", fingerprint);
    texts.put("steps", Long.toString(steps));
    List<List<String>> rows = new ArrayList<>();
    for (EpochLog e : log) {
      // as text, because JSON knows no NaN
      rows.add(
          List.of(
              "" + e.epoch(),
              "" + e.loss(),
              "" + e.validation(),
              "" + e.anchor(),
              "" + e.rate(),
              "" + e.norm()));
    }
    texts.put("log", new Gson().toJson(rows));
    SafeTensorsWriter.write(file, entries, texts);
  }

  /**
   * Fills the arrays and the log from the file, if there is one.
   *
   * @return steps taken, or -1 if there is no checkpoint
   * @throws BadInput if it belongs to another training or is damaged
   */
  long read(List<Vec> arrays, List<EpochLog> log) throws IOException {
    if (!Files.exists(file)) {
      return -1;
    }
    WeightsFile stored = WeightsFile.open(file);
    if (!fingerprint.equals(stored.metadata().get("fingerprint"))) {
      throw new BadInput(
          file
              + " is the checkpoint of another training (other settings or data). Delete it or"
              + " choose another file.");
    }
    for (int i = 0; i < ARRAYS.length; i++) {
      double[] values = stored.values(ARRAYS[i]);
      if (values.length != arrays.get(i).length()) {
        throw new BadInput(file + " is damaged: " + ARRAYS[i] + " has another length. Delete it.");
      }
      arrays.get(i).read(0, values, 0, values.length);
    }
    try {
      String[][] rows = new Gson().fromJson(stored.metadata().get("log"), String[][].class);
      for (String[] row : rows) {
        double[] v = Arrays.stream(row).mapToDouble(Double::parseDouble).toArray();
        log.add(new EpochLog((int) v[0], v[1], v[2], v[3], v[4], v[5]));
      }
      return Long.parseLong(stored.metadata().get("steps"));
    } catch (JsonParseException
        | NumberFormatException
        | NullPointerException
        | ArrayIndexOutOfBoundsException e) {
      throw new BadInput(file + " is damaged: its log cannot be read. Delete it.", e);
    }
  }
}
