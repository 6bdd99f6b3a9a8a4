package org.braindyn.kernel.attention;

import org.braindyn.kernel.PlainArrays;
import org.braindyn.kernel.Vec;

/** Optimiser loops in double; {@link FloatSteps} is the same text in float. */
final class DoubleSteps implements StepOps {
  @Override
  public double squares(Vec x, int from, int to) {
    double[] a = PlainArrays.doubles(x);
    double even = 0;
    double odd = 0;
    int i = from;
    for (; i + 1 < to; i += 2) {
      even += (double) a[i] * a[i];
      odd += (double) a[i + 1] * a[i + 1];
    }
    if (i < to) {
      even += (double) a[i] * a[i];
    }
    return even + odd;
  }

  @Override
  public void adam(Vec values, Vec gradient, Vec mean, Vec square, int from, int to, Step step) {
    double[] g = PlainArrays.doubles(gradient);
    double[] m = PlainArrays.doubles(mean);
    double[] v = PlainArrays.doubles(square);
    double clip = (double) step.clip();
    double one = (double) step.betaOne();
    double two = (double) step.betaTwo();
    double restOne = (double) (1 - step.betaOne());
    double restTwo = (double) (1 - step.betaTwo());
    for (int i = from; i < to; i++) {
      double d = clip * g[i];
      m[i] = one * m[i] + restOne * d;
      v[i] = two * v[i] + restTwo * d * d;
    }
    move(PlainArrays.doubles(values), m, v, from, to, step);
  }

  private static void move(double[] p, double[] m, double[] v, int from, int to, Step step) {
    double size = (double) step.size();
    double root = (double) step.root();
    double epsilon = (double) step.epsilon();
    double before = (double) step.before();
    double after = (double) step.after();
    for (int i = from; i < to; i++) {
      p[i] = (before * p[i] - size * m[i] / ((double) Math.sqrt(v[i]) * root + epsilon)) * after;
    }
  }
}
