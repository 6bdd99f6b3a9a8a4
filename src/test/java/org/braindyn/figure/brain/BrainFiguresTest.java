package org.braindyn.figure.brain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;
import org.braindyn.figure.colour.ColourScale;
import org.braindyn.figure.colour.Palette;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Pixels;
import org.junit.jupiter.api.Test;

/** Left is left whatever the image's axes, and grey is what has no answer. */
class BrainFiguresTest {
  private static final Regions REGIONS =
      new Regions(
          List.of(
              Region.named(1, "Front_L").at(new double[] {-20, 40, 0}),
              Region.named(2, "Front_R").at(new double[] {20, 40, 0}),
              Region.named(3, "Back_L").at(new double[] {-20, -40, 0}),
              Region.named(4, "Back_R").at(new double[] {20, -40, 0})));

  /** Four quarters of a box of 8 x 8 x 4 voxels of 10 mm around the origin. */
  private static Labels3D labels(int sx, int sy) {
    double[][] affine = {{10 * sx, 0, 0, -35 * sx}, {0, 10 * sy, 0, -35 * sy}, {0, 0, 10, -15}};
    Grid grid = new Grid(new int[] {8, 8, 4}, affine, Grid.AffineSource.SFORM);
    int[] image = new int[256];
    for (int v = 0; v < image.length; v++) {
      double[] mm = grid.toWorld(v % 8, v / 8 % 8, v / 64);
      image[v] = (mm[0] < 0 ? 1 : 2) + (mm[1] > 0 ? 0 : 2);
    }
    return new Labels3D(grid, image, "labels");
  }

  private static Pixels axial(int sx, int sy, double[] values, boolean[] shown) {
    BrainMap map = BrainMap.of(Atlas.of(labels(sx, sy), REGIONS), REGIONS, values, shown, null);
    ColourScale scale = new ColourScale(Palette.DIVERGING, -1, 1, "sd");
    Axes3D axes = new Axes3D(map.grid());
    return new Section(map, axes, View.AXIAL, scale).pixels(axes.steps(map.peak()));
  }

  private static int at(Pixels pixels, double x, double y) {
    int column = (int) (x * pixels.width());
    int row = (int) (y * pixels.height());
    return pixels.argb()[row * pixels.width() + column] & 0xffffff;
  }

  @Test
  void leftIsOnTheLeftAndFrontIsUpWhateverTheAffine() {
    double[] values = {1, -1, 0.5, -0.5};
    for (int sx = -1; sx <= 1; sx += 2) {
      for (int sy = -1; sy <= 1; sy += 2) {
        Pixels pixels = axial(sx, sy, values, null);
        assertEquals(Palette.DIVERGING.at(1), at(pixels, 0.27, 0.27), "front left");
        assertEquals(Palette.DIVERGING.at(0), at(pixels, 0.77, 0.27), "front right");
        assertEquals(Palette.DIVERGING.at(0.75), at(pixels, 0.27, 0.77), "back left");
        assertEquals(Palette.DIVERGING.at(0.25), at(pixels, 0.77, 0.77), "back right");
      }
    }
  }

  @Test
  void whatIsLostOrNotSignificantIsGrey() {
    double[] values = {1, Double.NaN, 0.5, -0.5};
    boolean[] shown = {true, true, false, true};
    Pixels pixels = axial(1, 1, values, shown);
    assertEquals(Palette.NO_VALUE, at(pixels, 0.77, 0.27), "lost");
    assertEquals(Palette.NOT_SIGNIFICANT, at(pixels, 0.27, 0.77), "q > 0.05");
    assertEquals(Palette.DIVERGING.at(1), at(pixels, 0.27, 0.27));
  }

  @Test
  void theCrosshairStandsInTheStrongestRegion() {
    double[] values = {0.1, -2, 0.5, Double.NaN};
    BrainMap map = BrainMap.of(Atlas.of(labels(-1, 1), REGIONS), REGIONS, values, null, null);
    assertEquals(1, map.rows()[map.peak()]);
    BrainMap tested =
        BrainMap.of(
            Atlas.of(labels(-1, 1), REGIONS),
            REGIONS,
            values,
            new boolean[] {true, false, true, true},
            null);
    assertEquals(2, tested.rows()[tested.peak()], "what is not significant is no peak");
  }

