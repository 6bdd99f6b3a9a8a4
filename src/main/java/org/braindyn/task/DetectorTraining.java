package org.braindyn.task;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Correlation;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingSettings;

/** The seizure task from labelled pieces to a detector: stage 1 forecasting, stage 2 the head. */
public final class DetectorTraining {
  private static final double RATE = 1e-3;
  private static final double FINE_TUNING_RATE = 1e-5;

  private final DetectorSettings settings;

  /**
   * @param settings how
   */
  public DetectorTraining(DetectorSettings settings) {
    this.settings = settings;
  }

  /**
   * Trains both stages.
   *
   * @param train pieces; people of one part are in no other
   * @param validation pieces that choose the epochs
   */
  public SeizureClassifier run(
      List<LabelledPiece> train, List<LabelledPiece> validation, Progress progress) {
    BrainDyn model = forecaster(train, validation, progress);
    return classifier(model, settings, train, validation, progress);
  }

  /** Stage 1: a model that forecasts the training pieces. */
  public BrainDyn forecaster(
      List<LabelledPiece> train, List<LabelledPiece> validation, Progress progress) {
    WindowSet windows = windows(train);
    ModelSettings model =
        ModelSettings.builder(windows.regions())
            .context(settings.context())
            .horizon(settings.horizon())
            .hidden(settings.hidden())
            .maps(settings.maps())
            .width(settings.width())
            .variant(settings.variant())
            .build();
    BrainDyn brain = BrainDyn.create(model, graph(windows), settings.seed());
    TrainingSettings how =
        TrainingSettings.defaults()
            .withEpochs(settings.epochs())
            .withLearningRate(RATE)
            .withSeed(settings.seed());
    new Trainer(how).train(brain, windows, windows(validation), progress);
    return brain;
  }

  /** Stage 2: a head on a trained model, which the classifier then owns. */
  public static SeizureClassifier classifier(
      BrainDyn model,
      DetectorSettings settings,
      List<LabelledPiece> train,
      List<LabelledPiece> validation,
      Progress progress) {
    int size = settings.representation().size(model.settings().hidden());
    SeizureHead head = SeizureHead.create(size, settings.seed());
    SeizureClassifier classifier = new SeizureClassifier(model, head, settings.representation());
    SeizureTraining base = SeizureTraining.defaults(settings.seed());
    new SeizureTraining(
            settings.headEpochs(),
            base.batch(),
            base.headRate(),
            settings.fineTune() ? FINE_TUNING_RATE : 0,
            base.dropout(),
            settings.seed())
        .run(
            classifier,
            BrainDynDetector.windows(train, settings.context()),
            BrainDynDetector.windows(validation, settings.context()),
            progress);
    return classifier;
  }

  private WindowSet windows(List<LabelledPiece> pieces) {
    int least = settings.context() + settings.horizon();
    List<RegionSignals> enough =
        pieces.stream().map(LabelledPiece::signals).filter(s -> s.frames() >= least).toList();
    if (enough.isEmpty()) {
      throw new BadInput(
          "No stretch of EEG without gaps is "
              + least
              + " samples long (context + horizon). Use a shorter context or longer recordings.");
    }
    return WindowSet.of(enough, settings.context(), settings.horizon(), settings.stride());
  }

  private BrainGraph graph(WindowSet windows) {
    if (settings.threshold() > 0) {
      return Correlation.graphOfContexts(windows, settings.threshold());
    }
    double[][] full = new double[windows.regions()][windows.regions()];
    for (double[] row : full) {
      Arrays.fill(row, 1);
    }
    return BrainGraph.ofMatrix(full);
  }
}
