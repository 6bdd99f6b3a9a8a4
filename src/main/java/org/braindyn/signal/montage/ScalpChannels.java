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
          "|-+|STATUS|TRIG(GER)?S?\\d*|STI\\d*|STIM|EVENTS?|MARKERS?|MKR|([EB]DF)?ANNOTATIONS?|TAL|PHOTIC|IBI|BURSTS|SUPPR"
              + "|[EK]?[EK]CG.*|EKG.*|.*EOG.*|LOC|ROC|PG1|PG2|EMG.*|.*CHIN.*|.*TIB.*|LEG(S|[/\\d].*)?|RESP.*|THO(R.*)?"
              + "|ABD.*|.*FLOW.*|SNORE|NASAL.*|S[PA]O2.*|PULSE.*|PLET.*|PR|HR|HRATE|OSAT|ETCO2|CO2.*|TEMP.*"
              + "|GSR.*|EDA.*|ACC.*|GYRO.*|DC\\d+|AUX.*|MISC\\d*|BODY|POS(ITION)?|LIGHT|BATT.*|COUNTER"
              + "|SAMPLE.?COUNTER|TIME|X\\d+|EXG\\d*|ERG\\d+");

  private ScalpChannels() {}

  /** True if a channel's name is that of an electrode, as far as names tell. */
  public static boolean named(String label) {
    String name = label.toUpperCase(Locale.ROOT).replaceAll("[\\s._]", "");
    name = name.replaceFirst("\\(\\d+\\)$", "").replaceFirst("^(EEG|POL|SEEG|BIO)-?", "");
    name = name.replaceFirst("-(REF|LE|AR|AVG?|AVE|0)$", "");
    return !OTHER.matcher(name).matches();
  }

  /**
   * Keeps the channels that are electrodes, and tells of the others.
   *
   * @return the electrodes in the file's order
   * @throws BadInput if none is left
   */
  public static ChannelRecording choose(ChannelRecording recording) {
    List<Channel> kept = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<String> constant = new ArrayList<>();
    for (Channel channel : recording.channels()) {
      if (!named(channel.name()) || Units.otherQuantity(channel.unit())) {
        others.add(channel.name());
      } else if (constant(channel.values())) {
        constant.add(channel.name());
      } else {
        kept.add(channel);
      }
    }
    if (kept.isEmpty()) {
      throw new BadInput(
          recording.source()
              + " has no channel that is an electrode and changes. Its channels are "
              + String.join(", ", recording.channels().stream().map(Channel::name).toList())
              + ". Name those to read: channels=[names] with all channels.");
    }
    List<String> notes = new ArrayList<>(recording.notes());
    if (!others.isEmpty()) {
      notes.add(
          "Left out, as no electrodes: "
              + String.join(", ", others)
              + ". To read one, name the channels you want: channels=[names].");
    }
    if (!constant.isEmpty()) {
      notes.add(neverChange(constant));
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
   * Without channels that never change, which a warning names.
   *
   * @throws BadInput if none is left
   */
  public static ChannelRecording connected(ChannelRecording recording) {
    List<String> flat =
        recording.channels().stream().filter(c -> constant(c.values())).map(Channel::name).toList();
    if (flat.isEmpty()) {
      return recording;
    }
    if (flat.size() == recording.channels().size()) {
      throw new BadInput(
          recording.source()
              + ": every electrode has one and the same value all the time. There is nothing to"
              + " import.");
    }
    List<String> notes = new ArrayList<>(recording.notes());
    notes.add(neverChange(flat));
    ChannelRecording left = recording.keep(c -> !flat.contains(c.name()));
    return new ChannelRecording(
        left.channels(), left.annotations(), left.gaps(), left.start(), notes, left.source());
  }

  private static String neverChange(List<String> names) {
    return "Warning: left out, as they never change: "
        + String.join(", ", names)
        + ". Were they connected?";
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
}
