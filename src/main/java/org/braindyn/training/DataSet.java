package org.braindyn.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Mat5;
import org.braindyn.io.TimeSeriesTable;
import org.braindyn.signal.Recording;

/**
 * Recordings of many people with the same regions and sampling interval, read from a manifest or a
 * folder.
 *
 * @param entries one per recording
 * @param recordings the recordings, in the same order
 * @param regions the one region order
 * @param interval time between samples in s
 */
public record DataSet(
    List<DataSetEntry> entries, List<Recording> recordings, Regions regions, double interval) {
  private static final double SAME_INTERVAL = 1e-3;

  /**
   * Reads every recording of a manifest or folder and checks that they belong together.
   *
   * @param source a manifest (see {@link Manifest}) or a folder of .mat, .csv, .tsv or .1D files,
   *     each of a person of its own unless BIDS names ("sub-01_run-1.csv") say otherwise
   * @param interval time between samples in s for files that do not say; NaN if all do
   */
  public static DataSet read(Path source, double interval, Progress progress) throws IOException {
    List<DataSetEntry> entries =
        Files.isDirectory(source) ? folder(source, interval) : Manifest.read(source, interval);
    List<RegionSignals> signals = new ArrayList<>();
    for (DataSetEntry entry : entries) {
      Cancelled.check(progress, "Reading the recordings");
      progress.report(
          (double) signals.size() / entries.size(), "Reading " + entry.file().getFileName());
      signals.add(signals(entry));
    }
    return of(entries, signals);
  }

  /** Checks that recordings belong together: same regions in the same order, same interval. */
  public static DataSet of(List<DataSetEntry> entries, List<RegionSignals> signals) {
    RegionSignals first = signals.get(0);
    List<Recording> recordings = new ArrayList<>();
    for (int i = 0; i < signals.size(); i++) {
      RegionSignals next = signals.get(i);
      SignalCheck.usable(next);
      SignalCheck.sameRegions(first, next);
      if (Math.abs(next.interval() - first.interval()) > SAME_INTERVAL) {
        throw new BadInput(
            String.format(
                Locale.ROOT,
                "%s has a sampling interval of %.4g s, but %s has %.4g s. "
                    + "Resample one of them, or train on each alone.",
                next.source(),
                next.interval(),
                first.source(),
                first.interval()));
      }
      recordings.add(Recording.of(next, entries.get(i).person()));
    }
    return new DataSet(entries, recordings, first.regions(), first.interval());
  }

  /** The person of every recording. */
  public List<String> persons() {
    return entries.stream().map(DataSetEntry::person).toList();
  }

  /** Some of the recordings. */
  public List<Recording> recordings(List<Integer> indices) {
    return indices.stream().map(recordings::get).toList();
  }

  /** Reads one recording. */
  public static RegionSignals signals(DataSetEntry entry) throws IOException {
    String name = entry.file().getFileName().toString();
    if (!Files.isRegularFile(entry.file())) {
      throw new BadInput(
          "The recording " + entry.file() + " of person " + entry.person() + " is not there.");
    }
    ImportOptions options = ImportOptions.auto().withInterval(entry.interval());
    boolean matlab = name.toLowerCase(Locale.ROOT).endsWith(".mat");
    return (matlab ? Mat5.read(entry.file(), options) : TimeSeriesTable.read(entry.file(), options))
        .signals();
  }

  private static List<DataSetEntry> folder(Path folder, double interval) throws IOException {
    Map<String, DataSetEntry> entries = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.matches("(?i)[^.].*\\.(mat|csv|tsv|1d)")) {
          String stem = name.replaceFirst("\\.[^.]+$", "");
          String person = stem.startsWith("sub-") ? stem.split("_")[0] : stem;
          entries.put(name, new DataSetEntry(person, "", "", "", file, interval));
        }
      }
    }
    if (entries.isEmpty()) {
      throw new BadInput("The folder " + folder + " holds no recording (.mat, .csv, .tsv or .1D).");
    }
    return List.copyOf(entries.values());
  }
}
