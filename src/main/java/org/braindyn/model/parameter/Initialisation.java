package org.braindyn.model.parameter;

import java.util.Arrays;
import org.braindyn.data.Seed;

/**
 * Start values as the reference's: LSTM and linear layers uniform in +-1/sqrt(fan), gates 1,
 * restriction maps Xavier-uniform (Glorot and Bengio 2010), taken over the whole N x H x M tensor,
 * or map by map if the settings say so.
 */
public final class Initialisation {
  private Initialisation() {}

  public static Parameters draw(ModelSettings s, Seed seed) {
    Parameters parameters = new Parameters(Names.shapes(s));
    for (Parameters.Entry entry : parameters.entries()) {
      double bound = bound(entry, s);
      double[] values = new double[entry.size()];
      if (entry.name().equals(Names.SOURCE_GATES) || entry.name().equals(Names.TARGET_GATES)) {
        Arrays.fill(values, 1);
      } else {
        Seed.Stream stream = seed.stream("initialisation/" + entry.name());
        for (int i = 0; i < values.length; i++) {
          values[i] = stream.uniform(-bound, bound);
        }
      }
      parameters.set(entry.name(), values);
    }
    return parameters;
  }

  private static double bound(Parameters.Entry entry, ModelSettings s) {
    String name = entry.name();
    int h = s.hidden();
    if (name.equals(Names.MAPS)) {
      // The reference treats dimension 0 as outputs, 1 as inputs, 2 as the receptive field.
      return s.perMapXavier()
          ? Math.sqrt(6.0 / (h + s.maps()))
          : Math.sqrt(6.0 / ((double) s.maps() * (h + s.regions())));
    }
    if (name.equals(Names.CONVOLUTION_WEIGHT)) {
      return Math.sqrt(6.0 / (2 * h));
    }
    if (name.equals(Names.CONVOLUTION_BIAS)) {
      return 0;
    }
    if (name.contains(".lstm.")) {
      return 1 / Math.sqrt(h);
    }
    if (name.startsWith("dynamics.no_lstm_proj")) {
      return 1 / Math.sqrt(s.signals());
    }
    return 1 / Math.sqrt(name.contains("vector_field.0.") ? Names.fieldInputs(s) : s.width());
  }
}
