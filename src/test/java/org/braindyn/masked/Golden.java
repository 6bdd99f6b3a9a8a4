package org.braindyn.masked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Precision;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.network.Probe;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/** A file of golden numbers of the released classes and comparisons with it. */
final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("braindyn.shared", "../shared")).resolve("golden/brainlm");

  private final Map<String, NpyArray> arrays;

  private Golden(Map<String, NpyArray> arrays) {
    this.arrays = arrays;
  }

  static Golden read(String name) throws IOException {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), "no golden numbers: " + file + " is not there");
    return new Golden(Npz.read(file));
  }

  static Path file(String name) {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), "no golden numbers: " + file + " is not there");
    return file;
  }

  boolean has(String name) {
    return arrays.containsKey(name);
  }

  double[] get(String name) {
    assertTrue(arrays.containsKey(name), "no array " + name);
    return arrays.get(name).numbers();
  }

  int[] shape(String name) {
    return arrays.get(name).shape();
  }

  String text(String name) {
    return arrays.get(name).text();
  }

  /** Part w of an array whose first dimension counts windows. */
  double[] part(String name, int w) {
    double[] all = get(name);
    int n = all.length / shape(name)[0];
    return Arrays.copyOfRange(all, w * n, (w + 1) * n);
  }

  /** Parameters of this layout. */
  Vec parameters(Layout layout, Team team, String prefix) {
    Vec values = team.first().kernel().vec(layout.size());
    for (String name : layout.names()) {
      double[] array = get(prefix + name);
      assertEquals(Layout.count(layout.shape(name)), array.length, name);
      values.read(layout.at(name), array, 0, array.length);
    }
    return values;
  }

  /** Compares what a probe sees with arrays of the same name behind a prefix. */
  Probe probe(String prefix, double tolerance, List<String> seen) {
    return (stage, window, tokens) -> {
      if (has(prefix + stage)) {
        seen.add(stage);
        assertTokens(part(prefix + stage, window), tokens, tolerance, stage);
      }
    };
  }

  static void assertTokens(double[] expected, TokenMatrix actual, double tolerance, String name) {
    assertEquals(expected.length, actual.rows() * actual.width(), name);
    for (int i = 0; i < expected.length; i++) {
      double a = actual.get(i / actual.width(), i % actual.width());
      assertEquals(expected[i], a, tolerance * Math.max(1, Math.abs(expected[i])), name + " " + i);
    }
  }

  static void assertArray(double[] expected, double[] actual, double tolerance, String name) {
    assertEquals(expected.length, actual.length, name);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], tolerance, name + " " + i);
    }
  }

  /** Compares a gradient with the arrays behind a prefix; returns how many arrays there were. */
  int assertGradient(Layout layout, Vec gradient, String prefix, double tolerance) {
    int compared = 0;
    for (String name : layout.names()) {
      if (has(prefix + name)) {
        double[] expected = get(prefix + name);
        double[] actual = new double[expected.length];
        gradient.addTo(layout.at(name), actual, 0, actual.length);
        double largest = 1;
        for (double e : expected) {
          largest = Math.max(largest, Math.abs(e));
        }
        assertArray(expected, actual, tolerance * largest, prefix + name);
        compared++;
      }
    }
    return compared;
  }

  static Team team(Precision precision) {
    return Team.of(precision, 2);
  }
}
