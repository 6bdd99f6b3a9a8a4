package org.braindyn.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.perturbation.EffectPeak;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.Stimulus;
import org.braindyn.task.StimulationCheck;

/**
 * True answers of a simulated brain to stimulation of every region, and how well linear models
 * foretell them: correlation at the peak (mean over stimulated regions), signs and latencies of
 * direct targets as {@link StimulationCheck} counts them, the share of the true answers explained
 * over all frames, and their size over the foretold one.
 *
 * @param truth [source][region][frame] in BOLD sd
 * @param wiring [source][target]
 */
record StimulationAnswers(double[][][] truth, double[][] wiring) {
  /** Stimulates every region for 4 s. */
  static StimulationAnswers of(
      BoldSimulation brain, double[][] wiring, double size, int frames, double[][] scale) {
    double[][][] truth = new double[wiring.length][][];
    IntStream.range(0, truth.length)
        .parallel()
        .forEach(
            u ->
                truth[u] =
                    brain.response(
                        List.of(Stimulus.drive(u, 0, 4, size)), frames, scale, 8, Seed.of(1)));
    return new StimulationAnswers(truth, wiring);
  }

  static String header() {
    return "| model | people | r at the peak | signs | latencies | share explained | true / foretold"
        + " size |\n|---|---|---|---|---|---|---|";
  }

  double[][][] foretold(LagModel model) {
    double[][][] all = new double[truth.length][][];
    for (int u = 0; u < truth.length; u++) {
      all[u] = model.response(u, truth[u][u]);
    }
    return all;
  }

  static double[][][] mean(double[][][] a, double[][][] b) {
    double[][][] m = new double[a.length][a.length][a[0][0].length];
    for (int u = 0; u < a.length; u++) {
      for (int v = 0; v < a.length; v++) {
        for (int t = 0; t < m[u][v].length; t++) {
          m[u][v][t] = (a[u][v][t] + b[u][v][t]) / 2;
        }
      }
    }
    return m;
  }

  /** Mean correlation at the peak of each stimulation. */
  double correlation(double[][][] foretold) {
    double sum = 0;
    for (int u = 0; u < truth.length; u++) {
      int peak = peak(u);
      double[] p = new double[truth.length - 1];
      double[] t = new double[truth.length - 1];
      for (int v = 0, k = 0; v < truth.length; v++) {
        if (v != u) {
          p[k] = foretold[u][v][peak];
          t[k++] = truth[u][v][peak];
        }
      }
      sum += new PearsonsCorrelation().correlation(p, t) / truth.length;
    }
    return sum;
  }

  private int peak(int u) {
    int best = 0;
    double most = -1;
    for (int f = 0; f < truth[u][0].length; f++) {
      double sum = 0;
      for (int v = 0; v < truth.length; v++) {
        sum += v == u ? 0 : Math.abs(truth[u][v][f]);
      }
      if (sum > most) {
        most = sum;
        best = f;
      }
    }
    return best;
  }

  String row(String name, String people, double[][][] foretold) {
    int direct = 0;
    int signs = 0;
    int latencies = 0;
    double error = 0;
    double squares = 0;
    double product = 0;
    double own = 0;
    for (int u = 0; u < truth.length; u++) {
      for (int v = 0; v < truth.length; v++) {
        if (u == v) {
          continue;
        }
        double[] t = truth[u][v];
        double[] p = foretold[u][v];
        int at = EffectPeak.largest(t);
        if (wiring[u][v] != 0 && Math.abs(t[at]) >= StimulationCheck.CLEAR) {
          direct++;
          signs += t[at] * p[at] > 0 ? 1 : 0;
          latencies += Math.abs(EffectPeak.largest(p) - at) <= 1 ? 1 : 0;
        }
        for (int f = 0; f < t.length; f++) {
          error += (t[f] - p[f]) * (t[f] - p[f]);
          squares += t[f] * t[f];
          product += t[f] * p[f];
          own += p[f] * p[f];
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.3f | %d of %d | %d | %.2f | %.2f |",
        name,
        people,
        correlation(foretold),
        signs,
        direct,
        latencies,
        1 - error / squares,
        product / own);
  }

  static Regions names(int n) {
    return Regions.numbered("region", n);
  }
}
