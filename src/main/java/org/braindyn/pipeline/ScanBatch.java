package org.braindyn.pipeline;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Volume4D;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.Nifti;
import org.braindyn.io.TimeSeriesWriter;
import org.braindyn.parcellation.Parcellation;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.Parcellator;
import org.braindyn.parcellation.QualityTable;

/**
 * Parcellates many scans: for each a signals table, a quality table and a recipe; for all one
 * manifest. What was done with the same recipe is skipped; an error is listed and the rest goes on.
 */
public final class ScanBatch {
  /** Name of the list of all scans and how they went. */
  public static final String MANIFEST = "manifest.tsv";

  private final Path labels;
  private final LabelNames names;
  private final ParcellationSettings settings;
  private final Path output;

  /**
   * @param labels label image for scans that name none of their own; null if all do
   * @param names names of the labels
   * @param output folder for results, made if it is not there
   */
  public ScanBatch(Path labels, LabelNames names, ParcellationSettings settings, Path output) {
    this.labels = labels;
    this.names = names;
    this.settings = settings;
    this.output = output;
  }

  /**
   * Runs the batch.
   *
   * @return one row per scan, as in the manifest file
   */
  public List<ManifestRow> run(List<ScanJob> jobs, Progress progress) throws IOException {
    Files.createDirectories(output);
    List<ManifestRow> rows = new ArrayList<>();
    for (ScanJob job : jobs) {
      Cancelled.check(progress, "Parcellate Folder");
      progress.report((double) rows.size() / jobs.size(), "Parcellating " + job.stem());
      rows.add(one(job, progress));
      write(rows);
    }
    progress.report(1, rows.size() + " scans done");
    return rows;
  }

  private ManifestRow one(ScanJob job, Progress progress) throws IOException {
    Path signals = output.resolve(job.stem() + "_signals.tsv");
    Path quality = output.resolve(job.stem() + "_quality.tsv");
    Path recipe = output.resolve(job.stem() + "_signals.json");
    try {
      if (job.problem() != null) {
        throw new BadInput(job.problem());
      }
      Path labelFile = job.labels() != null ? job.labels() : labels;
      if (labelFile == null) {
        throw new BadInput("No label image was given for " + job.file() + ".");
      }
      String wanted = recipe(job, labelFile);
      if (Files.isRegularFile(recipe)
          && Files.isRegularFile(signals)
          && Files.isRegularFile(quality)
          && Files.readString(recipe).equals(wanted)) {
        return ManifestRow.skipped(job, signals, quality);
      }
      Labels3D image = Nifti.labels(labelFile);
      ParcellationSettings own =
          settings.interval() > 0 || Double.isNaN(job.interval())
              ? settings
              : settings.withInterval(job.interval());
      Volume4D scan = Nifti.open(job.file());
      Parcellation p = new Parcellator(own).parcellate(scan, image, names, new Quiet(progress));
      Files.deleteIfExists(recipe);
      TimeSeriesWriter.write(signals, p.signals());
      TimeSeriesWriter.writeCells(quality, QualityTable.COLUMNS, QualityTable.cells(p.quality()));
      AtomicFile.write(recipe, out -> out.write(wanted.getBytes(StandardCharsets.UTF_8)));
      return ManifestRow.done(job, signals, p, scan.interval());
    } catch (Cancelled e) {
      throw e;
    } catch (BadInput | IOException e) {
      return ManifestRow.failed(job, e.getMessage());
    } catch (RuntimeException e) {
      return ManifestRow.failed(job, "an error of the program itself, please report it: " + e);
    }
  }

  /** Everything the result depends on. */
  private String recipe(ScanJob job, Path labelFile) throws IOException {
    Map<String, Object> recipe = new LinkedHashMap<>();
    recipe.put("scan", job.file().toString());
    recipe.put("scan_bytes", Files.isRegularFile(job.file()) ? Files.size(job.file()) : -1);
    recipe.put(
        "scan_modified",
        Files.isRegularFile(job.file()) ? Files.getLastModifiedTime(job.file()).toString() : "");
    recipe.put("labels", labelFile.toString());
    recipe.put("labels_crc32", Files.isRegularFile(labelFile) ? crc(labelFile) : "");
    recipe.put("names", names.names().toString());
    recipe.put("statistic", settings.statistic().toString());
    recipe.put("nan_voxels", settings.nanVoxels().toString());
    recipe.put("lost_regions", settings.lostRegions().toString());
    recipe.put("resample", settings.resample());
    recipe.put("mask", settings.mask() == null ? "" : settings.mask().name());
    recipe.put("interval", Double.toString(settings.interval()));
    recipe.put("interval_of_scan", Double.toString(job.interval()));
    return new GsonBuilder().setPrettyPrinting().create().toJson(recipe) + "\n";
  }

  private static String crc(Path file) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(Files.readAllBytes(file));
    return Long.toHexString(crc.getValue());
  }

  private void write(List<ManifestRow> rows) throws IOException {
    TimeSeriesWriter.writeCells(
        output.resolve(MANIFEST),
        ManifestRow.COLUMNS,
        rows.stream().map(ManifestRow::cells).toList());
  }

  /** Passes cancel on, but not the progress of a single scan. */
  private record Quiet(Progress all) implements Progress {
    @Override
    public void report(double fraction, String message) {}

    @Override
    public boolean cancelled() {
      return all.cancelled();
    }
  }
}
