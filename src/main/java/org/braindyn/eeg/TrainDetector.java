package org.braindyn.eeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SameSampling;
import org.braindyn.kind.RecordingHash;
import org.braindyn.models.RecordingCopies;
import org.braindyn.signal.Split;
import org.braindyn.signal.Splits;
import org.braindyn.task.BandPowerDetector;
import org.braindyn.task.BrainDynDetector;
import org.braindyn.task.DetectorReport;
import org.braindyn.task.DetectorSettings;
import org.braindyn.task.DetectorTraining;
import org.braindyn.task.LabelledPiece;
import org.braindyn.task.SeizureClassifier;

/** Trains a seizure detector, tests it beside logistic regression and writes its file. */
public final class TrainDetector {
  private static final List<String> LABEL_ENDINGS = List.of(".csv_bi", ".csv", ".tse_bi", ".tse");

  private TrainDetector() {}

  /**
   * One labelled recording, divided by blocks of time. What it says of other recordings, let alone
   * other people, is nothing.
   *
   * @param seconds length of a block
   */
  public static List<DetectorReport> onRecording(
      RegionSignals signals,
      List<Annotation> seizures,
      double seconds,
      DetectorSettings settings,
      Path file,
      Progress progress) {
    List<LabelledPiece> blocks = LabelledPiece.blocks(signals, seizures, signals.source(), seconds);
    return run(DetectorReport.byBlocks(blocks), signals, settings, file, progress);
  }

  /**
   * What a user should know of filled values in a recording that trains and tests a detector.
   *
   * @return a sentence; empty if nothing was filled
   */
  public static String estimates(RegionSignals signals) {
    List<String> channels = new ArrayList<>();
    int lost = 0;
    for (int t = 0; t < signals.frames() && signals.filled() != null; t++) {
      int count = 0;
      for (int c = 0; c < signals.size(); c++) {
        count += signals.filled()[c][t] ? 1 : 0;
      }
      lost += 2 * count > signals.size() ? 1 : 0;
    }
    for (int c = 0; c < signals.size() && signals.filled() != null; c++) {
      int filled = 0;
      for (boolean mark : signals.filled()[c]) {
        filled += mark ? 1 : 0;
      }
      if (filled > 0) {
        double share = 100.0 * filled / signals.frames();
        channels.add(
            String.format(Locale.ROOT, "%s (%.0f %%)", signals.regions().get(c).name(), share));
      }
    }
    if (channels.isEmpty()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "Filled values trained and tested this detector, too, in %s%s: a seizure there is what its"
            + " neighbours show. Left out as gaps were %.1f s in which more than half of the"
            + " channels were filled.",
        String.join(", ", channels.subList(0, Math.min(8, channels.size()))),
        channels.size() > 8 ? " and " + (channels.size() - 8) + " other channels" : "",
        lost * signals.interval());
  }

  /**
   * A folder of recordings with label files of the same name beside them, divided by person: the
   * part of the name before the first "_", as in TUSZ.
   *
   * @param how to read each file
   */
  public static List<DetectorReport> onFolder(
      Path folder, EegImport how, DetectorSettings settings, Path file, Progress progress) {
    List<List<LabelledPiece>> recordings = new ArrayList<>();
    List<String> persons = new ArrayList<>();
    RegionSignals like = null;
    RecordingCopies copies = new RecordingCopies();
    for (Path one : files(folder)) {
      Cancelled.check(progress, "Reading recordings");
      progress.report(0, "Reading " + one.getFileName());
      EegImport.Result read = how.read(one, labels(one), progress);
      if (like != null && !like.regions().names().equals(read.signals().regions().names())) {
        throw new BadInput(
            one.getFileName()
                + " has the channels "
                + read.signals().regions().summary()
                + ", others have "
                + like.regions().summary()
                + ". Choose all 19 electrodes with missing=zero.");
      }
      like = like == null ? read.signals() : like;
      if (!SameSampling.same(read.signals().interval(), like.interval())) {
        throw new BadInput(
            String.format(
                Locale.ROOT,
                "%s has %.6g samples per second, but %s has %.6g. Give rate=[samples per second] to"
                    + " bring all to one.",
                one.getFileName(),
                1 / read.signals().interval(),
                like.source(),
                1 / like.interval()));
      }
      String person = one.getFileName().toString().split("[_.]")[0];
      persons.add(person);
      copies.add(one.getFileName().toString(), person, RecordingHash.of(read.signals()));
      recordings.add(
          LabelledPiece.whole(read.signals(), read.seizures(), person, recordings.size()));
    }
    Split split = Splits.random(persons, 0.2, 0.2, settings.seed());
    List<List<LabelledPiece>> parts = new ArrayList<>();
    for (List<Integer> indices : List.of(split.train(), split.validation(), split.test())) {
      List<LabelledPiece> part = new ArrayList<>();
      indices.forEach(i -> part.addAll(recordings.get(i)));
      parts.add(part);
    }
    return run(parts, like, settings, file, progress);
  }

  private static List<DetectorReport> run(
      List<List<LabelledPiece>> parts,
      RegionSignals like,
      DetectorSettings settings,
      Path file,
      Progress progress) {
    List<LabelledPiece> test = longEnough(parts.get(2), settings.context());
    List<DetectorReport> reports = new ArrayList<>();
    try (SeizureClassifier classifier =
        new DetectorTraining(settings).run(parts.get(0), parts.get(1), progress)) {
      reports.add(
          DetectorReport.of(new BrainDynDetector(classifier), test, settings.seed(), progress));
      reports.add(
          DetectorReport.of(BandPowerDetector.fit(parts.get(0)), test, settings.seed(), progress));
      Map<String, Object> recipe = new LinkedHashMap<>();
      recipe.put("source", like.source());
      recipe.put("forecast_epochs", settings.epochs());
      recipe.put("head_epochs", settings.headEpochs());
      recipe.put("fine_tuned", settings.fineTune());
      recipe.put("test_seconds", seconds(test));
      recipe.put("test_seconds_too_short", seconds(parts.get(2)) - seconds(test));
      recipe.put("test_roc_auc", reports.get(0).score().auc());
      DetectorFile.write(file, classifier, like, settings.seed().value(), recipe);
    }
    return reports;
  }

  private static int seconds(List<LabelledPiece> pieces) {
    return pieces.stream().mapToInt(LabelledPiece::seconds).sum();
  }

  /** Test pieces that a window fits into, so that both detectors are tested on the same seconds. */
  private static List<LabelledPiece> longEnough(List<LabelledPiece> test, int context) {
    List<LabelledPiece> kept = test.stream().filter(p -> p.signals().frames() >= context).toList();
    if (kept.isEmpty()) {
      throw new BadInput(
          "No stretch without gaps in the test recordings is as long as context="
              + context
              + " samples. Use a shorter context or longer blocks.");
    }
    return kept;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found =
          all.filter(f -> f.toString().toLowerCase(Locale.ROOT).matches(".*\\.(edf|bdf|h5)"))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new BadInput(folder + " has no .edf, .bdf or .h5 file.");
      }
      return found;
    } catch (IOException e) {
      throw new BadInput(folder + " cannot be listed: " + Reason.of(e) + ".", e);
    }
  }

  /** The label file of a recording, or null to use its annotations. */
  private static Path labels(Path recording) {
    String stem = recording.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    for (String ending : LABEL_ENDINGS) {
      for (String spelled : List.of(ending, ending.toUpperCase(Locale.ROOT))) {
        Path file = recording.resolveSibling(stem + spelled);
        if (Files.isRegularFile(file)) {
          return file;
        }
      }
    }
    return null;
  }
}
