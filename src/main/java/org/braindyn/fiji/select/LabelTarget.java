package org.braindyn.fiji.select;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Region;
import org.braindyn.data.join.Atlas;

/** A label image, or a map or scan on its grid. */
final class LabelTarget implements RegionTarget {
  private final Atlas atlas;
  private final int nx;
  private final int ny;
  private final int nz;

  LabelTarget(Atlas atlas) {
    this.atlas = atlas;
    nx = atlas.labels().grid().size()[0];
    ny = atlas.labels().grid().size()[1];
    nz = atlas.labels().grid().size()[2];
  }

  @Override
  public RegionKey at(int x, int y, int slice) {
    if (x < 0 || y < 0 || x >= nx || y >= ny || slice < 1 || slice > nz) {
      return null;
    }
    int label = atlas.labels().labels()[((slice - 1) * ny + y) * nx + x];
    if (label == 0) {
      return null;
    }
    for (Region region : atlas.regions()) {
      if (region.label() == label) {
        return RegionKey.of(region);
      }
    }
    return new RegionKey(label, "Label " + label);
  }

  @Override
  public List<Roi> marks(RegionKey region) {
    int label = label(region);
    List<Roi> marks = new ArrayList<>();
    for (int z = 0; z < nz && label != Region.NO_LABEL; z++) {
      ByteProcessor plane = new ByteProcessor(nx, ny);
      boolean any = false;
      for (int i = 0; i < nx * ny; i++) {
        boolean inside = atlas.labels().labels()[z * nx * ny + i] == label;
        plane.set(i, inside ? 255 : 0);
        any |= inside;
      }
      if (any) {
        plane.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
        Roi roi = new ThresholdToSelection().convert(plane);
        roi.setPosition(0, nz > 1 ? z + 1 : 0, 0);
        marks.add(roi);
      }
    }
    return marks;
  }

  private int label(RegionKey region) {
    int row = region.rowIn(atlas.regions());
    return row >= 0 ? atlas.regions().get(row).label() : Region.NO_LABEL;
  }

  @Override
  public int sliceOf(RegionKey region, int slice) {
    int label = label(region);
    int best = slice;
    int nearest = Integer.MAX_VALUE;
    for (int v = 0; v < atlas.labels().labels().length && label != Region.NO_LABEL; v++) {
      int z = v / (nx * ny) + 1;
      if (atlas.labels().labels()[v] == label && Math.abs(z - slice) < nearest) {
        nearest = Math.abs(z - slice);
        best = z;
      }
    }
    return best;
  }
}
