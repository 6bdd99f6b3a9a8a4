package org.braindyn.figure.eeg;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Annotation;
import org.braindyn.data.Median;
import org.braindyn.data.RegionSignals;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Ink;
import org.braindyn.figure.draw.Words;

/**
 * A page of an EEG as a clinician reads it: named traces below one another on a grid of seconds, a
 * scale, remarks and bands of seizures.
 *
 * @param eeg the whole recording
 * @param remarks what is written above the traces; may be empty
 * @param seizures bands behind the traces; may be empty
 * @param unit of the values, e.g. "µV"
 */
public record EegPage(
    RegionSignals eeg, List<Annotation> remarks, List<Annotation> seizures, String unit) {
  private static final double LEFT = 74;
  private static final double TOP = 48;
  private static final double FOOT = 34;
  private static final double RIGHT = 16;
  private static final int BAND = 0xfbd9c8;
  private static final int TRACE = 0x1f3a5f;
  private static final int CHOSEN = 0xd55e00;
  private static final double CLIP = 1.6;

  /**
   * What of it is shown.
   *
   * @param start s at which the page begins
   * @param seconds s that it holds
   * @param perRow units of the signal from one trace to the next; 0 for what fits a usual trace
   * @param chosen name of the trace that stands out; empty for none
   */
  public record Look(double start, double seconds, double perRow, String chosen) {}

  /** Units from trace to trace that fit a usual trace: a round number near eight deviations. */
  public double fittingScale() {
    double[] sd = new double[eeg.size()];
    for (int c = 0; c < sd.length; c++) {
      double mean = mean(eeg.values()[c]);
      double squares = 0;
      int n = 0;
      for (double v : eeg.values()[c]) {
        squares += Double.isNaN(v) ? 0 : (v - mean) * (v - mean);
        n += Double.isNaN(v) ? 0 : 1;
      }
      sd[c] = n == 0 ? 0 : Math.sqrt(squares / n);
    }
    return round(Math.max(1e-9, 4 * Median.of(sd)));
  }

  /** The nearest of 1, 2, 5, 10, 20 ... */
  public static double round(double value) {
    double ten = Math.pow(10, Math.floor(Math.log10(value)));
    double share = value / ten;
    return ten * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
  }

  /** Seconds that the recording lasts. */
  public double lasts() {
    return eeg.frames() * eeg.interval();
  }

  /**
   * The page.
   *
   * @param width in points
   * @param height in points
   */
  public Drawing drawing(Look look, double width, double height) {
    double wide = width - LEFT - RIGHT;
    double high = height - TOP - FOOT;
    Drawing out =
        new Drawing(width, height, String.format(Locale.ROOT, "EEG page at %.0f s", look.start));
    double row = high / eeg.size();
    double perRow = look.perRow > 0 ? look.perRow : fittingScale();
    bands(out, look, wide, high);
    grid(out, look, wide, high);
    for (int c = 0; c < eeg.size(); c++) {
      String name = eeg.regions().get(c).name();
      boolean chosen = name.equals(look.chosen);
      double middle = TOP + (c + 0.5) * row;
      out.box(0, middle - row / 2, width, row, Ink.UNSEEN, name);
      double size = Math.min(11, Math.max(6, row * 0.8));
      Words words = Words.at(LEFT - 6, middle + size / 3, size, Words.shorten(name, 11)).end();
      out.words(chosen ? words.strong().in(CHOSEN) : words);
      trace(out, look, c, new double[] {middle, row / perRow, wide, CLIP * row}, chosen);
    }
    remarks(out, look, wide);
    scale(out, new double[] {LEFT + wide, TOP, row, perRow});
    String title =
        String.format(
            Locale.ROOT,
            "%s, %.1f to %.1f s of %.1f s",
            Words.shorten(eeg.source(), 40),
            look.start,
            Math.min(lasts(), look.start + look.seconds),
            lasts());
    out.words(Words.at(LEFT, 16, 12, title).strong());
    return out;
  }

  private void bands(Drawing out, Look look, double wide, double high) {
    for (Annotation seizure : seizures) {
      double from = Math.max(0, (seizure.onset() - look.start) / look.seconds);
      double to = Math.min(1, (seizure.end() - look.start) / look.seconds);
      if (to > from) {
        out.box(LEFT + from * wide, TOP, (to - from) * wide, high, Ink.fill(BAND), "");
        out.words(Words.at(LEFT + from * wide + 3, TOP + high - 5, 10, "seizure").in(0xa03a00));
      }
    }
  }

  private void grid(Drawing out, Look look, double wide, double high) {
    int every = (int) Math.max(1, Math.ceil(look.seconds / 20));
    for (long s = (long) Math.ceil(look.start); s <= look.start + look.seconds; s++) {
      double x = LEFT + (s - look.start) / look.seconds * wide;
      boolean named = s % every == 0;
      out.line(x, TOP, x, TOP + high, Ink.line(0xd9d9d9, named ? 0.9 : 0.4));
      if (named) {
        out.words(Words.at(x, TOP + high + 14, 10, Long.toString(s)).middle());
      }
    }
    out.words(Words.at(LEFT + wide / 2, TOP + high + 28, 11, "time (s)").middle());
  }

  /** From the lowest to the highest sample under every half point, or through all samples. */
  private void trace(Drawing out, Look look, int channel, double[] at, boolean chosen) {
    double[] values = eeg.values()[channel];
    int from = (int) Math.max(0, Math.round(look.start / eeg.interval()));
    int to =
        (int) Math.min(values.length, Math.round((look.start + look.seconds) / eeg.interval()));
    if (to <= from) {
      return;
    }
    double mean = mean(Arrays.copyOfRange(values, from, to));
    int bins = (int) Math.min(to - from, 2 * at[2]);
    double[] xs = new double[2 * bins];
    double[] ys = new double[2 * bins];
    int n = 0;
    Ink ink = Ink.line(chosen ? CHOSEN : TRACE, chosen ? 1.2 : 0.8);
    for (int b = 0; b < bins; b++) {
      int first = from + (int) ((long) b * (to - from) / bins);
      int last = from + (int) ((b + 1L) * (to - from) / bins);
      var bin = Arrays.stream(values, first, last).filter(Double::isFinite).summaryStatistics();
      if (bin.getCount() == 0) {
        stretch(out, xs, ys, n, ink);
        n = 0;
        continue;
      }
      double x =
          LEFT + ((first + last - 1) / 2.0 * eeg.interval() - look.start) / look.seconds * at[2];
      boolean one = last - first == 1;
      xs[n] = x;
      ys[n++] = y(one ? values[first] : bin.getMax(), mean, at);
      if (!one) {
        xs[n] = x;
        ys[n++] = y(bin.getMin(), mean, at);
      }
    }
    stretch(out, xs, ys, n, ink);
  }

  private static void stretch(Drawing out, double[] xs, double[] ys, int n, Ink ink) {
    if (n > 1) {
      out.shape(Arrays.copyOf(xs, n), Arrays.copyOf(ys, n), false, ink, "");
    }
  }

  private static double y(double value, double mean, double[] at) {
    double off = Math.max(-at[3], Math.min(at[3], (value - mean) * at[1]));
    return at[0] - off;
  }

  private void remarks(Drawing out, Look look, double wide) {
    for (Annotation remark : remarks) {
      double share = (remark.onset() - look.start) / look.seconds;
      if (share >= 0 && share < 1) {
        double x = LEFT + share * wide;
        out.line(x, TOP - 12, x, TOP + 4, Ink.line(0xa03a00, 1.4));
        out.words(Words.at(x + 3, TOP - 4, 10, Words.shorten(remark.text(), 24)).in(0xa03a00));
      }
    }
  }

  /** A bar of a round number of units. */
  private void scale(Drawing out, double[] at) {
    double x = at[0] - 70;
    double bottom = at[1] - 6;
    double units = round(at[3] * Math.min(26, at[2]) / at[2]);
    double length = units * at[2] / at[3];
    out.line(x, bottom - length, x, bottom, Ink.line(0x1a1a1a, 1.6));
    String text =
        String.format(Locale.ROOT, "%.9f", units).replaceFirst("\\.?0+$", "") + " " + unit;
    out.words(Words.at(x + 5, bottom - length / 2 + 4, 10, text));
  }

  private static double mean(double[] row) {
    return Arrays.stream(row).filter(Double::isFinite).average().orElse(0);
  }
}
