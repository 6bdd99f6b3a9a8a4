package org.braindyn.parcellation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Grid;
import org.braindyn.data.Grid.AffineSource;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionPositions;
import org.braindyn.data.text.ResultTable;
import org.braindyn.parcellation.ParcellationSettings.LostPolicy;
import org.braindyn.parcellation.ParcellationSettings.NanPolicy;
import org.braindyn.parcellation.ParcellationSettings.Statistic;
import org.junit.jupiter.api.Test;

class ParcellatorTest {
  private static final double NAN = Double.NaN;
  private static final ParcellationSettings DEFAULTS = ParcellationSettings.defaults();

  private static Labels3D labels(int... labels) {
    return new Labels3D(Grid.spaced(labels.length, 1, 1, 2, 2, 2), labels, "labels");
  }

  private static Parcellation run(
      ParcellationSettings settings, Labels3D labels, LabelNames names, double[]... frames)
      throws IOException {
    MemoryVolume scan = MemoryVolume.of(labels.labels().length, 1, 1, frames);
    return new Parcellator(settings).parcellate(scan, labels, names, Progress.NONE);
  }

  private static LabelNames names(Map<Integer, String> names) {
    return new LabelNames(new TreeMap<>(names), true, "table");
  }

  @Test
  void statisticsOfOneRegion() throws IOException {
    double[] frame = {4, 1, 10, 1, 99};
    Labels3D labels = labels(5, 5, 5, 5, 0);
    double[] expected = {4, 2.5, 16, Math.sqrt((0 + 9 + 36 + 9) / 4.0)};
    Statistic[] all = {Statistic.MEAN, Statistic.MEDIAN, Statistic.SUM, Statistic.SD};
    for (int i = 0; i < all.length; i++) {
      Parcellation p = run(DEFAULTS.withStatistic(all[i]), labels, LabelNames.NONE, frame);
      assertEquals(expected[i], p.signals().values()[0][0], 1e-12, all[i].toString());
    }
  }

  @Test
  void aMovieWhoseTimesAreSlicesIsWarnedOf() throws IOException {
    Labels3D labels = new Labels3D(Grid.spaced(1, 1, 20, 2, 2, 2), new int[20], "labels");
    labels.labels()[3] = 1;
    MemoryVolume scan = MemoryVolume.of(1, 1, 20, new double[1][20]);
    Parcellator parcellator = new Parcellator(DEFAULTS);
    String notes =
        parcellator.parcellate(scan, labels, LabelNames.NONE, Progress.NONE).notes().toString();
    assertTrue(notes.contains("one frame"), notes);
    assertTrue(notes.contains("If its 20 slices are times"), notes);
    scan = MemoryVolume.of(1, 1, 20, new double[2][20]);
    notes = parcellator.parcellate(scan, labels, LabelNames.NONE, Progress.NONE).notes().toString();
    assertFalse(notes.contains("one frame"), notes);
  }

  @Test
  void labelsWithGapsKeepTheirNamesByValue() throws IOException {
    LabelNames names = names(Map.of(2001, "B", 7, "A", 9170, "C", 30000, "D", 120, "missing"));
    Labels3D labels = labels(9170, 7, 30000, 2001, 1, 7);
    Parcellation p = run(DEFAULTS, labels, names, new double[] {1, 2, 3, 4, 5, 6});
    assertEquals(List.of("Label 1", "A", "missing", "B", "C", "D"), p.signals().regions().names());
    assertArrayEquals(
        new double[] {5, 4, NAN, 4, 1, 3},
        java.util.Arrays.stream(p.signals().values()).mapToDouble(r -> r[0]).toArray());
    assertEquals("label not in the image", p.quality().get(2).lost());
    assertArrayEquals(new double[] {6, 0, 0}, p.signals().regions().get(1).centroid(), 1e-12);
  }

