package org.braindyn.parcellation;

/** How labels on another grid come onto the scan's, always through both affines. */
public enum Resampling {
  /** Not at all: they are refused. */
  REFUSE,
  /** Each scan voxel takes the label at its centre. */
  NEAREST,
  /** Each scan voxel takes the label that fills most of it. */
  MAJORITY
}
