package org.braindyn.io.bids;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.unit.SamplingInterval;

/**
 * The JSON beside a scan: when its volumes were taken (BIDS specification 1.10, "Timing
 * parameters").
 *
 * @param file the side file
 * @param content its object; empty if it holds something else
 */
record SideFile(Path file, JsonObject content) {
  /** Volumes may be this share of the time between them off. */
  private static final double TOLERANCE = 0.01;

  /**
   * Reads a side file; letters that are not UTF-8 (names of institutions) do not matter.
   *
   * @throws BadInput if it is no JSON
   */
  static SideFile read(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    try {
      JsonElement root = JsonParser.parseString(text.replaceFirst("^\\uFEFF", ""));
      return new SideFile(file, root.isJsonObject() ? root.getAsJsonObject() : new JsonObject());
    } catch (JsonParseException e) {
      throw new BadInput(file + " is not usable JSON: " + Reason.of(e), e);
    }
  }

  /**
   * Time between volumes in s: RepetitionTime, else VolumeTiming if its times are even.
   *
   * @return NaN if the file does not say
   * @throws BadInput if what it says cannot be true, or volumes are at uneven times
   */
  double interval() {
    if (content.has("RepetitionTime")) {
      return seconds(content.get("RepetitionTime"), "RepetitionTime");
    }
    return content.has("VolumeTiming") ? even() : Double.NaN;
  }

  private double seconds(JsonElement value, String field) {
    double seconds = number(value, field);
    if (Double.isNaN(seconds) || !SamplingInterval.SCAN.plausible(seconds)) {
      throw new BadInput(
          SamplingInterval.SCAN.doubt(seconds, file + ": " + field)
              + " BIDS wants seconds: correct it, or give the interval yourself.");
    }
    return seconds;
  }

  private double number(JsonElement value, String field) {
    try {
      return value.getAsDouble();
    } catch (NumberFormatException | IllegalStateException | UnsupportedOperationException e) {
      throw new BadInput(
          file
              + ": "
              + field
              + " is "
              + value
              + ", no number of seconds. Correct it, or give the interval yourself.",
          e);
    }
  }

  private double even() {
    JsonElement value = content.get("VolumeTiming");
    JsonArray times = value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
    if (times.size() < 2) {
      return Double.NaN;
    }
    double first = number(times.get(0), "VolumeTiming");
    double last = number(times.get(times.size() - 1), "VolumeTiming");
    double step = (last - first) / (times.size() - 1);
    for (int k = 1; k < times.size(); k++) {
      double gap = number(times.get(k), "VolumeTiming") - number(times.get(k - 1), "VolumeTiming");
      if (!(Math.abs(gap - step) <= TOLERANCE * step)) {
        throw new BadInput(
            file
                + ": VolumeTiming says that volumes were taken at uneven times ("
                + gap
                + " s before volume "
                + (k + 1)
                + ", "
                + step
                + " s on the average). Signals need one interval; give it yourself if uneven times"
                + " do not matter to you.");
      }
    }
    return seconds(new com.google.gson.JsonPrimitive(step), "VolumeTiming");
  }
}
