package org.braindyn.cohort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.braindyn.cohort.features.FeatureSet;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.ImportOptions;
import org.braindyn.kind.RecordingHash;
import org.braindyn.models.RecordingCopies;
import org.braindyn.models.SignalsFile;
import org.braindyn.people.PeopleSource;
import org.braindyn.training.dataset.DataSetEntry;
import org.braindyn.training.dataset.Manifest;
import org.braindyn.training.dataset.SignalCheck;

/** Reads recordings one by one and keeps their features alone. */
public final class CohortReader {
  private static final int LEAST_FRAMES = 20;

  private final List<FeatureSet> sets;
  private final boolean halves;
  private final BiConsumer<String, RegionSignals> seen;
  private final List<CohortEntry> entries = new ArrayList<>();
  private final List<List<double[][]>> made = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final RecordingCopies copies = new RecordingCopies();
  private RegionSignals first;

  private CohortReader(
      List<FeatureSet> sets, boolean halves, BiConsumer<String, RegionSignals> seen) {
    this.sets = sets;
    this.seen = seen;
    this.halves = halves;
  }

  /**
   * Reads a cohort.
   *
   * @param sets what every recording is made into
   * @param halves also of the halves of every recording
   * @throws BadInput if a file cannot be read or does not belong to the others, there is one person
   *     only, or a person stands at two sites
   */
  public static Cohort read(
      CohortSource source, List<FeatureSet> sets, boolean halves, Progress progress) {
    return read(source, sets, halves, (person, recording) -> {}, progress);
  }

  /**
   * Reads a cohort and shows every recording to somebody.
   *
   * @param seen gets every recording with its person
   * @throws BadInput as {@link #read(CohortSource, List, boolean, Progress)}
   */
  public static Cohort read(
      CohortSource source,
      List<FeatureSet> sets,
      boolean halves,
      BiConsumer<String, RegionSignals> seen,
      Progress progress) {
    CohortReader reader = new CohortReader(sets, halves, seen);
    int parts = source.sources().size();
    for (int s = 0; s < parts; s++) {
      PeopleSource part = source.sources().get(s);
      Progress own = progress.part((double) s / parts, (s + 1.0) / parts);
      try {
        reader.add(part, source.people(), parts > 1 ? name(part.data(), s) : "", own);
      } catch (IOException e) {
        throw new BadInput("data=" + part.data() + " cannot be read: " + Reason.of(e), e);
      }
    }
    return reader.cohort();
  }

  private static String name(Path data, int place) {
    Path last = data.toAbsolutePath().normalize().getFileName();
    return last == null ? "folder " + (place + 1) : last.toString();
  }

  private void add(PeopleSource source, Path people, String folder, Progress progress)
      throws IOException {
    Manifest manifest = source.list();
    notes.addAll(manifest.notes());
    PeopleTable table = PeopleTable.of(people, source.data());
    for (int i = 0; i < manifest.entries().size(); i++) {
      DataSetEntry entry = manifest.entries().get(i);
      Cancelled.check(progress, "Reading the recordings");
      String of = (i + 1) + " of " + manifest.entries().size();
      progress.report(
          (double) i / manifest.entries().size(),
          "Reading " + entry.file().getFileName() + ", " + of);
      RegionSignals signals = signals(entry, source);
      first = first == null ? signals : first;
      SignalCheck.usable(signals);
      SignalCheck.sameRegions(first, signals);
      copies.add(entry.file().getFileName().toString(), entry.person(), RecordingHash.of(signals));
      Map<String, String> cells = new LinkedHashMap<>(manifest.cells().get(i));
      table.of(entry.person()).forEach((k, v) -> cells.merge(k, v, (a, b) -> a.isEmpty() ? b : a));
      if (!folder.isEmpty()) {
        cells.put(CohortSource.FOLDER, folder);
      }
      entries.add(new CohortEntry(entry, cells, signals.interval(), signals.frames()));
      made.add(features(signals));
      seen.accept(entry.person(), signals);
    }
  }

  private static RegionSignals signals(DataSetEntry entry, PeopleSource source) throws IOException {
    ImportOptions options =
        ImportOptions.auto()
            .withInterval(entry.interval())
            .withOrientation(source.orientation())
            .withRun(entry.tableRun());
    RegionSignals read = SignalsFile.read(entry.file(), options, source.names()).signals();
    if (read.frames() < LEAST_FRAMES) {
      throw new BadInput(
          String.format(
              "%s has %d frames; %d or more are needed to tell one person from another. Leave it"
                  + " out, or check which axis is time.",
              entry.file().getFileName(), read.frames(), LEAST_FRAMES));
    }
    return read;
  }

  /** [set][whole, first half, second half][feature]. */
  private List<double[][]> features(RegionSignals signals) {
    List<double[][]> all = new ArrayList<>();
    int middle = signals.frames() / 2;
    for (FeatureSet set : sets) {
      double[] whole = set.of(signals);
      double[][] own =
          halves
              ? new double[][] {
                whole,
                set.of(SignalCheck.usable(signals.frames(0, middle))),
                set.of(SignalCheck.usable(signals.frames(middle, signals.frames())))
              }
              : new double[][] {whole, null, null};
      all.add(own);
    }
    return all;
  }

  private Cohort cohort() {
    checkPeople();
    notes.addAll(copies.notes());
    List<FeatureTable> tables = new ArrayList<>();
    for (int s = 0; s < sets.size(); s++) {
      double[][][] of = new double[3][entries.size()][];
      for (int i = 0; i < entries.size(); i++) {
        for (int part = 0; part < 3; part++) {
          of[part][i] = made.get(i).get(s)[part];
        }
      }
      tables.add(
          new FeatureTable(sets.get(s), of[0], halves ? of[1] : null, halves ? of[2] : null));
    }
    Cohort cohort = new Cohort(List.copyOf(entries), first.regions(), tables, notes);
    int people = cohort.people().size();
    if (people < entries.size()) {
      notes.add(
          entries.size()
              + " recordings of "
              + people
              + " people: a person is one row, the mean of the person's recordings.");
    }
    return new Cohort(cohort.entries(), cohort.regions(), tables, List.copyOf(notes));
  }

  private void checkPeople() {
    Map<String, LinkedHashSet<String>> places = new HashMap<>();
    for (CohortEntry entry : entries) {
      String site = entry.cell("site");
      places
          .computeIfAbsent(entry.person(), p -> new LinkedHashSet<>())
          .add(site.isEmpty() ? entry.recording().site() : site);
    }
    if (places.size() < 2) {
      throw new BadInput(
          "There are recordings of one person only ("
              + entries.get(0).person()
              + "), and people are what is compared. Add people.");
    }
    places.forEach(
        (person, sites) -> {
          if (sites.size() > 1) {
            throw new BadInput(
                String.format(
                    "Person %s stands at the sites %s. If these are two people, give them two"
                        + " names, e.g. %s-%s; if it is one who travelled, leave the site of the"
                        + " lines empty.",
                    person, String.join(" and ", sites), sites.iterator().next(), person));
          }
        });
  }
}
