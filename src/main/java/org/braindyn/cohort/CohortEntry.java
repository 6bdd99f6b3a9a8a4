package org.braindyn.cohort;

import java.util.Map;
import org.braindyn.training.dataset.DataSetEntry;

/**
 * One recording of a cohort.
 *
 * @param recording whose it is and where it lies
 * @param cells what is known of it, by column in lower case
 * @param interval time between samples in s, NaN if unknown
 * @param frames number of time samples
 */
public record CohortEntry(
    DataSetEntry recording, Map<String, String> cells, double interval, int frames) {
  /** Whose recording it is. */
  public String person() {
    return recording.person();
  }

  /** What a column says; empty if it says nothing. */
  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }
}
