package org.braindyn.api.cohort;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.cohort.CohortReader;
import org.braindyn.cohort.CohortSource;
import org.braindyn.cohort.embed.EmbedCohort;
import org.braindyn.cohort.features.FeatureSets;
import org.braindyn.cohort.groups.CompareGroups;
import org.braindyn.cohort.predict.PredictSettings;
import org.braindyn.cohort.predict.PredictVariable;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.people.PeopleSource;

/**
 * Recordings of many people with what is known of each.
 *
 * <pre>{@code
 * Cohort cohort = Cohort.open("study/manifest.tsv");
 * Answer age = cohort.predict("age", CohortSettings.defaults());
 * age.table().number(1, "R2");  // functional connectivity, people left out
 * age.warnings();               // what speaks against it
 * }</pre>
 */
public final class Cohort {
  private final org.braindyn.cohort.Cohort read;

  private Cohort(org.braindyn.cohort.Cohort read) {
    this.read = read;
  }

  /**
   * Reads a manifest (columns person, file, then any) or every recording of a folder, beside which
   * a participants.tsv may lie.
   *
   * @param place manifest or folder
   * @return the people
   * @throws BadInput if a file cannot be read or does not fit the others, or there is one person
   *     only
   */
  public static Cohort open(String place) {
    return open(List.of(place), "*", 0, Progress.NONE);
  }

  /**
   * Reads one or more folders or manifests; of several each is a group, told apart in the column
   * "folder".
   *
   * @param places manifests or folders
   * @param pattern which files of a folder, e.g. {@code *_tc.mat}
   * @param interval time between samples in s, 0 for what the files say
   * @param watch who watches and may stop it
   * @return the people
   * @throws BadInput as {@link #open(String)}
   */
  public static Cohort open(List<String> places, String pattern, double interval, Progress watch) {
    double seconds = interval > 0 ? interval : Double.NaN;
    List<PeopleSource> sources =
        places.stream()
            .map(p -> new PeopleSource(Path.of(p), pattern, seconds, 0, null, null))
            .toList();
    return new Cohort(
        CohortReader.read(new CohortSource(sources, null), FeatureSets.usual(), true, watch));
  }

  /** {@return everybody once, in the order of the recordings} */
  public List<String> people() {
    return read.people();
  }

  /** {@return names of the columns that say something} */
  public List<String> columns() {
    return read.columns();
  }

  /**
   * Foretells a column of people left out.
   *
   * @param column age, a score, a group
   * @param settings confounds, folds, shuffles
   * @return the table of skill and what speaks against it
   * @throws BadInput if the column cannot be foretold
   */
  public Answer predict(String column, CohortSettings settings) {
    PredictSettings how = settings.of(column);
    return Answer.of(PredictVariable.run(read, how, settings.progress));
  }

  /**
   * Compares the two groups of a column.
   *
   * @param column group, or "folder" for two folders
   * @param settings confounds, shuffles
   * @return links and regions that differ, and the group foretold
   * @throws BadInput if there are not two groups of people enough
   */
  public Comparison compare(String column, CohortSettings settings) {
    PredictSettings how = settings.of(column);
    return new Comparison(CompareGroups.run(read, how, settings.threshold, settings.progress));
  }

  /** {@return the recordings in a plane and who is recognised by half a recording} */
  public Picture embed() {
    return new Picture(EmbedCohort.of(read));
  }
}
