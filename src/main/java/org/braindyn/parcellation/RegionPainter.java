package org.braindyn.parcellation;

import java.util.Arrays;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;
import org.braindyn.data.join.Atlas;
import org.braindyn.data.join.RegionJoin;

/** Paints region values back onto the brain: every voxel gets the value of its region. */
public final class RegionPainter {
  private RegionPainter() {}

  /**
   * An image over time on the grid of the labels.
   *
   * @param atlas where each region is
   * @param values signals or a map, [region][time]; regions are joined by {@link Atlas#join}
   * @param background value of voxels outside of all given regions, e.g. 0
   * @return frames made one at a time; a lost region is NaN
   * @throws BadInput if no region has a voxel, or it is not sure which region is which
   */
  public static Volume4D paint(Atlas atlas, RegionSignals values, double background) {
    RegionJoin join = atlas.join(values.regions(), values.source());
    return new Painted(atlas.labels(), atlas.rows(join), values, background);
  }

  /** The same on labels without names. */
  public static Volume4D paint(Labels3D labels, RegionSignals values, double background) {
    return paint(Atlas.of(labels, (Regions) null), values, background);
  }

  /**
   * Warnings if regions that had voxels find none in the labels, which may be another parcellation.
   * Called before any work is done, it refuses what could not be painted afterwards.
   *
   * @param atlas where to paint, or null for nowhere
   * @return sentences, or "" if every region has its place
   * @throws BadInput as {@link #paint}
   */
  public static String unpainted(Atlas atlas, RegionSignals values) {
    return unpainted(atlas, values.regions(), values.source());
  }

  /** The same for regions of a source. */
  public static String unpainted(Atlas atlas, Regions regions, String source) {
    return atlas == null ? "" : String.join("\n", atlas.join(regions, source).notes());
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
