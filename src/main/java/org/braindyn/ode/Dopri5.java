package org.braindyn.ode;

/**
 * Order 5 with an embedded order 4: J. R. Dormand and P. J. Prince, Journal of Computational and
 * Applied Mathematics 6 (1980) 19-26, table 2.
 */
final class Dopri5 {
  private static final double[] STEP = {
    35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84
  };

  /** The method. */
  public static final Tableau TABLEAU =
      new Tableau(
          "dopri5",
          5,
          new double[][] {
            {},
            {1.0 / 5},
            {3.0 / 40, 9.0 / 40},
            {44.0 / 45, -56.0 / 15, 32.0 / 9},
            {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
            {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
            STEP
          },
          new double[] {STEP[0], 0, STEP[2], STEP[3], STEP[4], STEP[5], 0},
          new double[] {
            STEP[0] - 5179.0 / 57600,
            0,
            STEP[2] - 7571.0 / 16695,
            STEP[3] - 393.0 / 640,
            STEP[4] + 92097.0 / 339200,
            STEP[5] - 187.0 / 2100,
            -1.0 / 40
          });

  private Dopri5() {}
}
