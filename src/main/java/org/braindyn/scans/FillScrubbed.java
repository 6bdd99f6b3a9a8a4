package org.braindyn.scans;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.gaps.FillWords;
import org.braindyn.gaps.FilledRecording;
import org.braindyn.imputation.FillSettings;
import org.braindyn.imputation.LostRegions;
import org.braindyn.signal.cleaning.Cleaned;

/** Fills the frames that scrubbing took out, from the recording itself. */
public final class FillScrubbed {
  private FillScrubbed() {}

  /**
   * Fills.
   *
   * @param cleaned scrubbed frames are NaN
   * @param word method, see {@link FillWords}; {@link ScanCleaning#NO_FILL} leaves all as it is
   * @param progress reports, and may cancel
   * @return the same with filled values marked, and a step that says how far to trust them; a lost
   *     region stays lost
   * @throws org.braindyn.data.BadInput if the method is not known or there is nothing to fill from
   */
  public static Cleaned run(Cleaned cleaned, String word, Progress progress) {
    if (word.equals(ScanCleaning.NO_FILL)) {
      return cleaned;
    }
    FillSettings settings =
        FillSettings.defaults().withMethod(FillWords.method(word)).withLost(LostRegions.LEAVE);
    RegionSignals signals = cleaned.signals();
    List<String> steps = new ArrayList<>(cleaned.steps());
    boolean any = false;
    for (boolean frame : cleaned.scrubbed()) {
      any |= frame;
    }
    if (any) {
      boolean[][] missing = new boolean[signals.size()][];
      java.util.Arrays.setAll(missing, r -> cleaned.scrubbed().clone());
      FilledRecording filled = FilledRecording.of(signals, missing, null, settings, progress);
      signals = filled.signals();
      steps.add(filled.trust());
      steps.add("Filled values are marked; tests leave out what was filled.");
    } else {
      steps.add("No frame was scrubbed, so nothing was filled.");
    }
    return new Cleaned(
        signals,
        cleaned.displacement(),
        cleaned.scrubbed(),
        cleaned.residualCorrelation(),
        List.copyOf(steps));
  }
}
