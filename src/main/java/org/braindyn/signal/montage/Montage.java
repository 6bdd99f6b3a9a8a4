package org.braindyn.signal.montage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.braindyn.data.BadInput;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.SameSampling;
import org.braindyn.data.text.Words;
import org.braindyn.signal.Resampler;
import org.braindyn.signal.filter.SosFilter;

/** From the channels of a recording to electrodes in a fixed order. */
public final class Montage {
  private Montage() {}

  /** What to do about an electrode that the recording lacks. */
  public enum Missing {
    /** Refuse the recording. */
    REFUSE,
    /** A row of NaN. */
    NAN,
    /** A row of zeros. */
    ZERO;

    /** The one that a word means. */
    public static Missing of(String word) {
      return Words.choice(Missing.class, "missing", word);
    }
  }

  /**
   * The wanted electrodes, found by {@link TenTwenty#electrode}. If several channels mean one
   * electrode the first is taken.
   *
   * @param electrodes names in any spelling
   * @return channels with the electrodes' names; what was done is in the notes
   */
  public static ChannelRecording select(
      ChannelRecording recording, List<String> electrodes, Missing missing) {
    List<Channel> found = new ArrayList<>();
    List<String> notes = new ArrayList<>(recording.notes());
    List<String> absent = new ArrayList<>();
    Channel like = null;
    for (String wanted : electrodes) {
      String electrode = TenTwenty.electrode(wanted);
      List<Channel> hits =
          recording.channels().stream()
              .filter(c -> electrode != null && electrode.equals(TenTwenty.electrode(c.name())))
              .toList();
      if (hits.size() > 1) {
        notes.add(hits.size() + " channels mean " + wanted + "; " + hits.get(0).name() + " taken.");
      }
      if (hits.isEmpty()) {
        absent.add(wanted);
        found.add(null);
      } else {
        like = like == null ? hits.get(0) : like;
        Channel hit = hits.get(0);
        found.add(new Channel(name(wanted), hit.unit(), hit.rate(), hit.values()));
      }
    }
    if (like == null || missing == Missing.REFUSE && !absent.isEmpty()) {
      throw new BadInput(
          String.format(
              "%s has no channel for %s. Its channels are %s. Choose other electrodes, or fill"
                  + " missing ones.",
              recording.source(),
              String.join(", ", absent),
              String.join(", ", recording.channels().stream().map(Channel::name).toList())));
    }
    for (int k = 0; k < found.size(); k++) {
      if (found.get(k) == null) {
        double[] values = new double[like.values().length];
        Arrays.fill(values, missing == Missing.NAN ? Double.NaN : 0);
        found.set(k, new Channel(name(electrodes.get(k)), like.unit(), like.rate(), values));
      }
    }
    if (!absent.isEmpty()) {
      String filled = missing == Missing.NAN ? "NaN" : "zeros";
      notes.add("No channel for " + String.join(", ", absent) + "; filled with " + filled + ".");
    }
    return new ChannelRecording(
        found,
        recording.annotations(),
        recording.gaps(),
        recording.start(),
        notes,
        recording.source());
  }

  /** The name an electrode gets, whether the recording has it or not. */
  private static String name(String wanted) {
    String electrode = TenTwenty.electrode(wanted);
    return electrode == null ? wanted : TenTwenty.spelled(electrode);
  }

  /** Every channel at one rate, anti-aliased; all cut to the shortest. */
  public static ChannelRecording resample(ChannelRecording recording, double rate) {
    List<Channel> channels = new ArrayList<>();
    int shortest = Integer.MAX_VALUE;
    for (Channel c : recording.channels()) {
      double[] values =
          SameSampling.equal(c.rate(), rate)
              ? c.values()
              : new Resampler(c.rate(), rate).apply(c.values());
      channels.add(c.with(values, rate));
      shortest = Math.min(shortest, values.length);
    }
    for (int c = 0; c < channels.size(); c++) {
      double[] values = channels.get(c).values();
      if (values.length > shortest) {
        channels.set(c, channels.get(c).with(Arrays.copyOf(values, shortest), rate));
      }
    }
    return recording.withChannels(channels);
  }

  /**
   * Every channel through a filter made for its rate.
   *
   * @param bothWays forwards and backwards (no delay, looks ahead), or forwards alone
   */
  public static ChannelRecording filter(
      ChannelRecording recording, DoubleFunction<SosFilter> forRate, boolean bothWays) {
    List<Channel> channels = new ArrayList<>();
    for (Channel c : recording.channels()) {
      SosFilter filter = forRate.apply(c.rate());
      double[] values = bothWays ? filter.zeroPhase(c.values()) : filter.forward(c.values());
      channels.add(c.with(values, c.rate()));
    }
    return recording.withChannels(channels);
  }

  /** The channels as region signals, electrodes with their places in mm. */
  public static RegionSignals toSignals(ChannelRecording recording) {
    RegionSignals plain = recording.toSignals();
    List<Region> regions = new ArrayList<>();
    for (Region region : plain.regions()) {
      double[] place = TenTen.place(region.name());
      for (int i = 0; place != null && i < 3; i++) {
        place[i] *= TenTwenty.RADIUS;
      }
      regions.add(region.at(place));
    }
    return new RegionSignals(
        new Regions(regions), plain.values(), plain.interval(), plain.source());
  }
}
