package org.braindyn.task;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;

/**
 * Logistic regression on band power and line length of every channel, second by second: what a
 * clinician's engineer would try first, and what a model has to beat.
 */
public final class BandPowerDetector implements SeizureDetector {
  private static final double PENALTY = 1;

  private final LogisticRegression regression;

  private BandPowerDetector(LogisticRegression regression) {
    this.regression = regression;
  }

  /** Fits to whole seconds; a second is ictal if any of its samples is. */
  public static BandPowerDetector fit(List<LabelledPiece> train) {
    List<double[]> x = new ArrayList<>();
    List<Boolean> y = new ArrayList<>();
    for (LabelledPiece piece : train) {
      for (int s = 0; s < piece.seconds(); s++) {
        x.add(features(piece, s));
        y.add(piece.ictalSecond(s));
      }
    }
    boolean[] label = new boolean[y.size()];
    for (int i = 0; i < label.length; i++) {
      label[i] = y.get(i);
    }
    return new BandPowerDetector(
        LogisticRegression.fit(x.toArray(double[][]::new), label, PENALTY));
  }

  @Override
  public String name() {
    return "band power + line length";
  }

  @Override
  public double[] perSecond(LabelledPiece piece, Progress progress) {
    double[] probability = new double[piece.seconds()];
    for (int s = 0; s < probability.length; s++) {
      probability[s] = regression.predict(features(piece, s));
    }
    return probability;
  }

  private static double[] features(LabelledPiece piece, int second) {
    int rate = (int) Math.round(1 / piece.signals().interval());
    return EegFeatures.of(piece.signals().values(), piece.firstSample(second), rate, rate);
  }
}
