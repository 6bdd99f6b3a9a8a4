package org.braindyn.forecast.family;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.forecast.family.sums.LagSums;

/**
 * The autoregression that answers a stimulation under a named assumption about links, with all that
 * was chosen for it, so that its like can be fitted to other recordings. Which forecast is best
 * does not decide this question: on directed, signed networks a symmetric law forecasts better and
 * answers worse (docs/families.md).
 *
 * @param assumption {@link #EVERY_LINK} or {@link #ONE_LAW}
 * @param order lags
 * @param penalty towards own past and mean; 0 where there is none
 * @param model the fitted law, solved for the present
 * @param within what a unit of a region adds to others within a frame, [source][target]; null for
 *     nothing
 */
public record ResponseLaw(
    String assumption, int order, double penalty, LagModel model, double[][] within) {
  /** Every link its own, directed: VAR shrunk to own past and mean. */
  public static final String EVERY_LINK = "every link its own, directed";

  /** One law on all links: a network autoregression. */
  public static final String ONE_LAW = "one law on all links";

  private static final int LAGS = 3;

  /** {@link #EVERY_LINK}, its penalty chosen by one-step errors on folds left out. */
  static ResponseLaw everyLink(FamilyFolds folds) {
    int order = Math.min(LAGS, FamilyData.orderFor(folds.all().windows()));
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (double penalty : Families.LAMBDAS) {
      double error = 0;
      for (int f = 0; f < folds.size(); f++) {
        LagModel model = shrunk(folds.without(f).whole(), order, penalty);
        error += folds.left(f).error(model.coefficients()) / folds.size();
      }
      best = error < least ? penalty : best;
      least = Math.min(error, least);
    }
    return everyLink(folds.all(), order, best);
  }

  private static ResponseLaw everyLink(FamilyData data, int order, double penalty) {
    LagModel model = shrunk(data.whole(), order, penalty);
    return new ResponseLaw(EVERY_LINK, order, penalty, model, null);
  }

  /**
   * The law to answer with: {@link #ONE_LAW} if a graph was given, else {@link #EVERY_LINK}; after
   * it the other one, for maps side by side. Without a graph one law on all links is two, on
   * partial correlations and on correlations: the mean of their answers is better than either.
   */
  public static List<ResponseLaw> of(FamilyFolds folds) {
    FamilyData data = folds.all();
    int most = FamilyData.orderFor(data.windows());
    List<ResponseLaw> laws = new ArrayList<>();
    if (data.given() != null) {
      laws.add(oneLaw(data, most));
      laws.add(everyLink(folds));
    } else {
      laws.add(everyLink(folds));
      LagSums sums = data.whole();
      addWithin(laws, () -> lagged(sums, most, LinkWeights.partialCorrelation(sums)));
      addWithin(laws, () -> lagged(sums, most, LinkWeights.correlation(sums)));
    }
    return laws;
  }

  /** Where no pair of regions is positively correlated there is no such law. */
  private static void addWithin(
      List<ResponseLaw> laws, java.util.function.Supplier<ResponseLaw> law) {
    try {
      laws.add(law.get());
    } catch (BadInput e) {
      return; // the other assumption answers alone
    }
  }

  private static ResponseLaw lagged(LagSums sums, int order, LinkWeights weights) {
    return new ResponseLaw(ONE_LAW, order, 0, NetworkAr.fit(sums, order, weights), null);
  }

  /** On the graph given, links acting within a frame, too. */
  static ResponseLaw oneLaw(FamilyData data, int order) {
    SimultaneousAr law = SimultaneousAr.fit(data.whole(), order, data.given());
    return new ResponseLaw(ONE_LAW, order, 0, law.forecasts(), law.links());
  }

  /** The same law fitted to other data, on their graph; nothing is chosen. */
  public ResponseLaw again(FamilyData data) {
    if (assumption.equals(EVERY_LINK)) {
      return everyLink(data, order, penalty);
    }
    return within == null ? lagged(data.whole(), order, data.given()) : oneLaw(data, order);
  }

  /** The law, ready to answer. */
  public LinearLaw law() {
    return new LinearLaw(model.name(), model, within);
  }

  private static LagModel shrunk(LagSums sums, int order, double penalty) {
    LagModel mean = NetworkAr.fit(sums, order, LinkWeights.uniform(sums.regions()));
    return LinearFits.shrunk(sums, order, penalty, mean);
  }
}
