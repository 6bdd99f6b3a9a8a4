package org.braindyn.masked.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.braindyn.data.Precision;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attention in tiles beside the plain formula on whole matrices. */
class ExactAttentionTest {
  private static final int HEADS = 2;
  private static final int WIDTH = 6;

  private static TokenMatrix random(Team team, int rows, int width, long seed, double size) {
    Random random = new Random(seed);
    TokenMatrix m = new TokenMatrix(team.first().kernel(), rows, width);
    for (int i = 0; i < rows * width; i++) {
      m.set(i / width, i % width, size * random.nextGaussian());
    }
    return m;
  }

  private static Dense part(TokenMatrix m, int column, int d) {
    Dense part = Dense.zeros(m.rows(), d);
    for (int i = 0; i < m.rows() * d; i++) {
      part.a()[i] = m.get(i / d, column + i % d);
    }
    return part;
  }

  /** 1300 tokens are three tiles of keys and eleven of queries. */
  @ParameterizedTest
  @CsvSource({"1300,DOUBLE,1e-12", "1300,FLOAT,2e-5", "513,DOUBLE,1e-12", "3,DOUBLE,1e-12"})
  void forwardAndBackward(int tokens, Precision precision, double tolerance) {
    int d = WIDTH / HEADS;
    try (Team team = Team.of(precision, 2)) {
      TokenMatrix[] qkv = {random(team, tokens, 3 * WIDTH, 1, 2)};
      TokenMatrix[] context = {new TokenMatrix(team.first().kernel(), tokens, WIDTH)};
      TokenMatrix[] grad = {random(team, tokens, WIDTH, 2, 1)};
      TokenMatrix[] dQkv = {qkv[0].zeros(team.first().kernel())};
      Groups[] groups = {Groups.all(tokens)};
      ExactAttention attention = new ExactAttention(HEADS);
      Attention.Memory memory = attention.forward(team, null, qkv, groups, context);
      Attention.Pass pass = new Attention.Pass(memory, qkv, groups, context);
      attention.backward(team, null, pass, grad, dQkv, null);
      for (int h = 0; h < HEADS; h++) {
        Dense q = part(qkv[0], h * d, d).scaled(1 / Math.sqrt(d));
        Dense k = part(qkv[0], WIDTH + h * d, d);
        Dense v = part(qkv[0], 2 * WIDTH + h * d, d);
        Dense p = q.timesTransposed(k).softmax();
        compare(p.times(v), part(context[0], h * d, d), tolerance);
        Dense g = part(grad[0], h * d, d);
        Dense ds = p.softmaxGradient(g.timesTransposed(v));
        compare(ds.times(k).scaled(1 / Math.sqrt(d)), part(dQkv[0], h * d, d), tolerance);
        compare(ds.transposedTimes(q), part(dQkv[0], WIDTH + h * d, d), tolerance);
        compare(p.transposedTimes(g), part(dQkv[0], 2 * WIDTH + h * d, d), tolerance);
      }
    }
  }

  private static void compare(Dense expected, Dense actual, double tolerance) {
    for (int i = 0; i < expected.a().length; i++) {
      double size = Math.max(1, Math.abs(expected.a()[i]));
      assertEquals(expected.a()[i], actual.a()[i], tolerance * size, "" + i);
    }
  }

  @Test
  void axialGroupsHaveFewerScores() {
    int regions = 424;
    int patches = 10;
    int[] region = new int[regions * patches];
    int[] patch = new int[regions * patches];
    for (int i = 0; i < region.length; i++) {
      region[i] = i / patches;
      patch[i] = i % patches;
    }
    long exact = Groups.all(1 + region.length).scores();
    long axial = Groups.byLabel(patch, patches).scores() + Groups.byLabel(region, regions).scores();
    assertEquals(17_986_081, exact);
    // 10 patches of 424 x 425, 424 regions of 10 x 11, twice the scan token's 4241
    assertEquals(10L * 424 * 425 + 424L * 10 * 11 + 2 * 4241, axial);
  }
}
