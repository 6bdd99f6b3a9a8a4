package org.braindyn.data;

import java.time.LocalDateTime;
import java.util.List;
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
