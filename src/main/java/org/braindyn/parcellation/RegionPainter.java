package org.braindyn.parcellation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;

/** Paints region values back onto the brain: every voxel gets the value of its region. */
public final class RegionPainter {
  private RegionPainter() {}

  /**
   * An image over time on the grid of the labels.
   *
   * @param labels where each region is
   * @param values signals or a map, [region][time]; regions are found by their label value
   * @param background value of voxels outside of all given regions, e.g. 0
   * @return frames made one at a time; a lost region is NaN
   * @throws BadInput if no region has a voxel
   */
  public static Volume4D paint(Labels3D labels, RegionSignals values, double background) {
    Map<Integer, Integer> rowOf = new HashMap<>();
    int row = 0;
    for (Region region : values.regions()) {
      rowOf.put(region.label(), row++);
    }
    int[] image = labels.labels();
    int[] rows = new int[image.length];
    int last = 0;
    int lastRow = -1;
    boolean any = false;
    for (int i = 0; i < image.length; i++) {
      if (image[i] != last) {
        last = image[i];
        lastRow = last == 0 ? -1 : rowOf.getOrDefault(last, -1);
      }
      rows[i] = lastRow;
      any |= lastRow >= 0;
    }
    if (!any) {
      throw new BadInput(
          "No region of "
              + values.source()
              + " ("
              + values.regions().summary()
              + ") has its label in "
              + labels.name()
              + ". Paint onto the label image that the signals were made with.");
    }
    return new Painted(labels, rows, values, background);
  }

  /**
   * A warning if regions that had voxels find none in the labels: these may be another
   * parcellation.
   *
   * @param labels where to paint, or null for nowhere
   * @return a sentence, or "" if every region has its place
   */
  public static String unpainted(Labels3D labels, Regions regions) {
    if (labels == null) {
      return "";
    }
    Set<Integer> there = new HashSet<>();
    for (int label : labels.labels()) {
      there.add(label);
    }
    boolean counted = false;
    for (Region region : regions) {
      counted |= region.voxels() > 0;
    }
    List<String> missing = new ArrayList<>();
    for (Region region : regions) {
      // A region without voxels is a lost one, unless nobody counted any.
      if ((!counted || region.voxels() != 0) && !there.contains(region.label())) {
        missing.add(region.name());
      }
    }
    if (missing.isEmpty()) {
      return "";
    }
    return String.format(
        "Warning: %d of %d regions have no voxel in %s and are not painted (%s%s). Is it the label"
            + " image that the signals were made with?",
        missing.size(),
        regions.size(),
        labels.name(),
        String.join(", ", missing.subList(0, Math.min(5, missing.size()))),
        missing.size() > 5 ? ", ..." : "");
  }

  private record Painted(Labels3D labels, int[] rows, RegionSignals values, double background)
      implements Volume4D {
    @Override
    public Grid grid() {
      return labels.grid();
    }

    @Override
    public int frames() {
      return values.frames();
    }

    @Override
    public double interval() {
      return values.interval();
    }

    @Override
    public String name() {
      return values.source();
    }

    @Override
    public FrameReader open() {
      return new FrameReader() {
        private int t;

        @Override
        public void next(double[] frame) {
          Arrays.fill(frame, background);
          for (int i = 0; i < rows.length; i++) {
            if (rows[i] >= 0) {
              frame[i] = values.values()[rows[i]][t];
            }
          }
          t++;
        }

        @Override
        public void close() {}
      };
    }
  }
}
