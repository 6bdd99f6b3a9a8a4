package org.braindyn.eeg.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.signal.filter.Filters;

/**
 * Finds bad channels as PREP does (Bigdely-Shamlo et al. 2015): without a value or flat; of another
 * spread than the others; noisy above 40 Hz or at the mains' frequency; without a neighbour; unlike
 * what random sets of other electrodes predict (RANSAC). What was found in one step is no judge of
 * the others in the next. Unlike PREP it does not re-reference in between, and it judges fast noise
 * above 40 instead of 50 Hz.
 */
public final class BadChannels {
  private static final double DRIFT = 1; // Hz
  private static final double FAST = 40; // Hz
  private static final double MISSING = 0.5;
  private static final double STILL = 0.05; // of the usual spread of a window
  private static final double SMALL = 0.1; // of the usual spread of a channel
  private static final double MAINS_SHARE = 0.2; // of the variance, at least, to count as noise
  private static final int FEWEST = 4;
  private static final double SHORTEST = 5; // s

  private final RegionSignals eeg;
  private final BadLimits limits;
  private final Progress progress;
  private final int window;
  private final double[][] fast; // without drifts, [channel][time]
  private final boolean[] out; // found bad so far
  private final List<List<String>> reasons = new ArrayList<>();

  private BadChannels(RegionSignals eeg, BadLimits limits, Progress progress) {
    this.eeg = eeg;
    this.limits = limits;
    this.progress = progress;
    window = (int) Math.round(1 / eeg.interval());
    fast = new double[eeg.size()][];
    out = new boolean[eeg.size()];
    for (int c = 0; c < fast.length; c++) {
      Cancelled.check(progress, "Judging channels");
      fast[c] = Filters.highPass(2, DRIFT, 1 / eeg.interval()).zeroPhase(eeg.values()[c]);
      reasons.add(new ArrayList<>());
    }
  }

