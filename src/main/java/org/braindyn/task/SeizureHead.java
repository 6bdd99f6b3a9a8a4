package org.braindyn.task;

import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.Seed;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Parameters;

/**
 * The classifier that sits on a trained model's representation: LayerNorm (eps 1e-5), linear H to
 * H/2, ReLU, dropout, linear to one logit (docs/method.md). Names of its arrays are those of the
 * reference.
 */
public final class SeizureHead {
  private static final double EPSILON = 1e-5;

  private final int size;
  private final int half;
  private final Parameters parameters;

  /**
   * @param size H, of the representation; 2 or more
   */
  public SeizureHead(int size) {
    this.size = size;
    half = size / 2;
    Map<String, int[]> shapes = new LinkedHashMap<>();
    shapes.put("norm.weight", new int[] {size});
    shapes.put("norm.bias", new int[] {size});
    shapes.put("mlp.0.weight", new int[] {half, size});
    shapes.put("mlp.0.bias", new int[] {half});
    shapes.put("mlp.3.weight", new int[] {1, half});
    shapes.put("mlp.3.bias", new int[] {1});
    parameters = new Parameters(shapes);
  }

  /** A new head: linear layers uniform in +-1/sqrt(inputs), LayerNorm 1 and 0. */
  public static SeizureHead create(int size, Seed seed) {
    SeizureHead head = new SeizureHead(size);
    Seed.Stream random = seed.stream("seizure head");
    for (Parameters.Entry entry : head.parameters.entries()) {
      double bound = 1 / Math.sqrt(entry.name().startsWith("mlp.0") ? size : head.half);
      double[] values = new double[entry.size()];
      for (int k = 0; k < values.length; k++) {
        values[k] =
            entry.name().startsWith("mlp")
                ? random.uniform(-bound, bound)
                : entry.name().equals("norm.weight") ? 1 : 0;
      }
      head.parameters.set(entry.name(), values);
    }
    return head;
  }

  /** H, size of the representation. */
  public int size() {
    return size;
  }

  /** Its parameters; writing changes the head. */
  public Parameters parameters() {
    return parameters;
  }

  /** Logit of one window from its representation [H]. */
  public double logit(double[] representation) {
    return new Pass(representation, null).logit;
  }

  /**
   * Adds one window's gradients.
   *
   * @param representation [H]
   * @param kept factor of every hidden unit (dropout: 0 or 1 / (1 - share)), null for 1
   * @param slope derivative of the loss by the logit, given the logit
   * @param gradient receives the sum
   * @param back receives the gradient by the representation, [H]; may be null
   * @return the logit
   */
  public double accumulate(
      double[] representation,
      double[] kept,
      java.util.function.DoubleUnaryOperator slope,
      Gradient gradient,
      double[] back) {
    Pass pass = new Pass(representation, kept);
    pass.backward(slope.applyAsDouble(pass.logit), gradient, back);
    return pass.logit;
  }

  private int at(String name) {
    return parameters.entry(name).offset();
  }

  /** One window's way through the head. */
  private final class Pass {
    private final double[] p = parameters.numbers();
    private final double[] normal = new double[size];
    private final double[] scaled = new double[size];
    private final double[] hidden = new double[half];
    private final double[] kept;
    private final double inverse;
    private final double logit;

    Pass(double[] x, double[] kept) {
      this.kept = kept;
      double mean = 0;
      for (double v : x) {
        mean += v / size;
      }
      double variance = 0;
      for (double v : x) {
        variance += (v - mean) * (v - mean) / size;
      }
      inverse = 1 / Math.sqrt(variance + EPSILON);
      for (int j = 0; j < size; j++) {
        normal[j] = (x[j] - mean) * inverse;
        scaled[j] = normal[j] * p[at("norm.weight") + j] + p[at("norm.bias") + j];
      }
      double sum = p[at("mlp.3.bias")];
      for (int i = 0; i < half; i++) {
        double in = p[at("mlp.0.bias") + i];
        for (int j = 0; j < size; j++) {
          in += p[at("mlp.0.weight") + i * size + j] * scaled[j];
        }
        hidden[i] = Math.max(0, in) * (kept == null ? 1 : kept[i]);
        sum += p[at("mlp.3.weight") + i] * hidden[i];
      }
      logit = sum;
    }

    void backward(double slope, Gradient gradient, double[] back) {
      double[] g = gradient.values();
      g[at("mlp.3.bias")] += slope;
      double[] toScaled = new double[size];
      for (int i = 0; i < half; i++) {
        g[at("mlp.3.weight") + i] += slope * hidden[i];
        if (hidden[i] > 0) {
          double in = slope * p[at("mlp.3.weight") + i] * (kept == null ? 1 : kept[i]);
          g[at("mlp.0.bias") + i] += in;
          for (int j = 0; j < size; j++) {
            g[at("mlp.0.weight") + i * size + j] += in * scaled[j];
            toScaled[j] += in * p[at("mlp.0.weight") + i * size + j];
          }
        }
      }
      double mean = 0;
      double along = 0;
      for (int j = 0; j < size; j++) {
        g[at("norm.weight") + j] += toScaled[j] * normal[j];
        g[at("norm.bias") + j] += toScaled[j];
        toScaled[j] *= p[at("norm.weight") + j];
        mean += toScaled[j] / size;
        along += toScaled[j] * normal[j] / size;
      }
      for (int j = 0; back != null && j < size; j++) {
        back[j] = inverse * (toScaled[j] - mean - normal[j] * along);
      }
    }
  }
}
