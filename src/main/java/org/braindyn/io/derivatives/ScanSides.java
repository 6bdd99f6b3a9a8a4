package org.braindyn.io.derivatives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;

/**
 * What lies beside a preprocessed scan of fMRIPrep or xcp_d: its brain mask, which shares every
 * entity but {@code desc} ({@code space}, {@code cohort} and {@code res} among them).
 *
 * @param entities key to value in the order of the name, e.g. sub, task, space, cohort, res, desc
 * @param suffix e.g. bold
 */
public record ScanSides(Map<String, String> entities, String suffix) {
  /** What a file's name says. */
  public static ScanSides of(Path file) {
    String stem = file.getFileName().toString().replaceFirst("(?i)\\.(nii(\\.gz)?|tsv|json)$", "");
    Map<String, String> entities = new LinkedHashMap<>();
    String suffix = "";
    for (String part : stem.split("_")) {
      int dash = part.indexOf('-');
      if (dash > 0) {
        entities.put(part.substring(0, dash), part.substring(dash + 1));
      } else {
        suffix = part;
      }
    }
    return new ScanSides(entities, suffix);
  }

  /**
   * The brain mask of a scan.
   *
   * @param scan e.g. sub-01_task-rest_space-MNI_cohort-1_res-2_desc-preproc_bold.nii.gz
   * @return its {@code desc-brain_mask.nii[.gz]} in the same folder; if there is none, the place
   *     where it should be
   * @throws BadInput if there is more than one
   */
  public static Path mask(Path scan) throws IOException {
    Map<String, String> wanted = without(of(scan).entities());
    List<Path> found = new ArrayList<>();
    Path folder = scan.toAbsolutePath().getParent();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.matches("(?i).*_mask\\.nii(\\.gz)?") && !name.startsWith(".")) {
          ScanSides sides = of(file);
          if ("brain".equals(sides.entities().get("desc"))
              && without(sides.entities()).equals(wanted)) {
            found.add(file);
          }
        }
      }
    }
    if (found.size() > 1) {
      throw new BadInput(
          scan.getFileName()
              + ": several brain masks are beside it: "
              + found.stream().map(Path::getFileName).toList()
              + ". Name the mask in a manifest (column mask), or leave ownmask out.");
    }
    return found.isEmpty() ? folder.resolve(expected(wanted)) : found.get(0);
  }

  private static String expected(Map<String, String> entities) {
    StringBuilder name = new StringBuilder();
    entities.forEach((key, value) -> name.append(key).append('-').append(value).append('_'));
    return name + "desc-brain_mask.nii.gz";
  }

  private static Map<String, String> without(Map<String, String> entities) {
    Map<String, String> rest = new LinkedHashMap<>(entities);
    rest.remove("desc");
    rest.remove("part");
    rest.remove("echo");
    return rest;
  }
}
