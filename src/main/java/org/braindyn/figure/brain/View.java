package org.braindyn.figure.brain;

/** A side from which a brain is seen; world axes are x to the right ear, y to the nose, z up. */
enum View {
  /** From the right: nose on the right. */
  SAGITTAL(1, 2, "P", "A"),
  /** From behind: left on the left. */
  CORONAL(0, 2, "L", "R"),
  /** From above: left on the left, nose up. */
  AXIAL(0, 1, "L", "R");

  private final int across;
  private final int up;
  private final String before;
  private final String behind;

  View(int across, int up, String before, String behind) {
    this.across = across;
    this.up = up;
    this.before = before;
    this.behind = behind;
  }

  /** World axis that goes to the right. */
  int across() {
    return across;
  }

  /** World axis that goes up. */
  int up() {
    return up;
  }

  /** World axis that is looked along. */
  int along() {
    return 3 - across - up;
  }

  /** What is on the left of the picture. */
  String leftMark() {
    return before;
  }

  /** What is on the right of the picture. */
  String rightMark() {
    return behind;
  }

  /** Letter of the axis that is looked along. */
  String axisName() {
    return "xyz".substring(along(), along() + 1);
  }
}
