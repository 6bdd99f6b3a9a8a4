package org.braindyn.kind;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.model.ModelInfoJson;

/**
 * Whether a model forecasts better than a linear one, as it was tested once after training; it
 * stands in the model's file, so that every answer of the model can repeat it.
 *
 * @param better true if its error was smaller
 * @param sentence e.g. "Better than VAR(1), by 12 % (error 0.41 against 0.47 on frames that it
 *     never saw)."; empty if nobody compared them
 */
public record ModelVerdict(boolean better, String sentence) {
  private static final String KEY = "verdict";
  private static final String RECIPE = "recipe";
  private static final String BETTER = "Better";

  /** Of a model that was not compared. */
  public static final ModelVerdict NONE = new ModelVerdict(true, "");

  /**
   * Compares two errors.
   *
   * @param model mean squared error of the model
   * @param rival of the linear model
   * @param name of the linear model, e.g. "VAR(1)"
   * @param what was forecast, e.g. "frames that it never saw"
   */
  public static ModelVerdict of(double model, double rival, String name, String what) {
    boolean better = model < rival;
    double part = 100 * Math.abs(1 - model / rival);
    String errors =
        String.format(Locale.ROOT, "(error %.3f against %.3f on %s)", model, rival, what);
    String sentence =
        better
            ? String.format(Locale.ROOT, "%s than %s, by %.1f %% %s.", BETTER, name, part, errors)
            : String.format(
                Locale.ROOT, "No better than %s: worse by %.1f %% %s.", name, part, errors);
    return new ModelVerdict(better, sentence);
  }

  /** What a model's file says. */
  public static ModelVerdict of(TrainedModel model) {
    Object told = model.provenance().more().get(KEY);
    return told == null
        ? NONE
        : new ModelVerdict(told.toString().startsWith(BETTER), told.toString());
  }

  /** True if the model was compared and lost. */
  public boolean lost() {
    return !better;
  }

  /**
   * Writes it into a model's file that is there already.
   *
   * @throws BadInput if the file cannot be written
   */
  public void stamp(Path file) {
    if (sentence.isEmpty()) {
      return;
    }
    try {
      Map<String, NpyArray> arrays = new LinkedHashMap<>(Npz.read(file));
      NpyArray entry = arrays.get(ModelInfoJson.ENTRY);
      if (entry == null || entry.text() == null) {
        return; // the file of a plug-in that describes itself otherwise
      }
      JsonObject json = ModelInfoJson.parse(entry.text());
      if (!json.has(RECIPE) || !json.get(RECIPE).isJsonObject()) {
        return;
      }
      json.getAsJsonObject(RECIPE).addProperty(KEY, sentence);
      arrays.put(ModelInfoJson.ENTRY, NpyArray.of(json.toString()));
      Npz.write(file, arrays);
    } catch (IOException e) {
      throw new BadInput(
          "model=" + file + " cannot be written: " + Reason.of(e) + ". Choose another file.", e);
    }
  }
}
