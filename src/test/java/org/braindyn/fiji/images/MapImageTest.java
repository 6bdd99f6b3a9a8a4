package org.braindyn.fiji.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import org.braindyn.data.Grid;
import org.junit.jupiter.api.Test;

class MapImageTest {
  private static int rgb(float[] frame, int x) {
    ImagePlus map =
        MapImage.image(
            Grid.spaced(frame.length, 1, 1, 2, 2, 2), new float[][] {frame}, Double.NaN, "map");
    return map.getProcessor().convertToRGB().getPixel(x, 0) & 0xffffff;
  }

  @Test
  void noValueDoesNotLookLikeTheMostNegative() {
    float[] frame = {Float.NaN, -1, 0, 1};
    assertEquals(org.braindyn.figure.colour.Palette.NO_VALUE, rgb(frame, 0));
    for (int x = 1; x < 4; x++) {
      double off = 0;
      int whole = rgb(new float[] {-1, -1, 0, 1}, x);
      for (int shift = 0; shift < 24; shift += 8) {
        off = Math.max(off, Math.abs((rgb(frame, x) >> shift & 255) - (whole >> shift & 255)));
      }
      assertEquals(0, off, 4, "the other colours stay, at " + frame[x]);
    }
  }

  @Test
  void saturatedValuesAreNoGapsEither() {
    float[] frame = {Float.NaN, -5, -1, 1, 5};
    ImagePlus map =
        MapImage.showUpTo(
            MapImage.image(Grid.spaced(5, 1, 1, 2, 2, 2), new float[][] {frame}, Double.NaN, "map"),
            1);
    int[] seen = new int[5];
    for (int x = 0; x < 5; x++) {
      seen[x] = map.getProcessor().convertToRGB().getPixel(x, 0) & 0xffffff;
    }
    var palette = org.braindyn.figure.colour.Palette.DIVERGING;
    assertEquals(org.braindyn.figure.colour.Palette.NO_VALUE & 0xffffff, seen[0]);
    assertEquals(palette.at(0) & 0xffffff, seen[1], "below the limit: the darkest blue");
    assertEquals(palette.at(1) & 0xffffff, seen[4], "above it: the darkest red");
  }
}
