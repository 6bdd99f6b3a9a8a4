package org.braindyn.forecast.family;

import java.util.List;

/**
 * What the regions do when one of them follows a course, under a named assumption about links.
 * Which forecast is best does not decide this question: on directed, signed networks a symmetric
 * law forecasts better and answers worse (docs/families.md).
 */
public interface ResponseMap {
  /** Every link its own, directed. */
  String EVERY_LINK = "every link its own, directed";

  /** One law on all links. */
  String ONE_LAW = "one law on all links";

  /** Under which assumption. */
  String assumption();

  /**
   * The answer.
   *
   * @param region whose course is given
   * @param course its own change per frame, in standard deviations
   * @return change, [region][frame]
   */
  double[][] response(int region, double[] course);

  /**
   * {@link #EVERY_LINK}: VAR shrunk to own past and mean, its penalty chosen by one-step errors on
   * folds left out. The default without an anatomical graph.
   *
   * @param order lags
   */
  static ResponseMap everyLink(FamilyFolds folds, int order) {
    LagModel model = ResponseLaw.everyLink(folds, order).model();
    return of(EVERY_LINK, model::response);
  }

  /**
   * {@link #ONE_LAW}: network autoregression on the graph given, links acting within a frame, too;
   * without a graph the mean of the answers on partial correlations and on correlations, which is
   * better than either.
   *
   * @param order lags
   */
  static ResponseMap oneLaw(FamilyData data, int order) {
    LagSums sums = data.whole();
    if (data.given() != null) {
      return of(ONE_LAW, SimultaneousAr.fit(sums, order, data.given())::response);
    }
    List<LagModel> both =
        List.of(
            NetworkAr.fit(sums, order, LinkWeights.partialCorrelation(sums)),
            NetworkAr.fit(sums, order, LinkWeights.correlation(sums)));
    return of(
        ONE_LAW,
        (region, course) -> {
          double[][] mean = both.get(0).response(region, course);
          double[][] other = both.get(1).response(region, course);
          for (int r = 0; r < mean.length; r++) {
            for (int t = 0; t < course.length; t++) {
              mean[r][t] = (mean[r][t] + other[r][t]) / 2;
            }
          }
          return mean;
        });
  }

  /** A map by a function. */
  private static ResponseMap of(
      String assumption, java.util.function.BiFunction<Integer, double[], double[][]> answer) {
    return new ResponseMap() {
      @Override
      public String assumption() {
        return assumption;
      }

      @Override
      public double[][] response(int region, double[] course) {
        return answer.apply(region, course);
      }
    };
  }
}
