package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A map of the scalp as a 32-bit image (0 outside the head) with head, nose and electrodes drawn
 * over it.
 */
public final class ScalpImage {
  private static final String ELECTRODE = "electrode ";

  private ScalpImage() {}

  /** Dots of the electrodes on a map; empty for another image. */
  public static List<Roi> electrodes(ImagePlus image) {
    List<Roi> dots = new ArrayList<>();
    Roi[] all = image.getOverlay() == null ? new Roi[0] : image.getOverlay().toArray();
    for (Roi roi : all) {
      if (roi.getName() != null && roi.getName().startsWith(ELECTRODE)) {
        dots.add(roi);
      }
    }
    return dots;
  }

  /** Name of the electrode of a dot. */
  public static String name(Roi dot) {
    return dot.getName().substring(ELECTRODE.length());
  }

  /**
   * @param map [row][column], NaN outside
   * @param places electrodes in the map, x and y from -1 to 1, y up
   * @param names of the electrodes
   * @param unit of the values, beside the colours
   */
  public static ImagePlus of(
      double[][] map, double[][] places, String[] names, String title, String unit) {
    int size = map.length;
    int margin = size / 10;
    int bar = Math.max(60, size / 4);
    FloatProcessor pixels = new FloatProcessor(size + 2 * margin + bar, size + 2 * margin);
    double limit = 1e-12;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        // Outside the head 0, which is white: ImageJ shows NaN in the colour of the minimum.
        double value = Double.isNaN(map[y][x]) ? 0 : map[y][x];
        pixels.setf(x + margin, y + margin, (float) value);
        limit = Math.max(limit, Math.abs(value));
      }
    }
    ImagePlus image = new ImagePlus(title, pixels);
    image.setLut(colours());
    image.setDisplayRange(-limit, limit);
    Overlay overlay = new Overlay();
    Roi head = new OvalRoi(margin, margin, size, size);
    float middle = margin + size / 2f;
    float[] noseX = {middle - size / 16f, middle, middle + size / 16f};
    float[] noseY = {margin + 2f, margin - size / 14f, margin + 2f};
    for (Roi roi : new Roi[] {head, new PolygonRoi(noseX, noseY, 3, Roi.POLYLINE)}) {
      roi.setStrokeColor(Color.BLACK);
      roi.setStrokeWidth(2);
      overlay.add(roi);
    }
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(9, size / 28));
    for (int e = 0; e < places.length; e++) {
      double x = middle + places[e][0] * size / 2;
      double y = margin + size / 2.0 - places[e][1] * size / 2;
      Roi dot = new OvalRoi(x - 2, y - 2, 4, 4);
      dot.setFillColor(Color.BLACK);
      dot.setName(ELECTRODE + names[e]);
      overlay.add(dot);
      double beside = places[e][0] > 0.5 ? -4 - 0.75 * font.getSize() * names[e].length() : 4;
      TextRoi text = new TextRoi(x + beside, y - font.getSize() / 2.0, names[e], font);
      text.setStrokeColor(Color.BLACK);
      overlay.add(text);
    }
    scale(overlay, new int[] {size + 2 * margin + 4, margin + size / 4, size / 2}, limit, unit);
    image.setOverlay(overlay);
    return image;
  }

  /** The colours with the values of their ends; at is left, top and height. */
  private static void scale(Overlay overlay, int[] at, double limit, String unit) {
    int wide = Math.max(8, at[2] / 10);
    ColorProcessor colours = new ColorProcessor(wide, at[2]);
    for (int y = 0; y < at[2]; y++) {
      int[] rgb = Colours.divergingRgb(1 - (double) y / (at[2] - 1));
      colours.setColor(new Color(rgb[0], rgb[1], rgb[2]));
      colours.drawLine(0, y, wide, y);
    }
    overlay.add(new ImageRoi(at[0], at[1], colours));
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(9, at[2] / 14));
    String[] texts = {
      String.format(Locale.ROOT, "%+.2g", limit), "0", String.format(Locale.ROOT, "%+.2g", -limit)
    };
    for (int k = 0; k < texts.length; k++) {
      double y = at[1] + at[2] * k / 2.0 - font.getSize() / 2.0;
      Roi text = new TextRoi(at[0] + wide + 3, y, texts[k], font);
      text.setStrokeColor(Color.BLACK);
      overlay.add(text);
    }
    Roi name = new TextRoi(at[0], at[1] - 2.0 * font.getSize(), unit, font);
    name.setStrokeColor(Color.BLACK);
    overlay.add(name);
  }

  private static LUT colours() {
    byte[][] rgb = new byte[3][256];
    for (int i = 0; i < 256; i++) {
      int[] colour = Colours.divergingRgb(i / 255.0);
      for (int c = 0; c < 3; c++) {
        rgb[c][i] = (byte) colour[c];
      }
    }
    return new LUT(rgb[0], rgb[1], rgb[2]);
  }
}
