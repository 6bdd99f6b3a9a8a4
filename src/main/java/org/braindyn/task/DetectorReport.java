package org.braindyn.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.text.ResultTable;

/**
 * A detector on test pieces.
 *
 * @param name of the detector
 * @param score second by second, interval over groups (recordings or blocks)
 * @param falsePerHour false alarms per hour without seizure; an alarm lasts at least 3 s
 * @param delay mean time in s from a seizure's onset to its alarm, NaN if none was found
 * @param found seizures found
 * @param seizures in the test pieces
 */
public record DetectorReport(
    String name, DetectionScore score, double falsePerHour, double delay, int found, int seizures) {
  /** A second at or above it counts as called. */
  public static final double THRESHOLD = 0.5;

  /** Shortest alarm in s. */
  public static final double SHORTEST = 3;

  /** Measures. */
  public static DetectorReport of(
      SeizureDetector detector, List<LabelledPiece> test, Seed seed, Progress progress) {
    List<double[]> traces = new ArrayList<>();
    int seconds = 0;
    for (LabelledPiece piece : test) {
      traces.add(detector.perSecond(piece, progress));
      seconds += piece.seconds();
    }
    boolean[] label = new boolean[seconds];
    double[] probability = new double[seconds];
    int[] group = new int[seconds];
    int at = 0;
    int wrong = 0;
    int found = 0;
    int seizures = 0;
    double delay = 0;
    double quiet = 0;
    for (int p = 0; p < test.size(); p++) {
      LabelledPiece piece = test.get(p);
      for (int s = 0; s < piece.seconds(); s++, at++) {
        label[at] = piece.ictalSecond(s);
        probability[at] = traces.get(p)[s];
        group[at] = piece.group();
        quiet += label[at] ? 0 : 1;
      }
    }
    for (int p = 0; p < test.size(); ) {
      int next = p + 1;
      while (next < test.size() && test.get(next).group() == test.get(p).group()) {
        next++;
      }
      SeizureAlarms alarms = alarms(test.subList(p, next), traces.subList(p, next));
      p = next;
      wrong += alarms.falseAlarms();
      seizures += alarms.seizures();
      found += alarms.found();
      delay += alarms.found() == 0 ? 0 : alarms.delay() * alarms.found();
    }
    return new DetectorReport(
        detector.name(),
        DetectionScore.of(label, probability, group, THRESHOLD, seed),
        wrong / (quiet / 3600),
        found == 0 ? Double.NaN : delay / found,
        found,
        seizures);
  }

  /**
   * Alarms of the pieces of one group on one axis of time. Between pieces is a gap, where nothing
   * is known; a seizure on both sides of it is one.
   */
  private static SeizureAlarms alarms(List<LabelledPiece> pieces, List<double[]> traces) {
    double step = pieces.get(0).signals().interval();
    int[] onset = new int[pieces.size()]; // s, whole
    int seconds = 0;
    for (int p = 0; p < onset.length; p++) {
      int start = pieces.get(p).start() - pieces.get(0).start();
      onset[p] = (int) Math.ceil(start * step - 1e-6);
      seconds = onset[p] + traces.get(p).length;
    }
    double[] trace = new double[seconds];
    Arrays.fill(trace, Double.NaN);
    List<Annotation> truth = new ArrayList<>();
    for (int p = 0; p < onset.length; p++) {
      System.arraycopy(traces.get(p), 0, trace, onset[p], traces.get(p).length);
      for (Annotation seizure : intervals(pieces.get(p))) {
        double from = onset[p] + seizure.onset();
        if (p > 0 && seizure.onset() == 0 && endsIctal(pieces.get(p - 1))) {
          from = truth.remove(truth.size() - 1).onset();
        }
        truth.add(new Annotation(from, onset[p] + seizure.end() - from, "seiz", ""));
      }
    }
    return SeizureAlarms.of(trace, 1, THRESHOLD, SHORTEST, truth);
  }

  private static boolean endsIctal(LabelledPiece piece) {
    return piece.ictal()[piece.ictal().length - 1];
  }

  /** Ictal stretches of a piece in s from its start. */
  static List<Annotation> intervals(LabelledPiece piece) {
    List<Annotation> found = new ArrayList<>();
    double step = piece.signals().interval();
    boolean[] ictal = piece.ictal();
    for (int k = 0; k < ictal.length; k++) {
      int end = k;
      while (end < ictal.length && ictal[end]) {
        end++;
      }
      if (end > k) {
        found.add(new Annotation(k * step, (end - k) * step, "seiz", ""));
        k = end;
      }
    }
    return found;
  }

  /** One row per detector, numbers rounded to four decimals. */
  public static ResultTable table(List<DetectorReport> reports) {
    ResultTable table =
        ResultTable.of(
            "Detector",
            "Accuracy",
            "Precision",
            "Recall",
            "F1",
            "ROC AUC",
            "AUC low",
            "AUC high",
            "False alarms per hour",
            "Delay (s)",
            "Seizures found",
            "Seizures");
    for (DetectorReport r : reports) {
      DetectionScore s = r.score;
      double[] numbers = {
        s.accuracy(),
        s.precision(),
        s.recall(),
        s.f1(),
        s.auc(),
        s.aucLow(),
        s.aucHigh(),
        r.falsePerHour,
        r.delay,
        r.found,
        r.seizures
      };
      table.row(r.name, Arrays.stream(numbers).map(v -> Math.rint(v * 1e4) / 1e4).toArray());
    }
    return table;
  }

  /** True if the pieces hold samples with and without seizure. */
  static boolean both(List<LabelledPiece> pieces) {
    boolean quiet = false;
    boolean ictal = false;
    for (LabelledPiece piece : pieces) {
      for (boolean sample : piece.ictal()) {
        ictal |= sample;
        quiet |= !sample;
      }
    }
    return quiet && ictal;
  }

  /**
   * Pieces of one recording by turns of five blocks: three train, one validates, one tests.
   *
   * @return training, validation and test pieces, each with and without seizure
   */
  public static List<List<LabelledPiece>> byBlocks(List<LabelledPiece> blocks) {
    for (int turn = 0; turn < 5; turn++) {
      List<List<LabelledPiece>> parts =
          List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (LabelledPiece block : blocks) {
        int place = Math.floorMod(block.group() - turn, 5);
        parts.get(place == 0 ? 2 : place == 1 ? 1 : 0).add(block);
      }
      if (parts.stream().allMatch(DetectorReport::both)) {
        return parts;
      }
    }
    throw new BadInput(
        "No division of the blocks gives training, validation and test blocks with and without a"
            + " seizure. Choose shorter blocks, or train on a folder of recordings.");
  }
}
