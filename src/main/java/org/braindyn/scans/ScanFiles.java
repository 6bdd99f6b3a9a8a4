package org.braindyn.scans;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.text.ResultTable;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.parcellation.Parcellation;
import org.braindyn.parcellation.QualityTable;
import org.braindyn.signal.cleaning.Cleaned;

/**
 * The files of one scan's result.
 *
 * @param signals region signals as parcellated
 * @param quality quality of every region
 * @param recipe what the result depends on; written last
 * @param cleaned cleaned signals, or null if nothing is cleaned
 * @param motion displacement of every frame, if frames were scrubbed; null if nothing is cleaned
 */
record ScanFiles(Path signals, Path quality, Path recipe, Path cleaned, Path motion) {
  private static final List<String> MOTION = List.of("frame", "displacement_mm", "scrubbed");

  static ScanFiles of(Path folder, String stem, boolean cleaning) {
    return new ScanFiles(
        folder.resolve(stem + "_signals.tsv"),
        folder.resolve(stem + "_quality.tsv"),
        folder.resolve(stem + "_signals.json"),
        cleaning ? folder.resolve(stem + "_cleaned.tsv") : null,
        cleaning ? folder.resolve(stem + "_motion.tsv") : null);
  }

  /** The figures of the result if everything is there and was made by the same recipe, or null. */
  ScanFigures done(ScanRecipe wanted) throws IOException {
    return Files.isRegularFile(recipe)
            && Files.isRegularFile(signals)
            && Files.isRegularFile(quality)
            && (cleaned == null || Files.isRegularFile(cleaned))
        ? wanted.figures(Files.readString(recipe))
        : null;
  }

  /** Writes everything, the recipe with the result's figures last. */
  void write(Parcellation p, Cleaned result, int dropped, String made) throws IOException {
    Files.createDirectories(recipe.toAbsolutePath().getParent());
    Files.deleteIfExists(recipe);
    TimeSeriesWriter.write(signals, p.signals());
    TimeSeriesWriter.write(quality, QualityTable.of(p.quality()));
    if (cleaned != null) {
      Files.deleteIfExists(motion);
      TimeSeriesWriter.write(cleaned, result.signals(), dropped);
      if (result.displacement() != null) {
        ResultTable table = new ResultTable(MOTION, ResultTable.Numbers.EXACT);
        for (int t = 0; t < result.displacement().length; t++) {
          table.row(t + dropped, result.displacement()[t], result.scrubbed()[t]);
        }
        TimeSeriesWriter.write(motion, table);
      }
    }
    AtomicFile.write(recipe, out -> out.write(made.getBytes(StandardCharsets.UTF_8)));
  }
}