  @Test
  void anAxisOfTheImageMayLieAlongAnyOfTheWorld() {
    double[][] affine = {{0, 0, -3, 30}, {2, 0, 0, -10}, {0, 4, 0, 0}};
    Grid grid = new Grid(new int[] {5, 6, 7}, affine, Grid.AffineSource.SFORM);
    Axes3D axes = new Axes3D(grid);
    assertEquals(7, axes.size(0));
    assertEquals(5, axes.size(1));
    assertEquals(6, axes.size(2));
    assertEquals(3, axes.spacing(0));
    for (int v = 0; v < 210; v += 11) {
      int[] steps = axes.steps(v);
      assertEquals(v, axes.voxel(steps));
      double[] mm = grid.toWorld(v % 5, v / 5 % 6, v / 30);
      assertEquals(mm[0], 30 - 18 + 3 * steps[0], 1e-9, "steps go to the right");
      assertEquals(mm[1], -10 + 2 * steps[1], 1e-9);
    }
  }

  @Test
  void theLeftHemisphereStandsOnTheLeftOfTheCircle() {
    double[] angles = CircleOrder.angles(REGIONS);
    assertTrue(Math.sin(angles[0]) < 0 && Math.sin(angles[2]) < 0, "left");
    assertTrue(Math.sin(angles[1]) > 0 && Math.sin(angles[3]) > 0, "right");
    assertTrue(Math.cos(angles[0]) > Math.cos(angles[2]), "front above back");
    assertEquals(Math.cos(angles[0]), Math.cos(angles[1]), 1e-9, "homologues at one height");
  }

  @Test
  void aSymmetricMatrixIsDrawnOnceAndWithoutHeads() {
    double[][] undirected = new double[4][4];
    undirected[0][1] = undirected[1][0] = 0.5;
    undirected[2][3] = undirected[3][2] = -0.7;
    Links links = new Links(undirected, null, "r");
    assertTrue(links.symmetric());
    assertEquals(2, links.strongest(9).size());
    undirected[0][1] = 0.6;
    Links directed = new Links(undirected, null, "r");
    assertFalse(directed.symmetric());
    assertEquals(4, directed.strongest(9).size());
    assertEquals(0.7, Math.abs(directed.strongest(1).get(0).value()), "the strongest stays");
  }

  @Test
  void everyDotCanBePointedAt() {
    Links links =
        new Links(
            new double[][] {{0, 1, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 2}, {0, 0, 0, 0}}, null, "r");
    Drawing circle = ConnectomeCircle.of(REGIONS, links, 5, "test");
    Drawing glass =
        GlassBrain.of(
            REGIONS,
            BrainShape.of(labels(1, 1)),
            new GlassBrain.Content(null, null, "", links, 5),
            "test");
    for (Region region : REGIONS) {
      for (Drawing drawing : List.of(circle, glass)) {
        List<double[]> places = drawing.placesOf(region.name());
        double[] p = places.get(places.size() - 1); // from above none covers another
        assertEquals(region.name(), drawing.tipAt(p[0] + p[2] / 2, p[1] + p[3] / 2));
      }
    }
    assertEquals(3, glass.placesOf("Front_L").size(), "seen from three sides");
  }

  @Test
  void aGlassBrainNeedsPlaces() {
    Regions nowhere = Regions.numbered("Region", 3);
    Links links = new Links(new double[3][3], null, "r");
    BadInput refusal =
        assertThrows(
            BadInput.class,
            () ->
                GlassBrain.of(
                    nowhere,
                    BrainShape.mni(),
                    new GlassBrain.Content(null, null, "", links, 5),
                    "test"));
    assertTrue(refusal.getMessage().contains("label image"), refusal.getMessage());
  }

  @Test
  void theOutlineHoldsItsLabels() {
    BrainShape shape = BrainShape.of(labels(1, -1));
    double most = 0;
    for (double[] p : shape.outline(View.AXIAL)) {
      most = Math.max(most, Math.hypot(p[0], p[1]));
    }
    assertTrue(most > Math.hypot(35, 35) && most < Math.hypot(50, 50), "reaches " + most);
  }
}
