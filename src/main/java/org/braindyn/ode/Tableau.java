package org.braindyn.ode;

/**
 * An explicit Runge-Kutta method: stage i is {@code k_i = f(y + h sum_j a_ij k_j)}, the step is
 * {@code y + h sum_i b_i k_i}. Right-hand sides do not depend on time, so no nodes c are kept.
 *
 * @param name how users name it
 * @param order order of convergence
 * @param a lower triangle, row i has i entries
 * @param b weights of the step
 * @param error weights of the step's error estimate, or null for a fixed-step method
 */
public record Tableau(String name, int order, double[][] a, double[] b, double[] error) {
  /** Checks the triangle. */
  public Tableau {
    for (int i = 0; i < a.length; i++) {
      if (a[i].length != i) {
        throw new IllegalArgumentException("row " + i + " has " + a[i].length + " entries");
      }
    }
  }

  /** Number of stages. */
  public int stages() {
    return b.length;
  }

  /** True if the step size follows the error estimate. */
  public boolean adaptive() {
    return error != null;
  }

  /** Stages that the step's value depends on: trailing ones that only estimate the error do not. */
  public int usedStages() {
    int used = b.length;
    while (b[used - 1] == 0) {
      used--;
    }
    return used;
  }
}
