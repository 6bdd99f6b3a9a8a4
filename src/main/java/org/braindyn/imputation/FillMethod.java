package org.braindyn.imputation;

/** How missing values are estimated. */
public enum FillMethod {
  /**
   * Own and group moments together where there is a group, own moments where there is none, the
   * group's alone where most is hidden. Takes a second lag where most of what is missing are gaps
   * of 10 and more whole frames; elsewhere scales the estimate by its own standard deviation, as
   * values hidden on purpose ask for ({@link DeviationScales}).
   */
  AUTO("automatic"),
  /** Kalman smoother, the recording's own lagged covariances shrunk to the group's. */
  OWN_AND_GROUP("own and group moments"),
  /** Kalman smoother, the group's lagged covariances. */
  GROUP("group moments"),
  /** Kalman smoother, the recording's own lagged covariances. */
  OWN("own moments"),
  /** The same as {@link #OWN_AND_GROUP}, and what a trained network adds to it. */
  MODEL("trained model"),
  /** Ridge from the regions seen in the same frame, the group's covariance. */
  VISIBLE_REGIONS("visible regions"),
  /** The same, the covariance re-estimated on the recording. */
  PERSONAL_COVARIANCE("visible regions, personal covariance"),
  /** Straight lines in time. */
  INTERPOLATION("time interpolation"),
  /** The region's mean. */
  MEAN("mean");

  private final String title;

  FillMethod(String title) {
    this.title = title;
  }

  /** Name for dialogs and tables. */
  public String title() {
    return title;
  }

  /** True if the method cannot work without a group's moments. */
  public boolean needsGroup() {
    return this == OWN_AND_GROUP
        || this == MODEL
        || this == GROUP
        || this == VISIBLE_REGIONS
        || this == PERSONAL_COVARIANCE;
  }
}
