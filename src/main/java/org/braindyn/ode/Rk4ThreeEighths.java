package org.braindyn.ode;

/** The 3/8 rule: W. Kutta, Zeitschrift fuer Mathematik und Physik 46 (1901) 435-453. */
final class Rk4ThreeEighths {
  /** The method. */
  public static final Tableau TABLEAU =
      new Tableau(
          "rk4",
          4,
          new double[][] {{}, {1.0 / 3}, {-1.0 / 3, 1}, {1, -1, 1}},
          new double[] {0.125, 0.375, 0.375, 0.125},
          null);

  private Rk4ThreeEighths() {}
}
