package org.braindyn.scans;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.unit.SamplingInterval;
import org.braindyn.io.Places;
import org.braindyn.io.bids.BidsScan;
import org.braindyn.io.bids.SideFiles;
import org.braindyn.io.derivatives.ScanSides;
import org.braindyn.io.tables.CellTable;

/** The scans of a batch: those found in a folder, or those listed in a manifest. */
public final class ScanList {
  private static final int DEEPEST = 8;
  private static final int NAMED_PARTS = 4;

  private ScanList() {}

  /**
   * Scans of a folder or of a manifest.
   *
   * @param folder with scans, or null
   * @param pattern what file names in the folder look like
   * @param manifest table of scans, or null
   * @param ownMask use the brain mask beside each scan
   * @throws BadInput if not exactly one of folder and manifest is given, or there is no scan
   */
  public static List<ScanJob> of(File folder, String pattern, File manifest, boolean ownMask)
      throws IOException {
    if ((folder == null) == (manifest == null)) {
      throw new BadInput("Give either folder=[a folder of scans] or manifest=[a table of scans].");
    }
    List<ScanJob> jobs =
        folder != null ? ofFolder(folder.toPath(), pattern) : ofManifest(manifest.toPath());
    return ownMask ? withOwnMasks(jobs) : jobs;
  }

  /**
   * Scans of a folder and its subfolders, in order of their paths.
   *
   * @param pattern what file names look like, e.g. {@code *bold*.nii.gz}; * stands for any text
   * @throws BadInput if there is none
   */
  public static List<ScanJob> ofFolder(Path folder, String pattern) throws IOException {
    List<ScanJob> jobs = below(folder, folder, pattern);
    if (jobs.isEmpty()) {
      throw new BadInput(
          "No file in " + folder + " is named like \"" + pattern + "\". Change the pattern.");
    }
    return jobs;
  }

