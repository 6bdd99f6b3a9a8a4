package org.braindyn.validation;

import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Annotation;

/** Traces between 0 and 1 (probabilities) below one another, intervals shaded. */
final class TracePicture {
  private static final int LEFT = 50;
  private static final int WIDE = 900;
  private static final int HIGH = 90;
  private static final int GAP = 28;
  private static final int TOP = 34;
  private static final Color SHADE = new Color(255, 215, 205);
  private static final Color LINE = new Color(31, 90, 160);

  private TracePicture() {}

  /**
   * @param traces name to values from 0 to 1, all equally long; NaN leaves a gap
   * @param step s between values
   * @param shaded intervals in s, e.g. true seizures
   * @param title first line
   */
  static ColorProcessor of(
      Map<String, double[]> traces, double step, List<Annotation> shaded, String title) {
    int height = TOP + traces.size() * (HIGH + GAP) + 26;
    ColorProcessor picture = new ColorProcessor(LEFT + WIDE + 20, height);
    picture.setColor(Color.WHITE);
    picture.fill();
    picture.setAntialiasedText(true);
    text(picture, title + " (shaded: labelled seizure)", 6, 20, 14);
    int top = TOP;
    double duration = 0;
    for (Map.Entry<String, double[]> trace : traces.entrySet()) {
      double[] values = trace.getValue();
      duration = values.length * step;
      for (Annotation interval : shaded) {
        int from = x(interval.onset(), duration);
        int to = x(Math.min(duration, interval.end()), duration);
        picture.setColor(SHADE);
        picture.fillRect(from, top + GAP - 6, to - from, HIGH);
      }
      frame(picture, top + GAP - 6);
      text(picture, trace.getKey(), LEFT, top + GAP - 10, 12);
      picture.setColor(LINE);
      for (int k = 1; k < values.length; k++) {
        if (!Double.isNaN(values[k]) && !Double.isNaN(values[k - 1])) {
          picture.drawLine(
              x((k - 0.5) * step, duration),
              y(values[k - 1], top),
              x((k + 0.5) * step, duration),
              y(values[k], top));
        }
      }
      top += HIGH + GAP;
    }
    double tick = Math.pow(10, Math.floor(Math.log10(duration))) / (duration < 200 ? 5 : 2);
    for (double t = 0; t <= duration * 1.0001; t += tick) {
      text(picture, String.format(Locale.ROOT, "%.0f", t), x(t, duration) - 8, top + 14, 11);
    }
    text(picture, "time (s)", LEFT + WIDE / 2 + 30, top + 25, 11);
    return picture;
  }

  private static void frame(ColorProcessor picture, int top) {
    picture.setColor(Color.GRAY);
    picture.drawRect(LEFT, top, WIDE + 1, HIGH + 1);
    picture.drawLine(LEFT, top + HIGH / 2, LEFT + 4, top + HIGH / 2);
    text(picture, "1", LEFT - 12, top + 12, 11);
    text(picture, "0.5", LEFT - 22, top + HIGH / 2 + 6, 11);
    text(picture, "0", LEFT - 12, top + HIGH, 11);
  }

  private static int x(double time, double duration) {
    return LEFT + (int) Math.round(time / duration * WIDE);
  }

  private static int y(double value, int top) {
    double shown = Math.max(0, Math.min(1, value));
    return top + GAP - 6 + (int) Math.round((1 - shown) * HIGH);
  }

  private static void text(ColorProcessor picture, String text, int x, int y, int size) {
    picture.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    picture.setColor(Color.BLACK);
    picture.drawString(text, x, y);
  }
}
