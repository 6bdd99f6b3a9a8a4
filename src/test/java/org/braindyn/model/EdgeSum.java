package org.braindyn.model;

import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;

/** The sheaf Laplacian edge by edge, plainly, from the stalks: an oracle. */
final class EdgeSum {
  private EdgeSum() {}

  static double[][] messages(BrainDyn model, SignalBatch stalks, int window) {
    ModelSettings s = model.settings();
    BrainGraph graph = model.graph();
    double[] maps = model.parameters().get(Names.MAPS);
    double[] source = model.parameters().get(Names.SOURCE_GATES);
    double[] target = model.parameters().get(Names.TARGET_GATES);
    double[][] sum = new double[s.regions()][s.hidden()];
    for (int e = 0; e < graph.edges(); e++) {
      int u = graph.source()[e];
      int v = graph.target()[e];
      double[] zu = normalised(s, maps, stalks, window, u);
      double[] zv = normalised(s, maps, stalks, window, v);
      for (int m = 0; m < s.maps(); m++) {
        double delta =
            sigmoid(target[v * s.maps() + m]) * zv[m] - sigmoid(source[u * s.maps() + m]) * zu[m];
        for (int i = 0; i < s.hidden(); i++) {
          sum[v][i] += maps[(v * s.hidden() + i) * s.maps() + m] * delta;
          sum[u][i] -= maps[(u * s.hidden() + i) * s.maps() + m] * delta;
        }
      }
    }
    return sum;
  }

  private static double[] normalised(
      ModelSettings s, double[] maps, SignalBatch stalks, int window, int v) {
    double[] z = new double[s.maps()];
    double min = Double.MAX_VALUE;
    double max = -Double.MAX_VALUE;
    for (int m = 0; m < z.length; m++) {
      for (int i = 0; i < s.hidden(); i++) {
        double h = stalks.values()[stalks.index(window, v, 0) + i];
        z[m] += h * maps[(v * s.hidden() + i) * z.length + m];
      }
      min = Math.min(min, z[m]);
      max = Math.max(max, z[m]);
    }
    for (int m = 0; m < z.length; m++) {
      z[m] = (z[m] - min) / (max - min + 1e-6);
    }
    return z;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
