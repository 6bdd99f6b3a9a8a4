package org.braindyn.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braindyn.data.BadInput;

/**
 * The words of a call from a shell: {@code PLACE ... [--option value ...]}.
 *
 * @param places words before any option
 * @param options option to its values
 */
public record CallWords(List<String> places, Map<String, List<String>> options) {
  /**
   * Reads a call.
   *
   * @param known options there are
   * @param switches those without a value
   * @throws BadInput if an option is unknown, twice there, or has no value
   */
  public static CallWords of(Set<String> known, Set<String> switches, String... words) {
    List<String> places = new ArrayList<>();
    Map<String, List<String>> options = new LinkedHashMap<>();
    List<String> values = places;
    for (String word : words) {
      String option = word.replace('_', '-');
      if (!word.startsWith("--")) {
        values.add(word);
      } else if (!known.contains(option)) {
        throw new BadInput(
            "There is no option "
                + word
                + ". Options are "
                + known.stream().sorted().toList()
                + ".");
      } else if (options.containsKey(option)) {
        throw new BadInput("The option " + word + " is given twice.");
      } else {
        values = new ArrayList<>();
        options.put(option, values);
      }
    }
    options.forEach(
        (option, given) -> {
          if (given.isEmpty() != switches.contains(option)) {
            throw new BadInput(
                option + (given.isEmpty() ? " needs a value." : " takes no value, got " + given));
          }
        });
    return new CallWords(places, options);
  }

  /** Whether an option is given. */
  public boolean has(String option) {
    return options.containsKey(option);
  }

  /** The only value of an option. */
  public String text(String option, String otherwise) {
    List<String> values = options.get(option);
    if (values == null) {
      return otherwise;
    }
    if (values.size() != 1) {
      throw new BadInput(option + " takes one value, got " + values + ".");
    }
    return values.get(0);
  }

  /** All values of an option. */
  public List<String> texts(String option, List<String> otherwise) {
    return options.getOrDefault(option, otherwise);
  }

  /** The number of an option. */
  public double number(String option, double otherwise) {
    return has(option) ? number(option, text(option, "")) : otherwise;
  }

  private static double number(String option, String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw new BadInput(option + "=" + word + " is no number.", e);
    }
  }

  /** The whole number of an option. */
  public int whole(String option, int otherwise) {
    return whole(option, number(option, otherwise));
  }

  private static int whole(String option, double value) {
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new BadInput(option + "=" + value + " is no whole number.");
    }
    return (int) value;
  }

  /** The whole numbers of an option. */
  public List<Integer> wholes(String option, List<Integer> otherwise) {
    return has(option)
        ? options.get(option).stream().map(w -> whole(option, number(option, w))).toList()
        : otherwise;
  }

  /** Two numbers, or null. */
  public double[] pair(String option) {
    List<String> values = options.get(option);
    if (values == null) {
      return null;
    }
    if (values.size() != 2) {
      throw new BadInput(option + " takes two numbers, e.g. --band 0.01 0.1; got " + values + ".");
    }
    return new double[] {number(option, values.get(0)), number(option, values.get(1))};
  }
}
