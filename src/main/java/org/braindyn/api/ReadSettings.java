package org.braindyn.api;

import org.braindyn.data.text.Words;
import org.braindyn.io.ImportOptions;
import org.braindyn.models.SignalsFile;

/**
 * How a table or array of signals is read, in the words of {@code BrainDyn Import Signals}.
 * Immutable: every method gives a changed copy.
 */
public final class ReadSettings {
  final ImportOptions options;
  final String names;
  final String positions;

  private ReadSettings(ImportOptions options, String names, String positions) {
    this.options = options;
    this.names = names;
    this.positions = positions;
  }

  /** {@return everything as the file says, what it does not say is guessed and noted} */
  public static ReadSettings auto() {
    return new ReadSettings(ImportOptions.auto(), null, null);
  }

  /**
   * Time between samples.
   *
   * @param seconds in s, 0 for what the file says
   * @return a changed copy
   */
  public ReadSettings interval(double seconds) {
    return new ReadSettings(
        seconds > 0 ? options.withInterval(seconds) : options, names, positions);
  }

  /**
   * Which axis is time.
   *
   * @param word "auto", "time in rows" or "regions in rows"
   * @return a changed copy
   * @throws org.braindyn.data.BadInput if it is another word
   */
  public ReadSettings orientation(String word) {
    return new ReadSettings(
        options.withOrientation(SignalsFile.orientation(word)), names, positions);
  }

  /**
   * Whether the first row of a table holds names.
   *
   * @param word "auto", "yes" or "no"
   * @return a changed copy
   * @throws org.braindyn.data.BadInput if it is another word
   */
  public ReadSettings header(String word) {
    return new ReadSettings(
        options.withHeader(Words.choice(ImportOptions.Header.class, "header", word)),
        names,
        positions);
  }

  /**
   * Which variable of a file with several (.mat, .h5, .npz).
   *
   * @param name its name, empty for the only one
   * @return a changed copy
   */
  public ReadSettings variable(String name) {
    return new ReadSettings(options.withVariable(name), names, positions);
  }

  /**
   * Names of the regions.
   *
   * @param file table in the order of the rows; null for the file's own
   * @return a changed copy
   */
  public ReadSettings names(String file) {
    return new ReadSettings(options, file, positions);
  }

  /**
   * Where the regions are.
   *
   * @param file table of x y z in mm, joined by label value; null for none
   * @return a changed copy
   */
  public ReadSettings positions(String file) {
    return new ReadSettings(options, names, file);
  }
}