  @Test
  void aDictionaryDoesNotAddRegions() throws IOException {
    LabelNames lut = new LabelNames(new TreeMap<>(Map.of(1, "one", 2, "two")), false, "lut");
    Parcellation p = run(DEFAULTS, labels(1, 1), lut, new double[] {1, 3});
    assertEquals(List.of("one"), p.signals().regions().names());
  }

  @Test
  void nanVoxelsFollowThePolicyAlsoWhenTheyTurnNanLate() throws IOException {
    double[][] frames = {{1, 3, 5}, {2, NAN, 6}, {4, 8, 7}};
    Labels3D labels = labels(1, 1, 2);
    Parcellation ignored = run(DEFAULTS, labels, LabelNames.NONE, frames);
    assertArrayEquals(new double[] {1, 2, 4}, ignored.signals().values()[0]);
    assertEquals(1, ignored.quality().get(0).nanVoxels());
    assertEquals(1, ignored.quality().get(0).used());
    assertEquals(2, ignored.quality().get(0).region().voxels());
    Parcellation dropped =
        run(
            DEFAULTS.withPolicies(NanPolicy.DROP_REGION, LostPolicy.KEEP),
            labels,
            LabelNames.NONE,
            frames);
    assertArrayEquals(new double[] {NAN, NAN, NAN}, dropped.signals().values()[0]);
    assertArrayEquals(new double[] {5, 6, 7}, dropped.signals().values()[1]);
    ParcellationSettings error = DEFAULTS.withPolicies(NanPolicy.ERROR, LostPolicy.KEEP);
    String message =
        assertThrows(BadInput.class, () -> run(error, labels, LabelNames.NONE, frames))
            .getMessage();
    assertTrue(message.contains("voxel (1, 0, 0) of label 1 is NaN in frame 2"), message);
  }

  @Test
  void lostRegionsFollowThePolicy() {
    double[][] frames = {{1, NAN}};
    ParcellationSettings strict = DEFAULTS.withPolicies(NanPolicy.IGNORE_VOXEL, LostPolicy.ERROR);
    assertThrows(BadInput.class, () -> run(strict, labels(1, 2), LabelNames.NONE, frames));
    double[][] all = {{NAN, NAN}};
    assertThrows(BadInput.class, () -> run(DEFAULTS, labels(1, 2), LabelNames.NONE, all));
    assertThrows(BadInput.class, () -> run(DEFAULTS, labels(0, 0), LabelNames.NONE, frames));
  }

  @Test
  void maskTakesVoxelsAwayAndSaysSo() throws IOException {
    Labels3D mask = labels(1, 0, 0);
    Parcellation p =
        run(DEFAULTS.withMask(mask), labels(1, 1, 2), LabelNames.NONE, new double[] {5, 7, 9});
    assertEquals(5, p.signals().values()[0][0]);
    assertEquals("outside of the mask", p.quality().get(1).lost());
  }

  @Test
  void qualityOfAConstantRegion() throws IOException {
    double[][] frames = {{2, 1}, {2, 3}, {2, 5}};
    Parcellation p = run(DEFAULTS, labels(1, 2), LabelNames.NONE, frames);
    assertTrue(p.quality().get(0).constant());
    assertEquals(0, p.quality().get(0).sd());
    assertTrue(Double.isNaN(p.quality().get(0).tsnr()));
    assertEquals(3, p.quality().get(1).mean(), 1e-12);
    assertEquals(2, p.quality().get(1).sd(), 1e-12);
    assertEquals(1.5, p.quality().get(1).tsnr(), 1e-12);
  }

  @Test
  void firstComponentOfTwoVoxels() throws IOException {
    // Voxels 3s and 4s of one sine: the component is 5s / sqrt(2), with the sign of the mean.
    double[][] frames = new double[20][];
    for (int t = 0; t < 20; t++) {
      double s = Math.sin(2 * Math.PI * t / 10);
      frames[t] = new double[] {100 + 3 * s, 50 + 4 * s};
    }
    Parcellation p =
        run(
            DEFAULTS.withStatistic(Statistic.FIRST_COMPONENT),
            labels(3, 3),
            LabelNames.NONE,
            frames);
    for (int t = 0; t < 20; t++) {
      double s = Math.sin(2 * Math.PI * t / 10);
      assertEquals(5 * s / Math.sqrt(2), p.signals().values()[0][t], 1e-9);
    }
  }

