package org.braindyn.kind.family;

import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.FamilyModel;
import org.braindyn.forecast.family.LinkWeights;
import org.braindyn.forecast.family.choice.Chosen;
import org.braindyn.forecast.family.choice.Paired;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.kind.residual.NetworkBeside;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.braindyn.training.TrainingWatch;

/**
 * BrainDyn beside the family that was chosen, kept only if it forecasts validation data better that
 * neither has seen: on average by more than a standard error and by 0.1 % of the error, and on two
 * thirds of the pieces.
 *
 * @param family the family, fitted to all data if it stands alone, else to those that train
 * @param network what is kept; null for none
 * @param sentence why
 */
record AutoNetwork(FamilyModel family, NetworkBeside network, String sentence) {
  static final String NETWORK = "network";
  static final String OFF = "off";

  /** Fewer frames teach a network nothing that a cheap family does not know. */
  private static final int FEWEST_FRAMES = 500;

  private static final int STRETCHES = 4;
  private static final int PIECES = 10;
  private static final double MAJORITY = 2.0 / 3;
  private static final double FITTED = 0.1;

  /** A smaller share of the error is not worth a network's time in every forecast. */
  private static final double LEAST_GAIN = 1e-3;

  /** No network, and why. */
  private static AutoNetwork none(Chosen chosen, String format, Object... values) {
    return new AutoNetwork(chosen.model(), null, String.format(Locale.ROOT, format, values));
  }

  /**
   * Trains a network if it may be worth its time, and keeps it if it is.
   *
   * @param chosen the family
   * @param given the graph that families are fitted to; null for none
   * @param graph the graph that messages run on; null for correlations
   */
  static AutoNetwork beside(
      Chosen chosen,
      TrainingSplit split,
      LinkWeights given,
      BrainGraph graph,
      KindSettings settings,
      TrainingWatch watch) {
    if (settings.word(NETWORK).equals(OFF)) {
      return none(chosen, "");
    }
    if (chosen.model().store().kind().equals("zero")) {
      return none(chosen, "No network was trained, since nothing can be forecast.");
    }
    WindowSet cut = split.groups(STRETCHES);
    // One recording is learnt from as the user cut it; of many people every window counts.
    WindowSet train = split.byTime() ? cut : cut.withStride(1);
    int frames =
        split.train().recordings().stream().mapToInt(Recording::frames).sum()
            - split.train().recordings().size() * train.context();
    WindowSet validation = split.validation();
    int pieces = validation == null ? 0 : Math.min(PIECES, validation.size());
    if (frames < FEWEST_FRAMES || pieces < 2 || TrainingSplit.persons(train) < 2) {
      return none(
          chosen,
          "No network was trained beside it: %d frames to learn from are too few (%d or more are"
              + " needed).",
          frames,
          FEWEST_FRAMES);
    }
    Progress fitting = watch.progress().part(0, FITTED);
    FamilyData learnt = FamilyData.of(split.train(), given, settings.seed());
    FamilyModel family = split.byTime() ? chosen.again(learnt, fitting) : chosen.model();
    FamilySkip skip = FamilySkip.of(train, chosen, family, learnt, fitting);
    NetworkBeside network =
        NetworkBeside.train(
            train, skip, graph, settings, watch.with(watch.progress().part(FITTED, 1)));
    Windows test = validation.all();
    double[] alone = errors(family, test, pieces);
    double[] both = errors(network.forecaster("both"), test, pieces);
    Paired gain = Paired.of(both, alone);
    double mean = java.util.Arrays.stream(alone).average().orElse(1);
    double unit = 100 / mean;
    boolean better =
        gain.difference() + gain.standardError() < 0 && gain.better() >= MAJORITY * gain.pieces();
    boolean kept = better && gain.difference() <= -LEAST_GAIN * mean;
    if (!kept) {
      network.close();
    }
    return new AutoNetwork(
        kept ? family : chosen.model(),
        kept ? network : null,
        String.format(
            Locale.ROOT,
            "BrainDyn beside it %s: %+.2f %% error on validation data that neither had seen (95 %%"
                + " interval %+.2f to %+.2f %%, better in %d of %d pieces).",
            kept
                ? "is kept"
                : better
                    ? "was trained and is not kept, for less than 0.1 % is not worth its time"
                    : "was trained and is not kept",
            gain.difference() * unit,
            (gain.difference() - gain.half()) * unit,
            (gain.difference() + gain.half()) * unit,
            gain.better(),
            gain.pieces()));
  }

  /** Mean squared error of pieces of the windows, in their order. */
  private static double[] errors(Forecaster f, Windows test, int pieces) {
    SignalBatch target = test.target();
    double[] ahead = f.forecast(test.context(), target.steps(), Progress.NONE).values();
    double[] sum = new double[pieces];
    long[] count = new long[pieces];
    int size = target.regions() * target.steps();
    for (int i = 0; i < ahead.length; i++) {
      int piece = (int) ((long) (i / size) * pieces / target.windows());
      double e = ahead[i] - target.values()[i];
      sum[piece] += e * e;
      count[piece]++;
    }
    for (int p = 0; p < pieces; p++) {
      sum[p] /= count[p];
    }
    return sum;
  }
}
