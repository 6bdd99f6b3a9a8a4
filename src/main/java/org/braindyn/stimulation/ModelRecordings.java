package org.braindyn.stimulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.ImportOptions.Orientation;
import org.braindyn.io.Imported;
import org.braindyn.io.MatrixImport;
import org.braindyn.kind.RecordingHash;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.ModelFit;
import org.braindyn.models.RecordingCopies;
import org.braindyn.models.SignalsFile;
import org.braindyn.people.PeopleSource;
import org.braindyn.perturbation.StartingWindows;
import org.braindyn.training.dataset.DataSetEntry;
import org.braindyn.training.dataset.Manifest;

/**
 * Recordings that a model is asked about: one, or those of several people.
 *
 * @param signals the recordings, all of the model's regions and sampling
 * @param people whose they are, in the same order
 * @param notes what was left out
 */
public record ModelRecordings(
    List<RegionSignals> signals, List<String> people, List<String> notes) {
  private static final int PER_RECORDING = 4;

  /** One recording. */
  public static ModelRecordings one(TrainedModel model, RegionSignals signals) {
    ModelFit.check(model, signals, "The model");
    return new ModelRecordings(List.of(signals), List.of(signals.source()), List.of());
  }

  /**
   * Recordings of a manifest or folder. Files that do not say their sampling interval or the names
   * of their regions are taken to have the model's.
   *
   * @param pattern which files of a folder, e.g. {@code *_tc.mat}
   * @throws BadInput that names the first file that does not fit the model
   */
  public static ModelRecordings read(
      TrainedModel model, Path data, String pattern, Progress progress) {
    return read(model, data, pattern, Orientation.AUTO, progress);
  }

  /**
   * As before.
   *
   * @param orientation which axis of the files is time; AUTO for what each file says, and where it
   *     does not, for the axis that has as many entries as the model has regions
   */
  public static ModelRecordings read(
      TrainedModel model, Path data, String pattern, Orientation orientation, Progress progress) {
    try {
      Manifest list = list(data, pattern);
      Set<String> notes = new LinkedHashSet<>(list.notes());
      return read(model, list.entries(), orientation, notes, progress);
    } catch (IOException e) {
      throw new BadInput("people=" + data + " cannot be read: " + Reason.of(e), e);
    }
  }

  /** Some recordings of a data set, in this order. */
  static ModelRecordings of(TrainedModel model, List<DataSetEntry> entries, Progress progress) {
    try {
      return read(model, entries, Orientation.AUTO, new LinkedHashSet<>(), progress);
    } catch (IOException e) {
      throw new BadInput("A recording cannot be read: " + Reason.of(e), e);
    }
  }

  private static ModelRecordings read(
      TrainedModel model,
      List<DataSetEntry> entries,
      Orientation orientation,
      Set<String> notes,
      Progress progress)
      throws IOException {
    List<RegionSignals> signals = new ArrayList<>();
    RecordingCopies copies = new RecordingCopies();
    for (DataSetEntry entry : entries) {
      Cancelled.check(progress, "Reading recordings");
      progress.report(
          (double) signals.size() / entries.size(), "Reading " + entry.file().getFileName());
      RegionSignals read = read(model, entry, orientation, notes);
      copies.add(entry.file().getFileName().toString(), entry.person(), RecordingHash.of(read));
      signals.add(read);
    }
    notes.addAll(copies.notes());
    return new ModelRecordings(
        signals, entries.stream().map(DataSetEntry::person).toList(), List.copyOf(notes));
  }

  private static Manifest list(Path data, String pattern) throws IOException {
    try {
      return new PeopleSource(data, pattern, Double.NaN, 0, null, null).list();
    } catch (BadInput e) {
      throw new BadInput(e.getMessage().replace("data=", "people="), e); // as it is called here
    }
  }

  private static RegionSignals read(
      TrainedModel model, DataSetEntry entry, Orientation orientation, Set<String> notes)
      throws IOException {
    ImportOptions options =
        ImportOptions.auto().withInterval(entry.interval()).withOrientation(orientation);
    Imported imported = SignalsFile.read(entry.file(), options, null);
    RegionSignals read = imported.signals();
    boolean guessed = imported.notes().stream().anyMatch(note -> note.startsWith("Guessed"));
    if (guessed && read.size() != model.regions() && read.frames() == model.regions()) {
      double[][] turned = MatrixImport.transposed(read.values());
      read =
          new RegionSignals(
              Regions.numbered("Region", turned.length), turned, read.interval(), read.source());
      notes.add("Files that do not say which axis is time were read by the model's regions.");
    } else {
      imported.notes().stream()
          .filter(note -> note.startsWith("Warning") || note.startsWith("Guessed"))
          .forEach(notes::add);
    }
    double interval = read.interval() > 0 ? read.interval() : model.provenance().data().interval();
    String file = entry.file().toString();
    Regions known = model.provenance().data().regions();
    boolean unnamed =
        read.regions().names().equals(Regions.numbered("Region", read.size()).names());
    Regions regions = read.regions();
    if (known != null && known.size() == read.size() && (unnamed || known.sameAs(regions))) {
      regions = known; // which knows label values too
    }
    RegionSignals named = new RegionSignals(regions, read.values(), interval, file);
    ModelFit.check(model, named, "The model");
    return named;
  }

  /** The regions. */
  public Regions regions() {
    return signals.get(0).regions();
  }

  /** Time between frames in s. */
  public double interval() {
    return signals.get(0).interval();
  }

  /** Number of different people. */
  public int persons() {
    return (int) people.stream().distinct().count();
  }

  /**
   * Starting windows spread over all recordings, four or more of each.
   *
   * @param model whose contexts they are
   * @param most how many at most if the recordings are few
   */
  public StartingWindows starts(List<RegionSignals> of, TrainedModel model, int most) {
    double floor = model.provenance().data().floor();
    int count = Math.max(most, PER_RECORDING * of.size());
    return StartingWindows.spread(of, model.context(), count, floor);
  }

  /** Number of the person of every window; null for one person. */
  public int[] personOf(StartingWindows windows) {
    if (persons() < 2) {
      return null;
    }
    List<String> names = people.stream().distinct().toList();
    return Arrays.stream(windows.person()).map(r -> names.indexOf(people.get(r))).toArray();
  }

  /** Recordings of one person. */
  public List<RegionSignals> of(String person) {
    List<RegionSignals> own = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      if (people.get(i).equals(person)) {
        own.add(signals.get(i));
      }
    }
    return own;
  }

  /** One line for notes. */
  public String describe() {
    String counted =
        persons() < 2
            ? "started from windows of " + signals.get(0).source()
            : String.format(
                Locale.ROOT,
                "started from %d recordings of %d people; intervals over people",
                signals.size(),
                persons());
    return String.join("\n", notes) + (notes.isEmpty() ? "" : "\n") + counted;
  }
}
