package org.braindyn.model.parameter;

import java.util.LinkedHashMap;
import java.util.Map;

/** The reference's names of the parameter arrays, and the shapes that settings give them. */
public final class Names {
  /** Restriction maps Phi, [region][hidden][channel]. */
  public static final String MAPS = "dynamics.graph_laplacian.restriction_maps";

  /** Gates s of a region as source, [region][channel]. */
  public static final String SOURCE_GATES = "dynamics.graph_laplacian.src_weight_table";

  /** Gates d of a region as target, [region][channel]. */
  public static final String TARGET_GATES = "dynamics.graph_laplacian.dst_weight_table";

  /** Weight of the graph convolution, [hidden out][hidden in]. */
  public static final String CONVOLUTION_WEIGHT = "dynamics.graph_laplacian.lin.weight";

  /** Bias of the graph convolution, [hidden]. */
  public static final String CONVOLUTION_BIAS = "dynamics.graph_laplacian.bias";

  /** Weight of the encoder without LSTM, [hidden][signal]. */
  public static final String LAST_WEIGHT = "dynamics.no_lstm_proj.weight";

  /** Bias of the encoder without LSTM, [hidden]. */
  public static final String LAST_BIAS = "dynamics.no_lstm_proj.bias";

  private Names() {}

  /**
   * An array of an LSTM layer.
   *
   * @param kind weight_ih, weight_hh, bias_ih or bias_hh
   */
  public static String lstm(String kind, int layer) {
    return "dynamics.temporal_encoder.lstm." + kind + "_l" + layer;
  }

  /**
   * An array of the vector field.
   *
   * @param layer 0, 1 or 2
   * @param kind weight or bias
   */
  public static String field(int layer, String kind) {
    return "dynamics.vector_field." + 2 * layer + "." + kind;
  }

  /** Inputs of the vector field: [x, L], or [x, h, L] where stalks are part of the state. */
  public static int fieldInputs(ModelSettings s) {
    return s.signals() + (s.variant() == Variant.CONTINUOUS ? 2 : 1) * s.hidden();
  }

  /** Outputs of the vector field: dx/dt, and dh/dt where stalks are part of the state. */
  public static int fieldOutputs(ModelSettings s) {
    return s.signals() + (s.variant() == Variant.CONTINUOUS ? s.hidden() : 0);
  }

  /** Names and shapes of all arrays, in the reference's order. */
  public static Map<String, int[]> shapes(ModelSettings s) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    int n = s.regions();
    int h = s.hidden();
    int v = s.width();
    if (s.history() == History.LSTM) {
      for (int l = 0; l < s.lstmLayers(); l++) {
        shapes.put(lstm("weight_ih", l), new int[] {4 * h, l == 0 ? s.signals() : h});
        shapes.put(lstm("weight_hh", l), new int[] {4 * h, h});
        shapes.put(lstm("bias_ih", l), new int[] {4 * h});
        shapes.put(lstm("bias_hh", l), new int[] {4 * h});
      }
    } else {
      shapes.put(LAST_WEIGHT, new int[] {h, s.signals()});
      shapes.put(LAST_BIAS, new int[] {h});
    }
    if (s.coupling() == Coupling.SHEAF || s.coupling() == Coupling.WEIGHTED_SHEAF) {
      shapes.put(SOURCE_GATES, new int[] {n, s.maps()});
      shapes.put(TARGET_GATES, new int[] {n, s.maps()});
      shapes.put(MAPS, new int[] {n, h, s.maps()});
    } else if (s.coupling() == Coupling.GRAPH_CONVOLUTION) {
      shapes.put(CONVOLUTION_BIAS, new int[] {h});
      shapes.put(CONVOLUTION_WEIGHT, new int[] {h, h});
    }
    shapes.put(field(0, "weight"), new int[] {v, fieldInputs(s)});
    shapes.put(field(0, "bias"), new int[] {v});
    shapes.put(field(1, "weight"), new int[] {v, v});
    shapes.put(field(1, "bias"), new int[] {v});
    shapes.put(field(2, "weight"), new int[] {fieldOutputs(s), v});
    shapes.put(field(2, "bias"), new int[] {fieldOutputs(s)});
    return shapes;
  }
}
