package org.braindyn.api.cohort;

import org.braindyn.api.Labels;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;

/** How a model is tried on a new site. Immutable: every method gives a changed copy. */
public final class ScannerSettings {
  final String pattern;
  final double interval;
  final String names;
  final Labels from;
  final Labels to;
  final Seed seed;
  final Progress progress;

  private ScannerSettings(
      String pattern, double interval, String names, Labels[] atlases, Seed seed, Progress watch) {
    this.pattern = pattern;
    this.interval = interval;
    this.names = names;
    from = atlases[0];
    to = atlases[1];
    this.seed = seed;
    progress = watch;
  }

  /** {@return every file, intervals as the files say, the model's regions, seed 1} */
  public static ScannerSettings defaults() {
    return new ScannerSettings("*", 0, null, new Labels[2], Seed.of(1), Progress.NONE);
  }

  private Labels[] atlases() {
    return new Labels[] {from, to};
  }

  /**
   * Which files of a folder.
   *
   * @param glob e.g. {@code *_tc.mat}
   * @return a changed copy
   */
  public ScannerSettings pattern(String glob) {
    return new ScannerSettings(glob, interval, names, atlases(), seed, progress);
  }

  /**
   * Time between samples.
   *
   * @param seconds in s, 0 for what the files say
   * @return a changed copy
   */
  public ScannerSettings interval(double seconds) {
    return new ScannerSettings(pattern, seconds, names, atlases(), seed, progress);
  }

  /**
   * Names of the rows.
   *
   * @param table file of region names; null for none
   * @return a changed copy
   */
  public ScannerSettings names(String table) {
    return new ScannerSettings(pattern, interval, table, atlases(), seed, progress);
  }

  /**
   * Label images of both parcellations, if the site's is another than the model's.
   *
   * @param model labels of the model's regions, in MNI space
   * @param site labels of the recordings' regions, in MNI space
   * @return a changed copy
   * @throws BadInput if one of them is missing
   */
  public ScannerSettings atlases(Labels model, Labels site) {
    if ((model == null) != (site == null)) {
      throw new BadInput(
          (model == null ? "from" : "to")
              + " is missing: another parcellation needs two label images in MNI space, from= of"
              + " the model's regions and to= of the recordings'.");
    }
    return new ScannerSettings(
        pattern, interval, names, new Labels[] {model, site}, seed, progress);
  }

  /**
   * What is hidden on purpose.
   *
   * @param value the same seed hides the same
   * @return a changed copy
   */
  public ScannerSettings seed(long value) {
    return new ScannerSettings(pattern, interval, names, atlases(), Seed.of(value), progress);
  }

  /**
   * Who watches and may stop it.
   *
   * @param watch e.g. a {@link org.braindyn.api.Watch}
   * @return a changed copy
   */
  public ScannerSettings watch(Progress watch) {
    return new ScannerSettings(pattern, interval, names, atlases(), seed, watch);
  }
}
