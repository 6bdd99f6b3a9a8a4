package org.braindyn.figure.colour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Colours from low to high. Both were made in CIE L*C*h so that lightness alone orders the values,
 * and hues lie apart for people without red or green cones; the numbers are {@code luts/*.lut} in
 * the jar, text of 256 lines that ImageJ opens too.
 */
public enum Palette {
  /** Dark blue (most negative) over near-white (zero) to dark red (most positive). */
  DIVERGING("braindyn-diverging"),
  /** Dark blue (lowest) over magenta and orange to light yellow (highest). */
  SEQUENTIAL("braindyn-sequential");

  /** Colour of what has no value. */
  public static final int NO_VALUE = 0x6e6e6e;

  /** Colour of what is there but not significant. */
  public static final int NOT_SIGNIFICANT = 0xc4c4c4;

  private final int[] rgb;

  Palette(String file) {
    rgb = read("/luts/" + file + ".lut");
  }

  private static int[] read(String resource) {
    try (InputStream in = Palette.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.isBlank())
          .mapToInt(
              line -> {
                String[] c = line.trim().split("\\s+");
                return Integer.parseInt(c[0]) << 16
                    | Integer.parseInt(c[1]) << 8
                    | Integer.parseInt(c[2]);
              })
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A colour.
   *
   * @param position 0 (lowest) to 1 (highest); beyond them the end's colour
   * @return 0xRRGGBB
   */
  public int at(double position) {
    if (Double.isNaN(position)) {
      return NO_VALUE;
    }
    return rgb[(int) Math.round(Math.min(1, Math.max(0, position)) * (rgb.length - 1))];
  }
}
