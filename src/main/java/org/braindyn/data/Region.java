package org.braindyn.data;

/**
 * One region of a parcellation (or one electrode, neuron or population).
 *
 * <p>Its label is known only where a label image, a label table, an archive or a column's name gave
 * it: a region of a table does not have the number of its column as label. Who joins regions asks
 * {@code org.braindyn.data.join.RegionJoin}.
 *
 * @param label value of its voxels in the label image, 1 or more; {@link #NO_LABEL} if it is not
 *     known
 * @param name its name, never blank
 * @param voxels number of voxels (0 where unknown)
 * @param centroid world coordinates x, y, z of its centroid in mm, or null where unknown
 */
public record Region(int label, String name, long voxels, double[] centroid) {
  /** Stands for a label that is not known; no region has it, as 0 is the background. */
  public static final int NO_LABEL = 0;

  /** Checks the name and the centroid's length. */
  public Region {
    if (name == null || name.isBlank()) {
      throw new BadInput(
          (label == NO_LABEL ? "A region" : "The region with label " + label)
              + " has no name. Give every region a name.");
    }
    if (label < 0) {
      throw new BadInput("Region " + name + " has the label " + label + "; labels are 1 or more.");
    }
    if (centroid != null && centroid.length != 3) {
      throw new IllegalArgumentException("centroid needs x, y, z, got " + centroid.length);
    }
  }

  /** A region known by its label and name only. */
  public static Region named(int label, String name) {
    return new Region(label, name, 0, null);
  }

  /**
   * A region known by its name. A name that is a whole number of 1 or more, or "Label" and such a
   * number, tells the label too.
   */
  public static Region named(String name) {
    return named(labelIn(name), name);
  }

  /** The label that a name tells ("7", "Label 7", "7.0"), {@link #NO_LABEL} if none. */
  public static int labelIn(String name) {
    String number = name.strip().replaceFirst("(?i)^label[ _]?", "");
    return number.matches("0*[1-9]\\d{0,8}(\\.0+)?")
        ? Integer.parseInt(number.replaceFirst("\\..*", ""))
        : NO_LABEL;
  }

  /** True if the label is known. */
  public boolean hasLabel() {
    return label != NO_LABEL;
  }

  /**
   * The label.
   *
   * @throws BadInput if it is not known; ask {@link #hasLabel} where that may be
   */
  @Override
  public int label() {
    if (label == NO_LABEL) {
      throw new BadInput(
          "The label value of region \""
              + name
              + "\" is not known. Give a table of label values and names (names=[table]) when the"
              + " signals are read.");
    }
    return label;
  }

  /** The label for tables, "n/a" if it is not known. */
  public String labelText() {
    return label == NO_LABEL ? "n/a" : Integer.toString(label);
  }

  /** The same region at another place, x, y, z in mm, or null. */
  public Region at(double[] place) {
    return new Region(label, name, voxels, place);
  }

  /** The same region with another label, or {@link #NO_LABEL}. */
  public Region withLabel(int value) {
    return new Region(value, name, voxels, centroid);
  }

  /** True for a name that a program made of a number: "Region 3", "Label 7", "Column 2", "7". */
  public boolean nameIsNumber() {
    return name.strip().matches("(?i)((region|label|column)[ _]?)?\\d+(\\.0+)?");
  }

  /**
   * True if two rows of different sources stand for one region: by label if both know it, else by
   * name. Under one label, two different names of people are two regions.
   */
  public boolean same(Region other) {
    boolean named = name.equals(other.name);
    return hasLabel() && other.hasLabel()
        ? label == other.label && (named || nameIsNumber() || other.nameIsNumber())
        : named;
  }

  /** The name, with the label where the names alone do not tell two regions apart. */
  public String described(Region other) {
    return name + (name.equals(other.name) ? " (label " + labelText() + ")" : "");
  }

  /** True if two rows cannot be one region; a name that is a number contradicts no other name. */
  public boolean contradicts(Region other) {
    if (hasLabel() && other.hasLabel() && label != other.label) {
      return true;
    }
    return nameIsNumber() == other.nameIsNumber() && !same(other) && sameKind(other);
  }

  // "Label 7" and "Region 3" may be one region, "Label 7" and "Label 9" may not.
  private boolean sameKind(Region other) {
    return !nameIsNumber()
        || name.replaceAll("\\d.*", "").equalsIgnoreCase(other.name.replaceAll("\\d.*", ""));
  }
}
