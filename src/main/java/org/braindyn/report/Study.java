package org.braindyn.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.join.Atlas;
import org.braindyn.figure.brain.Links;
import org.braindyn.io.AtomicFile;
import org.braindyn.signal.montage.TenTwenty;

/**
 * What a report tells; parts that are null are left out, and said to be.
 *
 * @param title first line
 * @param data the recording and how it came to be
 * @param graph null for none
 * @param model null for none
 * @param effect null for none
 * @param connectivity links in the model; null for none
 * @param places where the regions lie; null for none
 * @param macro lines that repeat it; empty if they are not known
 * @param versions name and version of what was used
 */
public record Study(
    String title,
    Data data,
    Graph graph,
    Model model,
    Effect effect,
    Links connectivity,
    Brain places,
    String macro,
    Map<String, String> versions) {
  /**
   * The recording.
   *
   * @param signals [region][time]
   * @param quality one row per region; null for what the signals themselves tell
   * @param notes how it was made, in sentences
   * @param cleaning how it was cleaned, in sentences
   */
  public record Data(
      RegionSignals signals, Cells quality, List<String> notes, List<String> cleaning) {}

  /**
   * A graph of its regions.
   *
   * @param matrix [source][target]
   * @param notes how it was made, in sentences
   */
  public record Graph(double[][] matrix, List<String> notes) {}

  /**
   * A model.
   *
   * @param name its kind
   * @param settings every setting by name
   * @param verdict whether it is worth more than the best baseline; or why that is not known
   * @param errors one row per forecaster, the model first, with the columns "Forecaster", "MSE",
   *     "MSE low", "MSE high"; null if it was not tested
   * @param notes how it came to be, in sentences
   */
  public record Model(
      String name,
      Map<String, String> settings,
      String verdict,
      Cells errors,
      List<String> notes) {}

  /**
   * An answer to a perturbation.
   *
   * @param plan what was done, as text
   * @param course mean effect, [region][frame], in sd
   * @param table one row per region
   * @param peaks largest effect of every region, in sd
   * @param significant one per region; null if nothing was tested
   * @param surrogates refitted models behind p and q; 0 for none
   * @param notes in sentences
   */
  public record Effect(
      String plan,
      double[][] course,
      Cells table,
      double[] peaks,
      boolean[] significant,
      int surrogates,
      List<String> notes) {}

  /**
   * Where the regions lie.
   *
   * @param atlas label image with names
   * @param under mean scan on its grid, one value per voxel; null for none
   */
  public record Brain(Atlas atlas, double[] under) {}

  /** True if most rows are electrodes of the 10-20 system. */
  boolean eeg() {
    List<String> names = data.signals.regions().names();
    long known = names.stream().filter(n -> TenTwenty.electrode(n) != null).count();
    return known > names.size() / 2;
  }

  /** The report as the text of an HTML file. */
  public String html() {
    return new StudyPage(this).page().html();
  }

  /**
   * Writes the report.
   *
   * @param file .html
   */
  public void write(Path file) throws IOException {
    byte[] bytes = html().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(bytes));
  }
}
