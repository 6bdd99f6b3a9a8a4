package org.braindyn.io.model;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.History;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.ModelSettingsBuilder;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Variant;

/**
 * A model's settings from its file: our JSON, or the arrays' shapes and what numbers come along.
 */
final class ModelShapes {
  private ModelShapes() {}

  static ModelSettings settings(
      Path file, Map<String, NpyArray> all, Map<String, NpyArray> arrays) {
    if (all.containsKey(ModelFile.JSON)) {
      return ModelJson.settings(all.get(ModelFile.JSON).text());
    }
    int[] in = shape(file, arrays, Names.field(0, "weight"), 2);
    int[] out = shape(file, arrays, Names.field(2, "weight"), 2);
    boolean lstm = arrays.containsKey(Names.lstm("weight_ih", 0));
    int[] first =
        lstm
            ? shape(file, arrays, Names.lstm("weight_ih", 0), 2)
            : shape(file, arrays, Names.LAST_WEIGHT, 2);
    int signals = first[1];
    int hidden = lstm ? first[0] / 4 : first[0];
    int layers = 1;
    while (arrays.containsKey(Names.lstm("weight_ih", layers))) {
      layers++;
    }
    boolean sheaf = arrays.containsKey(Names.MAPS);
    int[] maps = sheaf ? shape(file, arrays, Names.MAPS, 3) : new int[] {0, hidden, 1};
    int regions = sheaf ? maps[0] : (int) number(all, "num_nodes", 0);
    if (regions < 1) {
      throw new BadInput(
          file + " does not say how many regions it has. Add a number cfg/num_nodes.");
    }
    Coupling coupling =
        sheaf
            ? Coupling.SHEAF
            : arrays.containsKey(Names.CONVOLUTION_WEIGHT)
                ? Coupling.GRAPH_CONVOLUTION
                : Coupling.NONE;
    ModelSettingsBuilder builder =
        ModelSettings.builder(regions)
            .signals(signals)
            .hidden(hidden)
            .maps(maps[2])
            .width(in[0])
            .lstmLayers(layers)
            .history(lstm ? History.LSTM : History.LAST_VALUE)
            .coupling(coupling)
            .variant(out[0] == signals + hidden ? Variant.CONTINUOUS : Variant.RELEASED)
            .precision(
                arrays.get(Names.field(0, "weight")).type().equals("f8")
                    ? Precision.DOUBLE
                    : Precision.FLOAT);
    return builder
        .context((int) number(all, "window_size", 30))
        .horizon((int) number(all, "pred_steps", 10))
        .dt(number(all, "dt", 1))
        .build();
  }

  /** A number from {@code cfg/name}, or from the JSON text {@code config} or {@code cfg}. */
  private static double number(Map<String, NpyArray> all, String name, double otherwise) {
    NpyArray array = all.get("cfg/" + name);
    if (array != null && array.numbers() != null) {
      return array.scalar();
    }
    for (String key : new String[] {"config", "cfg"}) {
      NpyArray text = all.get(key);
      if (text != null && text.text() != null) {
        JsonObject json = JsonParser.parseString(text.text()).getAsJsonObject();
        if (json.has(name)) {
          return json.get(name).getAsDouble();
        }
      }
    }
    return otherwise;
  }

  /** True if the file gives that number. */
  static boolean says(Map<String, NpyArray> all, String name) {
    return !Double.isNaN(number(all, name, Double.NaN));
  }

  private static int[] shape(Path file, Map<String, NpyArray> arrays, String name, int dimensions) {
    NpyArray array = arrays.get(name);
    if (array == null) {
      throw new BadInput(
          file + " lacks the array " + name + ". Save the whole state_dict of the model.");
    }
    if (array.shape().length != dimensions) {
      throw new BadInput(
          file + ": array \"" + name + "\" has shape " + Arrays.toString(array.shape()) + ".");
    }
    return array.shape();
  }
}
