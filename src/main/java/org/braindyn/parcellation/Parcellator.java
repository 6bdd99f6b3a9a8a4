package org.braindyn.parcellation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;
import org.braindyn.data.unit.SamplingInterval;
import org.braindyn.parcellation.ParcellationSettings.LostPolicy;
import org.braindyn.parcellation.ParcellationSettings.NanPolicy;
import org.braindyn.parcellation.ParcellationSettings.Statistic;

/**
 * Cuts a scan into regions: scan [frame][voxel] and labels [voxel] to signals [region][time].
 *
 * <p>The scan is read once, frame by frame; a second time only if a voxel turns NaN midway, and
 * some more times for the first principal component. Memory is a few frames whatever their number.
 */
public final class Parcellator {
  private final ParcellationSettings settings;

  /** A parcellator with these settings. */
  public Parcellator(ParcellationSettings settings) {
    this.settings = settings;
  }

  /**
   * Parcellates.
   *
   * @param scan any number of frames
   * @param labels on the scan's grid, or on another if resampling is on
   * @param names names by label value; {@link LabelNames#NONE} for "Label 7"
   * @throws BadInput if the grids do not match, no region is left, or a policy says so
   */
  public Parcellation parcellate(
      Volume4D scan, Labels3D labels, LabelNames names, Progress progress) throws IOException {
    List<String> notes = new ArrayList<>(scan.notes());
    notes.addAll(labels.notes());
    GridMatch.Matched matched =
        GridMatch.match(scan.grid(), scan.name(), labels, settings.resample());
    notes.addAll(matched.notes());
    int[] wanted = wanted(labels, names);
    RegionVoxels before = RegionVoxels.of(labels.labels(), wanted, null);
    RegionVoxels all =
        matched.resampled() ? RegionVoxels.of(matched.labels().labels(), wanted, null) : before;
    boolean[] keep = mask(scan, notes);
    RegionVoxels masked =
        keep == null ? all : RegionVoxels.of(matched.labels().labels(), wanted, keep);

    FramePass pass = new FramePass(scan, masked);
    boolean first = settings.statistic() == Statistic.FIRST_COMPONENT;
    FrameSummary summary = new FrameSummary(first ? Statistic.MEAN : settings.statistic());
    pass.run(summary, settings.nanVoxels() == NanPolicy.ERROR, progress);
    boolean[] bad = pass.bad;
    RegionVoxels used = masked.without(bad);
    double[] meanImage = pass.mean;
    if (pass.spoiled) {
      pass = new FramePass(scan, used);
      pass.run(summary, false, progress);
    }
    double[][] signals = pass.signals;
    if (first) {
      signals = new FirstComponent(scan, used).signals(signals, progress);
    }

    // A label image that was accepted without an affine lies where the scan does.
    Grid atlas = labels.grid().placed() ? labels.grid() : scan.grid();
    List<Region> own = before.regions(atlas, names);
    if (!settings.positions().isEmpty()) {
      notes.addAll(
          PositionCheck.compare(
              new Labels3D(atlas, labels.labels(), labels.name()), own, settings.positions()));
    }
    List<Region> regions = regions(own, all);
    List<Region> usedPlaces = used.regions(scan.grid(), names);
    double unit = volume(scan.grid()) / volume(atlas);
    List<RegionQuality> quality = new ArrayList<>();
    for (int r = 0; r < regions.size(); r++) {
      long nan = masked.count(r) - used.count(r);
      String lost = lost(before.count(r), all.count(r), masked.count(r), used.count(r));
      if (lost.isEmpty() && nan > 0 && settings.nanVoxels() == NanPolicy.DROP_REGION) {
        lost = "dropped for its NaN voxels";
      }
      if (!lost.isEmpty()) {
        Arrays.fill(signals[r], Double.NaN);
      }
      UsedPlace place =
          UsedPlace.of(
              scan.grid(),
              lost.isEmpty() ? usedPlaces.get(r).centroid() : null,
              regions.get(r).centroid(),
              lost.isEmpty() ? unit * used.count(r) / before.count(r) : 0,
              used.count(r),
              matched.resampled());
      quality.add(
          QualityTable.row(
              regions.get(r),
              before.count(r),
              lost.isEmpty() ? used.count(r) : 0,
              nan,
              signals[r],
              place,
              lost));
    }
    checkLost(quality, scan.name(), notes);
    UsedPlace.warn(quality, notes);
    if (matched.resampled()) {
      UsedPlace.warnOfSpace(quality, notes);
    }
    double interval = interval(settings, scan, notes);
    if (Double.isNaN(interval)
        && scan.frames() > 1
        && Double.isNaN(scan.interval())
        && scan.notes().isEmpty()) {
      notes.add("The time between frames is unknown. Give it (TR in s) if you can.");
    }
    if (scan.frames() == 1) {
      notes.add(oneFrame(scan));
    }
    RegionSignals result = new RegionSignals(new Regions(regions), signals, interval, scan.name());
    addDoubts(result, notes);
    return new Parcellation(result, quality, matched.labels(), meanImage, notes);
  }

