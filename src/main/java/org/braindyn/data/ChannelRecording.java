package org.braindyn.data;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Channels recorded together, each at its own rate, all starting at the same moment.
 *
 * @param channels at least one
 * @param annotations in order of onset
 * @param gaps stretches in which nothing was recorded (samples NaN), as onset and duration in s
 * @param start date and time of the first sample, null if unknown
 * @param notes what was odd about the file and what was done about it, for the user to read
 * @param source file name
 */
public record ChannelRecording(
    List<Channel> channels,
    List<Annotation> annotations,
    List<Annotation> gaps,
    LocalDateTime start,
    List<String> notes,
    String source) {

  /** Length of the longest channel in s. */
  public double duration() {
    double longest = 0;
    for (Channel channel : channels) {
      longest = Math.max(longest, channel.values().length / channel.rate());
    }
    return longest;
  }

  /** The channels that satisfy a test, with the same annotations. */
  public ChannelRecording keep(Predicate<Channel> test) {
    return withChannels(channels.stream().filter(test).toList());
  }

  /** The same recording with other channels. */
  public ChannelRecording withChannels(List<Channel> others) {
    if (others.isEmpty()) {
      throw new BadInput(source + ": no channel is left. Choose other channels.");
    }
    return new ChannelRecording(others, annotations, gaps, start, notes, source);
  }

  /**
   * The same recording with every potential in uV; what was another unit is told. A unit that is
   * none of potentials is named and its values are left as they are.
   *
   * @throws BadInput if some channels have a known unit of potential and others an unknown one
   */
  public ChannelRecording inMicrovolts() {
    List<Channel> turned = new ArrayList<>();
    List<String> scaled = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Channel channel : channels) {
      if (Units.otherQuantity(channel.unit())) {
        others.add(channel.name() + " (" + channel.unit() + ")");
        turned.add(channel);
        continue;
      }
      OptionalDouble factor = Units.microvolts(channel.unit());
      if (factor.isEmpty()) {
        String unit = channel.unit() == null ? "" : channel.unit().strip();
        unknown.add(channel.name() + (unit.isEmpty() ? " (no unit)" : " (" + unit + ")"));
        turned.add(channel);
        continue;
      }
      double by = factor.getAsDouble();
      if (by != 1) {
        scaled.add(channel.name() + " (" + channel.unit() + ")");
      }
      double[] values =
          by == 1
              ? channel.values()
              : java.util.Arrays.stream(channel.values()).map(v -> v * by).toArray();
      turned.add(new Channel(channel.name(), "uV", channel.rate(), values));
    }
    List<String> all = new ArrayList<>(notes);
    if (!scaled.isEmpty()) {
      all.add("Turned into uV: " + some(scaled) + ".");
    }
    if (!unknown.isEmpty() && unknown.size() + others.size() < channels.size()) {
      throw new BadInput(
          source
              + ": the unit of "
              + some(unknown)
              + " is none of potentials (V, mV, uV, nV), that of other channels is. They cannot be"
              + " mixed: leave such channels out with channels=[!name, ...].");
    }
    if (!unknown.isEmpty()) {
      all.add(
          "Warning: the unit of " + some(unknown) + " is not known; numbers are as in the file.");
    }
    if (!others.isEmpty()) {
      all.add("Warning: no potentials, as in the file: " + some(others) + ".");
    }
    return new ChannelRecording(turned, annotations, gaps, start, all, source);
  }

  private static String some(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(8, names.size())))
        + (names.size() > 8 ? ", ... (" + names.size() + " in all)" : "");
  }

  /** The channels as region signals. All must have one rate and one length. */
  public RegionSignals toSignals() {
    Channel first = channels.get(0);
    double[][] values = new double[channels.size()][];
    for (int c = 0; c < values.length; c++) {
      Channel channel = channels.get(c);
      if (!SameSampling.equal(channel.rate(), first.rate())) {
        throw new BadInput(
            String.format(
                "%s: channel \"%s\" has %s samples per second, \"%s\" has %s. Resample to one rate,"
                    + " or leave one of them out.",
                source, channel.name(), channel.rate(), first.name(), first.rate()));
      }
      values[c] = channel.values();
    }
    List<String> names = channels.stream().map(Channel::name).toList();
    return new RegionSignals(Regions.named(names), values, 1 / first.rate(), source);
  }
}
