package org.braindyn.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braindyn.data.BadInput;

/**
 * The words of a call: {@code BIDS OUT participant|group [--option value ...]}.
 *
 * @param bids folder or place of the data set
 * @param out folder or place of the results
 * @param group true for the group, false for participants
 * @param options option to its values
 */
record BidsOptions(String bids, String out, boolean group, Map<String, List<String>> options) {
  private static final Set<String> KNOWN =
      Set.of(
          "--participant-label",
          "--shard",
          "--labels",
          "--names",
          "--atlas",
          "--pattern",
          "--interval",
          "--resample",
          "--own-mask",
          "--confounds",
          "--scrub",
          "--band",
          "--detrend",
          "--effective",
          "--train",
          "--seed",
          "--threads");

  private static final Set<String> SWITCHES = Set.of("--own-mask");

  static BidsOptions of(String... words) {
    List<String> places = new ArrayList<>();
    Map<String, List<String>> options = new LinkedHashMap<>();
    List<String> values = places;
    for (String word : words) {
      String option = word.replace('_', '-');
      if (!word.startsWith("--")) {
        values.add(word);
      } else if (!KNOWN.contains(option)) {
        throw new BadInput("There is no option " + word + ". Options are " + sorted() + ".");
      } else if (options.containsKey(option)) {
        throw new BadInput("The option " + word + " is given twice.");
      } else {
        values = new ArrayList<>();
        options.put(option, values);
      }
    }
    if (places.size() != 3 || !Set.of("participant", "group").contains(places.get(2))) {
      throw new BadInput(
          "Call it as: BIDS OUT participant|group [--option value ...], before any option; got "
              + places
              + ".");
    }
    options.forEach(
        (option, given) -> {
          if (given.isEmpty() != SWITCHES.contains(option)) {
            throw new BadInput(
                option + (given.isEmpty() ? " needs a value." : " takes no value, got " + given));
          }
        });
    return new BidsOptions(places.get(0), places.get(1), places.get(2).equals("group"), options);
  }

  private static List<String> sorted() {
    return KNOWN.stream().sorted().toList();
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  /** The only value of an option. */
  String text(String option, String otherwise) {
    List<String> values = options.get(option);
    if (values == null) {
      return otherwise;
    }
    if (values.size() != 1) {
      throw new BadInput(option + " takes one value, got " + values + ".");
    }
    return values.get(0);
  }

  double number(String option, double otherwise) {
    return has(option) ? number(option, text(option, "")) : otherwise;
  }

  private static double number(String option, String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw new BadInput(option + "=" + word + " is no number.", e);
    }
  }

  int whole(String option, int otherwise) {
    double value = number(option, otherwise);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new BadInput(option + "=" + value + " is no whole number.");
    }
    return (int) value;
  }

  /** Pieces of work at once. */
  int threads() {
    return whole("--threads", 1);
  }

  /** Two numbers, or null. */
  double[] pair(String option) {
    List<String> values = options.get(option);
    if (values == null) {
      return null;
    }
    if (values.size() != 2) {
      throw new BadInput(option + " takes two numbers, e.g. --band 0.01 0.1; got " + values + ".");
    }
    return new double[] {number(option, values.get(0)), number(option, values.get(1))};
  }

  /** The people of this call, of all people in order: those named, then every n-th of them. */
  List<String> people(List<String> all) {
    List<String> chosen = new ArrayList<>(all);
    List<String> named = options.get("--participant-label");
    if (named != null) {
      List<String> wanted = named.stream().map(p -> p.replaceFirst("^sub-", "")).toList();
      for (String person : wanted) {
        if (!all.contains(person)) {
          throw new BadInput(
              "There is no person sub-" + person + " in " + bids + ". It has " + some(all) + ".");
        }
      }
      chosen.retainAll(wanted);
    }
    if (!has("--shard")) {
      return chosen;
    }
    String share = text("--shard", "");
    if (!share.matches("[1-9]\\d{0,6}/[1-9]\\d{0,6}")) {
      throw new BadInput("--shard " + share + " is no share; write for example --shard 7/200.");
    }
    int number = Integer.parseInt(share.replaceFirst("/.*", ""));
    int shares = Integer.parseInt(share.replaceFirst(".*/", ""));
    if (number > shares) {
      throw new BadInput("--shard " + share + ": shares are numbered from 1 to " + shares + ".");
    }
    List<String> mine = new ArrayList<>();
    for (int k = number - 1; k < chosen.size(); k += shares) {
      mine.add(chosen.get(k));
    }
    return mine;
  }

  private static String some(List<String> all) {
    return String.join(", ", all.subList(0, Math.min(8, all.size())))
        + (all.size() > 8 ? ", ... (" + all.size() + " in all)" : "");
  }

  /** What tells this call's list of scans from those of other calls. */
  String call() {
    String named = String.join("-", options.getOrDefault("--participant-label", List.of()));
    String share = text("--shard", "").replace('/', 'o');
    String call = (named + (named.isEmpty() || share.isEmpty() ? "" : "_") + share);
    call = call.replaceAll("[^A-Za-z0-9_-]", "");
    return call.isEmpty() ? "all" : call.length() < 100 ? call : "h" + call.hashCode();
  }
}
