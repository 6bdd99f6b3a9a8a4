package org.braindyn.gaps;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.imputation.FillGaps;
import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.FillSettings;
import org.braindyn.imputation.FilledSignals;
import org.braindyn.imputation.LagMoments;
import org.braindyn.imputation.LostRegions;

/**
 * A recording whose gaps are filled, and how well that works beside straight lines and the mean.
 *
 * <pre>{@code
 * boolean[][] missing = new MissingCells("Precentral_L", "10-14", null, 0).of(recording);
 * FilledRecording filled =
 *     FilledRecording.of(recording, missing, null, FillSettings.defaults(), Progress.NONE);
 * filled.signals();      // filled values are marked: signals().filled()
 * filled.trust();        // one sentence
 * }</pre>
 *
 * @param result of the method
 * @param rivals the method first, then (beside a trained model) the automatic linear one, time
 *     interpolation and the mean, judged on the same hidden values; empty if nothing could be
 *     hidden
 */
public record FilledRecording(FilledSignals result, List<Rival> rivals) {
  private static final long FEW = 200; // hidden values

  /**
   * Fills.
   *
   * @param recording signals in any unit
   * @param missing [region][time], true where a value is to be filled; NaN is missing anyway
   * @param group moments of other recordings of the same regions; null for none
   * @param settings method, rules and seed
   * @throws BadInput if nothing is missing, or too much is, or a region is lost and there is no
   *     group to fill it from
   * @throws org.braindyn.data.Cancelled if cancelled
   */
  public static FilledRecording of(
      RegionSignals recording,
      boolean[][] missing,
      LagMoments group,
      FillSettings settings,
      Progress progress) {
    return of(recording, missing, group, null, settings, progress);
  }

  /**
   * The same with a trained model, if that is the method.
   *
   * @param model what the model adds; null for none
   */
  public static FilledRecording of(
      RegionSignals recording,
      boolean[][] missing,
      LagMoments group,
      FillGaps.Refinement model,
      FillSettings settings,
      Progress progress) {
    check(recording, missing);
    Progress part = progress.part(0, 0.8);
    FilledSignals result = new FillGaps(settings, group, model).fill(recording, missing, part);
    List<Rival> rivals = new ArrayList<>();
    if (result.score() != null) {
      rivals.add(new Rival(result.method(), result.score()));
      List<FillMethod> others = new ArrayList<>();
      if (result.method() == FillMethod.MODEL) {
        others.add(FillMethod.AUTO); // what there is without the model
      }
      others.addAll(List.of(FillMethod.INTERPOLATION, FillMethod.MEAN));
      LagMoments moments = group == null && model != null ? model.group() : group;
      for (FillMethod method : others) {
        if (method != result.method()) {
          FillSettings other = settings.withMethod(method);
          rivals.add(rival(recording, missing, moments, other));
        }
      }
    }
    return new FilledRecording(result, List.copyOf(rivals));
  }

  /** The filled recording; filled values are marked. */
  public RegionSignals signals() {
    return result.signals();
  }

  /** What is hidden depends on the gaps and the seed alone, so all are asked the same. */
  private static Rival rival(
      RegionSignals recording, boolean[][] missing, LagMoments group, FillSettings settings) {
    FilledSignals result = new FillGaps(settings, group).fill(recording, missing, Progress.NONE);
    return new Rival(result.method(), result.score());
  }

  private static void check(RegionSignals recording, boolean[][] missing) {
    long count = 0;
    for (int r = 0; r < missing.length; r++) {
      for (int t = 0; t < missing[r].length; t++) {
        count += missing[r][t] || Double.isNaN(recording.values()[r][t]) ? 1 : 0;
      }
    }
    if (recording.frames() < 2) {
      throw new BadInput(
          recording.source()
              + " has one frame; gaps are filled from other frames. Use the whole recording.");
    }
    if (count == 0) {
      throw new BadInput(
          recording.source()
              + " has no missing value (NaN). Name what to treat as missing with regions=, frames="
              + " or motion=.");
    }
    if (count == (long) recording.size() * recording.frames()) {
      throw new BadInput(
          recording.source()
              + ": every value is missing, so there is nothing to fill from. Name fewer regions or"
              + " frames.");
    }
  }

  /** How much to trust the filled values, in one or two sentences. */
  public String trust() {
    long all = (long) signals().size() * signals().frames();
    String text =
        String.format(
            java.util.Locale.ROOT,
            "Filled %d of %d values (%.1f %%) with %s.",
            result.filledValues(),
            all,
            100.0 * result.filledValues() / all,
            FillTable.name(result.method(), result.order()));
    if (rivals.isEmpty()) {
      return text + " Nothing could be hidden to judge it by: take them as placeholders.";
    }
    return text + " " + FillTable.verdict(rivals, FEW);
  }

  /** {@link #trust} and what else a user should know, in sentences. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(List.of(trust()));
    if (!result.lost().isEmpty()) {
      boolean left = hasNaN();
      notes.add(
          String.join(", ", result.lost())
              + (left
                  ? ": never seen or constant, left missing."
                  : ": never seen or constant; mean and scale are guessed from the other"
                      + " regions."));
    }
    notes.add(
        "Filled values are marked; tests leave out what was filled. Correlating them gives too"
            + " little connectivity: use the connectivity matrix of this command.");
    return notes;
  }

  private boolean hasNaN() {
    for (double[] row : signals().values()) {
      for (double v : row) {
        if (Double.isNaN(v)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The rule for regions that are never seen: filled where there is a group, else as asked. */
  public static LostRegions lost(String word) {
    return word.equals("leave") ? LostRegions.LEAVE : LostRegions.FILL;
  }
}
