package org.braindyn.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;

/**
 * Scalp EEG with known seizures, for samples and tests: noise whose power falls with frequency,
 * alpha waves strongest at the back, and seizures that begin at one electrode as 4 Hz spike-like
 * waves, spread to the others by distance, slow down and grow. It looks like EEG and is none.
 */
public final class EegPhantom {
  private static final int CHECK = 50_000; // samples between two looks at Esc
  private static final double SPEED = 1;
  private static final double RISE = 2;

  private EegPhantom() {}

  /**
   * Makes a recording.
   *
   * @param names of the electrodes
   * @param places on the unit sphere, [electrode][x, y, z]
   * @param focus index of the electrode at which seizures begin
   * @param rate samples per second, a whole number
   * @param seconds length
   * @param seizures intervals in s
   */
  public static ChannelRecording make(
      List<String> names,
      double[][] places,
      int focus,
      double rate,
      int seconds,
      List<Annotation> seizures,
      Seed seed) {
    Head head = new Head(names, places, focus);
    return make(head, rate, seconds, seizures, seed, Progress.NONE);
  }

  /**
   * Electrodes.
   *
   * @param places unit vectors, [electrode][3]
   * @param focus electrode that seizures start from
   */
  public record Head(List<String> names, double[][] places, int focus) {}

  /**
   * Makes a recording, watched.
   *
   * @param rate samples per second
   * @throws org.braindyn.data.Cancelled if it was stopped
   */
  public static ChannelRecording make(
      Head head,
      double rate,
      int seconds,
      List<Annotation> seizures,
      Seed seed,
      Progress progress) {
    List<String> names = head.names();
    double[][] places = head.places();
    int focus = head.focus();
    if (rate < 50 || rate != Math.rint(rate) || seconds < 1 || rate * seconds > 50e6) {
      throw new BadInput(
          "An EEG of " + seconds + " s at " + rate + " Hz is not possible; give 50 Hz or more.");
    }
    int n = names.size();
    int length = (int) (rate * seconds);
    double[][] noise = new double[n][length];
    for (int c = 0; c < n; c++) {
      Cancelled.check(progress, "Making an EEG");
      Seed.Stream random = seed.stream("noise of " + names.get(c));
      double slow = 0;
      double fast = 0;
      for (int t = 0; t < length; t++) {
        slow = 0.995 * slow + random.gaussian();
        fast = 0.8 * fast + random.gaussian();
        noise[c][t] = 1.2 * slow + 2.5 * fast;
      }
    }
    double[] alpha = alpha(length, rate, seed.stream("alpha"));
    List<Channel> channels = new ArrayList<>();
    for (int c = 0; c < n; c++) {
      double back = Math.max(0, 0.3 - places[c][1]);
      double far = Math.acos(Math.max(-1, Math.min(1, dot(places[c], places[focus]))));
      double[] values = new double[length];
      progress.report((double) c / n, "Making electrode " + names.get(c));
      for (int t = 0; t < length; t++) {
        if (t % CHECK == 0) {
          Cancelled.check(progress, "Making an EEG");
        }
        // Neighbours share noise through the skull.
        double shared = noise[(c + 1) % n][t] * 0.5;
        values[t] = noise[c][t] + shared + 12 * back * alpha[t];
        for (Annotation seizure : seizures) {
          values[t] += wave(t / rate - seizure.onset() - far / SPEED, seizure, far);
        }
      }
      channels.add(new Channel("EEG " + names.get(c) + "-REF", "uV", rate, values));
    }
    List<Annotation> events = new ArrayList<>();
    for (Annotation s : seizures) {
      events.add(new Annotation(s.onset(), s.duration(), "seiz", ""));
    }
    return new ChannelRecording(
        channels, events, List.of(), null, List.of(), "EEG phantom, seed " + seed.value());
  }

  /** Seizures evenly spread: one per 60 s, each a quarter of that. */
  public static List<Annotation> seizures(int seconds) {
    int count = Math.max(1, seconds / 60);
    double each = (double) seconds / count;
    Annotation[] all = new Annotation[count];
    Arrays.setAll(all, k -> new Annotation((k + 0.5) * each, 0.25 * each, "seiz", ""));
    return List.of(all);
  }

  private static double wave(double since, Annotation seizure, double far) {
    double left = seizure.duration() - far / SPEED - since;
    if (since <= 0 || left <= 0) {
      return 0;
    }
    double size = 90 * Math.exp(-far) * Math.min(1, since / RISE);
    double phase = 2 * Math.PI * (4 * since - 0.01 * since * since);
    return size * (Math.sin(phase) + 0.5 * Math.sin(2 * phase + 0.6));
  }

  private static double[] alpha(int length, double rate, Seed.Stream random) {
    double[] wave = new double[length];
    double phase = 0;
    double size = 1;
    for (int t = 0; t < length; t++) {
      phase += 2 * Math.PI * 10 / rate + 0.05 * random.gaussian();
      size = Math.max(0, size + 0.02 * random.gaussian() + 0.005 * (1 - size));
      wave[t] = size * Math.sin(phase);
    }
    return wave;
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
