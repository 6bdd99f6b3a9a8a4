package org.braindyn.cohort.predict;

import java.util.Arrays;
import org.braindyn.cohort.predict.fit.KernelLogistic;

/** Makes the rows of a prediction: each beside the covariates alone and beside a reference. */
final class PredictionMaker {
  private final Design design;
  private final Resamples draws;
  private final OutOfFold alone;
  private OutOfFold reference;

  /**
   * @param alone what the covariates alone foretell
   */
  PredictionMaker(Design design, Resamples draws, OutOfFold alone) {
    this.design = design;
    this.draws = draws;
    this.alone = alone;
  }

  /** Sets what later rows are compared with; null leaves it. */
  void reference(OutOfFold made) {
    reference = made == null ? reference : made;
  }

  /**
   * A row.
   *
   * @param features [person][feature]; null for covariates alone
   */
  PredictionRow row(String name, double[][] features, OutOfFold made, double p, double sitesOut) {
    boolean binary = design.binary();
    double value = Skill.of(made, binary);
    boolean first = made == alone;
    double association = binary ? brier(made) : partial(made);
    double needed =
        binary
            ? Power.ofArea(value, Arrays.stream(design.y()).average().orElse(0))
            : Power.ofCorrelation(association);
    return new PredictionRow(
        name,
        inside(draws.around(value, who -> Skill.of(made, binary, who)), binary),
        binary || features == null ? Estimate.NONE : VarianceShare.of(features, design),
        p,
        first ? Estimate.NONE : beyond(made, alone),
        first || reference == null || reference == made ? Estimate.NONE : beyond(made, reference),
        sitesOut,
        slope(made),
        association,
        needed,
        predictions(made));
  }

  /** No skill is above 1, and no area below 0. */
  private static Estimate inside(Estimate of, boolean binary) {
    double low = binary ? Math.max(0, of.low()) : of.low();
    return new Estimate(of.value(), low, Math.min(1, of.high()));
  }

  private Estimate beyond(OutOfFold made, OutOfFold other) {
    boolean binary = design.binary();
    return draws.around(
        Skill.of(made, binary) - Skill.of(other, binary),
        who -> Skill.of(made, binary, who) - Skill.of(other, binary, who));
  }

  private double[] predictions(OutOfFold made) {
    return design.binary()
        ? Arrays.stream(made.predicted()).map(KernelLogistic::probability).toArray()
        : made.predicted().clone();
  }

  private double brier(OutOfFold made) {
    double sum = 0;
    for (int i = 0; i < made.y().length; i++) {
      double e = KernelLogistic.probability(made.predicted()[i]) - made.y()[i];
      sum += e * e / made.y().length;
    }
    return sum;
  }

  /** Correlation of prediction and truth; what the covariates say is taken from both. */
  private double partial(OutOfFold made) {
    int n = made.y().length;
    double[] a = new double[n];
    double[] b = new double[n];
    boolean first = made == alone;
    for (int i = 0; i < n; i++) {
      double known = first ? made.chance()[i] : alone.predicted()[i];
      a[i] = made.predicted()[i] - known;
      b[i] = made.y()[i] - known;
    }
    return Associations.correlation(a, b);
  }

  private double slope(OutOfFold made) {
    if (design.binary()) {
      double spread = Associations.sd(made.predicted());
      if (!(spread > 1e-9)) {
        return Double.NaN;
      }
      double[][] x = new double[made.y().length][];
      Arrays.setAll(x, i -> new double[] {1, made.predicted()[i]});
      return KernelLogistic.fit(x, made.y(), 1e-6)[1];
    }
    double spread = Associations.sd(made.predicted());
    return spread > 1e-9 * Associations.sd(made.y())
        ? Associations.correlation(made.predicted(), made.y()) * Associations.sd(made.y()) / spread
        : Double.NaN;
  }
}
