package org.braindyn.kernel.attention;

import org.braindyn.kernel.PlainArrays;
import org.braindyn.kernel.Vec;

/** Optimiser loops in float; the build makes the class in double from this text. */
final class FloatSteps implements StepOps {
  @Override
  public double squares(Vec x, int from, int to) {
    float[] a = PlainArrays.floats(x);
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
    float[] g = PlainArrays.floats(gradient);
    float[] m = PlainArrays.floats(mean);
    float[] v = PlainArrays.floats(square);
    float clip = (float) step.clip();
    float one = (float) step.betaOne();
    float two = (float) step.betaTwo();
    float restOne = (float) (1 - step.betaOne());
    float restTwo = (float) (1 - step.betaTwo());
    for (int i = from; i < to; i++) {
      float d = clip * g[i];
      m[i] = one * m[i] + restOne * d;
      v[i] = two * v[i] + restTwo * d * d;
    }
    move(PlainArrays.floats(values), m, v, from, to, step);
  }

  private static void move(float[] p, float[] m, float[] v, int from, int to, Step step) {
    float size = (float) step.size();
    float root = (float) step.root();
    float epsilon = (float) step.epsilon();
    float before = (float) step.before();
    float after = (float) step.after();
    for (int i = from; i < to; i++) {
      p[i] = (before * p[i] - size * m[i] / ((float) Math.sqrt(v[i]) * root + epsilon)) * after;
    }
  }
}
