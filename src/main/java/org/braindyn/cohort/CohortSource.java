package org.braindyn.cohort;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.people.PeopleSource;

/**
 * Where recordings of a cohort come from.
 *
 * @param sources folders or manifests; each of several is a group of its own, told apart in the
 *     column {@value #FOLDER}
 * @param people table of what is known of people (participant_id or person, then any columns); null
 *     for the participants.tsv beside a folder's recordings, if there is one
 */
public record CohortSource(List<PeopleSource> sources, Path people) {
  /** Column that says from which of several sources a recording is. */
  public static final String FOLDER = "folder";

  /** One folder or manifest. */
  public static CohortSource of(PeopleSource source) {
    return new CohortSource(List.of(source), null);
  }
}
