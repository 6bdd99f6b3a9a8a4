package org.braindyn.parcellation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;

/**
 * Regions that overlap: a probabilistic atlas, one frame of weights per region (0 to 1, or to 100
 * %). The signal of region r is the weighted mean sum_v w_r(v) x(v, t) / sum_v w_r(v) over the
 * voxels that are finite in every frame (FSL's fslmeants -w; not the least squares of nilearn's
 * NiftiMapsMasker, which takes the other regions out).
 */
public final class WeightedRegions {
  private static final double PERCENT = 100;

  /** Some voxel of some region of an atlas in percent is surely above this. */
  private static final double FEW = 10;

  private static final double TOLERANCE = 1e-3;

  private final Volume4D scan;
  private final int[][] voxels;
  private final double[][] weights;
  private final Labels3D largest;
  private final boolean[] bad;
  private final List<String> maskNotes = new ArrayList<>();

  private WeightedRegions(Volume4D scan, Volume4D atlas, ParcellationSettings settings)
      throws IOException {
    this.scan = scan;
    Grid grid = atlas.grid();
    if (!grid.sameSize(scan.grid())
        || (grid.placed() && scan.grid().placed() && !grid.samePlace(scan.grid(), TOLERANCE))) {
      throw new BadInput(
          "The atlas of weights is on another grid than the scan.\nScan "
              + scan.name()
              + ": "
              + scan.grid().describe()
              + "\nAtlas "
              + atlas.name()
              + ": "
              + grid.describe()
              + "\nResample the atlas to the scan's grid (nilearn.image.resample_to_img).");
    }
    bad = unusable(settings.mask(), settings.resample());
    voxels = new int[atlas.frames()][];
    weights = new double[atlas.frames()][];
    double[] best = new double[grid.voxels()];
    int[] label = new int[grid.voxels()];
    double[] frame = new double[grid.voxels()];
    double heaviest = 0;
    boolean whole = true;
    try (Volume4D.FrameReader reader = atlas.open()) {
      for (int r = 0; r < voxels.length; r++) {
        reader.next(frame);
        keep(r, frame, atlas.name());
        for (double w : weights[r]) {
          heaviest = Math.max(heaviest, w);
          whole &= w == Math.rint(w);
        }
        for (int v = 0; v < frame.length; v++) {
          if (frame[v] > best[v]) {
            best[v] = frame[v];
            label[v] = r + 1;
          }
        }
      }
    }
    if (whole && heaviest > 1 && heaviest <= FEW) {
      throw new BadInput(
          String.format(
              "%s has %d frames of whole numbers up to %.0f: weights of a few percent in every"
                  + " region are none. If each frame is a label image, save one of them as a 3-D"
                  + " image.",
              atlas.name(), atlas.frames(), heaviest));
    }
    largest = new Labels3D(scan.grid(), label, atlas.name());
  }

  /**
   * Cuts a scan into weighted regions.
   *
   * @param atlas on the scan's grid, a frame per region
   * @param names names by number of the frame, from 1
   * @param settings statistic must be the mean; mask, if any, on the scan's grid
   * @throws BadInput if grids differ, a weight is none, or another statistic is asked for
   */
  public static Parcellation parcellate(
      Volume4D scan,
      Volume4D atlas,
      LabelNames names,
      ParcellationSettings settings,
      Progress progress)
      throws IOException {
    if (settings.statistic() != ParcellationSettings.Statistic.MEAN) {
      throw new BadInput(
          "statistic="
              + settings.statistic().name().toLowerCase(java.util.Locale.ROOT)
              + ": regions of weights have weighted means only. Choose statistic=mean.");
    }
    return new WeightedRegions(scan, atlas, settings).run(names, settings, progress);
  }

  private void keep(int r, double[] frame, String atlas) {
    int n = 0;
    int[] places = new int[frame.length];
    for (int v = 0; v < frame.length; v++) {
      if (!(frame[v] >= 0 && frame[v] <= PERCENT)) {
        throw new BadInput(
            String.format(
                "%s, frame %d: the weight of a voxel is %s; weights are from 0 to 1, or to 100 %%."
                    + " Was the scan given in place of its labels?",
                atlas, r + 1, frame[v]));
      }
      if (frame[v] > 0) {
        places[n++] = v;
      }
    }
    voxels[r] = Arrays.copyOf(places, n);
    weights[r] = Arrays.stream(voxels[r]).mapToDouble(v -> frame[v]).toArray();
  }

