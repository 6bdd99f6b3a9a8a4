package org.braindyn.figure.eeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.figure.colour.ColourScale;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Ink;
import org.braindyn.figure.draw.Pixels;
import org.braindyn.figure.draw.Words;
import org.braindyn.figure.plot.ColourBar;
import org.braindyn.signal.montage.ScalpSpline;
import org.braindyn.signal.montage.TenTen;
import org.braindyn.signal.montage.TenTwenty;

/** A value per electrode as a map of the head seen from above, with its unit. */
public final class ScalpFigure {
  private static final int PIXELS = 220;
  private static final double SIZE = 330;
  private static final double LEFT = 40;
  private static final double TOP = 62;
  private static final int LEAST = 3;

  private ScalpFigure() {}

  /**
   * The figure; electrodes without a value are hollow.
   *
   * @param electrodes whose names are of the 10-20 system; others are left out
   * @param values one per electrode, NaN for none
   * @param title first line
   * @param unit what the values are, with unit
   * @throws BadInput if fewer than three electrodes have a place and a value
   */
  public static Drawing of(Regions electrodes, double[] values, String title, String unit) {
    List<double[]> places = new ArrayList<>();
    List<Double> known = new ArrayList<>();
    for (int e = 0; e < values.length; e++) {
      double[] place = TenTen.place(electrodes.get(e).name());
      if (place != null && Double.isFinite(values[e])) {
        places.add(place);
        known.add(values[e]);
      }
    }
    if (places.size() < LEAST) {
      throw new BadInput(
          String.format(
              "A scalp map needs three electrodes of the 10-20 system with values; %d of the %d"
                  + " names are such: %s.",
              places.size(), values.length, electrodes.summary()));
    }
    double[] numbers = known.stream().mapToDouble(v -> v).toArray();
    ColourScale scale = ColourScale.around(Arrays.stream(numbers), unit);
    Drawing out =
        new Drawing(2 * LEFT + SIZE + ColourBar.WIDTH, TOP + SIZE + 30, "Scalp map: " + title);
    out.words(Words.at(12, 20, 14, title).strong());
    out.words(Words.at(12, 36, 11, "from above, nose up; L is the left of the head"));
    head(out);
    out.tiles(LEFT, TOP, SIZE, SIZE, pixels(places, numbers, scale));
    double middle = LEFT + SIZE / 2;
    double radius = SIZE / 2;
    out.disc(middle, TOP + radius, radius, Ink.line(0x303030, 1.6), "");
    for (int e = 0; e < values.length; e++) {
      double[] place = TenTen.place(electrodes.get(e).name());
      if (place != null) {
        double[] at = ScalpSpline.project(place);
        electrode(
            out,
            electrodes.get(e).name(),
            middle + at[0] * radius,
            TOP + radius - at[1] * radius,
            values[e]);
      }
    }
    out.words(Words.at(LEFT - 22, TOP + radius + 4, 12, "L").strong().middle());
    out.words(Words.at(LEFT + SIZE + 22, TOP + radius + 4, 12, "R").strong().middle());
    out.inset(LEFT + SIZE + 32, TOP + radius - 110, ColourBar.of(scale, 220));
    return out;
  }

  private static void head(Drawing out) {
    double middle = LEFT + SIZE / 2;
    Ink ink = new Ink(0xffffff, 0x303030, 1.6, 1);
    out.shape(
        new double[] {middle - 18, middle, middle + 18},
        new double[] {TOP + 4, TOP - 16, TOP + 4},
        true,
        ink,
        "");
    for (int side = -1; side <= 1; side += 2) {
      double x = middle + side * SIZE / 2;
      double y = TOP + SIZE / 2;
      out.shape(
          new double[] {x, x + side * 8, x + side * 10, x + side * 8, x},
          new double[] {y - 26, y - 22, y, y + 22, y + 26},
          true,
          ink,
          "");
    }
  }

  private static Pixels pixels(List<double[]> places, double[] numbers, ColourScale scale) {
    double[][] map = new ScalpSpline(places.toArray(double[][]::new), numbers).map(PIXELS);
    Pixels pixels = Pixels.clear(PIXELS, PIXELS);
    for (int y = 0; y < PIXELS; y++) {
      for (int x = 0; x < PIXELS; x++) {
        if (!Double.isNaN(map[y][x])) {
          pixels.set(x, y, scale.rgb(map[y][x]));
        }
      }
    }
    return pixels;
  }

  private static void electrode(Drawing out, String name, double x, double y, double value) {
    boolean known = Double.isFinite(value);
    Ink ink = known ? Ink.fill(0x1a1a1a) : new Ink(0xffffff, 0x1a1a1a, 1, 1);
    out.disc(x, y, 3, ink, name);
    String electrode = TenTwenty.electrode(name);
    String spelled = electrode == null ? name : TenTwenty.spelled(electrode);
    out.words(Words.at(x, y - 6, 10, Words.shorten(spelled, 10)).middle());
  }
}
