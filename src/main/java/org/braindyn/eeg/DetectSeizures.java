package org.braindyn.eeg;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.task.BrainDynDetector;
import org.braindyn.task.LabelledPiece;
import org.braindyn.task.SeizureAlarms;
import org.braindyn.task.SeizureClassifier;

/**
 * A detector applied to a recording.
 *
 * @param trace probability per second; NaN in gaps
 * @param alarms with their fit to the labels, if there are any
 */
public record DetectSeizures(RegionSignals trace, SeizureAlarms alarms) {
  /**
   * Detects.
   *
   * @param labels true seizures, may be empty
   * @param threshold of an alarm
   * @param shortest alarm in s
   */
  public static DetectSeizures run(
      RegionSignals signals,
      List<Annotation> labels,
      Path model,
      double threshold,
      double shortest,
      Progress progress) {
    int seconds = (int) Math.floor(signals.frames() * signals.interval() + 1e-6);
    double[] trace = new double[seconds];
    Arrays.fill(trace, Double.NaN);
    try (SeizureClassifier classifier = DetectorFile.read(model, signals)) {
      BrainDynDetector detector = new BrainDynDetector(classifier);
      for (LabelledPiece piece : LabelledPiece.whole(signals, List.of(), "", 0)) {
        double[] p = detector.perSecond(piece, progress);
        int first = (int) Math.ceil(piece.start() * signals.interval() - 1e-6);
        System.arraycopy(p, 0, trace, first, Math.min(p.length, seconds - first));
      }
    }
    RegionSignals named =
        new RegionSignals(
            Regions.named(List.of("seizure probability")),
            new double[][] {trace},
            1,
            signals.source());
    return new DetectSeizures(named, SeizureAlarms.of(trace, 1, threshold, shortest, labels));
  }
}
