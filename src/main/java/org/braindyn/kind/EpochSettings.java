package org.braindyn.kind;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.training.TrainingResult;
import org.braindyn.training.TrainingSettings;

/** Settings of kinds that are trained in epochs, alike for all of them. */
public final class EpochSettings {
  private EpochSettings() {}

  /**
   * The settings of a training.
   *
   * @param own what they are without a wish
   */
  public static List<Setting> of(TrainingSettings own) {
    return List.of(
        Setting.whole("epochs", own.epochs(), 1, 1_000_000, "", "passes over the training windows"),
        Setting.whole(
            Recipe.LAST, 0, 0, 1_000_000, "", "ends after this epoch, its plan unchanged; 0 = all"),
        Setting.whole("batch", own.batch(), 1, 1_000_000, "windows", "windows per step"),
        Setting.number("rate", own.learningRate(), 1e-9, 1, "", "learning rate"),
        Setting.number("decay", own.weightDecay(), 0, 10, "", "weight decay of AdamW"));
  }

  /** Several lists of settings as one. */
  @SafeVarargs
  public static List<Setting> together(List<Setting>... parts) {
    List<Setting> all = new ArrayList<>();
    for (List<Setting> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }

  /**
   * A training as a user wants it.
   *
   * @param own gives all that a user cannot choose
   */
  public static TrainingSettings training(TrainingSettings own, KindSettings settings) {
    return own.withEpochs(settings.whole("epochs"))
        .withLast(settings.whole(Recipe.LAST))
        .withBatch(settings.whole("batch"))
        .withLearningRate(settings.number("rate"))
        .withWeightDecay(settings.number("decay"))
        .withSeed(settings.seed());
  }

  /** How each member was trained, for the provenance. */
  public static List<Provenance.Member> members(List<TrainingResult> results) {
    return results.stream().map(r -> new Provenance.Member(r.bestEpoch(), r.bestLoss())).toList();
  }
}
