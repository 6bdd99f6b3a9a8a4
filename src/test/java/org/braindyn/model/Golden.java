package org.braindyn.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import org.braindyn.data.Precision;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.model.parameter.History;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;

/** A golden file: arrays made by the authors' released implementation. */
public final class Golden {
  private final Map<String, NpyArray> arrays;

  private Golden(Map<String, NpyArray> arrays) {
    this.arrays = arrays;
  }

  public static Golden read(String name) {
    try {
      return new Golden(Npz.read(path(name)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The file itself. */
  public static Path path(String name) {
    try {
      return Path.of(Golden.class.getResource("/golden/" + name + ".npz").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public boolean has(String key) {
    return arrays.containsKey(key);
  }

  public NpyArray array(String key) {
    NpyArray array = arrays.get(key);
    assertTrue(array != null, () -> "no golden array " + key + "; there are " + arrays.keySet());
    return array;
  }

  public double[] numbers(String key) {
    return array(key).numbers();
  }

  public double scalar(String key) {
    return array(key).scalar();
  }

  public int integer(String key) {
    return (int) scalar(key);
  }

  /** x_history (B, N, T, F) and the like: the layout of a batch already. */
  public SignalBatch batch(String key) {
    NpyArray a = array(key);
    int[] s = a.shape();
    return new SignalBatch(s[0], s[1], s[2], s[3], a.numbers().clone());
  }

  /** target (P, B, N, F) turned into a batch. */
  public SignalBatch stepsFirst(String key) {
    NpyArray a = array(key);
    int[] s = a.shape();
    SignalBatch batch = new SignalBatch(s[1], s[2], s[0], s[3], new double[a.numbers().length]);
    int i = 0;
    for (int p = 0; p < s[0]; p++) {
      for (int b = 0; b < s[1]; b++) {
        for (int n = 0; n < s[2]; n++) {
          for (int f = 0; f < s[3]; f++) {
            batch.values()[batch.index(b, n, p) + f] = a.numbers()[i++];
          }
        }
      }
    }
    return batch;
  }

  public BrainGraph graph(int regions) {
    int[] edges = array("edge_index").integers();
    int count = edges.length / 2;
    double[] weight = new double[count];
    java.util.Arrays.fill(weight, 1);
    return new BrainGraph(
        regions,
        java.util.Arrays.copyOf(edges, count),
        java.util.Arrays.copyOfRange(edges, count, 2 * count),
        weight);
  }

  /** Settings of cases a to e. */
  public ModelSettings settings(String method, Precision precision) {
    return ModelSettings.builder(integer("cfg/num_nodes"))
        .signals(integer("cfg/signal_dim"))
        .hidden(integer("cfg/hidden_dim"))
        .maps(integer("cfg/map_hidden_dim"))
        .width(integer("cfg/vf_hidden_dim"))
        .lstmLayers(integer("cfg/lstm_layers"))
        .history(integer("cfg/use_lstm_encoder") == 1 ? History.LSTM : History.LAST_VALUE)
        .context(integer("cfg/window_size"))
        .horizon(integer("cfg/pred_steps"))
        .dt(scalar("cfg/dt"))
        .method(method)
        .precision(precision)
        .build();
  }

  /** The arrays under a prefix, in the layout of these settings. */
  public Parameters parameters(String prefix, ModelSettings settings) {
    Parameters p = new Parameters(Names.shapes(settings));
    for (Parameters.Entry e : p.entries()) {
      p.set(e.name(), numbers(prefix + e.name()));
    }
    return p;
  }

  public BrainDyn model(ModelSettings settings) {
    return BrainDyn.of(settings, graph(settings.regions()), parameters("param/", settings).copy());
  }

  /** Fails where two arrays differ by more than {@code tolerance * max(1, |expected|)}. */
  public static void assertClose(
      double[] expected, double[] actual, double tolerance, String what) {
    assertTrue(expected.length == actual.length, what + ": lengths differ");
    for (int i = 0; i < expected.length; i++) {
      double allowed = tolerance * Math.max(1, Math.abs(expected[i]));
      int at = i;
      assertTrue(
          Math.abs(expected[i] - actual[i]) <= allowed,
          () -> what + "[" + at + "]: expected " + expected[at] + ", was " + actual[at]);
    }
  }
}
