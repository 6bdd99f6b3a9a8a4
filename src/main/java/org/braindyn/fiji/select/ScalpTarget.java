package org.braindyn.fiji.select;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.fiji.images.ScalpImage;

/**
 * A scalp map: the electrode nearest to a click.
 *
 * @param image whose overlay names its electrodes
 */
record ScalpTarget(ImagePlus image) implements RegionTarget {
  @Override
  public RegionKey at(int x, int y, int slice) {
    Roi best = null;
    double nearest = Double.POSITIVE_INFINITY;
    for (Roi dot : ScalpImage.electrodes(image)) {
      double distance = Math.hypot(middle(dot)[0] - x, middle(dot)[1] - y);
      if (distance < nearest) {
        nearest = distance;
        best = dot;
      }
    }
    return best == null || nearest > image.getWidth() / 6.0
        ? null
        : RegionKey.named(ScalpImage.name(best));
  }

  private static double[] middle(Roi dot) {
    return new double[] {
      dot.getXBase() + dot.getFloatWidth() / 2, dot.getYBase() + dot.getFloatHeight() / 2
    };
  }

  @Override
  public List<Roi> marks(RegionKey region) {
    List<Roi> marks = new ArrayList<>();
    for (Roi dot : ScalpImage.electrodes(image)) {
      if (ScalpImage.name(dot).equalsIgnoreCase(region.name())) {
        double[] at = middle(dot);
        marks.add(new OvalRoi(at[0] - 8, at[1] - 8, 16, 16));
      }
    }
    return marks;
  }
}
