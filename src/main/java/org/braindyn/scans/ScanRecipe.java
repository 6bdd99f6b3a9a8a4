package org.braindyn.scans;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.text.Program;
import org.braindyn.parcellation.ParcellationSettings;

/**
 * Everything that the result of one scan of a batch depends on, but for where its files lie: the
 * same on every mount.
 *
 * @param parts in order
 */
record ScanRecipe(JsonObject parts) {
  private static final String RESULT = "result";

  static ScanRecipe of(
      ScanJob job,
      Path labels,
      String labelsSum,
      LabelNames names,
      ParcellationSettings settings,
      ScanCleaning cleaning)
      throws IOException {
    JsonObject recipe = new JsonObject();
    recipe.addProperty("program", Program.version()); // another version may calculate otherwise
    recipe.addProperty("scan", job.file().getFileName().toString());
    BasicFileAttributes scan = attributes(job.file());
    boolean there = scan != null && scan.isRegularFile();
    recipe.addProperty("scan_bytes", there ? scan.size() : -1);
    recipe.addProperty("scan_modified", there ? scan.lastModifiedTime().toString() : "");
    recipe.addProperty("labels", labels.getFileName().toString());
    recipe.addProperty("labels_crc32", labelsSum);
    recipe.addProperty("names", names.names().toString());
    recipe.addProperty("positions", positions(settings));
    recipe.addProperty("statistic", settings.statistic().toString());
    recipe.addProperty("nan_voxels", settings.nanVoxels().toString());
    recipe.addProperty("lost_regions", settings.lostRegions().toString());
    recipe.addProperty("resample", settings.resample().toString());
    recipe.addProperty("mask", settings.mask() == null ? "" : mask(settings.mask()));
    recipe.addProperty(
        "mask_of_scan", job.mask() == null ? "" : job.mask().getFileName() + " " + crc(job.mask()));
    recipe.addProperty("interval", Double.toString(settings.interval()));
    recipe.addProperty("interval_of_scan", Double.toString(job.interval()));
    if (cleaning != null) {
      recipe.addProperty("cleaning", cleaning.settings().toString());
      if (!cleaning.fill().equals(ScanCleaning.NO_FILL)) {
        recipe.addProperty("fill", cleaning.fill());
      }
      recipe.addProperty("confound_columns", cleaning.columns());
      recipe.addProperty(
          "confounds", job.confounds() == null ? "" : job.confounds().getFileName().toString());
      recipe.addProperty("confounds_crc32", job.confounds() == null ? "" : crc(job.confounds()));
    }
    return new ScanRecipe(recipe);
  }

  /** The recipe with what came of it, as it is written beside the result. */
  String text(ScanFigures result) {
    JsonObject all = parts.deepCopy();
    all.add(RESULT, result.json());
    return new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(all) + "\n";
  }

  /** The figures of a text, null if it was written for another recipe or is damaged. */
  ScanFigures figures(String text) {
    try {
      JsonObject all = JsonParser.parseString(text).getAsJsonObject();
      JsonElement result = all.remove(RESULT);
      return result != null && all.toString().equals(parts.toString())
          ? ScanFigures.of(result.getAsJsonObject())
          : null;
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      return null;
    }
  }

  private static String positions(ParcellationSettings settings) {
    StringBuilder text = new StringBuilder();
    settings.positions().places().forEach((l, mm) -> text.append(l).append(Arrays.toString(mm)));
    return text.toString();
  }

  private static String mask(Labels3D mask) {
    return mask.name() + " " + Integer.toHexString(Arrays.hashCode(mask.labels()));
  }

  /** What a file system says of a file, asked once; null if there is none. */
  private static BasicFileAttributes attributes(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Checksum of a file; empty if there is none. */
  static String crc(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    CRC32 crc = new CRC32();
    crc.update(Files.readAllBytes(file));
    return Long.toHexString(crc.getValue());
  }
}
