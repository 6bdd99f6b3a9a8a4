package org.braindyn.fiji.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.awt.Rectangle;
import java.util.List;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;
import org.braindyn.figure.brain.ConnectomeCircle;
import org.braindyn.figure.brain.Links;
import org.braindyn.fiji.figures.FigureImage;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.ScalpImage;
import org.braindyn.fiji.images.SignalsImage;
import org.junit.jupiter.api.Test;

/** A pixel of any window means a region, and a region has its mark in any window. */
class TargetsTest {
  private static final Regions REGIONS =
      new Regions(List.of(Region.named(3, "C3"), Region.named(5, "C4"), Region.named(8, "O1")));

  private static ImagePlus labels() {
    int[] image = new int[6 * 4 * 3];
    for (int v = 0; v < image.length; v++) {
      int x = v % 6;
      int z = v / 24;
      image[v] = x < 3 ? 3 : z == 2 ? 8 : 5;
    }
    Labels3D labels = new Labels3D(Grid.spaced(6, 4, 3, 2, 2, 2), image, "labels");
    return LabelImage.image(labels, REGIONS);
  }

  private static ImagePlus signals() {
    return SignalsImage.image(new RegionSignals(REGIONS, new double[3][50], 2, "s"), "s");
  }

  private static Rectangle bounds(ImagePlus image, RegionKey key) {
    return Targets.of(image).marks(key).get(0).getBounds();
  }

  @Test
  void labelsKnowTheirVoxels() {
    RegionTarget target = Targets.of(labels());
    assertEquals(new RegionKey(3, "C3"), target.at(1, 2, 1));
    assertEquals(new RegionKey(8, "O1"), target.at(4, 0, 3));
    assertNull(target.at(6, 0, 1), "beside the image");
    List<Roi> marks = target.marks(RegionKey.named("C4"));
    assertEquals(2, marks.size(), "in two of three slices");
    assertEquals(new Rectangle(3, 0, 3, 4), marks.get(0).getBounds());
    assertEquals(3, target.sliceOf(RegionKey.named("O1"), 1), "the slice that shows it");
    assertEquals(1, target.sliceOf(RegionKey.named("C3"), 1));
    assertEquals(List.of(), target.marks(RegionKey.named("elsewhere")));
  }

  @Test
  void rowsAndColumnsAreRegions() {
    ImagePlus matrix = MatrixImage.image(new double[3][3], REGIONS, "m");
    assertEquals(RegionKey.of(REGIONS.get(2)), Targets.of(matrix).at(0, 2, 1), "its source");
    assertEquals(2, Targets.of(matrix).marks(RegionKey.named("C4")).size(), "row and column");
    assertEquals(new Rectangle(0, 1, 50, 1), bounds(signals(), RegionKey.named("C4")));
    assertEquals(RegionKey.of(REGIONS.get(0)), Targets.of(signals()).at(49, 0, 1));
  }

  @Test
  void figuresAndScalpMapsAreTargetsToo() {
    Links links = new Links(new double[][] {{0, 1, 0}, {0, 0, 1}, {0, 0, 0}}, null, "w");
    ImagePlus circle = FigureImage.of(ConnectomeCircle.of(REGIONS, links, 5, "circle"));
    Rectangle dot = bounds(circle, RegionKey.named("C4"));
    RegionKey there = Targets.of(circle).at((int) dot.getCenterX(), (int) dot.getCenterY(), 1);
    assertEquals("C4", there.name());
    double[][] map = new double[100][100];
    ImagePlus scalp =
        ScalpImage.of(
            map, new double[][] {{-0.4, 0}, {0.4, 0}}, new String[] {"C3", "C4"}, "map", "dB");
    RegionTarget target = Targets.of(scalp);
    assertEquals("C3", target.at(40, 62, 1).name(), "the nearest electrode");
    assertEquals(1, target.marks(new RegionKey(5, "c4")).size());
    assertNull(target.at(119, 119, 1), "far from all");
  }

  @Test
  void markingLeavesTheRestOfAnOverlay() {
    ImagePlus image = labels();
    Overlay own = new Overlay(new Roi(0, 0, 2, 2));
    image.setOverlay(own);
    RegionTarget target = Targets.of(image);
    Highlight.show(image, target, RegionKey.named("C4"));
    assertEquals(3, image.getOverlay().size());
    Highlight.show(image, target, RegionKey.named("O1"));
    assertEquals(2, image.getOverlay().size(), "the mark before is gone");
    assertEquals(3, image.getZ(), "the slice follows");
    Highlight.show(image, target, null);
    assertEquals(1, image.getOverlay().size());
  }

  @Test
  void tablesHaveRowsOfRegions() {
    ResultsTable table = new ResultsTable();
    for (Region region : REGIONS) {
      table.addRow();
      table.addValue("Region", region.name());
    }
    assertEquals(1, TableLink.row(table, new RegionKey(5, "c4")));
    assertEquals(-1, TableLink.row(table, RegionKey.named("Oz")));
    assertNull(TableLink.column(new ResultsTable()));
  }

  @Test
  void labelsWithoutNamesAreChosenByValue() {
    ImagePlus bare = LabelImage.image(LabelImage.labels(labels()), null);
    RegionKey key = Targets.of(bare).at(4, 0, 3);
    assertEquals(8, key.label());
    assertEquals(2, key.rowIn(REGIONS), "and found in the signals by it");
    Atlas atlas = LabelImage.atlas(bare);
    assertNotNull(atlas);
    assertTrue(Targets.of(bare).marks(new RegionKey(8, "O1")).size() == 1);
  }
}
