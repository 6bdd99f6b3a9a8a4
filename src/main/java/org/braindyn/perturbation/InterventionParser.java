package org.braindyn.perturbation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;

/** Reads one intervention: {@code kind on target key value key value ...}. */
final class InterventionParser {
  static final List<String> KEYS =
      List.of("size", "onset", "duration", "period", "width", "values", "into");

  private InterventionParser() {}

  static Intervention parse(String text, double interval) {
    String[] words = Quoted.split(text, ' ').toArray(new String[0]);
    PerturbationKind kind = PerturbationKind.of(words[0]);
    int end = words.length;
    Map<String, String> values = new LinkedHashMap<>();
    // Read from the back, so that region names may hold blanks and any word.
    while (end >= 4 && KEYS.contains(words[end - 2].toLowerCase(Locale.ROOT))) {
      if (values.put(words[end - 2].toLowerCase(Locale.ROOT), words[end - 1]) != null) {
        throw new BadInput("\"" + text + "\" gives " + words[end - 2] + " twice.");
      }
      end -= 2;
    }
    if (end < 3 || !words[1].equalsIgnoreCase("on")) {
      throw new BadInput(
          "\""
              + text
              + "\" cannot be read. Write \""
              + kind.word()
              + " on REGION size 1 onset -1 duration 1\" (only the region must be given).");
    }
    if (end > 3 && KEYS.contains(words[end - 1].toLowerCase(Locale.ROOT))) {
      throw new BadInput("\"" + text + "\" gives no value after \"" + words[end - 1] + "\".");
    }
    String target = String.join(" ", Arrays.copyOfRange(words, 2, end));
    boolean impulse = kind == PerturbationKind.IMPULSE;
    double size = values.containsKey("size") ? number(values.get("size"), "size", text) : 1;
    boolean state = "state".equalsIgnoreCase(values.getOrDefault("into", "signal"));
    if (!state && !values.getOrDefault("into", "signal").equalsIgnoreCase("signal")) {
      throw new BadInput(
          "\"" + text + "\" acts into \"" + values.get("into") + "\". Say signal or state.");
    }
    String from = state || kind == PerturbationKind.STIMULATE ? "0" : "-1";
    int duration =
        !values.containsKey("duration")
            ? (impulse || kind == PerturbationKind.STIMULATE ? 1 : Intervention.TO_THE_END)
            : frames(values.get("duration"), "duration", text, interval);
    return new Intervention(
        kind,
        target,
        size,
        frames(values.getOrDefault("onset", from), "onset", text, interval),
        duration,
        time(values.getOrDefault("period", "10"), "period", text, interval),
        frames(values.getOrDefault("width", "1"), "width", text, interval),
        state,
        course(kind, size, duration, values.get("values"), text, interval));
  }

  private static List<Double> course(
      PerturbationKind kind,
      double size,
      int duration,
      String values,
      String text,
      double interval) {
    if (kind == PerturbationKind.STIMULATE) {
      if (!(interval > 0) || duration < 1) {
        throw new BadInput(
            "\""
                + text
                + "\": a stimulation needs a duration of 1 frame or more and the time between"
                + " frames in seconds, which is "
                + interval
                + ". Use a step, or set the frame interval of the signals.");
      }
      return StimulusResponse.course(size, duration, interval);
    }
    if (kind == PerturbationKind.COURSE && values != null) {
      return Arrays.stream(values.split(",")).map(v -> number(v, "values", text)).toList();
    }
    return List.of();
  }

  private static int frames(String value, String key, String text, double interval) {
    double frames = Math.rint(time(value, key, text, interval));
    if (!(Math.abs(frames) < 1e9)) {
      throw new BadInput("\"" + text + "\": " + key + " " + value + " is out of range.");
    }
    return (int) frames;
  }

  private static double time(String value, String key, String text, double interval) {
    if (!value.toLowerCase(Locale.ROOT).endsWith("s")) {
      return number(value, key, text);
    }
    if (!(interval > 0)) {
      throw new BadInput(
          "\""
              + text
              + "\": "
              + key
              + " is given in seconds, but the time between frames is unknown. Give frames.");
    }
    return number(value.substring(0, value.length() - 1), key, text) / interval;
  }

  private static double number(String value, String key, String text) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new BadInput("\"" + text + "\": " + key + " \"" + value + "\" is not a number.", e);
    }
  }
}
