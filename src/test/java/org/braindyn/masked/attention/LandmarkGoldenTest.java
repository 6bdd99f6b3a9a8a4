package org.braindyn.masked.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.braindyn.data.Precision;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.block.Block;
import org.braindyn.masked.block.PostNormBlock;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One released layer with gradients for its input, and the pseudo-inverse, against golden numbers.
 */
@Tag("real-data")
class LandmarkGoldenTest {
  private static final Path FILE =
      Path.of(System.getProperty("braindyn.shared", "../shared"))
          .resolve("golden/brainlm/d_attention_layer.npz");
  private static Map<String, NpyArray> golden;

  @BeforeAll
  static void read() throws IOException {
    assumeTrue(Files.exists(FILE), FILE + " is not there");
    golden = Npz.read(FILE);
  }

  private static double[] part(String name, int w) {
    NpyArray all = golden.get(name);
    int n = all.size() / all.shape()[0];
    return Arrays.copyOfRange(all.numbers(), w * n, (w + 1) * n);
  }

  @ParameterizedTest
  @CsvSource({"landmarks,5", "landmarks_noconv,0", "full_conv33,33"})
  void layer(String name, int taps) {
    int[] shape = golden.get(name + "/input").shape();
    int landmarks = (int) golden.get(name + "/num_landmarks").scalar();
    int heads = golden.get(name + "/attention_probs").shape()[1];
    Layout layout = new Layout();
    PostNormBlock.layout(layout, "x", new int[] {shape[2], 20, heads, taps});
    boolean exact = name.startsWith("full");
    Attention attention =
        exact ? new ExactAttention(heads) : new LandmarkAttention(heads, landmarks);
    PostNormBlock block = new PostNormBlock(layout, "x", attention, 1e-12);
    try (Team team = Team.of(Precision.DOUBLE, 2)) {
      Vec parameters = team.first().kernel().vec(layout.size());
      for (String array : layout.names()) {
        double[] values =
            golden.get("param/" + name + array.substring(1).replaceFirst("\\.", "/")) != null
                ? golden
                    .get("param/" + name + array.substring(1).replaceFirst("\\.", "/"))
                    .numbers()
                : golden.get(name + "/param/" + array.substring(2)).numbers();
        parameters.read(layout.at(array), values, 0, values.length);
      }
      TokenMatrix[] x = matrices(team, name + "/input");
      Groups[][] groups = {{Groups.all(shape[1]), Groups.all(shape[1])}};
      Block.Memory memory = block.forward(team, parameters, x, groups);
      compare(name + "/output", memory.output(), 1e-10);
      compare(name + "/context", PostNormBlock.context(memory), 1e-10);
      Vec gradient = team.first().kernel().vec(layout.size());
      TokenMatrix[] grad = matrices(team, name + "/weight_of_the_sum");
      compare(
          name + "/grad_input", block.backward(team, parameters, memory, grad, gradient), 1e-10);
      for (String array : layout.names()) {
        double[] expected = golden.get(name + "/grad/" + array.substring(2)).numbers();
        for (int i = 0; i < expected.length; i++) {
          double actual = gradient.get(layout.at(array) + i);
          assertEquals(expected[i], actual, 1e-10, array);
        }
      }
    }
  }

  private static TokenMatrix[] matrices(Team team, String name) {
    int[] shape = golden.get(name).shape();
    TokenMatrix[] matrices = new TokenMatrix[shape[0]];
    for (int w = 0; w < shape[0]; w++) {
      matrices[w] = new TokenMatrix(team.first().kernel(), shape[1], shape[2]);
      double[] values = part(name, w);
      for (int i = 0; i < values.length; i++) {
        matrices[w].set(i / shape[2], i % shape[2], values[i]);
      }
    }
    return matrices;
  }

  private static void compare(String name, TokenMatrix[] actual, double tolerance) {
    for (int w = 0; w < actual.length; w++) {
      double[] expected = part(name, w);
      for (int i = 0; i < expected.length; i++) {
        int width = actual[w].width();
        double value = actual[w].get(i / width, i % width);
        assertEquals(expected[i], value, tolerance, name + " " + i);
      }
    }
  }

  @Test
  void pseudoInverse() {
    double over = 0;
    int[] shape = golden.get("inverse/matrix").shape();
    int n = shape[2];
    Dense[] matrices = new Dense[shape[0] * shape[1]];
    double[] all = golden.get("inverse/matrix").numbers();
    for (int m = 0; m < matrices.length; m++) {
      matrices[m] = new Dense(n, n, Arrays.copyOfRange(all, m * n * n, (m + 1) * n * n));
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += matrices[m].a()[i * n + j];
        }
        over = Math.max(over, sum);
      }
    }
    for (int steps : new int[] {1, 6}) {
      String name = steps == 1 ? "inverse/after_1_iteration" : "inverse/after_6_iterations";
      double[] expected = golden.get(name).numbers();
      for (int i = 0; i < expected.length; i++) {
        PseudoInverse inverse = new PseudoInverse(matrices[i / (n * n)], over, steps);
        assertEquals(expected[i], inverse.result().a()[i % (n * n)], 1e-10, name);
      }
    }
  }
}
