package org.braindyn.api.cohort;

import org.braindyn.api.Table;
import org.braindyn.cohort.embed.EmbedCohort;

/** Recordings in a plane. */
public final class Picture {
  private final EmbedCohort made;

  Picture(EmbedCohort made) {
    this.made = made;
  }

  /** {@return one row per recording: what is known of it and its place by every set of features} */
  public Table recordings() {
    return Answer.table(made.recordings());
  }

  /** {@return one row per set of features: who is recognised by half a recording} */
  public Table recognised() {
    return Answer.table(made.identification());
  }

  /**
   * All features of one set.
   *
   * @param set row of {@link #recognised()}, from 0
   * @return one row per recording
   */
  public Table features(int set) {
    return Answer.table(made.features(set));
  }
}
