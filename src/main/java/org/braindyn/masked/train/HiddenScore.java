package org.braindyn.masked.train;

/** R2, error and correlation over hidden values, pooled; negative values stay as they are. */
public final class HiddenScore {
  private double count;
  private double sum;
  private double squares;
  private double error;
  private double absolute;
  private double predicted;
  private double predictedSquares;
  private double products;

  /** Adds the hidden values of one window. */
  public void add(double[] truth, double[] prediction, double[] hidden) {
    for (int i = 0; i < truth.length; i++) {
      if (hidden[i] != 0) {
        double e = prediction[i] - truth[i];
        count++;
        sum += truth[i];
        squares += truth[i] * truth[i];
        error += e * e;
        absolute += Math.abs(e);
        predicted += prediction[i];
        predictedSquares += prediction[i] * prediction[i];
        products += prediction[i] * truth[i];
      }
    }
  }

  private double variation() {
    return squares - sum * sum / count;
  }

  /** One less the squared error over the variation about the mean; NaN of nothing. */
  public double r2() {
    return 1 - error / variation();
  }

  /** Mean squared error. */
  public double mse() {
    return error / count;
  }

  /** Mean absolute error. */
  public double mae() {
    return absolute / count;
  }

  /** Pearson's correlation. */
  public double correlation() {
    double together = products - sum * predicted / count;
    double other = predictedSquares - predicted * predicted / count;
    return together / Math.sqrt(variation() * other);
  }
}
