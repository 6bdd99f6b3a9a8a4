package org.braindyn.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;

/**
 * The waveform of least cost at given sites,
 *
 * <p>cost(u) = mean over models of |G u - goal|^2 + caution * energy * |u|^2,
 *
 * <p>in closed form where nothing limits it, else by accelerated projected gradients (Beck and
 * Teboulle 2009, SIAM J. Imaging Sci. 2:183).
 */
public final class WaveformSolver {
  private static final int STEPS = 2000;

  private final Goal goal;
  private final StimulationLimits limits;
  private final double energy;
  private final double caution;

  /**
   * Prepares.
   *
   * @param energy cost of a squared strength, above 0, in squared sd
   * @param caution how many times the energy's cost the plan is made with: what a model promises
   *     beyond that is mostly its own error
   */
  public WaveformSolver(Goal goal, StimulationLimits limits, double energy, double caution) {
    this.goal = goal;
    this.limits = limits;
    this.energy = energy;
    this.caution = caution;
  }

  /** The same with another caution. */
  public WaveformSolver withCaution(double other) {
    return new WaveformSolver(goal, limits, energy, other);
  }

  /** What shall be reached. */
  public Goal goal() {
    return goal;
  }

  /** What the stimulator may do. */
  public StimulationLimits limits() {
    return limits;
  }

  /**
   * The best waveform.
   *
   * @param models one or more that say what blocks do, of the same sites
   * @param rows sites to be used
   */
  public Waveform best(List<SiteResponses> models, int... rows) {
    int blocks = limits.blocks();
    int n = rows.length * blocks;
    Matrix h = new Matrix(n, n);
    double[] right = new double[n];
    double[] wanted = goal.wanted();
    for (SiteResponses model : models) {
      double[][] g = design(model, rows);
      for (int v = 0; v < wanted.length; v++) {
        for (int i = 0; i < n; i++) {
          right[i] += g[v][i] * wanted[v] / models.size();
          for (int j = 0; j < n; j++) {
            h.add(i, j, g[v][i] * g[v][j] / models.size());
          }
        }
      }
    }
    h.addToDiagonal(energy * caution);
    double[] u = limits.unlimited() ? Cholesky.of(h).solve(right) : projected(h, right);
    return waveform(rows, u);
  }

  private double[][] design(SiteResponses model, int[] rows) {
    double[][] g = new double[goal.values()][rows.length * limits.blocks()];
    for (int k = 0; k < rows.length; k++) {
      double[][] part = model.design(model.index(rows[k]), goal, limits);
      for (int v = 0; v < g.length; v++) {
        System.arraycopy(part[v], 0, g[v], k * limits.blocks(), limits.blocks());
      }
    }
    return g;
  }

  /** Minimises u'Hu / 2 - right'u over what is allowed. */
  double[] projected(Matrix h, double[] right) {
    int n = right.length;
    double step = 1 / largest(h);
    FeasibleSet allowed = new FeasibleSet(limits);
    double[] u = new double[n];
    double[] ahead = u.clone();
    double momentum = 1;
    for (int k = 0; k < STEPS; k++) {
      double[] next = ahead.clone();
      for (int i = 0; i < n; i++) {
        double slope = -right[i];
        for (int j = 0; j < n; j++) {
          slope += h.get(i, j) * ahead[j];
        }
        next[i] -= step * slope;
      }
      for (int from = 0; from < n; from += limits.blocks()) {
        double[] site = Arrays.copyOfRange(next, from, from + limits.blocks());
        allowed.project(site);
        System.arraycopy(site, 0, next, from, site.length);
      }
      double turned = 0;
      double moved = 0;
      for (int i = 0; i < n; i++) {
        turned += (ahead[i] - next[i]) * (next[i] - u[i]);
        moved = Math.max(moved, Math.abs(next[i] - u[i]));
      }
      momentum = turned > 0 ? 1 : momentum; // O'Donoghue and Candes 2015: restart when it swings
      double later = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      for (int i = 0; i < n; i++) {
        ahead[i] = next[i] + (momentum - 1) / later * (next[i] - u[i]);
      }
      momentum = later;
      u = next;
      if (k > 10 && moved < 1e-13) {
        break;
      }
    }
    return u;
  }

  /** An upper bound of the largest eigenvalue: the largest absolute row sum. */
  private static double largest(Matrix h) {
    double most = 0;
    for (int i = 0; i < h.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < h.columns(); j++) {
        sum += Math.abs(h.get(i, j));
      }
      most = Math.max(most, sum);
    }
    return most;
  }

  private Waveform waveform(int[] rows, double[] u) {
    double[][] strength = new double[rows.length][];
    for (int k = 0; k < rows.length; k++) {
      strength[k] = Arrays.copyOfRange(u, k * limits.blocks(), (k + 1) * limits.blocks());
    }
    return new Waveform(rows.clone(), strength);
  }

  /**
   * What a waveform is worth to a model: the share of the cost of doing nothing that it saves; 1
   * would be all, below 0 is worse than nothing.
   */
  public double worth(SiteResponses model, Waveform waveform) {
    double[][] g = design(model, waveform.sites());
    double[] u = Arrays.stream(waveform.strength()).flatMapToDouble(Arrays::stream).toArray();
    double[] wanted = goal.wanted();
    double cost = energy * waveform.energy();
    for (int v = 0; v < wanted.length; v++) {
      double left = -wanted[v];
      for (int i = 0; i < u.length; i++) {
        left += g[v][i] * u[i];
      }
      cost += left * left;
    }
    return 1 - cost / goal.distance();
  }

  /**
   * Sites one after the other, each the one that helps most beside those before.
   *
   * @param most how many sites at most
   * @return the chosen rows, best first
   */
  public int[] greedy(List<SiteResponses> models, int[] rows, int most) {
    List<Integer> chosen = new ArrayList<>();
    double worth = 0;
    while (chosen.size() < Math.min(most, rows.length)) {
      int best = -1;
      for (int row : rows) {
        if (chosen.contains(row)) {
          continue;
        }
        int[] tried = new int[chosen.size() + 1];
        for (int k = 0; k < chosen.size(); k++) {
          tried[k] = chosen.get(k);
        }
        tried[chosen.size()] = row;
        double value = 0;
        Waveform waveform = best(models, tried);
        for (SiteResponses model : models) {
          value += worth(model, waveform) / models.size();
        }
        if (value > worth) {
          worth = value;
          best = row;
        }
      }
      if (best < 0) {
        break;
      }
      chosen.add(best);
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }
}
