package org.braindyn.signal.montage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;

/** Changes what potentials are measured against. All channels must have one rate and length. */
public final class Rereference {
  /** The longitudinal bipolar montage ("double banana"). */
  public static final List<String> DOUBLE_BANANA =
      List.of(
          "Fp1-F7", "F7-T3", "T3-T5", "T5-O1", "Fp2-F8", "F8-T4", "T4-T6", "T6-O2", "Fp1-F3",
          "F3-C3", "C3-P3", "P3-O1", "Fp2-F4", "F4-C4", "C4-P4", "P4-O2", "Fz-Cz", "Cz-Pz");

  private Rereference() {}

  /**
   * Against the mean of all channels that have a value at that moment; one of nothing but zeros (an
   * electrode that is not there) is not of them and stays as it is.
   *
   * @throws BadInput if channels are of several units, or differences of electrodes already
   */
  public static ChannelRecording average(ChannelRecording recording) {
    checkUnits(recording);
    checkSingle(recording);
    double[][] values = recording.toSignals().values();
    double[][] out = new double[values.length][values[0].length];
    boolean[] none = new boolean[values.length];
    for (int c = 0; c < none.length; c++) {
      none[c] = Arrays.stream(values[c]).allMatch(v -> v == 0);
    }
    for (int t = 0; t < values[0].length; t++) {
      double sum = 0;
      int count = 0;
      for (int c = 0; c < values.length; c++) {
        if (!none[c] && !Double.isNaN(values[c][t])) {
          sum += values[c][t];
          count++;
        }
      }
      for (int c = 0; c < values.length; c++) {
        out[c][t] = none[c] ? values[c][t] : values[c][t] - sum / count;
      }
    }
    List<Channel> channels = new ArrayList<>();
    for (int c = 0; c < out.length; c++) {
      Channel channel = recording.channels().get(c);
      channels.add(channel.with(out[c], channel.rate()));
    }
    return recording.withChannels(channels);
  }

  private static void checkSingle(ChannelRecording recording) {
    for (Channel channel : recording.channels()) {
      String[] ends = channel.name().split("-");
      if (ends.length == 2
          && TenTwenty.electrode(ends[0]) != null
          && TenTwenty.electrode(ends[1]) != null) {
        throw new BadInput(
            recording.source()
                + ": channel "
                + channel.name()
                + " is a difference of two electrodes, and differences have no average reference."
                + " Choose reference=recorded.");
      }
    }
  }

  /** A mean of microvolts and trigger codes, or of volts and microvolts, would ruin all. */
  private static void checkUnits(ChannelRecording recording) {
    Channel first = recording.channels().get(0);
    for (Channel channel : recording.channels()) {
      if (!channel.unit().equals(first.unit())) {
        throw new BadInput(
            String.format(
                "%s: channel %s is in \"%s\", %s in \"%s\"; there is no mean of both. Leave one"
                    + " out: channels=[!name, ...].",
                recording.source(), channel.name(), channel.unit(), first.name(), first.unit()));
      }
    }
  }

  /**
   * Differences of electrodes.
   *
   * @param pairs "A-B" means A minus B, e.g. {@link #DOUBLE_BANANA}
   */
  public static ChannelRecording bipolar(ChannelRecording recording, List<String> pairs) {
    recording.toSignals();
    List<Channel> channels = new ArrayList<>();
    for (String pair : pairs) {
      String[] ends = pair.split("-");
      if (ends.length != 2) {
        throw new BadInput("\"" + pair + "\" is no pair of electrodes. Write for example Fp1-F7.");
      }
      Channel first = find(recording, ends[0], pair);
      Channel second = find(recording, ends[1], pair);
      double[] values = new double[first.values().length];
      for (int t = 0; t < values.length; t++) {
        values[t] = first.values()[t] - second.values()[t];
      }
      channels.add(new Channel(pair, first.unit(), first.rate(), values));
    }
    return recording.withChannels(channels);
  }

  private static Channel find(ChannelRecording recording, String name, String pair) {
    String electrode = TenTwenty.electrode(name);
    return recording.channels().stream()
        .filter(c -> electrode != null && electrode.equals(TenTwenty.electrode(c.name())))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    recording.source()
                        + " has no electrode "
                        + name
                        + " for the pair "
                        + pair
                        + ". Leave the pair out."));
  }
}
