package org.braindyn.kernel;

/** Functions of one number, written so that loops over arrays become vector instructions. */
final class FloatMath {
  private FloatMath() {}

  static float tanh(float x) {
    return (float) DoubleMath.tanh(x);
  }

  static float sigmoid(float x) {
    return 0.5f + 0.5f * tanh(0.5f * x);
  }
}
