package org.braindyn.signal.montage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.braindyn.data.BadInput;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Units;

/**
 * Which channels of a recording are electrodes on or in the brain: the others (heart, eyes, muscle,
 * breath, triggers, placeholders, what is constant) stay out of references, montages and clusters.
 */
public final class ScalpChannels {
  private static final Pattern OTHER =
      Pattern.compile(
          "|-+|STATUS|TRIG(GER)?S?\\d*|STI\\d*|STIM|EVENTS?|MARKERS?|MKR|ANNOTATIONS?|TAL|PHOTIC|IBI|BURSTS|SUPPR"
              + "|[EK]?[EK]CG.*|EKG.*|.*EOG.*|LOC|ROC|PG1|PG2|EMG.*|.*CHIN.*|.*TIB.*|LEG\\d*|RESP.*|THO(R.*)?"
              + "|ABD.*|.*FLOW.*|SNORE|NASAL.*|S[PA]O2.*|PULSE.*|PLETH.*|PR|HR|HRATE|OSAT|ETCO2|CO2.*|TEMP.*"
              + "|GSR.*|EDA.*|ACC.*|GYRO.*|DC\\d+|AUX.*|MISC\\d*|BODY|POS(ITION)?|LIGHT|BATT.*|COUNTER"
              + "|SAMPLE.?COUNTER|TIME|X\\d+");

  private ScalpChannels() {}

  /** True if a channel's name is that of an electrode, as far as names tell. */
  public static boolean named(String label) {
    String name = label.toUpperCase(Locale.ROOT).replaceAll("[\\s._]", "");
    name = name.replaceFirst("\\(\\d+\\)$", "").replaceFirst("^(EEG|POL|SEEG|BIO)-?", "");
    name = name.replaceFirst("-(REF|LE|AR|AVG?|AVE|0)$", "");
    return !OTHER.matcher(name).matches();
  }

  /**
   * Keeps the channels that were chosen, or else those that are electrodes, and tells of the
   * others.
   *
   * @param wanted names with commas between, {@code *} for any text, {@code !} before those to
   *     leave out; empty for every electrode
   * @return the channels in the file's order
   * @throws BadInput if a name fits no channel or no electrode is left
   */
  public static ChannelRecording choose(ChannelRecording recording, String wanted) {
    List<Predicate> named = predicates(wanted);
    boolean listed = named.stream().anyMatch(p -> !p.not());
    List<Channel> kept = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<String> constant = new ArrayList<>();
    for (Channel channel : recording.channels()) {
      String name = channel.name();
      if (named.stream().anyMatch(p -> p.not() && p.fits(name))) {
        continue;
      }
      if (listed) {
        if (named.stream().anyMatch(p -> !p.not() && p.fits(name))) {
          kept.add(channel);
        }
        continue;
      }
      if (!named(name) || otherUnit(channel)) {
        others.add(name);
      } else if (constant(channel.values())) {
        constant.add(name);
      } else {
        kept.add(channel);
      }
    }
    for (Predicate p : named) {
      if (recording.channels().stream().noneMatch(c -> p.fits(c.name()))) {
        throw new BadInput(
            recording.source()
                + " has no channel \""
                + p.text()
                + "\". Its channels are "
                + names(recording)
                + ".");
      }
    }
    if (kept.isEmpty()) {
      throw new BadInput(
          recording.source()
              + " has no channel left that is an electrode. Its channels are "
              + names(recording)
              + ". Choose with channels=[names].");
    }
    List<String> notes = new ArrayList<>(recording.notes());
    if (!others.isEmpty()) {
      notes.add(
          "Left out, as no electrodes: "
              + String.join(", ", others)
              + ". To keep one, name the channels you want: channels=[names].");
    }
    if (!constant.isEmpty()) {
      notes.add(
          "Warning: left out, as they never change: "
              + String.join(", ", constant)
              + ". Were they connected?");
    }
    return new ChannelRecording(
        kept,
        recording.annotations(),
        recording.gaps(),
        recording.start(),
        notes,
        recording.source());
  }

  /**
   * True if a text of channels leaves a channel in; the label of a channel that is left out by name
   * need not even be well-formed.
   */
  public static boolean wanted(String wanted, String label) {
    List<Predicate> named = predicates(wanted);
    boolean listed = named.stream().anyMatch(p -> !p.not());
    return named.stream().noneMatch(p -> p.not() && p.fits(label))
        && (!listed || named.stream().anyMatch(p -> !p.not() && p.fits(label)));
  }

  private record Predicate(String text, boolean not) {
    boolean fits(String name) {
      String pattern = "(?i)\\Q" + text.replace("*", "\\E.*\\Q") + "\\E( \\(\\d+\\))?";
      return name.strip().matches(pattern);
    }
  }

  private static List<Predicate> predicates(String wanted) {
    List<Predicate> list = new ArrayList<>();
    for (String part : wanted == null ? new String[0] : wanted.split(",")) {
      String name = part.strip();
      boolean not = name.startsWith("!");
      name = not ? name.substring(1).strip() : name;
      if (!name.isEmpty()) {
        list.add(new Predicate(name, not));
      }
    }
    return list;
  }

  /** A unit that is known to be none of potentials: a truth value, a share, a temperature. */
  private static boolean otherUnit(Channel channel) {
    String unit = channel.unit() == null ? "" : channel.unit().strip();
    return Units.microvolts(unit).isEmpty()
        && unit.matches(
            "(?i)bool(ean)?|%|c|\u00b0c|deg.*|bpm|1/min|hz|l/min|g|mmhg|lux|ohm|kohm|s|ms");
  }

  /** True if every value that was recorded is the same. */
  public static boolean constant(double[] values) {
    double first = Double.NaN;
    for (double v : values) {
      if (Double.isFinite(v)) {
        if (!Double.isNaN(first) && v != first) {
          return false;
        }
        first = v;
      }
    }
    return true;
  }

  private static String names(ChannelRecording recording) {
    return String.join(", ", recording.channels().stream().map(Channel::name).toList());
  }
}
