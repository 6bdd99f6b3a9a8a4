package org.braindyn.states;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Seed;
import org.braindyn.graph.Correlation;

/** The field's usual tools, with as many states, to stand beside. */
final class UsualTools {
  private static final int STARTS = 5;

  private UsualTools() {}

  /**
   * Sliding-window k-means: clusters of the correlations of tapered windows (Allen et al. 2014,
   * Cereb. Cortex 24:663); a frame has the state of the window around it.
   *
   * @param recordings [region][time] each
   * @param width frames of a window
   * @return state of every frame, recordings one after another
   */
  static int[] slidingWindows(List<double[][]> recordings, int width, int states, Seed seed) {
    List<double[]> rows = new ArrayList<>();
    int step = Math.max(1, width / 10);
    for (double[][] values : recordings) {
      int frames = values[0].length;
      for (int centre = 0; centre < frames; centre += step) {
        int from = Math.max(0, Math.min(frames - width, centre - width / 2));
        int to = Math.min(frames, from + width);
        double[][] window = new double[values.length][];
        for (int r = 0; r < window.length; r++) {
          window[r] = Arrays.copyOfRange(values[r], from, to);
        }
        rows.add(upper(Correlation.of(window)));
      }
    }
    int[] label = KMeans.labels(Squeeze.rows(rows.toArray(double[][]::new)), states, STARTS, seed);
    return spread(recordings, step, label);
  }

  private static double[] upper(double[][] matrix) {
    double[] values = new double[matrix.length * (matrix.length - 1) / 2];
    int at = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        values[at++] = matrix[i][j];
      }
    }
    return values;
  }

  private static int[] spread(List<double[][]> recordings, int step, int[] label) {
    int all = recordings.stream().mapToInt(r -> r[0].length).sum();
    int[] states = new int[all];
    int at = 0;
    int first = 0;
    for (double[][] values : recordings) {
      int frames = values[0].length;
      int windows = (frames + step - 1) / step;
      for (int t = 0; t < frames; t++) {
        int nearest = Math.min(windows - 1, (t + step / 2) / step);
        states[at++] = label[first + nearest];
      }
      first += windows;
    }
    return states;
  }

  /**
   * Co-activation patterns: clusters of single frames (Liu and Duyn 2013, PNAS 110:4392), here of
   * all frames.
   */
  static int[] coActivation(List<double[][]> recordings, int states, Seed seed) {
    List<double[]> rows = new ArrayList<>();
    for (double[][] recording : LaggedData.scaled(recordings)) {
      rows.addAll(Arrays.asList(recording));
    }
    return KMeans.labels(rows.toArray(double[][]::new), states, 3, seed);
  }
}
