package org.braindyn.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.eeg.EegImport;
import org.braindyn.model.BrainDyn;
import org.braindyn.task.BandPowerDetector;
import org.braindyn.task.BrainDynDetector;
import org.braindyn.task.DetectionScore;
import org.braindyn.task.DetectorSettings;
import org.braindyn.task.DetectorTraining;
import org.braindyn.task.LabelledPiece;
import org.braindyn.task.Representation;
import org.braindyn.task.SeizureAlarms;
import org.braindyn.task.SeizureClassifier;
import org.braindyn.task.SeizureDetector;

/**
 * The detector on the one seizure recording, in five blocked folds of time: three of five blocks of
 * 25 s train, one chooses the epoch, one tests; every second is tested once, by a detector that
 * never saw its block. One recording of one patient proves a pipeline, not a clinical claim.
 */
public final class SeizureDetectionStudy {
  private static final double BLOCK = 25;

  private SeizureDetectionStudy() {}

  /** Runs the study; arguments: epochs of stage 1, epochs of stage 2. */
  public static void main(String[] arguments) throws IOException {
    int epochs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    int headEpochs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
    EegImport.Result eeg = EegForecastStudy.recording();
    List<LabelledPiece> blocks =
        LabelledPiece.blocks(eeg.signals(), eeg.seizures(), "patient", BLOCK);
    int seconds = blocks.stream().mapToInt(LabelledPiece::seconds).sum();
    boolean[] label = new boolean[seconds];
    int[] group = new int[seconds];
    for (LabelledPiece block : blocks) {
      for (int s = 0; s < block.seconds(); s++) {
        label[(int) (block.group() * BLOCK) + s] = block.ictalSecond(s);
        group[(int) (block.group() * BLOCK) + s] = block.group();
      }
    }
    Map<String, double[]> traces = new LinkedHashMap<>();
    for (int fold = 0; fold < 5; fold++) {
      fold(blocks, fold, epochs, headEpochs, traces, seconds);
    }
    System.out.println(
        "| detector | accuracy | precision | recall | F1 | ROC AUC (95 % over blocks)"
            + " | false alarms / h | delay (s) |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    StringBuilder table = new StringBuilder("second,label");
    traces.keySet().forEach(name -> table.append(',').append(name.replace(',', ';')));
    traces.forEach(
        (name, p) -> {
          DetectionScore s = DetectionScore.of(label, p, group, 0.5, Seed.of(1));
          SeizureAlarms a = SeizureAlarms.of(p, 1, 0.5, 3, eeg.seizures());
          System.out.printf(
              Locale.ROOT,
              "| %s | %.3f | %.3f | %.3f | %.3f | %.3f (%.3f to %.3f) | %.1f | %.0f |%n",
              name,
              s.accuracy(),
              s.precision(),
              s.recall(),
              s.f1(),
              s.auc(),
              s.aucLow(),
              s.aucHigh(),
              a.falsePerHour(),
              a.delay());
        });
    for (int s = 0; s < seconds; s++) {
      table.append('\n').append(s).append(',').append(label[s] ? 1 : 0);
      for (double[] p : traces.values()) {
        table.append(',').append(String.format(Locale.ROOT, "%.4f", p[s]));
      }
    }
    Path written = Shared.output("seizure_traces.csv");
    Files.writeString(written, table.append('\n'));
    ProbabilityPicture.write(written, Shared.output("seizure_traces.png"));
  }

  private static void fold(
      List<LabelledPiece> blocks,
      int fold,
      int epochs,
      int headEpochs,
      Map<String, double[]> traces,
      int seconds) {
    List<List<LabelledPiece>> parts =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (LabelledPiece block : blocks) {
      int turn = Math.floorMod(block.group() - fold, 5);
      parts.get(turn == 0 ? 2 : turn == 1 ? 1 : 0).add(block);
    }
    List<LabelledPiece> test = parts.get(2);
    DetectorSettings base = DetectorSettings.defaults().withEpochs(epochs, headEpochs);
    apply(BandPowerDetector.fit(parts.get(0)), test, traces, seconds, "");
    try (BrainDyn trained =
        new DetectorTraining(base).forecaster(parts.get(0), parts.get(1), Shared.printing())) {
      for (Representation seen : Representation.values()) {
        // Fine-tuning costs a hundred times more; it is shown for one representation.
        boolean[] ways =
            seen == Representation.MOMENTS ? new boolean[] {false, true} : new boolean[1];
        for (boolean tune : ways) {
          DetectorSettings how = base.with(seen, tune);
          how = tune ? how.withEpochs(epochs, headEpochs / 5) : how;
          BrainDyn copy =
              BrainDyn.of(trained.settings(), trained.graph(), trained.parameters().copy());
          try (SeizureClassifier classifier =
              DetectorTraining.classifier(
                  copy, how, parts.get(0), parts.get(1), Shared.printing())) {
            apply(
                new BrainDynDetector(classifier),
                test,
                traces,
                seconds,
                tune ? ", fine-tuned" : ", frozen");
          }
        }
      }
    }
    System.out.println("fold " + (fold + 1) + " of 5 done");
  }

  private static void apply(
      SeizureDetector detector,
      List<LabelledPiece> test,
      Map<String, double[]> traces,
      int seconds,
      String suffix) {
    double[] trace = traces.computeIfAbsent(detector.name() + suffix, n -> new double[seconds]);
    for (LabelledPiece block : test) {
      double[] p = detector.perSecond(block, Progress.NONE);
      System.arraycopy(p, 0, trace, (int) (block.group() * BLOCK), p.length);
    }
  }
}
