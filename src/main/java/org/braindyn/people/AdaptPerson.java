package org.braindyn.people;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.join.RegionJoin;
import org.braindyn.forecast.family.GroupSums;
import org.braindyn.forecast.family.interval.Coverage;
import org.braindyn.forecast.family.interval.LeftOutErrors;
import org.braindyn.forecast.family.personal.Adaptation;
import org.braindyn.forecast.family.personal.Carried;
import org.braindyn.forecast.family.personal.RegionTransfer;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.RecordingHash;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TunableNetwork;
import org.braindyn.kind.family.PersonalFile;
import org.braindyn.models.ModelFit;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.dataset.SignalCheck;

/**
 * A group's model made one's own with one recording: pooled, compared, written.
 *
 * @param group mean squared error of the group's model on the last fifth of the recording
 * @param personal that of the pooled model
 * @param alone that of the own recording alone
 * @param kept true if the personal model is kept, false if the group's is
 * @param model the one that is kept
 * @param notes what happened, in sentences
 */
public record AdaptPerson(
    double group,
    double personal,
    double alone,
    boolean kept,
    TrainedModel model,
    List<String> notes) {
  /** Training frames below which a group's model is worth a sentence. */
  private static final int SHORT = 600;

  /**
   * Pools, or carries to other regions, and writes.
   *
   * @param model the group's model; its file keeps sums
   * @param recording the person's; of the model's regions in any order, if nothing is carried
   * @param weight how often each of its windows counts; 0 to choose
   * @param transfer how its regions become the model's; null if they are the model's
   * @param file the personal model to write
   * @throws BadInput if the model keeps no sums, or the recording is of other regions, of another
   *     interval or too short
   */
  public static AdaptPerson run(
      TrainedModel model,
      RegionSignals recording,
      double weight,
      RegionTransfer transfer,
      Path file,
      Progress progress) {
    TrainSignals.checkWritable(file);
    AdaptPerson done =
        transfer == null
            ? of(model, recording, weight, progress)
            : carried(model, recording, transfer, progress);
    done.model.write(file);
    done.notes.add(
        done.kept
            ? "The personal model is in " + file + "; all of the recording is in it."
            : "The group's model is kept; " + file + " is a copy of it.");
    return done;
  }

  /**
   * Pools and compares.
   *
   * @param model the group's model; its file keeps sums
   * @param recording the person's, of the model's regions in any order
   * @param weight how often each of its windows counts; 0 to choose
   * @throws BadInput if the model keeps no sums, or the recording is of other regions, of another
   *     interval or too short
   */
  public static AdaptPerson of(
      TrainedModel model, RegionSignals recording, double weight, Progress progress) {
    if (!(weight >= 0 && weight <= 1e6)) {
      throw new BadInput("weight=" + weight + " is out of range. Give 0 (choose) to 1000000.");
    }
    GroupSums sums = sums(model);
    RegionSignals own = joined(model, recording);
    ModelFit.check(model, own, "The group's model");
    SignalCheck.usable(own);
    if (model.provenance().data().hashes().containsValue(RecordingHash.of(own))) {
      throw new BadInput(
          own.source()
              + " is among the recordings that trained the model, so nothing could be compared. Use"
              + " a recording that the model has not seen, or the model as it is.");
    }
    WindowSet windows = window(model, own);
    Adaptation pooled =
        Adaptation.of(sums, model.forecaster(), windows, weight, progress.part(0, 0.3));
    PersonalNetwork beside =
        model
            .tunable()
            .map(n -> PersonalNetwork.of(n, pooled, windows, progress.part(0.3, 1)))
            .orElse(null);
    TunableNetwork network = beside == null ? null : beside.network();
    double error = beside == null ? pooled.personal() : beside.error();
    boolean changed = pooled.weight() > 0 || network != null && network.changed();
    boolean helps = changed && error < pooled.group();
    List<String> notes = new ArrayList<>();
    String verdict = verdict(pooled, error, helps, own);
    notes.add(verdict);
    notes.add(beside == null ? "" : beside.sentence());
    notes.add(interval(model, beside == null ? pooled.errors() : beside.errors()));
    notes.removeIf(String::isEmpty);
    TrainedModel made =
        !helps
            ? model
            : network == null
                ? PersonalFile.of(model, pooled, own, verdict)
                : PersonalFile.withIntervals(model, network.model(pooled, own, verdict));
    return new AdaptPerson(pooled.group(), error, pooled.alone(), helps, made, notes);
  }

  /**
   * Carries a group's model to other regions and compares.
   *
   * @param model the group's model; its file keeps sums
   * @param recording the person's, of other regions
   * @param transfer how its regions become the model's and back
   * @throws BadInput as {@link #of}
   */
  public static AdaptPerson carried(
      TrainedModel model, RegionSignals recording, RegionTransfer transfer, Progress progress) {
    GroupSums sums = sums(model);
    ModelFit.checkInterval(model, recording, "The group's model");
    SignalCheck.usable(recording);
    Carried made = Carried.of(sums, transfer, window(model, recording), progress);
    String verdict =
        String.format(
            Locale.ROOT,
            "%s On the last fifth of %s (mean squared error, %d windows): carried %.4f, chosen %.4f,"
                + " own recording alone %.4f. Kept: %s.",
            transfer.sentence(),
            recording.source(),
            made.errors().windows(),
            made.carried(),
            made.personal(),
            made.alone(),
            made.chosen());
    List<String> notes = new ArrayList<>(List.of(verdict));
    if (transfer.unknown() > 0) {
      notes.add(
          transfer.unknown()
              + " of "
              + recording.size()
              + " regions are unknown to the group's model; they are forecast from their own past"
              + " and from what the recording shows.");
    }
    return new AdaptPerson(
        made.carried(),
        made.personal(),
        made.alone(),
        true,
        PersonalFile.carried(model, made, recording, verdict),
        notes);
  }

  private static GroupSums sums(TrainedModel model) {
    return model
        .sums()
        .orElseThrow(
            () ->
                new BadInput(
                    "model: this file ("
                        + model.title()
                        + ") keeps no sums that a recording could be pooled with. Train the"
                        + " group's model again with BrainDyn Train Across People... and"
                        + " variant=auto or variant=[direct ridge]."));
  }

  /**
   * Rows of a table: model, error on the last fifth, the same over that of the first row.
   *
   * @param carried true if the model was carried to other regions
   */
  public List<List<String>> rows(boolean carried) {
    return List.of(
        row(carried ? "carried" : "group", group),
        row(carried ? "chosen" : "group and own recording", personal),
        row("own recording alone", alone));
  }

  private List<String> row(String name, double mse) {
    return List.of(
        name,
        String.format(Locale.ROOT, "%.6f", mse),
        String.format(Locale.ROOT, "%.6f", mse / group));
  }

  private static WindowSet window(TrainedModel model, RegionSignals own) {
    int needed = model.context() + model.horizon();
    if (own.frames() < needed) {
      throw new BadInput(
          String.format(
              "%s has %d frames, fewer than context + horizon of the group's model (%d + %d). Use a"
                  + " longer recording.",
              own.source(), own.frames(), model.context(), model.horizon()));
    }
    return WindowSet.of(List.of(own), model.context(), model.horizon(), 1)
        .withFloor(model.provenance().data().floor());
  }

  /** Rows in the order of the model's regions. */
  private static RegionSignals joined(TrainedModel model, RegionSignals recording) {
    Regions wanted = model.provenance().data().regions();
    if (wanted == null) {
      return recording;
    }
    int[] rows =
        RegionJoin.of(wanted, "the group's model", recording.regions(), recording.source()).rows();
    double[][] values = new double[rows.length][];
    List<String> missing = new ArrayList<>();
    for (int r = 0; r < rows.length; r++) {
      if (rows[r] < 0) {
        missing.add(wanted.get(r).name());
      } else {
        values[r] = recording.values()[rows[r]];
      }
    }
    if (!missing.isEmpty()) {
      throw new BadInput(
          String.format(
              "%s has no signal for %d of the %d regions of the group's model: %s. Use signals of"
                  + " the same parcellation.",
              recording.source(),
              missing.size(),
              rows.length,
              String.join(", ", missing.subList(0, Math.min(8, missing.size())))));
    }
    return new RegionSignals(wanted, values, recording.interval(), recording.source());
  }

  private static String verdict(Adaptation pooled, double error, boolean helps, RegionSignals own) {
    String numbers =
        String.format(
            Locale.ROOT,
            "on the last fifth of %s (mean squared error, %d windows): group %.4f, group and own"
                + " recording %.4f, own recording alone %.4f",
            own.source(),
            pooled.errors().windows(),
            pooled.group(),
            error,
            pooled.alone());
    double gain = 100 * (1 - error / pooled.group());
    if (helps) {
      return String.format(
          Locale.ROOT,
          "Pooling with weight %s forecasts %.1f %% better %s.",
          text(pooled.weight()),
          gain,
          numbers);
    }
    return pooled.weight() == 0
        ? "Pooling does not help: no weight forecasts the fifth before the last better than the"
            + " group's; "
            + numbers
            + "."
        : String.format(
            Locale.ROOT,
            "Pooling with weight %s does not help %s.",
            text(pooled.weight()),
            numbers);
  }

  private static String text(double weight) {
    return weight == Math.rint(weight) ? String.valueOf((long) weight) : String.valueOf(weight);
  }

  /** How the group's intervals hold for this person. */
  private static String interval(TrainedModel model, SignalBatch left) {
    if (model.intervals().isEmpty()) {
      return "";
    }
    ModelIntervals intervals = model.intervals().get();
    LeftOutErrors errors = new LeftOutErrors(left, new int[left.windows()]);
    return String.format(
        Locale.ROOT,
        "The group's intervals are kept: of 90 %%, they hold %.1f %% of this person's values there.",
        100 * Coverage.of(intervals.widths(), errors, 1).all());
  }

  /**
   * What is to be had from one recording as short as this; empty for a longer one.
   *
   * @param frames that train
   */
  static String offer(int frames) {
    return frames >= SHORT
        ? ""
        : frames
            + " frames of one recording teach little. If there is a model of many people on the"
            + " same regions (BrainDyn Train Across People..., variant=auto), BrainDyn Adapt to"
            + " Recording... pools this recording with it, which usually forecasts better.";
  }
}
