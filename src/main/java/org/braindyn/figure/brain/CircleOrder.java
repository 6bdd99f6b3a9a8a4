package org.braindyn.figure.brain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.braindyn.data.Hemisphere;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;

/** Where regions stand on a circle: the left hemisphere on the left, front to back downwards. */
final class CircleOrder {
  private static final double GAP = Math.toRadians(9);

  private CircleOrder() {}

  /**
   * Angles clockwise from the top, in radians.
   *
   * @return one per region, in their order
   */
  static double[] angles(Regions regions) {
    List<Integer> left = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    List<Integer> middle = new ArrayList<>();
    for (int r = 0; r < regions.size(); r++) {
      switch (Hemisphere.of(regions.get(r))) {
        case LEFT -> left.add(r);
        case RIGHT -> right.add(r);
        default -> middle.add(r);
      }
    }
    double[] angles = new double[regions.size()];
    if (left.isEmpty() || right.isEmpty()) {
      for (int r = 0; r < angles.length; r++) {
        angles[r] = 2 * Math.PI * (r + 0.5) / angles.length;
      }
      return angles;
    }
    Comparator<Integer> frontFirst = Comparator.comparingDouble(r -> -forward(regions.get(r)));
    left.sort(frontFirst);
    right.sort(frontFirst);
    double room = 2 * Math.PI - 2 * GAP;
    double bottom = middle.isEmpty() ? 0 : room * middle.size() / angles.length + GAP;
    double half = (room - (middle.isEmpty() ? 0 : bottom)) / 2;
    for (int k = 0; k < right.size(); k++) {
      angles[right.get(k)] = GAP / 2 + half * (k + 0.5) / right.size();
    }
    for (int k = 0; k < left.size(); k++) {
      angles[left.get(k)] = 2 * Math.PI - GAP / 2 - half * (k + 0.5) / left.size();
    }
    for (int k = 0; k < middle.size(); k++) {
      double share = (k + 0.5) / middle.size() - 0.5;
      angles[middle.get(k)] = Math.PI - share * (bottom - GAP);
    }
    return angles;
  }

  private static double forward(Region region) {
    return region.centroid() == null ? 0 : region.centroid()[1];
  }
}
