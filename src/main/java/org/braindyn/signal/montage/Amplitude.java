package org.braindyn.signal.montage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;

/**
 * Whether potentials have the size that brains give them: headers often say uV above numbers in V,
 * or the other way round.
 */
public final class Amplitude {
  /** Scalp EEG has 5 to 100 uV, electrodes in the brain up to some mV. */
  private static final double LEAST = 0.1;

  private static final double MOST = 5000;

  private Amplitude() {}

  /**
   * The same recording, with a warning that tells both readings where the amplitude is not
   * plausible. Channels in other units do not count.
   */
  public static ChannelRecording checked(ChannelRecording recording) {
    double[] deviations =
        recording.channels().stream()
            .filter(c -> c.unit().equals("uV"))
            .mapToDouble(Amplitude::deviation)
            .filter(sd -> sd > 0)
            .sorted()
            .toArray();
    if (deviations.length == 0) {
      return recording;
    }
    double middle = deviations[deviations.length / 2];
    if (middle >= LEAST && middle <= MOST) {
      return recording;
    }
    String other =
        middle > MOST
            ? String.format(
                Locale.ROOT, "if the numbers are in nV or uV, it is %.3g uV", middle * 1e-3)
            : String.format(
                Locale.ROOT,
                "if the numbers are in V, it is %.3g uV, if in mV, %.3g uV",
                middle * 1e6,
                middle * 1e3);
    if (middle > MOST * 1e3) {
      other = String.format(Locale.ROOT, "if the numbers are in uV, it is %.3g uV", middle * 1e-6);
    }
    List<String> notes = new ArrayList<>(recording.notes());
    notes.add(
        String.format(
            Locale.ROOT,
            "Warning: by its header a channel varies by %.3g uV, which is no EEG; %s. Is the unit"
                + " in the header right?",
            middle,
            other));
    return new ChannelRecording(
        recording.channels(),
        recording.annotations(),
        recording.gaps(),
        recording.start(),
        notes,
        recording.source());
  }

  /** Standard deviation of what was recorded. */
  private static double deviation(Channel channel) {
    double[] there = Arrays.stream(channel.values()).filter(Double::isFinite).toArray();
    double mean = Arrays.stream(there).average().orElse(0);
    double squares = Arrays.stream(there).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / Math.max(1, there.length));
  }
}
