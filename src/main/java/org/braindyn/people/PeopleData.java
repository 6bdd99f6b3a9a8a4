package org.braindyn.people;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SameSampling;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.kind.RecordingHash;
import org.braindyn.models.RecordingCopies;
import org.braindyn.models.SharedStretches;
import org.braindyn.models.SignalsFile;
import org.braindyn.signal.Recording;
import org.braindyn.signal.Resampler;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.dataset.DataSetEntry;
import org.braindyn.training.dataset.Manifest;
import org.braindyn.training.dataset.SignalCheck;

/**
 * Recordings of many people, checked one by one as they are read. Once those in memory would take
 * more than {@link #HEAP_SHARE} of the heap, all go to mapped files. Close it to delete them.
 *
 * @param set the recordings
 * @param notes what a user should know about the reading
 */
public record PeopleData(DataSet set, List<String> notes, RecordingCache cache)
    implements AutoCloseable {
  /** Share of the largest heap that recordings may take before they are kept in files. */
  public static final double HEAP_SHARE = 0.25;

  /** Reads every recording of a folder or manifest and checks that they belong together. */
  public static PeopleData read(PeopleSource source, Progress progress) {
    return conditions(source, progress).ofSeveral(source.data());
  }

  /** The same, also of one person: of one brain under several conditions. */
  public static PeopleData conditions(PeopleSource source, Progress progress) {
    return read(source, (long) (HEAP_SHARE * Runtime.getRuntime().maxMemory()), progress);
  }

  /**
   * As before.
   *
   * @param most bytes that recordings may take in memory
   */
  static PeopleData read(PeopleSource source, long most, Progress progress) {
    RecordingCache cache = new RecordingCache(source.cache(), source.resample());
    try {
      return new PeopleData(null, null, cache).fill(source, most, progress);
    } catch (IOException e) {
      cache.close();
      throw new BadInput("data=" + source.data() + " cannot be read: " + Reason.of(e), e);
    } catch (RuntimeException e) {
      cache.close();
      throw e;
    }
  }

  private PeopleData fill(PeopleSource source, long most, Progress progress) throws IOException {
    Manifest manifest = source.list();
    List<DataSetEntry> entries = manifest.entries();
    List<String> found = new ArrayList<>(manifest.notes());
    Map<Integer, RegionSignals> held = new LinkedHashMap<>(); // in memory, by place
    List<Recording> recordings = new ArrayList<>();
    Map<String, Integer> told = new LinkedHashMap<>(); // notes of the files, and of how many
    RegionSignals first = null;
    RecordingCopies copies = new RecordingCopies();
    SharedStretches stretches = new SharedStretches();
    long bytes = 0;
    for (DataSetEntry entry : entries) {
      Cancelled.check(progress, "Reading the recordings");
      int place = recordings.size();
      Path file = entry.file();
      progress.report(
          (place + 1.0) / entries.size(),
          "Reading " + file.getFileName() + ", " + (place + 1) + " of " + entries.size());
      RegionSignals next = first == null ? signals(entry, source, told) : null;
      first = first == null ? next : first;
      Recording kept = cache.find(entry, first);
      if (kept == null) {
        next = next == null ? signals(entry, source, told) : next;
        DataSet.check(first, next);
        bytes += (long) Double.BYTES * next.size() * next.frames();
        if (bytes > most) {
          for (Map.Entry<Integer, RegionSignals> old : held.entrySet()) {
            DataSetEntry of = entries.get(old.getKey());
            recordings.set(old.getKey(), cache.add(old.getValue(), of));
          }
          held.clear();
          kept = cache.add(next, entry);
        } else {
          kept = Recording.of(next, entry.person());
          held.put(place, next);
        }
      }
      copies.add(file.getFileName().toString(), entry.person(), RecordingHash.of(kept));
      stretches.add(file.getFileName().toString(), entry.person(), kept);
      recordings.add(kept);
    }
    told.forEach(
        (note, files) ->
            found.add(note + (entries.size() > 1 ? " (" + files + " of the files)" : "")));
    found.addAll(copies.notes());
    if (cache.used()) {
      found.add(cache.describe(recordings.size()));
    }
    DataSet all = new DataSet(entries, recordings, first.regions(), first.interval());
    return new PeopleData(all, found, cache);
  }

  /**
   * Refuses recordings of one person, where people are to be divided; returns itself.
   *
   * @param source folder or manifest, for the message
   * @throws BadInput if there are fewer than two people
   */
  public PeopleData ofSeveral(Path source) {
    if (set.persons().stream().distinct().count() < 2) {
      close();
      throw new BadInput(
          source
              + " holds recordings of one person only ("
              + set.persons().get(0)
              + "). Splits go by person: add people, or train on one recording with BrainDyn"
              + " Train...");
    }
    return this;
  }

  /** Reads one recording as it stands in a data set, checked by itself. */
  public static RegionSignals one(DataSetEntry entry, PeopleSource source) throws IOException {
    RegionSignals signals = signals(entry, source, new LinkedHashMap<>());
    SignalCheck.usable(signals);
    return signals;
  }

  /** Reads one recording of any format. */
  private static RegionSignals signals(
      DataSetEntry entry, PeopleSource source, Map<String, Integer> told) throws IOException {
    ImportOptions options =
        ImportOptions.auto()
            .withInterval(entry.interval())
            .withOrientation(source.orientation())
            .withRun(entry.tableRun());
    Imported imported = SignalsFile.read(entry.file(), options, source.names());
    RegionSignals read = imported.signals();
    imported.notes().stream()
        .filter(PeopleData::matters)
        .map(note -> note.replaceFirst(" of \\d+ ROIs", ""))
        .forEach(note -> told.merge(note, 1, Integer::sum));
    if (!(read.interval() > 0)) {
      throw new BadInput(
          entry.file()
              + " does not say the time between its samples. Give interval=[seconds], or a"
              + " manifest with a column TR.");
    }
    return source.resample() > 0 ? resampled(read, source.resample()) : read;
  }

  /** What was guessed, left out or doubted is told; what the file said is not. */
  private static boolean matters(String note) {
    return note.startsWith("Warning")
        || note.startsWith("Guessed")
        || note.startsWith("NumPy")
        || note.contains("left out")
        || note.contains("taken in their order");
  }

  private static RegionSignals resampled(RegionSignals signals, double interval) {
    if (SameSampling.equal(signals.interval(), interval)) {
      return signals;
    }
    SignalCheck.usable(signals); // a gap would spread
    if (signals.filled() != null) {
      throw new BadInput(
          signals.source()
              + " holds filled values, which resampling would spread. Resample first, then fill.");
    }
    Resampler resampler = new Resampler(1 / signals.interval(), 1 / interval);
    double[][] values =
        Arrays.stream(signals.values()).map(resampler::apply).toArray(double[][]::new);
    return new RegionSignals(signals.regions(), values, interval, signals.source());
  }

  @Override
  public void close() {
    cache.close();
  }
}
