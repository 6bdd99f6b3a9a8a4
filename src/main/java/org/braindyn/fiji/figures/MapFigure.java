package org.braindyn.fiji.figures;

import ij.ImagePlus;
import java.io.IOException;
import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;
import org.braindyn.data.join.Atlas;
import org.braindyn.figure.brain.BrainMap;
import org.braindyn.figure.brain.OrthogonalViews;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.fiji.images.ImageKind;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.RegionOutlines;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.fiji.images.SignalsImage;

/** A map image, or one value per region, in orthogonal views. */
final class MapFigure {
  private MapFigure() {}

  static Drawing of(FigureInputs in) {
    boolean perRegion =
        ImageKind.SIGNALS.marks(in.image()) || ImageKind.PREDICTION.marks(in.image());
    BrainMap map = perRegion ? ofRegions(in) : ofVoxels(in);
    return OrthogonalViews.of(
        map, -1, OrthogonalViews.scale(map.values(), in.unitOr("value")), in.image().getTitle());
  }

  private static BrainMap ofRegions(FigureInputs in) {
    Atlas atlas = LabelImage.atlas(in.labels());
    if (atlas == null) {
      throw new BadInput(
          "A map of "
              + in.image().getTitle()
              + " needs labels=[the label image], which tells where its regions lie.");
    }
    RegionSignals signals = SignalsImage.signals(in.image());
    return BrainMap.of(
        atlas,
        signals.regions(),
        FrameValues.of(signals, in.frame()),
        significant(in.significant(), atlas, signals.regions()),
        under(in.scan(), atlas.labels().grid()));
  }

  private static BrainMap ofVoxels(FigureInputs in) {
    Volume4D volume = ScanImage.volume(in.image());
    double[] values = voxels(in.image(), in.frame());
    Atlas atlas = LabelImage.atlas(in.labels());
    int[] rows = new int[values.length];
    boolean[] shown = new boolean[values.length];
    double[] marks = in.significant() == null ? null : voxels(in.significant(), 0);
    same("significant", marks, values);
    if (atlas != null && !volume.grid().sameSize(atlas.labels().grid())) {
      throw new BadInput(
          in.labels().getTitle() + " has another size than " + in.image().getTitle() + ".");
    }
    for (int v = 0; v < rows.length; v++) {
      int label = atlas == null ? (Double.isNaN(values[v]) ? 0 : 1) : atlas.labels().labels()[v];
      rows[v] = label - 1;
      shown[v] = marks == null || (marks[v] != 0 && !Double.isNaN(marks[v]));
    }
    return new BrainMap(volume.grid(), rows, values, shown, under(in.scan(), volume.grid()));
  }

  /** Values of one frame, or of the largest over time with their signs. */
  private static double[] voxels(ImagePlus image, int frame) {
    Volume4D volume = ScanImage.volume(image);
    double[] best = new double[volume.grid().voxels()];
    Arrays.fill(best, Double.NaN);
    double[] values = new double[best.length];
    if (frame > volume.frames()) {
      throw new BadInput(
          "frame=" + frame + ": " + image.getTitle() + " has " + volume.frames() + " frames.");
    }
    try (Volume4D.FrameReader reader = volume.open()) {
      for (int t = 1; t <= volume.frames(); t++) {
        reader.next(values);
        for (int v = 0; v < best.length && (frame == 0 || frame == t); v++) {
          best[v] = !(Math.abs(best[v]) >= Math.abs(values[v])) ? values[v] : best[v];
        }
      }
    } catch (IOException e) {
      throw new BadInput(image.getTitle() + " cannot be read: " + Reason.of(e), e);
    }
    return best;
  }

  /** Mean of a scan on this grid; null for none. */
  private static double[] under(ImagePlus scan, Grid grid) {
    if (scan == null) {
      return null;
    }
    try {
      double[] mean = voxels(RegionOutlines.meanImage(ScanImage.volume(scan), Progress.NONE), 1);
      if (mean.length != grid.voxels()) {
        throw new BadInput(
            scan.getTitle()
                + " has another size than the map. Leave scan out, or use labels on its grid.");
      }
      return mean;
    } catch (IOException e) {
      throw new BadInput(scan.getTitle() + " cannot be read: " + Reason.of(e), e);
    }
  }

  private static void same(String key, double[] marks, double[] values) {
    if (marks != null && marks.length != values.length) {
      throw new BadInput(key + " has another size than the map. Use one of the same grid.");
    }
  }

  /** Regions of which a map has a voxel that is not 0; null for no map. */
  static boolean[] significant(ImagePlus map, Atlas atlas, Regions regions) {
    if (map == null) {
      return null;
    }
    if (atlas == null) {
      throw new BadInput("significant=" + map.getTitle() + " needs labels=[the label image].");
    }
    double[] marks = voxels(map, 0);
    int[] rows = atlas.rows(atlas.join(regions, "the figure"));
    if (marks.length != rows.length) {
      throw new BadInput("significant has another size than the labels. Use one of their grid.");
    }
    boolean[] significant = new boolean[regions.size()];
    for (int v = 0; v < marks.length; v++) {
      if (rows[v] >= 0 && marks[v] != 0 && !Double.isNaN(marks[v])) {
        significant[rows[v]] = true;
      }
    }
    return significant;
  }
}