  /**
   * Scans of a part of a data set, in order of their paths; none if there is none.
   *
   * @param top folder of the data set, from which results are named
   * @param folder a folder of it
   */
  public static List<ScanJob> below(Path top, Path folder, String pattern) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadInput("There is no folder " + folder + ".");
    }
    PathMatcher matcher = matcher(pattern);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
      files =
          walk.filter(p -> !Files.isDirectory(p)) // a link to nothing is a scan that fails
              .filter(p -> matcher.matches(p.getFileName()))
              .filter(p -> !p.getFileName().toString().startsWith("."))
              .filter(p -> pattern.contains("ref") || !isReference(p))
              .sorted()
              .toList();
    } catch (UncheckedIOException e) {
      throw new BadInput(folder + " cannot be searched: " + Reason.of(e.getCause()) + ".", e);
    }
    List<ScanJob> jobs = new ArrayList<>();
    Set<String> stems = new HashSet<>();
    SideFiles sides = new SideFiles();
    for (Path file : files) {
      jobs.add(bids(file, unique(stem(top.relativize(file)), stems), sides));
    }
    return jobs;
  }

  /** The same scans, each with the brain mask that lies beside it; without one it fails. */
  public static List<ScanJob> withOwnMasks(List<ScanJob> jobs) throws IOException {
    List<ScanJob> masked = new ArrayList<>();
    for (ScanJob job : jobs) {
      boolean own = job.mask() == null && Files.isRegularFile(job.file());
      masked.add(own ? job.withMask(ScanSides.mask(job.file())) : job);
    }
    return masked;
  }

  private static PathMatcher matcher(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new BadInput(
          "pattern="
              + pattern
              + " is no pattern of file names: "
              + e.getDescription()
              + ". Use * for any text, e.g. *bold*.nii*.",
          e);
    }
  }

  /** Single images that BIDS keeps beside scans. */
  private static boolean isReference(Path file) {
    return file.getFileName().toString().matches("(?i).*_(boldref|sbref)\\.nii(\\.gz)?");
  }

  private static String unique(String stem, Set<String> used) {
    String unique = stem;
    for (int k = 2; !used.add(unique); k++) {
      unique = stem + "_" + k;
    }
    return unique;
  }

  /**
   * Scans of a manifest: a table with the column {@code file} and, as wanted, {@code labels},
   * {@code confounds}, {@code mask}, {@code interval}, {@code person}, {@code session}, {@code
   * run}, {@code site}. Paths are relative to the manifest's folder; what it leaves open comes from
   * the names and side files.
   */
  public static List<ScanJob> ofManifest(Path manifest) throws IOException {
    CellTable table = CellTable.read(manifest);
    if (!table.has("file")) {
      throw new BadInput(
          manifest.getFileName()
              + " has no column \"file\"; its columns are "
              + table.names()
              + ".");
    }
    Path folder = manifest.toAbsolutePath().getParent();
    List<ScanJob> jobs = new ArrayList<>();
    Set<String> stems = new HashSet<>();
    SideFiles sides = new SideFiles();
    for (int row = 0; row < table.rows(); row++) {
      String file = table.cell(row, "file");
      if (file.isEmpty()) {
        throw new BadInput(manifest.getFileName() + ": row " + (row + 2) + " names no file.");
      }
      String unique = unique(stem(ending(Places.within(folder, file), file)), stems);
      ScanJob found = bids(Places.within(folder, file), unique, sides);
      Path confounds = path(folder, table.cell(row, "confounds"));
      String interval = table.cell(row, "interval");
      jobs.add(
          new ScanJob(
              found.file(),
              unique,
              path(folder, table.cell(row, "labels")),
              interval.isEmpty() ? found.interval() : seconds(interval, manifest),
              given(table.cell(row, "person"), found.person()),
              given(table.cell(row, "session"), found.session()),
              given(table.cell(row, "run"), found.run()),
              table.cell(row, "site"),
              confounds == null ? found.confounds() : confounds,
              path(folder, table.cell(row, "mask")),
              found.problem()));
    }
    return jobs;
  }

  private static String given(String cell, String found) {
    return cell.isEmpty() ? found : cell;
  }

  private static Path path(Path folder, String cell) {
    return cell.isEmpty() ? null : Places.within(folder, cell);
  }

  private static double seconds(String text, Path manifest) {
    double seconds = Double.NaN;
    try {
      seconds = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      // told below
    }
    if (!(seconds > 0)) {
      throw new BadInput(
          manifest.getFileName()
              + ": the interval \""
              + text
              + "\" is no number of seconds above 0.");
    }
    if (!SamplingInterval.SIGNALS.plausible(seconds)) {
      throw new BadInput(
          SamplingInterval.SIGNALS.doubt(seconds, manifest.getFileName() + ": the interval")
              + " Give seconds.");
    }
    return seconds;
  }

  /** What names and side files tell. */
  private static ScanJob bids(Path file, String stem, SideFiles sides) throws IOException {
    BidsScan bids = new BidsScan(file, "", "", "", "", Double.NaN, null);
    String problem = null;
    if (Files.isRegularFile(file)) {
      try {
        bids = BidsScan.of(file, sides);
      } catch (BadInput e) {
        // One bad side file must not stop the batch; the scan is listed as failed.
        problem = e.getMessage();
        bids = BidsScan.of(file, Double.NaN);
      } catch (IOException e) {
        problem = Reason.of(e);
      }
    } else if (Files.isSymbolicLink(file)) {
      bids = BidsScan.of(file, Double.NaN); // its name still says whose it is
    }
    return new ScanJob(
        file,
        stem,
        null,
        bids.interval(),
        bids.person(),
        bids.session(),
        bids.run(),
        "",
        bids.confounds(),
        null,
        problem);
  }

  /** Of an absolute path the last parts: person, session or data type, folder, file. */
  private static Path ending(Path place, String cell) {
    Path file = Places.remote(cell) ? place : Path.of(cell);
    int parts = file.getNameCount();
    return file.isAbsolute() && parts > NAMED_PARTS
        ? file.subpath(parts - NAMED_PARTS, parts)
        : file;
  }

  /** Name for results: the path below the folder, without the ending. */
  private static String stem(Path relative) {
    List<String> parts = new ArrayList<>();
    for (Path part : relative.normalize()) {
      if (!part.toString().equals("..") && !part.toString().isEmpty()) {
        parts.add(part.toString());
      }
    }
    return String.join("_", parts)
        .replaceFirst("(?i)\\.(nii|nii\\.gz|hdr|img)$", "")
        .replaceAll("[^A-Za-z0-9_.+-]", "-")
        .replaceFirst("^[.]+", "")
        .toLowerCase(Locale.ROOT);
  }
}