  /**
   * Judges every channel.
   *
   * @param eeg in any unit, at a known rate
   * @return one per channel, in order
   * @throws BadInput if there are fewer than 4 channels, less than 5 s, or none is good
   * @throws Cancelled if it was stopped
   */
  public static List<ChannelQuality> judge(RegionSignals eeg, BadLimits limits, Progress progress) {
    if (eeg.size() < FEWEST) {
      throw new BadInput(
          eeg.source()
              + " has "
              + eeg.size()
              + " channels; bad ones are told by comparing at least 4. Name them with bad=, or use"
              + " bad=none.");
    }
    if (eeg.frames() * eeg.interval() < SHORTEST) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s lasts %.3g s; bad channels are told from at least 5 s. Name them with bad=, or"
                  + " use bad=none.",
              eeg.source(),
              eeg.frames() * eeg.interval()));
    }
    if (limits.mains() * 2 >= 1 / eeg.interval()) {
      limits =
          new BadLimits(
              limits.deviation(),
              limits.correlation(),
              limits.alone(),
              limits.prediction(),
              limits.unlike(),
              limits.flat(),
              0);
    }
    return new BadChannels(eeg, limits, progress).run();
  }

  private List<ChannelQuality> run() {
    double[] missing = new double[fast.length];
    double[] flat = new double[fast.length];
    silent(missing, flat);
    double[] spread = Arrays.stream(fast).mapToDouble(RobustScale::spread).toArray();
    double[] deviation = judged(spread);
    double[] noise = judged(noise(spread));
    double[] share = mains();
    double[] mains = judged(share);
    double usual = RobustScale.middle(kept(spread));
    for (int c = 0; c < fast.length; c++) {
      if (Math.abs(deviation[c]) > limits.deviation()) {
        found(c, deviation[c] > 0 ? "varies much more than the others" : "varies much less");
      } else if (!out[c] && spread[c] < SMALL * usual) {
        found(c, "varies much less");
      }
      if (noise[c] > limits.deviation()) {
        found(c, "noise above 40 Hz");
      }
      if (mains[c] > limits.deviation() && share[c] > MAINS_SHARE) {
        found(c, String.format(Locale.ROOT, "%.0f Hz of the mains", limits.mains()));
      }
    }
    note();
    NeighbourWindows near = NeighbourWindows.of(fast, out, window, limits, progress);
    for (int c = 0; c < fast.length; c++) {
      if (near.alone()[c] > limits.alone()) {
        found(c, "no channel resembles it");
      }
    }
    note();
    PredictedWindows predicted =
        PredictedWindows.of(
            fast, Electrodes.of(eeg.regions()), out, 1 / eeg.interval(), limits, progress);
    for (int c = 0; c < fast.length; c++) {
      if (predicted.unlike()[c] > limits.unlike()) {
        found(c, "unlike what its surroundings predict");
      }
    }
    List<ChannelQuality> all = new ArrayList<>();
    for (int c = 0; c < fast.length; c++) {
      all.add(
          new ChannelQuality(
              eeg.regions().get(c).name(),
              missing[c],
              flat[c],
              deviation[c],
              noise[c],
              mains[c],
              near.correlation()[c],
              near.alone()[c],
              predicted.correlation()[c],
              predicted.unlike()[c],
              List.copyOf(reasons.get(c))));
    }
    if (all.stream().allMatch(ChannelQuality::bad)) {
      throw new BadInput(
          eeg.source()
              + ": every channel looks bad, so none can judge or fill another. Look at it in the"
              + " EEG viewer, import it with filters (lowest=0.5, notch=50), or name the bad ones:"
              + " bad=[names].");
    }
    return all;
  }

  private void found(int channel, String reason) {
    reasons.get(channel).add(reason);
  }

  /** What was found counts as bad from here on. */
  private void note() {
    for (int c = 0; c < out.length; c++) {
      out[c] |= !reasons.get(c).isEmpty();
    }
  }

  private void silent(double[] missing, double[] flat) {
    double[][] moves = new double[fast.length][];
    double[] usual = new double[fast.length];
    for (int c = 0; c < fast.length; c++) {
      missing[c] =
          1 - (double) Arrays.stream(fast[c]).filter(Double::isFinite).count() / fast[c].length;
      moves[c] = new double[fast[c].length / window];
      for (int w = 0; w < moves[c].length; w++) {
        moves[c][w] = deviation(eeg.values()[c], w * window, (w + 1) * window);
      }
      usual[c] = RobustScale.middle(moves[c]);
    }
    double still = STILL * RobustScale.middle(usual);
    for (int c = 0; c < fast.length; c++) {
      long there = Arrays.stream(moves[c]).filter(Double::isFinite).count();
      long none = Arrays.stream(moves[c]).filter(v -> v <= still).count();
      flat[c] = there == 0 ? Double.NaN : (double) none / there;
      if (missing[c] > MISSING) {
        found(c, "without values");
      } else if (flat[c] > limits.flat()) {
        found(c, "flat");
      }
    }
    note();
  }

  /** Robust z among the channels that are not bad yet; NaN for the others. */
  private double[] judged(double[] values) {
    return RobustScale.z(kept(values));
  }

  private double[] kept(double[] values) {
    double[] some = values.clone();
    for (int c = 0; c < some.length; c++) {
      some[c] = out[c] ? Double.NaN : some[c];
    }
    return some;
  }

  /** Spread above 40 Hz by spread below; NaN at rates that hold nothing above. */
  private double[] noise(double[] spread) {
    double rate = 1 / eeg.interval();
    double[] ratio = new double[fast.length];
    Arrays.fill(ratio, Double.NaN);
    for (int c = 0; c < ratio.length && rate > 2.5 * FAST; c++) {
      Cancelled.check(progress, "Judging noise");
      double above = RobustScale.spread(Filters.highPass(4, FAST, rate).zeroPhase(fast[c]));
      ratio[c] = above / Math.sqrt(Math.max(1e-300, spread[c] * spread[c] - above * above));
    }
    return ratio;
  }

  /** Share of the variance at the mains' frequency, over windows of 1 s; NaN if not judged. */
  private double[] mains() {
    double[] shares = new double[fast.length];
    Arrays.fill(shares, Double.NaN);
    double turn = 2 * Math.PI * limits.mains() * eeg.interval();
    for (int c = 0; c < shares.length && limits.mains() > 0; c++) {
      Cancelled.check(progress, "Judging the mains");
      double power = 0;
      double whole = 0;
      for (int from = 0; from + window <= fast[c].length; from += window) {
        double real = 0;
        double imaginary = 0;
        double squares = 0;
        for (int k = 0; k < window; k++) {
          double v = fast[c][from + k];
          real += v * Math.cos(turn * k);
          imaginary += v * Math.sin(turn * k);
          squares += v * v;
        }
        if (Double.isFinite(squares)) {
          power += 2 * (real * real + imaginary * imaginary) / window;
          whole += squares;
        }
      }
      shares[c] = whole > 0 ? power / whole : Double.NaN;
    }
    return shares;
  }

  /** Standard deviation of a stretch; NaN if a value is missing. */
  private static double deviation(double[] values, int from, int to) {
    double mean = 0;
    for (int t = from; t < to; t++) {
      mean += values[t] / (to - from);
    }
    double squares = 0;
    for (int t = from; t < to; t++) {
      squares += (values[t] - mean) * (values[t] - mean);
    }
    return Math.sqrt(squares / (to - from));
  }
}
