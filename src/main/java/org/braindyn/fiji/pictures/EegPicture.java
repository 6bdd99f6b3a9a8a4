package org.braindyn.fiji.pictures;

import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Annotation;
import org.braindyn.data.Median;
import org.braindyn.data.RegionSignals;

/** An EEG recording as a clinician reads it: channels below one another, and the probability. */
public final class EegPicture {
  private static final int LEFT = 60;
  private static final int WIDE = 940;
  private static final int ROW = 22;
  private static final int TOP = 40;
  private static final int TRACE = 90;
  private static final Color LABELLED = new Color(255, 222, 214);
  private static final Color ALARM = new Color(178, 24, 43);

  private EegPicture() {}

  /**
   * @param probability per second, NaN for unknown
   * @param alarms stretches in s, drawn as bars above the probability
   * @param labels true seizures in s, shaded
   */
  public static ColorProcessor of(
      RegionSignals eeg, double[] probability, List<Annotation> alarms, List<Annotation> labels) {
    int rows = eeg.size() * ROW;
    ColorProcessor picture = new ColorProcessor(LEFT + WIDE + 20, TOP + rows + TRACE + 60);
    picture.setColor(Color.WHITE);
    picture.fill();
    picture.setAntialiasedText(true);
    double duration = eeg.frames() * eeg.interval();
    text(picture, eeg.source() + " (shaded: labelled; red: alarm)", 6, 20, 14);
    bars(picture, labels, duration, TOP, rows + TRACE + 20, LABELLED);
    double unit = scale(eeg);
    for (int c = 0; c < eeg.size(); c++) {
      int middle = TOP + c * ROW + ROW / 2;
      text(picture, eeg.regions().get(c).name(), 6, middle + 6, 11);
      picture.setColor(Color.DARK_GRAY);
      channel(picture, eeg.values()[c], middle, unit);
    }
    int top = TOP + rows + 20;
    bars(picture, alarms, duration, top - 8, 6, ALARM);
    picture.setColor(Color.GRAY);
    picture.drawRect(LEFT, top, WIDE, TRACE);
    text(picture, "p = 1", 14, top + 10, 11);
    text(picture, "0", 40, top + TRACE, 11);
    picture.setColor(new Color(31, 90, 160));
    for (int s = 1; s < probability.length; s++) {
      if (!Double.isNaN(probability[s]) && !Double.isNaN(probability[s - 1])) {
        picture.drawLine(
            x(s - 0.5, duration),
            top + (int) Math.round((1 - probability[s - 1]) * TRACE),
            x(s + 0.5, duration),
            top + (int) Math.round((1 - probability[s]) * TRACE));
      }
    }
    for (int k = 0; k <= 10; k++) {
      double t = duration * k / 10;
      text(
          picture,
          String.format(Locale.ROOT, duration < 50 ? "%.1f" : "%.0f", t),
          x(t, duration) - 10,
          top + 108,
          11);
    }
    text(
        picture,
        String.format(Locale.ROOT, "time (s); a row is %.3g units high", unit * ROW),
        LEFT,
        top + 124,
        11);
    return picture;
  }

  /** From the lowest to the highest sample under each pixel. */
  private static void channel(ColorProcessor picture, double[] values, int middle, double unit) {
    double mean = 0;
    int count = 0;
    for (double v : values) {
      mean += Double.isNaN(v) ? 0 : v;
      count += Double.isNaN(v) ? 0 : 1;
    }
    mean /= Math.max(1, count);
    for (int x = 0; x < WIDE; x++) {
      int from = (int) ((long) x * values.length / WIDE);
      int to = Math.max(from + 1, (int) ((x + 1L) * values.length / WIDE));
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int k = from; k < Math.min(to, values.length); k++) {
        low = Math.min(low, Double.isNaN(values[k]) ? low : values[k]);
        high = Math.max(high, Double.isNaN(values[k]) ? high : values[k]);
      }
      if (high >= low) {
        picture.drawLine(
            LEFT + x,
            offset(middle, high - mean, unit),
            LEFT + x,
            offset(middle, low - mean, unit));
      }
    }
  }

  private static int offset(int middle, double value, double unit) {
    return middle - (int) Math.round(Math.max(-ROW, Math.min(ROW, value / unit)));
  }

  /** Units per pixel: eight standard deviations of a usual channel fill a row. */
  private static double scale(RegionSignals eeg) {
    double[] sd = new double[eeg.size()];
    for (int c = 0; c < sd.length; c++) {
      double sum = 0;
      double squares = 0;
      int count = 0;
      for (double v : eeg.values()[c]) {
        if (!Double.isNaN(v)) {
          sum += v;
          squares += v * v;
          count++;
        }
      }
      sd[c] = count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - sum / count * sum / count));
    }
    return Math.max(1e-12, 8 * Median.of(sd) / ROW);
  }

  private static void bars(
      ColorProcessor picture,
      List<Annotation> intervals,
      double duration,
      int top,
      int high,
      Color colour) {
    picture.setColor(colour);
    for (Annotation one : intervals) {
      int from = x(one.onset(), duration);
      picture.fillRect(from, top, Math.max(1, x(one.end(), duration) - from), high);
    }
  }

  private static int x(double time, double duration) {
    return LEFT + (int) Math.round(Math.max(0, Math.min(1, time / duration)) * WIDE);
  }

  private static void text(ColorProcessor picture, String text, int x, int y, int size) {
    picture.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    picture.setColor(Color.BLACK);
    picture.drawString(text, x, y);
  }
}
