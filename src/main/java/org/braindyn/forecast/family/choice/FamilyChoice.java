package org.braindyn.forecast.family.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.family.BasicModel;
import org.braindyn.forecast.family.Families;
import org.braindyn.forecast.family.Family;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.FamilyFolds;
import org.braindyn.forecast.family.FamilyModel;
import org.braindyn.forecast.family.interval.LeftOutErrors;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;

/**
 * Which family forecasts best, found on data left out: folds by person, or blocks of time of one
 * person. Among families within one standard error (of the paired difference) of the best, the one
 * with the fewest numbers is taken (Breiman et al. 1984, 3.4.3); a stack of the best few, weights
 * fitted on the other folds, replaces it if it is better on average and on two thirds of the pieces
 * left out; and where not even the best surely beats the context's mean, beyond what frames in
 * random order allow, the answer is zero. The same data and seed give the same choice.
 */
public final class FamilyChoice {
  private static final int STACKED = 4;
  private static final double MAJORITY = 2.0 / 3;

  private final FamilyFolds folds;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, String> problems = new LinkedHashMap<>();

  private FamilyChoice(FamilyFolds folds) {
    this.folds = folds;
  }

  /** Chooses among all families that the data allow. */
  public static Chosen among(FamilyData data, Progress progress) {
    return among(data, Families.all(data), progress);
  }

  /**
   * Chooses.
   *
   * @param data what to train on; nothing of it is kept apart afterwards
   * @param families with zero, persistence and damped persistence first ({@link Families#basic})
   * @throws BadInput if there is too little to choose by
   */
  public static Chosen among(FamilyData data, List<Family> families, Progress progress) {
    return among(FamilyFolds.of(data), families, progress);
  }

  /** As {@link #among(FamilyData, List, Progress)}, on folds that are there already. */
  public static Chosen among(FamilyFolds folds, List<Family> families, Progress progress) {
    FamilyChoice choice = new FamilyChoice(folds);
    choice.measure(families, progress.part(0, 0.7));
    return choice.choose(progress.part(0.7, 1));
  }

  /** Errors of every family and setting; the best settings of each family stay. */
  private void measure(List<Family> families, Progress progress) {
    FamilyErrors errors = new FamilyErrors(folds, families);
    for (int f = 0; f < folds.size(); f++) {
      double done = (double) f / folds.size();
      errors.fold(f, progress.part(done, done + 1.0 / folds.size(), "fold " + (f + 1)));
    }
    problems.putAll(errors.problems());
    candidates.addAll(errors.best());
    candidates.removeIf(c -> !Double.isFinite(c.mean()));
  }

  private Chosen choose(Progress progress) {
    List<Candidate> ranked = new ArrayList<>(candidates);
    ranked.sort(Comparator.comparingDouble(Candidate::mean));
    Candidate zero = candidates.get(0);
    Candidate best = ranked.get(0);
    if (!Paired.of(best.error(), zero.error()).surelyBetter()
        || onlyLevel(zero, best, progress.part(0, 0.2))) {
      LeftOut left = LeftOut.of(folds, List.of(zero), progress);
      return chosen(
          BasicModel.zero(),
          zero,
          Verdict.nothing(zero, best, folds),
          List.of(zero),
          null,
          errors(left, left.forecasts().get(0)));
    }
    Candidate winner = simplest(ranked);
    List<Candidate> few = new ArrayList<>(ranked.subList(0, Math.min(STACKED, ranked.size())));
    few.removeIf(c -> c.parameters() == 0); // zero adds nothing to a sum
    if (!few.contains(winner)) {
      few.add(winner);
    }
    LeftOut left = LeftOut.of(folds, few, progress.part(0, 0.6));
    List<SignalBatch> stacked = left.stacked();
    double[] error = LeftOut.errors(stacked, left.targets(), left.units(), folds.unitCount());
    Paired gain = Paired.of(error, winner.error());
    if (gain.difference() < 0 && gain.better() >= MAJORITY * gain.pieces()) {
      double[][] weights = left.weights(-1);
      List<Candidate> kept = new ArrayList<>(few);
      // members whose weights are all 0 are left out
      kept.removeIf(c -> Arrays.stream(weights[few.indexOf(c)]).allMatch(w -> w == 0));
      double[][] own = kept.stream().map(c -> weights[few.indexOf(c)]).toArray(double[][]::new);
      FamilyModel model = fitted(kept, own, progress.part(0.6, 1));
      Candidate as = new Candidate(null, null, model.name(), model.parameters(), error);
      String verdict = Verdict.of(as, candidates, folds);
      return chosen(model, as, verdict, kept, own, errors(left, stacked));
    }
    return chosen(
        fitted(List.of(winner), null, progress),
        winner,
        Verdict.of(winner, candidates, folds),
        List.of(winner),
        null,
        errors(left, left.forecasts().get(few.indexOf(winner))));
  }

  /**
   * A context's mean is not the level around which a region moves, and values alone may tell the
   * level (those of coins are heads and tails): up to 1 / (context + 1) of the error can be had
   * without knowing anything of what follows what. Where a gain is that small, it must be larger
   * than on the same frames in random order.
   */
  private boolean onlyLevel(Candidate zero, Candidate best, Progress progress) {
    WindowSet set = folds.all().windows();
    if (1 - best.mean() / zero.mean() > 2.0 / (set.context() + 1)) {
      return false;
    }
    List<Recording> shuffled = new ArrayList<>();
    for (Recording recording : set.recordings()) {
      Seed seed = folds.all().seed().derive("shuffled", shuffled.size());
      shuffled.add(new ShuffledRecording(recording, seed));
    }
    FamilyFolds others =
        FamilyFolds.of(FamilyData.of(set.of(shuffled), folds.all().given(), folds.all().seed()));
    LeftOut left = LeftOut.of(others, List.of(zero, best), progress);
    double[][] errors = new double[2][];
    for (int c = 0; c < 2; c++) {
      errors[c] =
          LeftOut.errors(left.forecasts().get(c), left.targets(), left.units(), others.unitCount());
    }
    double[] gain = new double[zero.error().length];
    double[] without = new double[gain.length];
    for (int u = 0; u < gain.length; u++) {
      gain[u] = 1 - best.error()[u] / zero.error()[u];
      without[u] = 1 - errors[1][u] / errors[0][u];
    }
    return !Paired.of(without, gain).surelyBetter();
  }

  /** The one with the fewest numbers among those within a standard error of the best. */
  private static Candidate simplest(List<Candidate> ranked) {
    Candidate best = ranked.get(0);
    Candidate simplest = best;
    for (Candidate one : ranked) {
      Paired loss = Paired.of(one.error(), best.error());
      // persistence has no numbers, but is no simpler than when it fades: it must be the best
      if (one != best
          && one.parameters() > 0
          && loss.difference() <= loss.standardError()
          && one.parameters() < simplest.parameters()) {
        simplest = one;
      }
    }
    return simplest;
  }

  private FamilyModel fitted(List<Candidate> members, double[][] weights, Progress progress) {
    return Chosen.fitted(members, weights, folds.all(), progress);
  }

  private LeftOutErrors errors(LeftOut left, List<SignalBatch> forecasts) {
    return LeftOutErrors.of(forecasts, left.targets(), left.units());
  }

  private Chosen chosen(
      FamilyModel model,
      Candidate winner,
      String verdict,
      List<Candidate> members,
      double[][] weights,
      LeftOutErrors errors) {
    return new Chosen(
        model,
        winner,
        List.copyOf(candidates),
        Map.copyOf(problems),
        verdict,
        members,
        weights,
        errors);
  }
}
