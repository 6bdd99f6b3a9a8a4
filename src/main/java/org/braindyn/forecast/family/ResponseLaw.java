package org.braindyn.forecast.family;

/**
 * The autoregression that answers a stimulation under a named assumption ({@link ResponseMap}),
 * with all that was chosen for it, so that its like can be fitted to other recordings.
 *
 * @param assumption {@link ResponseMap#EVERY_LINK} or {@link ResponseMap#ONE_LAW}
 * @param order lags
 * @param penalty towards own past and mean; 0 where there is none
 * @param model the fitted law
 */
public record ResponseLaw(String assumption, int order, double penalty, LagModel model) {
  private static final int LAGS = 3;

  /**
   * {@link ResponseMap#EVERY_LINK}: VAR shrunk to own past and mean, its penalty chosen by one-step
   * errors on folds left out.
   *
   * @param order lags
   */
  static ResponseLaw everyLink(FamilyFolds folds, int order) {
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
    return new ResponseLaw(ResponseMap.EVERY_LINK, order, penalty, model);
  }

  /**
   * The law to answer with: {@link ResponseMap#ONE_LAW} (a network autoregression) if a graph was
   * given, else {@link ResponseMap#EVERY_LINK}.
   */
  public static ResponseLaw of(FamilyFolds folds) {
    FamilyData data = folds.all();
    int most = FamilyData.orderFor(data.windows());
    return data.given() == null ? everyLink(folds, Math.min(LAGS, most)) : oneLaw(data, most);
  }

  private static ResponseLaw oneLaw(FamilyData data, int order) {
    LagModel model = NetworkAr.fit(data.whole(), order, data.given());
    return new ResponseLaw(ResponseMap.ONE_LAW, order, 0, model);
  }

  /** The same law fitted to other data; nothing is chosen. */
  public ResponseLaw again(FamilyData data) {
    return assumption.equals(ResponseMap.ONE_LAW)
        ? oneLaw(data, order)
        : everyLink(data, order, penalty);
  }

  private static LagModel shrunk(LagSums sums, int order, double penalty) {
    LagModel mean = NetworkAr.fit(sums, order, LinkWeights.uniform(sums.regions()));
    return LinearFits.shrunk(sums, order, penalty, mean);
  }
}
