package org.braindyn.ode;

/** Midpoint rule: C. Runge, Mathematische Annalen 46 (1895) 167-178. */
final class Midpoint {
  /** The method. */
  public static final Tableau TABLEAU =
      new Tableau("midpoint", 2, new double[][] {{}, {0.5}}, new double[] {0, 1}, null);

  private Midpoint() {}
}
