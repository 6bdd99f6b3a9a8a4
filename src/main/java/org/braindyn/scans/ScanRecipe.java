package org.braindyn.scans;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.text.Program;
import org.braindyn.parcellation.ParcellationSettings;

/** Everything that the result of one scan of a batch depends on, as text to compare. */
final class ScanRecipe {
  private ScanRecipe() {}

  static String of(
      ScanJob job,
      Path labels,
      LabelNames names,
      ParcellationSettings settings,
      ScanCleaning cleaning)
      throws IOException {
    Map<String, Object> recipe = new LinkedHashMap<>();
    recipe.put("program", Program.version()); // another version may calculate otherwise
    recipe.put("scan", job.file().toString());
    boolean there = Files.isRegularFile(job.file());
    recipe.put("scan_bytes", there ? Files.size(job.file()) : -1);
    recipe.put("scan_modified", there ? Files.getLastModifiedTime(job.file()).toString() : "");
    recipe.put("labels", labels.toString());
    recipe.put("labels_crc32", crc(labels));
    recipe.put("names", names.names().toString());
    recipe.put("positions", positions(settings));
    recipe.put("statistic", settings.statistic().toString());
    recipe.put("nan_voxels", settings.nanVoxels().toString());
    recipe.put("lost_regions", settings.lostRegions().toString());
    recipe.put("resample", settings.resample().toString());
    recipe.put("mask", settings.mask() == null ? "" : mask(settings.mask()));
    recipe.put("mask_of_scan", job.mask() == null ? "" : job.mask() + " " + crc(job.mask()));
    recipe.put("interval", Double.toString(settings.interval()));
    recipe.put("interval_of_scan", Double.toString(job.interval()));
    if (cleaning != null) {
      recipe.put("cleaning", cleaning.settings().toString());
      if (!cleaning.fill().equals(ScanCleaning.NO_FILL)) {
        recipe.put("fill", cleaning.fill());
      }
      recipe.put("confound_columns", cleaning.columns());
      recipe.put("confounds", job.confounds() == null ? "" : job.confounds().toString());
      recipe.put("confounds_crc32", job.confounds() == null ? "" : crc(job.confounds()));
    }
    return new GsonBuilder().setPrettyPrinting().create().toJson(recipe) + "\n";
  }

  private static String positions(ParcellationSettings settings) {
    StringBuilder text = new StringBuilder();
    settings.positions().places().forEach((l, mm) -> text.append(l).append(Arrays.toString(mm)));
    return text.toString();
  }

  private static String mask(Labels3D mask) {
    return mask.name() + " " + Integer.toHexString(Arrays.hashCode(mask.labels()));
  }

  private static String crc(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    CRC32 crc = new CRC32();
    crc.update(Files.readAllBytes(file));
    return Long.toHexString(crc.getValue());
  }
}
