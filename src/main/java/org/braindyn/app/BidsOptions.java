package org.braindyn.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.braindyn.data.BadInput;

/**
 * The words of a call: {@code BIDS OUT participant|group [--option value ...]}.
 *
 * @param bids folder or place of the data set
 * @param out folder or place of the results
 * @param group true for the group, false for participants
 * @param words everything that was given
 */
record BidsOptions(String bids, String out, boolean group, CallWords words) {
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
    CallWords call = CallWords.of(KNOWN, SWITCHES, words);
    List<String> places = call.places();
    if (places.size() != 3 || !Set.of("participant", "group").contains(places.get(2))) {
      throw new BadInput(
          "Call it as: BIDS OUT participant|group [--option value ...], before any option; got "
              + places
              + ".");
    }
    return new BidsOptions(places.get(0), places.get(1), places.get(2).equals("group"), call);
  }

  boolean has(String option) {
    return words.has(option);
  }

  String text(String option, String otherwise) {
    return words.text(option, otherwise);
  }

  double number(String option, double otherwise) {
    return words.number(option, otherwise);
  }

  int whole(String option, int otherwise) {
    return words.whole(option, otherwise);
  }

  double[] pair(String option) {
    return words.pair(option);
  }

  /** Pieces of work at once. */
  int threads() {
    return whole("--threads", 1);
  }

  /** The people of this call, of all people in order: those named, then every n-th of them. */
  List<String> people(List<String> all) {
    List<String> chosen = new ArrayList<>(all);
    List<String> named = words.options().get("--participant-label");
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
    String named = String.join("-", words.texts("--participant-label", List.of()));
    String share = text("--shard", "").replace('/', 'o');
    String call = (named + (named.isEmpty() || share.isEmpty() ? "" : "_") + share);
    call = call.replaceAll("[^A-Za-z0-9_-]", "");
    return call.isEmpty() ? "all" : call.length() < 100 ? call : "h" + call.hashCode();
  }
}
