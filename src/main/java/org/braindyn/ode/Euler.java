package org.braindyn.ode;

/** Explicit Euler: L. Euler, Institutionum calculi integralis I, 1768, section 650. */
final class Euler {
  /** The method. */
  public static final Tableau TABLEAU =
      new Tableau("euler", 1, new double[][] {{}}, new double[] {1}, null);

  private Euler() {}
}
