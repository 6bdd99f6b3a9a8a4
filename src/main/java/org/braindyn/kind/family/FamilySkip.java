package org.braindyn.kind.family;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.FamilyModel;
import org.braindyn.forecast.family.choice.Chosen;
import org.braindyn.forecast.ridge.SkipForecast;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;

/**
 * A chosen family as what a network stands beside: forecasts of training people come from fits
 * without them, so that the network sees errors of the size it will meet.
 *
 * @param whole fitted to all
 * @param without fitted without each fold; may be empty
 * @param foldOf fold of every training person
 */
record FamilySkip(
    int context,
    int horizon,
    FamilyModel whole,
    List<FamilyModel> without,
    Map<String, Integer> foldOf)
    implements SkipForecast {
  private static final int FOLDS = 4;

  /** What was read from a file, where nobody trains any more. */
  static FamilySkip of(int context, int horizon, FamilyModel whole) {
    return new FamilySkip(context, horizon, whole, List.of(), Map.of());
  }

  /**
   * Fits what was chosen without each of four folds of people.
   *
   * @param family fitted to all of them
   * @param like gives graph and seed
   * @param train windows of two people or more, or of stretches of time that stand for people
   */
  static FamilySkip of(
      WindowSet train, Chosen chosen, FamilyModel family, FamilyData like, Progress progress) {
    return of(train, family, like, data -> chosen.again(data, progress), progress);
  }

  /**
   * As before.
   *
   * @param again fits the same family to other data
   */
  static FamilySkip of(
      WindowSet train,
      FamilyModel family,
      FamilyData like,
      Function<FamilyData, FamilyModel> again,
      Progress progress) {
    Map<String, Integer> foldOf = new LinkedHashMap<>();
    train.recordings().forEach(r -> foldOf.putIfAbsent(r.person(), foldOf.size() % FOLDS));
    int folds = Math.min(FOLDS, foldOf.size());
    List<FamilyModel> without = new ArrayList<>();
    for (int f = 0; f < folds; f++) {
      int left = f;
      List<Recording> rest =
          train.recordings().stream().filter(r -> foldOf.get(r.person()) != left).toList();
      FamilyData data =
          FamilyData.of(train.of(rest), like.given(), like.seed().derive("beside", f));
      progress.report((double) f / folds, "Fitting " + family.name() + " for a network");
      without.add(again.apply(data));
    }
    return new FamilySkip(train.context(), train.horizon(), family, without, foldOf);
  }

  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int steps, Progress progress) {
    return whole.forecast(context, steps, progress);
  }

  @Override
  public SignalBatch chunk(SignalBatch context, List<String> persons, Progress progress) {
    if (persons == null || without.isEmpty()) {
      return whole.forecast(context, horizon, progress);
    }
    Map<Integer, List<Integer>> windows = new HashMap<>();
    for (int w = 0; w < context.windows(); w++) {
      windows
          .computeIfAbsent(foldOf.getOrDefault(persons.get(w), -1), f -> new ArrayList<>())
          .add(w);
    }
    int seen = context.regions() * context.steps();
    int told = context.regions() * horizon;
    SignalBatch result = new SignalBatch(context.windows(), context.regions(), horizon);
    windows.forEach(
        (fold, list) -> {
          SignalBatch some = new SignalBatch(list.size(), context.regions(), context.steps());
          for (int k = 0; k < list.size(); k++) {
            System.arraycopy(context.values(), list.get(k) * seen, some.values(), k * seen, seen);
          }
          FamilyModel model = fold < 0 ? whole : without.get(fold);
          double[] ahead = model.forecast(some, horizon, progress).values();
          for (int k = 0; k < list.size(); k++) {
            System.arraycopy(ahead, k * told, result.values(), list.get(k) * told, told);
          }
        });
    return result;
  }

  @Override
  public SignalBatch pull(SignalBatch weights) {
    throw new UnsupportedOperationException("the derivative of " + whole.name() + " is not asked");
  }

  @Override
  public double[][] coefficients() {
    return new double[0][];
  }
}
