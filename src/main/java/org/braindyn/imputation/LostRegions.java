package org.braindyn.imputation;

/** What happens to a region that is never seen, or constant. */
public enum LostRegions {
  /** Stop and name it. */
  REFUSE,
  /** Leave it missing and fill the others. */
  LEAVE,
  /**
   * Fill it from the group's moments. Its own mean and scale are unknown: it gets the median ones
   * of the other regions, and is named in the result.
   */
  FILL
}
