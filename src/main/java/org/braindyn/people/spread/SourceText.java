package org.braindyn.people.spread;

import java.io.Serializable;
import org.braindyn.io.Places;
import org.braindyn.people.PeopleSource;

/**
 * Where recordings of many people come from, as text and numbers.
 *
 * @param data place of a manifest or folder
 * @param pattern which files of a folder
 * @param interval time between samples in s for files that do not say; NaN if all do
 */
public record SourceText(String data, String pattern, double interval) implements Serializable {
  /** The same as a source. */
  public PeopleSource source() {
    return new PeopleSource(Places.path(data), pattern, interval, 0, null, null);
  }
}