  @Test
  void gridsMustMatchUnlessResamplingIsAsked() throws IOException {
    double[][] shifted = {{2, 0, 0, 1.5}, {0, 2, 0, 0}, {0, 0, 2, 0}};
    Grid place = new Grid(new int[] {3, 1, 1}, shifted, AffineSource.SFORM);
    Labels3D labels = new Labels3D(place, new int[] {1, 1, 2}, "labels");
    Grid scanGrid =
        new Grid(
            new int[] {3, 1, 1},
            new double[][] {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}},
            AffineSource.QFORM);
    MemoryVolume scan = new MemoryVolume(scanGrid, new double[][] {{1, 2, 3}}, 2);
    Parcellator plain = new Parcellator(DEFAULTS);
    String message =
        assertThrows(
                BadInput.class,
                () -> plain.parcellate(scan, labels, LabelNames.NONE, Progress.NONE))
            .getMessage();
    assertTrue(
        message.contains(place.describe()) && message.contains(scanGrid.describe()), message);
    // Scan voxels at 0, 2, 4 mm; labels at 1.5, 3.5, 5.5: nearest are -, 0, 1.
    Parcellation p =
        new Parcellator(DEFAULTS.withResampling(Resampling.NEAREST))
            .parcellate(scan, labels, LabelNames.NONE, Progress.NONE);
    assertArrayEquals(new int[] {0, 1, 1}, p.labels().labels());
    assertEquals(2.5, p.signals().values()[0][0]);
    assertEquals("no voxel left after resampling", p.quality().get(1).lost());
    assertEquals(1, p.quality().get(1).voxelsBefore());
    assertArrayEquals(new double[] {5.5, 0, 0}, p.signals().regions().get(1).centroid(), 1e-12);
    // Region 1 lies at 2.5 mm; the voxels used, at 2 and 4 mm, are half a mm or 0.25 voxel away.
    assertArrayEquals(new double[] {2.5, 0, 0}, p.signals().regions().get(0).centroid(), 1e-12);
    UsedPlace moved = p.quality().get(0).place();
    assertArrayEquals(new double[] {3, 0, 0}, moved.centroid(), 1e-12);
    assertEquals(0.5, moved.mm(), 1e-12);
    assertEquals(0.25, moved.voxels(), 1e-12);
    assertEquals(1, moved.volume(), 1e-12);
    assertEquals("one or two voxels", moved.warning());
  }

  @Test
  void labelsWithoutAffineAreAcceptedOnTheSameGridOnlyAndSaySo() throws IOException {
    Parcellation p = run(DEFAULTS, labels(1, 2), LabelNames.NONE, new double[] {1, 2});
    assertTrue(p.notes().toString().contains("cannot be checked"), p.notes().toString());
    MemoryVolume scan = MemoryVolume.of(3, 1, 1, new double[][] {{1, 2, 3}});
    Parcellator resampling = new Parcellator(DEFAULTS.withResampling(Resampling.NEAREST));
    assertThrows(
        BadInput.class,
        () -> resampling.parcellate(scan, labels(1, 2), LabelNames.NONE, Progress.NONE));
  }

  @Test
  void halvesGoToTheEvenNeighbourSoThatRegionsDoNotShift() {
    // 2 mm labels onto 3 mm: every other voxel of the target lies halfway between two of the
    // source.
    double[][] fine = {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}};
    double[][] coarse = {{3, 0, 0, 0}, {0, 3, 0, 0}, {0, 0, 3, 0}};
    Grid source = new Grid(new int[] {12, 1, 1}, fine, AffineSource.SFORM);
    Grid target = new Grid(new int[] {8, 1, 1}, coarse, AffineSource.SFORM);
    int[] numbers = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    int[] got = GridMatch.resample(new Labels3D(source, numbers, "l"), target).labels();
    // 0, 1.5 -> 2, 3, 4.5 -> 4, 6, 7.5 -> 8, 9, 10.5 -> 10
    assertArrayEquals(new int[] {1, 3, 4, 5, 7, 9, 10, 11}, got);
  }

  @Test
  void cancelStops() {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    MemoryVolume scan = MemoryVolume.of(2, 1, 1, new double[][] {{1, 2}});
    assertThrows(
        Cancelled.class,
        () -> new Parcellator(DEFAULTS).parcellate(scan, labels(1, 2), LabelNames.NONE, cancelled));
  }

  private static Grid line(int n, double spacing, double first) {
    double[][] affine = {{spacing, 0, 0, first}, {0, 3, 0, 0}, {0, 0, 3, 0}};
    return new Grid(new int[] {n, 1, 1}, affine, AffineSource.SFORM);
  }

  @Test
  void majorityTakesTheLabelThatFillsMostAndLosesNone() throws IOException {
    // Voxels of 1 mm at 0 ... 8 under voxels of 3 mm at 1, 4, 7; label 9 fills a third of the
    // first,
    // label 8 of the last, which is the centre of neither.
    int[] fine = {1, 9, 1, 1, 1, 0, 2, 2, 8};
    Labels3D labels = new Labels3D(line(9, 1, 0), fine, "fine");
    Grid coarse = line(3, 3, 1);
    assertArrayEquals(new int[] {9, 1, 2}, GridMatch.resample(labels, coarse).labels());
    MemoryVolume scan = new MemoryVolume(coarse, new double[][] {{1, 2, 3}}, 2);
    Parcellation p =
        new Parcellator(DEFAULTS.withResampling(Resampling.MAJORITY))
            .parcellate(scan, labels, LabelNames.NONE, Progress.NONE);
    // 1 wins the first two; 9 is given the first, since 1 has another; 8 would take 2's only voxel.
    assertArrayEquals(new int[] {9, 1, 2}, p.labels().labels());
    assertEquals("no voxel left after resampling", p.quality().get(2).lost());
    assertTrue(p.notes().toString().contains("fill best: [9]"), p.notes().toString());
    int[] plain = {1, 2, 1, 2, 2, 0, 2, 2, 1};
    Labels3D mixed = new Labels3D(line(9, 1, 0), plain, "mixed");
    Parcellation q =
        new Parcellator(DEFAULTS.withResampling(Resampling.MAJORITY))
            .parcellate(scan, mixed, LabelNames.NONE, Progress.NONE);
    assertArrayEquals(new int[] {1, 2, 2}, q.labels().labels());
  }

  @Test
  void ofTwoRegionsLostTheOneThatFillsMoreIsSaved() throws IOException {
    // Region 1 has two voxels of 5 mm; 2 fills one fifth and 3 two fifths of the second of them.
    int[] fine = {1, 1, 1, 1, 1, 3, 3, 1, 1, 2};
    Labels3D labels = new Labels3D(line(10, 1, 0), fine, "fine");
    MemoryVolume scan = new MemoryVolume(line(2, 5, 2), new double[][] {{1, 2}}, 2);
    Parcellation p =
        new Parcellator(DEFAULTS.withResampling(Resampling.MAJORITY))
            .parcellate(scan, labels, LabelNames.NONE, Progress.NONE);
    assertArrayEquals(new int[] {1, 3}, p.labels().labels());
  }

  @Test
  void regionsThatMovedOrShrankAreNamed() throws IOException {
    // 27 labels of 1 mm under 9 voxels of 3 mm, and a mask that leaves one of them.
    int[] fine = new int[27];
    java.util.Arrays.fill(fine, 5);
    Labels3D labels = new Labels3D(line(27, 1, 0), fine, "fine");
    Grid coarse = line(9, 3, 1);
    MemoryVolume scan = new MemoryVolume(coarse, new double[][] {new double[9]}, 2);
    Labels3D mask = new Labels3D(coarse, new int[] {1, 0, 0, 0, 0, 0, 0, 0, 0}, "mask");
    Parcellation p =
        new Parcellator(DEFAULTS.withResampling(Resampling.NEAREST).withMask(mask))
            .parcellate(scan, labels, LabelNames.NONE, Progress.NONE);
    assertArrayEquals(new double[] {13, 0, 0}, p.signals().regions().get(0).centroid(), 1e-12);
    assertEquals(4, p.quality().get(0).place().voxels(), 1e-12);
    assertEquals(3.0 / 27, p.quality().get(0).place().volume(), 1e-12);
    String notes = p.notes().toString();
    assertTrue(notes.contains("1 of 1 regions moved more than half a voxel"), notes);
    assertTrue(notes.contains("Label 5 4.00") && notes.contains("Label 5 11 %"), notes);
    ResultTable table = QualityTable.of(p.quality());
    assertEquals("1.0", table.cell(0, "used_x_mm"));
    assertEquals("12.0", table.cell(0, "shift_mm"));
    assertEquals(
        "moved 4.00 voxels, 11 % of its volume, one or two voxels", table.cell(0, "warning"));
  }

  @Test
  void givenPositionsAreUsedAndCompared() throws IOException {
    Labels3D labels = new Labels3D(line(4, 2, 0), new int[] {1, 1, 2, 2}, "labels");
    MemoryVolume scan = new MemoryVolume(labels.grid(), new double[][] {{1, 2, 3, 4}}, 2);
    TreeMap<Integer, double[]> places = new TreeMap<>();
    places.put(1, new double[] {1, 0, 0});
    places.put(2, new double[] {0, 0, 0});
    Parcellation p =
        new Parcellator(DEFAULTS.withPositions(new RegionPositions(places, "mine.csv")))
            .parcellate(scan, labels, LabelNames.NONE, Progress.NONE);
    assertArrayEquals(new double[] {0, 0, 0}, p.signals().regions().get(1).centroid());
    assertArrayEquals(new double[] {5, 0, 0}, p.quality().get(1).place().centroid());
    String notes = p.notes().toString();
    assertTrue(notes.contains("1 of 2 regions are more than half a voxel away"), notes);
    assertTrue(notes.contains("largest 5.0 mm (Label 2); 50 %"), notes);
    places.remove(2);
    places.put(7, new double[3]);
    Parcellation part =
        new Parcellator(DEFAULTS.withPositions(new RegionPositions(places, "mine.csv")))
            .parcellate(scan, labels, LabelNames.NONE, Progress.NONE);
    assertArrayEquals(new double[] {5, 0, 0}, part.signals().regions().get(1).centroid());
    assertTrue(part.notes().toString().contains("no position for 1 labels"));
    places.remove(1);
    Parcellator stranger =
        new Parcellator(DEFAULTS.withPositions(new RegionPositions(places, "mine.csv")));
    assertThrows(
        BadInput.class, () -> stranger.parcellate(scan, labels, LabelNames.NONE, Progress.NONE));
  }

  @Test
  void aPlaceGoesToItsVoxelAndBackOnATiltedGrid() {
    double[][] tilted = {{-3, 0.2, 0, 90}, {0, 2.9, -0.8, -105}, {0.1, 0.8, 2.9, -105}};
    Grid grid = new Grid(new int[] {5, 6, 7}, tilted, AffineSource.QFORM);
    assertArrayEquals(
        new double[] {1.5, -2, 6.25}, grid.toVoxel(grid.toWorld(1.5, -2, 6.25)), 1e-12);
  }
}
