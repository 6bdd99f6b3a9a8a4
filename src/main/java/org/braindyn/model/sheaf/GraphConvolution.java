package org.braindyn.model.sheaf;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;

/**
 * Ablation: one graph convolution (Kipf and Welling 2017) without self loops, {@code out_v = W
 * sum_{u->v} h_u / sqrt(d_u d_v) + c} with d the in-degree; a region nobody points at has d = 0 and
 * gives nothing.
 */
public final class GraphConvolution implements Messages {
  private final Kernel kernel;
  private final Adjacency graph;
  private final int hidden;
  private final double[] root;
  private final Panel weight;
  private final Panel gradWeight;
  private final Panel operand;
  private final Panel product;
  private final Vec weights;
  private final Vec sums;
  private final Vec again;
  private int latest = -1;

  public GraphConvolution(Kernel kernel, ModelSettings s, Adjacency graph, int windows) {
    this.kernel = kernel;
    this.graph = graph;
    hidden = s.hidden();
    int rows = s.regions() * windows;
    weight = kernel.panel(hidden * (hidden + 1));
    gradWeight = kernel.panel(hidden * (hidden + 1));
    operand = kernel.panel((hidden + 1) * rows);
    product = kernel.panel((hidden + 1) * rows);
    weights = kernel.vec(hidden * (hidden + 1));
    sums = kernel.vec((hidden + 1) * rows);
    again = kernel.vec(hidden * rows);
    root = new double[graph.nodes];
    for (int v = 0; v < graph.nodes; v++) {
      root[v] = graph.inDegree(v) == 0 ? 0 : 1 / Math.sqrt(graph.inDegree(v));
    }
  }

  @Override
  public int width() {
    return hidden;
  }

  @Override
  public void load(Parameters p) {
    double[] w = p.get(Names.CONVOLUTION_WEIGHT);
    double[] c = p.get(Names.CONVOLUTION_BIAS);
    for (int i = 0; i < hidden; i++) {
      weights.read(i * (hidden + 1), w, i * hidden, hidden);
      weights.set(i * (hidden + 1) + hidden, c[i]);
    }
    weight.put(0, weights, 0, weights.length());
  }

  @Override
  public void forward(int slot, Vec h, int at, int windows, Vec message) {
    latest = slot;
    int rows = graph.nodes * windows;
    sums.fill(0, hidden * rows, 0);
    for (int v = 0; v < graph.nodes; v++) {
      for (int e = graph.in[v]; e < graph.in[v + 1]; e++) {
        int u = graph.sources[e];
        for (int i = 0; i < hidden; i++) {
          sums.addScaled(
              i * rows + v * windows, root[u] * root[v], h, at + i * rows + u * windows, windows);
        }
      }
    }
    sums.fill(hidden * rows, (hidden + 1) * rows, 1);
    operand.put(0, sums, 0, (hidden + 1) * rows);
    kernel.multiply(rows, hidden, hidden + 1, operand, 0, weight, 0, product, 0);
    product.get(0, message, 0, hidden * rows);
  }

  @Override
  public void backward(
      int slot, Vec h, int at, int windows, Vec gradMessage, Vec gradH, int gradAt) {
    if (slot != latest) {
      forward(slot, h, at, windows, again); // only what the latest slot needs is kept
    }
    int rows = graph.nodes * windows;
    product.put(0, gradMessage, 0, hidden * rows);
    kernel.multiplyTransposed(hidden + 1, hidden, rows, operand, 0, product, 0, 1, gradWeight);
    kernel.multiplyByTransposed(rows, hidden + 1, hidden, product, 0, weight, 0, operand, 0);
    operand.get(0, sums, 0, hidden * rows);
    for (int v = 0; v < graph.nodes; v++) {
      for (int e = graph.in[v]; e < graph.in[v + 1]; e++) {
        int u = graph.sources[e];
        for (int i = 0; i < hidden; i++) {
          gradH.addScaled(
              gradAt + i * rows + u * windows,
              root[u] * root[v],
              sums,
              i * rows + v * windows,
              windows);
        }
      }
    }
  }

  @Override
  public void flush(Gradient gradient) {
    gradWeight.get(0, weights, 0, weights.length());
    gradWeight.clear(weights.length());
    double[] sum = gradient.values();
    int w = gradient.entry(Names.CONVOLUTION_WEIGHT).offset();
    int c = gradient.entry(Names.CONVOLUTION_BIAS).offset();
    for (int i = 0; i < hidden; i++) {
      weights.addTo(i * (hidden + 1), sum, w + i * hidden, hidden);
      sum[c + i] += weights.get(i * (hidden + 1) + hidden);
    }
  }
}
