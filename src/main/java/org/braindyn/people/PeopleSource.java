package org.braindyn.people;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;
import org.braindyn.io.ImportOptions.Orientation;
import org.braindyn.training.dataset.DataSetEntry;
import org.braindyn.training.dataset.Manifest;

/**
 * Where recordings of many people come from.
 *
 * @param data a manifest (see {@link Manifest}) or a folder of recordings, each of a person of its
 *     own unless BIDS names ("sub-01_run-1.csv") say otherwise
 * @param pattern which files of a folder, e.g. {@code *_tc.mat}
 * @param interval time between samples in s for files that do not say; NaN if all do
 * @param resample time between samples in s to bring every recording to, 0 to leave them
 * @param names table of region names in the order of the rows; null for the files' own
 * @param cache folder for recordings that do not fit into memory; null for a temporary one
 * @param orientation which axis of the files is time, AUTO for what each file says
 */
public record PeopleSource(
    Path data,
    String pattern,
    double interval,
    double resample,
    Path names,
    Path cache,
    Orientation orientation) {
  private static final String KNOWN = "(?i)[^.].*\\.(mat|csv|tsv|1d|npy|npz|h5|hdf5)";

  /** Recordings whose files say which axis is time. */
  public PeopleSource(
      Path data, String pattern, double interval, double resample, Path names, Path cache) {
    this(data, pattern, interval, resample, names, cache, Orientation.AUTO);
  }

  /** Every recording of a folder or manifest, files that say their interval. */
  public static PeopleSource of(Path data, double interval) {
    return new PeopleSource(data, "*", interval, 0, null, null);
  }

  /** The recordings in order, and what was left out. */
  public Manifest list() throws IOException {
    if (Files.isRegularFile(data) && data.toString().matches("(?i).*\\.(mat|np[yz]|h5|hdf5|1d)")) {
      throw new BadInput(
          "data="
              + data
              + " is one recording, not a manifest. Give the folder of all: data=["
              + data.toAbsolutePath().getParent()
              + "].");
    }
    return Files.isDirectory(data)
        ? new Manifest(folder(), List.of())
        : Manifest.read(data, interval);
  }

  private List<DataSetEntry> folder() throws IOException {
    PathMatcher matcher;
    try {
      matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new BadInput("pattern=" + pattern + " is no pattern of file names. Use *_tc.mat.", e);
    }
    List<DataSetEntry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.matches(KNOWN) && matcher.matches(file.getFileName()) && !isNames(file)) {
          String stem = name.replaceFirst("\\.[^.]+$", "");
          String person = stem.startsWith("sub-") ? stem.split("_")[0] : stem;
          String session = part(stem, "ses-");
          entries.add(new DataSetEntry(person, session, part(stem, "run-"), "", file, interval));
        }
      }
    }
    if (entries.isEmpty()) {
      throw new BadInput(
          "The folder "
              + data
              + " holds no recording (.mat, .csv, .tsv, .1D, .npy, .npz or .h5) named like \""
              + pattern
              + "\". Change the pattern.");
    }
    return entries;
  }

  /** A table of names that lies among the recordings is none of them. */
  private boolean isNames(Path file) throws IOException {
    return names != null && Files.exists(names) && Files.isSameFile(names, file);
  }

  private static String part(String stem, String key) {
    for (String part : stem.split("_")) {
      if (part.startsWith(key)) {
        return part.substring(key.length());
      }
    }
    return "";
  }
}
