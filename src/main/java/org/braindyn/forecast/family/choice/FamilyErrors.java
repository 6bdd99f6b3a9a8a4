package org.braindyn.forecast.family.choice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.forecast.family.Family;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.FamilyFolds;
import org.braindyn.forecast.family.FamilyModel;
import org.braindyn.signal.Windows;

/** Errors of every family with every setting, fold by fold; several are fitted at once. */
final class FamilyErrors {
  /** Above so many regions one at a time: each needs memory of its own. */
  private static final int MOST_AT_ONCE = 250;

  private final FamilyFolds folds;
  private final List<Family> families;
  private final List<Fit> fits = new ArrayList<>();
  private final Map<String, String> problems = new LinkedHashMap<>();
  private final long[] values;

  /** One setting of one family, and what is known of it so far. */
  private static final class Fit {
    private final Family family;
    private final Family.Settings settings;
    private final double[] sum;
    private String name;
    private int parameters;
    private String problem;

    Fit(Family family, Family.Settings settings, int units) {
      this.family = family;
      this.settings = settings;
      sum = new double[units];
    }
  }

  FamilyErrors(FamilyFolds folds, List<Family> families) {
    this.folds = folds;
    this.families = families;
    values = new long[folds.unitCount()];
    for (Family family : families) {
      family.grid().forEach(s -> fits.add(new Fit(family, s, values.length)));
    }
  }

  /** Fits all families without a fold and adds their errors on it. */
  void fold(int fold, Progress progress) {
    FamilyData data = folds.without(fold);
    Windows test = folds.test(fold);
    int[] units = folds.units(fold);
    LeftOut.add(test.target(), test.target(), units, new double[values.length], values);
    List<Fit> left = fits.stream().filter(f -> !problems.containsKey(f.family.name())).toList();
    AtomicInteger done = new AtomicInteger();
    IntConsumer one =
        k -> {
          Fit fit = left.get(k);
          Cancelled.check(progress, "Choosing a family");
          progress.report(
              (double) done.getAndIncrement() / left.size(), "Fitting " + fit.family.name());
          try {
            FamilyModel model = fit.family.fit(data, fit.settings, progress.quiet());
            SignalBatch forecast =
                model.forecast(test.context(), test.target().steps(), progress.quiet());
            LeftOut.add(forecast, test.target(), units, fit.sum, new long[values.length]);
            fit.parameters = model.parameters();
            fit.name = model.name();
          } catch (BadInput e) {
            fit.problem = e.getMessage();
          }
        };
    if (data.windows().regions() > MOST_AT_ONCE) {
      for (int k = 0; k < left.size(); k++) {
        one.accept(k);
      }
    } else {
      Parallel.each(left.size(), one);
    }
    for (Fit fit : left) {
      if (fit.problem != null) {
        problems.putIfAbsent(fit.family.name(), fit.problem);
      }
    }
  }

  /** Why families were left out, by name. */
  Map<String, String> problems() {
    return problems;
  }

  /** The best setting of every family that had no problem, in the families' order. */
  List<Candidate> best() {
    List<Candidate> all = new ArrayList<>();
    for (Family family : families) {
      Candidate best = null;
      for (Fit fit : fits) {
        if (fit.family == family && !problems.containsKey(family.name())) {
          double[] means = LeftOut.means(fit.sum, values);
          Candidate one = new Candidate(family, fit.settings, fit.name, fit.parameters, means);
          best = best == null || one.mean() < best.mean() ? one : best;
        }
      }
      if (best != null) {
        all.add(best);
      }
    }
    return all;
  }
}
