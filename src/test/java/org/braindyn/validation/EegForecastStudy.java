package org.braindyn.validation;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.eeg.EegImport;
import org.braindyn.forecast.Forecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.io.edf.EdfOptions;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.montage.Montage;
import org.braindyn.task.LabelledPiece;
import org.braindyn.training.TrainingSettings;

/**
 * Forecasting the one seizure recording: 0.3 s of 18 channels to the next 0.1 s, in blocks of 25 s
 * of which three of five train, one validates and one tests; errors before and in the seizure.
 */
public final class EegForecastStudy {
  private EegForecastStudy() {}

  public static EegImport.Result recording() {
    EegImport settings =
        new EegImport(
            EegImport.Electrodes.PRESENT,
            Montage.Missing.NAN,
            EegImport.Reference.RECORDED,
            0,
            0.5,
            0,
            0,
            false,
            EdfOptions.DEFAULT);
    String base = "eeg_seizure_michigan/derived/michigan_seizure_18ch_100Hz";
    return settings.read(Shared.data(base + ".edf"), Shared.data(base + ".csv_bi"), Progress.NONE);
  }

  static List<RegionSignals> pick(List<LabelledPiece> pieces, int from, int to, Boolean ictal) {
    List<RegionSignals> chosen = new ArrayList<>();
    for (LabelledPiece piece : pieces) {
      int turn = piece.group() % 5;
      if (turn >= from && turn < to && (ictal == null || ictal == piece.ictal()[0])) {
        chosen.add(piece.signals());
      }
    }
    return chosen;
  }

  /** Runs the study; arguments: epochs. */
  public static void main(String[] arguments) {
    int epochs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
    EegImport.Result eeg = recording();
    List<LabelledPiece> blocks = LabelledPiece.blocks(eeg.signals(), eeg.seizures(), "patient", 25);
    WindowSet train = WindowSet.of(pick(blocks, 0, 3, null), 30, 10, 10);
    WindowSet validation = WindowSet.of(pick(blocks, 3, 4, null), 30, 10, 10);
    List<Forecaster> all = ForecastTable.baselines(train, validation, 1, 3, 10);
    BrainGraph graph = Threshold.atLeast(Correlation.ofContexts(train), 0.3);
    for (Variant variant : Variant.values()) {
      ModelSettings settings =
          ModelSettings.builder(train.regions())
              .hidden(32)
              .maps(16)
              .width(64)
              .variant(variant)
              .build();
      TrainingSettings how = TrainingSettings.defaults().withEpochs(epochs);
      BrainDyn model = ForecastTable.train(settings, graph, train, validation, how);
      all.add(ForecastTable.named(variant, model));
    }
    all.addAll(ForecastTable.skip(train, validation, 0.3, epochs / 2));
    for (boolean ictal : new boolean[] {false, true}) {
      WindowSet test = WindowSet.of(pick(blocks, 4, 5, ictal), 30, 10, 10);
      ForecastTable.print(ictal ? "In the seizure" : "Before the seizure", all, test);
    }
  }
}