  /** What was typed counts; what the scan says counts if it can be true. */
  static double interval(ParcellationSettings settings, Volume4D scan, List<String> notes) {
    boolean typed = settings.interval() > 0;
    double interval = typed ? settings.interval() : scan.interval();
    SamplingInterval kind =
        scan.grid().size()[2] > 1 ? SamplingInterval.SCAN : SamplingInterval.SIGNALS;
    if (kind.plausible(interval)) {
      return interval;
    }
    notes.add(
        typed
            ? "Warning: " + kind.doubt(interval, "interval")
            : kind.warning(interval, scan.name()));
    return typed ? interval : Double.NaN;
  }

  /** Names that stand twice, and regions that hold one value. */
  static void addDoubts(RegionSignals result, List<String> notes) {
    for (String doubt : List.of(result.regions().doubleNamesWarning(), result.constantWarning())) {
      if (!doubt.isEmpty()) {
        notes.add(doubt);
      }
    }
  }

  private static String oneFrame(Volume4D scan) {
    int slices = scan.grid().size()[2];
    return "Warning: "
        + scan.name()
        + " has one frame, so every region has one value."
        + (slices == 1
            ? ""
            : " If its " + slices + " slices are times, swap both in Image > Properties...");
  }

  private static int[] wanted(Labels3D labels, LabelNames names) {
    TreeSet<Integer> present = RegionVoxels.present(labels.labels());
    if (present.isEmpty()) {
      throw new BadInput(labels.name() + " has no region: every voxel is 0.");
    }
    if (names.complete()) {
      names.names().keySet().stream().filter(label -> label > 0).forEach(present::add);
    }
    return present.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean[] mask(Volume4D scan, List<String> notes) {
    if (settings.mask() == null) {
      return null;
    }
    GridMatch.Matched matched =
        GridMatch.match(scan.grid(), scan.name(), settings.mask(), settings.resample());
    notes.addAll(matched.notes());
    int[] values = matched.labels().labels();
    boolean[] keep = new boolean[values.length];
    for (int i = 0; i < keep.length; i++) {
      keep[i] = values[i] > 0;
    }
    return keep;
  }

  /**
   * Names and places are the atlas's, from the label image as given or a file of positions; only
   * the number of voxels is that on the scan's grid. So a region that resampling thins out or loses
   * stays where it is.
   */
  private List<Region> regions(List<Region> own, RegionVoxels all) {
    List<Region> regions = new ArrayList<>();
    for (int r = 0; r < own.size(); r++) {
      Region region = own.get(r);
      double[] given = settings.positions().of(region.label());
      regions.add(
          new Region(
              region.label(),
              region.name(),
              all.count(r),
              given == null ? region.centroid() : given));
    }
    return regions;
  }

  /** Volume of a voxel in mm3. */
  private static double volume(Grid grid) {
    double[][] a = grid.affine();
    double det = 0;
    for (int j = 0; j < 3; j++) {
      int p = (j + 1) % 3;
      int q = (j + 2) % 3;
      det += a[0][j] * (a[1][p] * a[2][q] - a[1][q] * a[2][p]);
    }
    return Math.abs(det);
  }

  private static String lost(long before, long all, long masked, long used) {
    if (before == 0) {
      return "label not in the image";
    }
    if (all == 0) {
      return "no voxel left after resampling";
    }
    if (masked == 0) {
      return "outside of the mask";
    }
    return used == 0 ? "all voxels are NaN" : "";
  }

  private void checkLost(List<RegionQuality> quality, String scan, List<String> notes) {
    List<RegionQuality> lost = quality.stream().filter(q -> !q.kept()).toList();
    if (lost.isEmpty()) {
      return;
    }
    String named =
        lost.stream()
            .limit(20)
            .map(q -> q.region().name() + " (" + q.region().label() + ": " + q.lost() + ")")
            .reduce((a, b) -> a + ", " + b)
            .get();
    String message =
        scan + ": " + lost.size() + " of " + quality.size() + " regions lost: " + named;
    if (lost.size() == quality.size()) {
      throw new BadInput(
          message + ". No region is left. Check that labels, mask and scan show the same place.");
    }
    if (settings.lostRegions() == LostPolicy.ERROR) {
      throw new BadInput(message + ". Choose to keep lost regions (as NaN) to go on.");
    }
    notes.add(message + ".");
  }
}
