package org.braindyn.validation;

import java.util.List;
import java.util.Locale;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.eeg.EegSample;
import org.braindyn.model.parameter.Variant;
import org.braindyn.signal.montage.Montage;
import org.braindyn.task.BrainDynDetector;
import org.braindyn.task.DetectorReport;
import org.braindyn.task.DetectorSettings;
import org.braindyn.task.DetectorTraining;
import org.braindyn.task.LabelledPiece;
import org.braindyn.task.RankingCurves;
import org.braindyn.task.Representation;
import org.braindyn.task.SeizureClassifier;
import org.braindyn.task.SeizureTraining;

/** What a head can tell from each representation, on made-up EEG with clear seizures. */
public final class RepresentationStudy {
  private RepresentationStudy() {}

  /** Prints the ROC AUC on training, validation and test windows. */
  public static void main(String[] arguments) {
    ChannelRecording made = EegSample.make(200, 100, 2);
    List<List<LabelledPiece>> parts =
        DetectorReport.byBlocks(
            LabelledPiece.blocks(Montage.toSignals(made), made.annotations(), "made", 10));
    System.out.println("| representation | training | validation | test |");
    System.out.println("|---|---|---|---|");
    for (Representation seen : Representation.values()) {
      DetectorSettings settings =
          new DetectorSettings(
              50, 5, 25, 16, 4, 8, 10, 150, false, seen, Variant.RELEASED, 0.3, Seed.of(3));
      try (SeizureClassifier classifier =
          new DetectorTraining(settings).run(parts.get(0), parts.get(1), Progress.NONE)) {
        StringBuilder row = new StringBuilder("| " + seen.label());
        for (List<LabelledPiece> part : parts) {
          SeizureTraining.Labelled windows = BrainDynDetector.windows(part, 50);
          double auc =
              RankingCurves.auroc(windows.ictal(), classifier.probabilities(windows.raw()));
          row.append(String.format(Locale.ROOT, " | %.3f", auc));
        }
        System.out.println(row.append(" |"));
      }
    }
  }
}
