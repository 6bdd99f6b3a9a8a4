package org.braindyn.io.bids;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braindyn.io.NiftiFiles;

/**
 * What the names and side files of a BIDS folder say about one scan.
 *
 * @param file the scan
 * @param person of sub-..., empty if unknown
 * @param session of ses-..., empty if none
 * @param task of task-..., empty if none
 * @param run of run-..., empty if none
 * @param interval RepetitionTime of the JSON beside the scan or, by inheritance, of one in a folder
 *     above; NaN if there is none
 * @param confounds its _desc-confounds_timeseries.tsv (or older _confounds.tsv), or null
 */
public record BidsScan(
    Path file,
    String person,
    String session,
    String task,
    String run,
    double interval,
    Path confounds) {
  private static final int HIGHEST = 4;

  /** Reads names and side files. */
  public static BidsScan of(Path file) throws IOException {
    return of(file, new SideFiles());
  }

  /**
   * The same for one of many scans.
   *
   * @param sides side files of the data set, as far as they were looked for
   */
  public static BidsScan of(Path file, SideFiles sides) throws IOException {
    return of(file, interval(file.toAbsolutePath().normalize(), sides));
  }

  /** Reads names and the confounds' place; the interval is given, the side file is not read. */
  public static BidsScan of(Path file, double interval) throws IOException {
    Path path = file.toAbsolutePath().normalize();
    String whole = path.toString().replace('\\', '/');
    return new BidsScan(
        file,
        last(whole, "(?:^|[/_])sub-?([A-Za-z0-9]+)(?=[/_.])"),
        last(whole, "(?:^|[/_])ses-([A-Za-z0-9]+)(?=[/_.])"),
        last(whole, "(?:^|[/_])task-?([A-Za-z0-9]+)(?=[/_.])"),
        last(whole, "(?:^|[/_])run-?([0-9]+)(?=[/_.])"),
        interval,
        confounds(path));
  }

  private static String last(String text, String pattern) {
    Matcher m = Pattern.compile(pattern).matcher(text);
    String found = "";
    while (m.find()) {
      found = m.group(1);
    }
    return found;
  }

  private static String stem(Path path) {
    return NiftiFiles.name(path).replaceFirst("(?i)\\.nii(\\.gz)?$", "");
  }

  private static double interval(Path path, SideFiles sides) throws IOException {
    List<String> own = List.of(stem(path).split("_"));
    Path folder = path.getParent();
    for (int up = 0; folder != null && up < HIGHEST; up++, folder = folder.getParent()) {
      // A side file applies if all its parts (task-rest, bold) are parts of the scan's name; the
      // one that shares most of them counts.
      List<Path> applicable =
          sides.json(folder).stream()
              .filter(json -> own.containsAll(parts(json)))
              .sorted(Comparator.comparing((Path json) -> -parts(json).size()))
              .toList();
      for (Path json : applicable) {
        double seconds = SideFile.read(json).interval();
        if (!Double.isNaN(seconds)) {
          return seconds;
        }
      }
    }
    return Double.NaN;
  }

  private static List<String> parts(Path json) {
    return List.of(NiftiFiles.name(json).replaceFirst("\\.json$", "").split("_"));
  }

  /** The confounds share every entity of the scan but space, resolution and description. */
  private static Path confounds(Path path) throws IOException {
    String key =
        stem(path)
            .replaceAll("_(space|cohort|res|den|hemi|desc|part|echo)-[^_]*", "")
            .replaceFirst("_bold$", "");
    for (Path tsv : SideFiles.files(path.getParent(), ".tsv")) {
      String name = NiftiFiles.name(tsv);
      if (name.equals(key + "_desc-confounds_timeseries.tsv")
          || name.equals(key + "_desc-confounds_regressors.tsv")
          || name.equals(key + "_bold_confounds.tsv")) {
        return tsv;
      }
    }
    return null;
  }
}