  /** Voxels outside of the mask, or not finite in some frame. */
  private boolean[] unusable(Labels3D mask, Resampling resample) throws IOException {
    boolean[] out = new boolean[scan.grid().voxels()];
    if (mask != null) {
      GridMatch.Matched matched = GridMatch.match(scan.grid(), scan.name(), mask, resample);
      maskNotes.addAll(matched.notes());
      int[] kept = matched.labels().labels();
      for (int v = 0; v < out.length; v++) {
        out[v] = kept[v] == 0;
      }
    }
    double[] frame = new double[out.length];
    try (Volume4D.FrameReader reader = scan.open()) {
      for (int t = 0; t < scan.frames(); t++) {
        reader.next(frame);
        for (int v = 0; v < out.length; v++) {
          out[v] |= !Double.isFinite(frame[v]);
        }
      }
    }
    return out;
  }

  private Parcellation run(LabelNames names, ParcellationSettings settings, Progress progress)
      throws IOException {
    int n = voxels.length;
    double[][] values = new double[n][scan.frames()];
    double[] mean = new double[scan.grid().voxels()];
    double[] frame = new double[mean.length];
    try (Volume4D.FrameReader reader = scan.open()) {
      for (int t = 0; t < scan.frames(); t++) {
        Cancelled.check(progress, "Parcellation");
        progress.report((double) t / scan.frames(), "Parcellating " + scan.name());
        reader.next(frame);
        for (int v = 0; v < mean.length; v++) {
          mean[v] += frame[v] / scan.frames();
        }
        for (int r = 0; r < n; r++) {
          values[r][t] = weighted(r, frame);
        }
      }
    }
    List<RegionQuality> quality = new ArrayList<>();
    for (int r = 0; r < n; r++) {
      quality.add(quality(r, names.of(r + 1), values[r]));
      if (!quality.get(r).kept()
          && settings.lostRegions() == ParcellationSettings.LostPolicy.ERROR) {
        throw new BadInput(names.of(r + 1) + ": " + quality.get(r).lost() + ".");
      }
    }
    List<String> notes = new ArrayList<>(scan.notes());
    notes.addAll(maskNotes);
    notes.add(
        String.format(
            "%s has %d frames: each is taken as the weights of one region, signals are weighted"
                + " means. Maps are painted where a region's weight is the largest.",
            largest.name(), n));
    double interval = Parcellator.interval(settings, scan, notes);
    Regions regions = new Regions(quality.stream().map(RegionQuality::region).toList());
    RegionSignals signals = new RegionSignals(regions, values, interval, scan.name());
    Parcellator.addDoubts(signals, notes);
    return new Parcellation(signals, quality, largest, mean, notes);
  }

  private double weighted(int r, double[] frame) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < voxels[r].length; i++) {
      if (!bad[voxels[r][i]]) {
        sum += weights[r][i] * frame[voxels[r][i]];
        total += weights[r][i];
      }
    }
    return total > 0 ? sum / total : Double.NaN;
  }

  private RegionQuality quality(int r, String name, double[] signal) {
    int[] size = scan.grid().size();
    double[] at = new double[3];
    double total = 0;
    long left = 0;
    for (int i = 0; i < voxels[r].length; i++) {
      int v = voxels[r][i];
      left += bad[v] ? 1 : 0;
      double w = weights[r][i];
      at[0] += w * (v % size[0]);
      at[1] += w * (v / size[0] % size[1]);
      at[2] += w * (v / size[0] / size[1]);
      total += w;
    }
    double[] mm =
        total > 0 ? scan.grid().toWorld(at[0] / total, at[1] / total, at[2] / total) : null;
    double mean = Arrays.stream(signal).average().orElse(Double.NaN);
    double squares = Arrays.stream(signal).map(x -> (x - mean) * (x - mean)).sum();
    double sd = Math.sqrt(squares / (signal.length - 1));
    long used = voxels[r].length - left;
    return new RegionQuality(
        new Region(r + 1, name, voxels[r].length, mm),
        voxels[r].length,
        used,
        left,
        !(squares > 0),
        mean,
        sd,
        new UsedPlace(mm, 0, 0, 1, false),
        used > 0 ? "" : "no usable voxel has a weight");
  }
}
