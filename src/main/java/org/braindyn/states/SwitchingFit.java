package org.braindyn.states;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;

/**
 * Expectation-maximisation of a switching autoregression. Every state's law is shrunk to the one
 * that all frames share, so that a state with few frames is no different from the others. Starts
 * from k-means of stretches by how their frames follow one another.
 */
final class SwitchingFit {
  private static final String WHAT = "Finding states";
  private static final int PASSES = 40;
  private static final double DONE = 1e-5; // nats per frame
  private static final int STRETCH = 20; // frames of a stretch at the start
  private static final double STAY = 10; // moves to itself that every state has before any data

  private final LaggedData data;
  private final StateLaw shared;
  private final double strength;

  /**
   * @param strength frames of the shared law that every state has before any data
   */
  SwitchingFit(LaggedData data, double strength) {
    this.data = data;
    this.strength = strength;
    shared = StateLaw.fit(data, null, null, 0);
  }

  StateLaw shared() {
    return shared;
  }

  /**
   * A model of so many states, the likeliest of several starts.
   *
   * @param starts how many
   */
  SwitchingModel states(int states, int starts, Seed seed, Progress progress) {
    if (states == 1) {
      return new SwitchingModel(List.of(shared), new double[][] {{1}}, new double[] {1});
    }
    SwitchingModel best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < starts; s++) {
      SwitchingModel model = first(states, seed.derive("start", s), progress);
      double before = Double.NEGATIVE_INFINITY;
      for (int pass = 0; pass < PASSES; pass++) {
        Cancelled.check(progress, WHAT);
        SwitchingModel.Pass made = model.pass(data);
        double now = made.sum();
        if (now > most) {
          most = now;
          best = model;
        }
        if (now - before < DONE * data.frames()) {
          break;
        }
        before = now;
        model = improved(made, progress);
      }
    }
    return best;
  }

  private SwitchingModel improved(SwitchingModel.Pass made, Progress progress) {
    int states = made.posterior().length;
    List<StateLaw> laws = new ArrayList<>();
    double[][] transition = new double[states][states];
    double[] start = new double[states];
    for (int k = 0; k < states; k++) {
      Cancelled.check(progress, WHAT);
      laws.add(StateLaw.fit(data, made.posterior()[k], shared, strength));
      double sum = 0;
      for (int j = 0; j < states; j++) {
        transition[k][j] = made.moves()[k][j] + (j == k ? STAY : 1.0 / states);
        sum += transition[k][j];
      }
      for (int j = 0; j < states; j++) {
        transition[k][j] /= sum;
      }
      for (int r = 0; r < data.recordings(); r++) {
        start[k] += (made.posterior()[k][data.starts()[r]] + 1.0 / states);
      }
    }
    double all = Arrays.stream(start).sum();
    for (int k = 0; k < states; k++) {
      start[k] /= all;
    }
    return new SwitchingModel(laws, transition, start);
  }

  private SwitchingModel first(int states, Seed seed, Progress progress) {
    double[][] rows = new double[(data.frames() + STRETCH - 1) / STRETCH][];
    for (int s = 0; s < rows.length; s++) {
      Cancelled.check(progress, WHAT);
      rows[s] = stretch(s * STRETCH, Math.min(data.frames(), (s + 1) * STRETCH));
    }
    int[] label = KMeans.labels(Squeeze.rows(rows), states, 3, seed);
    Cancelled.check(progress, WHAT);
    double[][] posterior = new double[states][data.frames()];
    double[][] moves = new double[states][states];
    for (int t = 0; t < data.frames(); t++) {
      for (int k = 0; k < states; k++) {
        posterior[k][t] = label[t / STRETCH] == k ? 0.9 : 0.1 / (states - 1);
      }
      int before = label[Math.max(0, t - 1) / STRETCH];
      moves[before][label[t / STRETCH]]++;
    }
    return improved(new SwitchingModel.Pass(new double[0], posterior, moves), progress);
  }

  /** Mean products of what the shared law leaves with the past and with itself. */
  private double[] stretch(int from, int to) {
    int d = data.present().columns();
    int p = data.past().columns();
    double[] made = new double[d * p + d * (d + 1) / 2];
    double[] rest = new double[d];
    for (int t = from; t < to; t++) {
      for (int c = 0; c < d; c++) {
        rest[c] = data.present().get(t, c);
        for (int q = 0; q < p; q++) {
          rest[c] -= data.past().get(t, q) * shared.coefficients().get(q, c);
        }
      }
      int at = 0;
      for (int c = 0; c < d; c++) {
        for (int q = 0; q < p; q++) {
          made[at++] += rest[c] * data.past().get(t, q) / (to - from);
        }
        for (int e = 0; e <= c; e++) {
          made[at++] += rest[c] * rest[e] / (to - from);
        }
      }
    }
    return made;
  }
}
