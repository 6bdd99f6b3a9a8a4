package org.braindyn.kind;

import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingSettings;

/**
 * How long a refit trains (docs/adr/0041): as long as the model did, but no longer than p-values
 * need. All refits of a null, to the recordings and to surrogates, are trained alike.
 *
 * @param epochs passes over the windows
 * @param share of the windows in each pass
 */
public record RefitPlan(int epochs, double share) {
  /** Windows times regions that a refit sees at most: some 1700 windows of 94 regions. */
  static final double MOST = 160_000;

  /** Windows that every refit may see, however large they are. */
  static final int LEAST = 1000;

  /** Steps that every refit may take. */
  static final int LEAST_STEPS = 50;

  /** A short training takes longer steps, and ends them with a rate that falls to zero. */
  static final double FASTER = 3;

  /**
   * The plan of a model's training, or a shorter one where that is long.
   *
   * @param plan as the model was trained, ending after its best epoch
   */
  public static TrainingSettings of(TrainingSettings plan, WindowSet windows) {
    RefitPlan most = of(run(plan.epochs(), plan.last()), plan.share(), plan.batch(), windows);
    if (most == null) {
      return plan;
    }
    TrainingSettings shorter =
        plan.withEpochs(most.epochs).withLast(0).withShare(most.share).withCosine(true);
    return plan.cosine() ? shorter : shorter.withLearningRate(FASTER * plan.learningRate());
  }

  /** The same for kinds that know whole epochs only, and no other rate. */
  static KindSettings of(KindSettings settings, WindowSet windows) {
    if (!settings.has("epochs") || !settings.has("batch") || !settings.has(Recipe.LAST)) {
      return settings;
    }
    int epochs = run(settings.whole("epochs"), settings.whole(Recipe.LAST));
    RefitPlan most = of(epochs, 1, settings.whole("batch"), windows);
    return most == null ? settings : settings.with("epochs", most.epochs).with(Recipe.LAST, 0);
  }

  private static int run(int epochs, int last) {
    return last > 0 ? Math.min(last, epochs) : epochs;
  }

  /** Null where the whole plan is short enough. */
  private static RefitPlan of(int epochs, double share, int batch, WindowSet windows) {
    double least = Math.max(LEAST, LEAST_STEPS * batch);
    double seen = Math.max(MOST / windows.regions(), least);
    if (epochs * share * windows.size() <= seen) {
      return null;
    }
    int passes = (int) Math.max(1, Math.ceil(seen / windows.size()));
    return new RefitPlan(passes, Math.min(1, seen / passes / windows.size()));
  }
}
