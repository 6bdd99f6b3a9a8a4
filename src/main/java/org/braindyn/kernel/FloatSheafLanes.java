package org.braindyn.kernel;

import java.util.Arrays;

/**
 * Nodes as lanes in float; the build makes the class in double from this text. Every feature and
 * channel has an array of its own, so that all arrays of a loop are indexed alike and the compiler
 * makes vector instructions.
 */
final class FloatSheafLanes implements SheafLanes {
  private static final float FLOOR = (float) 1e-6;
  private static final float FAR = 1e9f;
  private static final float STEEP = 1e30f;

  private final int nodes;
  private final int most;
  private final int hidden;
  private final int channels;
  private final float[][] maps; // [hidden * channels][window * nodes]
  private final float[][] gradMaps;
  private final float[][] target; // [channel][window * nodes]
  private final float[][] source;
  private final float[][] both;
  private final float[][] gated;
  private final float[][] gradTarget;
  private final float[][] gradSource;
  private final float[] in;
  private final float[] out;
  private final float[] factor;
  private final FloatVec[] stalk;
  private final FloatVec[] arriving;
  private final FloatVec[] channel;
  private final FloatVec[] second;
  private final FloatVec low;
  private final FloatVec high;
  private final FloatVec width;
  private final FloatVec lowAt;
  private final FloatVec highAt;
  private final FloatVec some;

  FloatSheafLanes(Shape shape) {
    nodes = shape.nodes();
    most = shape.windows();
    hidden = shape.hidden();
    channels = shape.channels();
    int lanes = Math.multiplyExact(nodes, most);
    maps = new float[hidden * channels][lanes];
    gradMaps = new float[hidden * channels][lanes];
    target = new float[channels][lanes];
    source = new float[channels][lanes];
    both = new float[channels][lanes];
    gated = new float[channels][lanes];
    gradTarget = new float[channels][lanes];
    gradSource = new float[channels][lanes];
    in = new float[lanes];
    out = new float[lanes];
    factor = new float[lanes];
    stalk = vecs(hidden, lanes);
    arriving = vecs(hidden, lanes);
    channel = vecs(channels, lanes);
    second = vecs(channels, lanes);
    low = new FloatVec(lanes);
    high = new FloatVec(lanes);
    width = new FloatVec(lanes);
    lowAt = new FloatVec(lanes);
    highAt = new FloatVec(lanes);
    some = new FloatVec(lanes);
  }

  private static FloatVec[] vecs(int count, int lanes) {
    FloatVec[] result = new FloatVec[count];
    Arrays.setAll(result, i -> new FloatVec(lanes));
    return result;
  }

  @Override
  public int windows() {
    return most;
  }

  @Override
  public void load(double[] values, double[] targetGate, double[] sourceGate, Degrees degrees) {
    for (int v = 0; v < nodes; v++) {
      in[v] = (float) degrees.in()[v];
      out[v] = (float) degrees.out()[v];
      factor[v] = (float) degrees.factor()[v];
      for (int i = 0; i < hidden * channels; i++) {
        maps[i][v] = (float) values[v * hidden * channels + i];
      }
      for (int m = 0; m < channels; m++) {
        float t = (float) targetGate[v * channels + m];
        float s = (float) sourceGate[v * channels + m];
        target[m][v] = t;
        source[m][v] = s;
        both[m][v] = t + s;
        gated[m][v] = in[v] * t + out[v] * s;
      }
    }
    repeat(in);
    repeat(out);
    repeat(factor);
    for (float[][] all : new float[][][] {maps, target, source, both, gated}) {
      for (float[] values1 : all) {
        repeat(values1);
      }
    }
  }

  /** The same for every window of a group. */
  private void repeat(float[] values) {
    for (int b = 1; b < most; b++) {
      System.arraycopy(values, 0, values, b * nodes, nodes);
    }
  }

  @Override
  public void send(Vec h, int at, Group group, Kept kept, Panel sent, Panel other) {
    int n = group.count() * nodes;
    int rows = group.windows() * nodes;
    int first = group.first() * nodes;
    take(h, at, group, stalk);
    restrict(stalk, channel, n);
    normalise(n);
    System.arraycopy(width.a, 0, ((FloatVec) kept.range()).a, first, n);
    System.arraycopy(lowAt.a, 0, ((FloatVec) kept.low()).a, first, n);
    System.arraycopy(highAt.a, 0, ((FloatVec) kept.high()).a, first, n);
    for (int m = 0; m < channels; m++) {
      int place = m * rows + first;
      float[] z = channel[m].a;
      System.arraycopy(z, 0, ((FloatVec) kept.normalised()).a, place, n);
      product(some.a, z, other == null ? both[m] : target[m], n);
      sent.put(place, some, 0, n);
      if (other != null) {
        product(some.a, z, source[m], n);
        other.put(place, some, 0, n);
      }
    }
  }

  @Override
  public void receive(Kept kept, Panel sums, Group group, Vec message) {
    int n = group.count() * nodes;
    int rows = group.windows() * nodes;
    int first = group.first() * nodes;
    for (int m = 0; m < channels; m++) {
      int place = m * rows + first;
      float[] q = channel[m].a;
      System.arraycopy(((FloatVec) kept.normalised()).a, place, q, 0, n);
      sums.get(place, some, 0, n);
      disagree(q, gated[m], some.a, factor, n);
      System.arraycopy(q, 0, ((FloatVec) kept.disagreement()).a, place, n);
    }
    for (int i = 0; i < hidden; i++) {
      extend(channel, i, arriving[i].a, n);
    }
    give(arriving, message, 0, group, false);
  }

  @Override
  public void disagreementBack(Vec gradMessage, Group group, Panel gradDisagreement) {
    int n = group.count() * nodes;
    int rows = group.windows() * nodes;
    take(gradMessage, 0, group, arriving);
    restrict(arriving, channel, n);
    for (int m = 0; m < channels; m++) {
      times(channel[m].a, factor, n);
      gradDisagreement.put(m * rows + group.first() * nodes, channel[m], 0, n);
    }
  }

  @Override
  public void back(
      Vec h,
      int at,
      Group group,
      Kept kept,
      Vec gradMessage,
      Panel gradDisagreement,
      Panel incoming,
      Panel outgoing,
      Vec gradH,
      int gradAt) {
    int n = group.count() * nodes;
    int rows = group.windows() * nodes;
    int first = group.first() * nodes;
    take(h, at, group, stalk);
    take(gradMessage, 0, group, arriving);
    float[] sum = low.a;
    float[] weighted = high.a;
    Arrays.fill(sum, 0, n, 0);
    Arrays.fill(weighted, 0, n, 0);
    System.arraycopy(((FloatVec) kept.range()).a, first, width.a, 0, n);
    for (int m = 0; m < channels; m++) {
      int place = m * rows + first;
      float[] z = second[m].a;
      System.arraycopy(((FloatVec) kept.normalised()).a, place, z, 0, n);
      gradDisagreement.get(place, some, 0, n);
      incoming.get(place, lowAt, 0, n);
      outgoing.get(place, highAt, 0, n);
      minus(lowAt.a, some.a, in, n);
      minus(highAt.a, some.a, out, n);
      addProduct(gradTarget[m], lowAt.a, z, n);
      addProduct(gradSource[m], highAt.a, z, n);
      mix(channel[m].a, target[m], lowAt.a, source[m], highAt.a, width.a, n);
      gather(sum, weighted, channel[m].a, z, n);
      System.arraycopy(((FloatVec) kept.disagreement()).a, place, z, 0, n);
    }
    scatter(kept, first, sum, weighted, n);
    for (int i = 0; i < hidden; i++) {
      for (int m = 0; m < channels; m++) {
        outer(
            gradMaps[i * channels + m],
            stalk[i].a,
            channel[m].a,
            arriving[i].a,
            second[m].a,
            n);
      }
    }
    for (int i = 0; i < hidden; i++) {
      extend(channel, i, stalk[i].a, n);
    }
    give(stalk, gradH, gradAt, group, true);
  }

  /** The extremes' own part of the gradient of the normalisation. */
  private void scatter(Kept kept, int first, float[] sum, float[] weighted, int n) {
    float[] least = ((FloatVec) kept.low()).a;
    float[] largest = ((FloatVec) kept.high()).a;
    for (int i = 0; i < n; i++) {
      channel[(int) least[first + i]].a[i] += weighted[i] - sum[i];
      channel[(int) largest[first + i]].a[i] -= weighted[i];
    }
  }

  @Override
  public void flush(double[] sum, int mapsAt, double[] target, double[] source) {
    for (int b = 0; b < most; b++) {
      for (int v = 0; v < nodes; v++) {
        int lane = b * nodes + v;
        int at = mapsAt + v * hidden * channels;
        for (int i = 0; i < hidden * channels; i++) {
          sum[at + i] += gradMaps[i][lane];
        }
        for (int m = 0; m < channels; m++) {
          target[v * channels + m] += gradTarget[m][lane];
          source[v * channels + m] += gradSource[m][lane];
        }
      }
    }
    for (float[][] all : new float[][][] {gradMaps, gradTarget, gradSource}) {
      for (float[] values : all) {
        Arrays.fill(values, 0);
      }
    }
  }

  /** From [feature][node][window] to a feature's [window][node]. */
  private void take(Vec from, int at, Group group, FloatVec[] to) {
    float[] x = ((FloatVec) from).a;
    int windows = group.windows();
    for (int i = 0; i < to.length; i++) {
      int start = at + i * nodes * windows;
      float[] y = to[i].a;
      if (windows == 1) {
        System.arraycopy(x, start, y, 0, nodes);
        continue;
      }
      for (int b = 0; b < group.count(); b++) {
        int place = start + group.first() + b;
        int lane = b * nodes;
        for (int v = 0; v < nodes; v++) {
          y[lane + v] = x[place + v * windows];
        }
      }
    }
  }

  /** Back again. */
  private void give(FloatVec[] from, Vec to, int at, Group group, boolean add) {
    float[] y = ((FloatVec) to).a;
    int windows = group.windows();
    for (int i = 0; i < from.length; i++) {
      int start = at + i * nodes * windows;
      float[] x = from[i].a;
      if (windows == 1 && !add) {
        System.arraycopy(x, 0, y, start, nodes);
        continue;
      }
      for (int b = 0; b < group.count(); b++) {
        int place = start + group.first() + b;
        int lane = b * nodes;
        if (add) {
          for (int v = 0; v < nodes; v++) {
            y[place + v * windows] += x[lane + v];
          }
        } else {
          for (int v = 0; v < nodes; v++) {
            y[place + v * windows] = x[lane + v];
          }
        }
      }
    }
  }

  /** {@code to_m = sum over i of from_i maps_im}. */
  private void restrict(FloatVec[] from, FloatVec[] to, int n) {
    for (int m = 0; m < channels; m++) {
      float[] y = to[m].a;
      Arrays.fill(y, 0, n, 0);
      int i = 0;
      for (; i + 4 <= hidden; i += 4) {
        int k = i * channels + m;
        addProducts(
            y,
            from[i].a,
            maps[k],
            from[i + 1].a,
            maps[k + channels],
            from[i + 2].a,
            maps[k + 2 * channels],
            from[i + 3].a,
            maps[k + 3 * channels],
            n);
      }
      for (; i < hidden; i++) {
        addProduct(y, from[i].a, maps[i * channels + m], n);
      }
    }
  }

  /** {@code y = sum over m of from_m maps_im}. */
  private void extend(FloatVec[] from, int i, float[] y, int n) {
    Arrays.fill(y, 0, n, 0);
    int k = i * channels;
    int m = 0;
    for (; m + 4 <= channels; m += 4) {
      addProducts(
          y,
          from[m].a,
          maps[k + m],
          from[m + 1].a,
          maps[k + m + 1],
          from[m + 2].a,
          maps[k + m + 2],
          from[m + 3].a,
          maps[k + m + 3],
          n);
    }
    for (; m < channels; m++) {
      addProduct(y, from[m].a, maps[k + m], n);
    }
  }

  private void normalise(int n) {
    System.arraycopy(channel[0].a, 0, low.a, 0, n);
    System.arraycopy(channel[0].a, 0, high.a, 0, n);
    for (int m = 1; m < channels; m++) {
      extremes(low.a, high.a, channel[m].a, n);
    }
    Arrays.fill(lowAt.a, 0, n, FAR);
    Arrays.fill(highAt.a, 0, n, FAR);
    for (int m = 0; m < channels; m++) {
      first(lowAt.a, low.a, channel[m].a, m, n);
      first(highAt.a, high.a, channel[m].a, m, n);
    }
    range(width.a, low.a, high.a, n);
    for (int m = 0; m < channels; m++) {
      scale(channel[m].a, low.a, width.a, n);
    }
  }

  private static void extremes(float[] low, float[] high, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      low[i] = Math.min(low[i], z[i]);
      high[i] = Math.max(high[i], z[i]);
    }
  }

  /** The first channel that equals the extreme, without branches: others are far away. */
  private static void first(float[] at, float[] extreme, float[] z, int m, int n) {
    float index = m;
    for (int i = 0; i < n; i++) {
      float apart = Math.min(1, Math.abs(z[i] - extreme[i]) * STEEP);
      at[i] = Math.min(at[i], index + FAR * apart);
    }
  }

  private static void range(float[] width, float[] low, float[] high, int n) {
    for (int i = 0; i < n; i++) {
      width[i] = high[i] - low[i] + FLOOR;
    }
  }

  private static void scale(float[] z, float[] low, float[] width, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = (z[i] - low[i]) / width[i];
    }
  }

  private static void product(float[] y, float[] a, float[] b, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] * b[i];
    }
  }

  private static void times(float[] y, float[] a, int n) {
    for (int i = 0; i < n; i++) {
      y[i] *= a[i];
    }
  }

  private static void addProduct(float[] y, float[] a, float[] b, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += a[i] * b[i];
    }
  }

  private static void addProducts(
      float[] y,
      float[] a,
      float[] b,
      float[] c,
      float[] d,
      float[] e,
      float[] f,
      float[] g,
      float[] h,
      int n) {
    for (int i = 0; i < n; i++) {
      y[i] += a[i] * b[i] + c[i] * d[i] + (e[i] * f[i] + g[i] * h[i]);
    }
  }

  private static void disagree(float[] q, float[] gated, float[] sums, float[] factor, int n) {
    for (int i = 0; i < n; i++) {
      q[i] = (gated[i] * q[i] - sums[i]) * factor[i];
    }
  }

  /** {@code y = b c - y}. */
  private static void minus(float[] y, float[] b, float[] c, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = b[i] * c[i] - y[i];
    }
  }

  private static void mix(
      float[] y, float[] t, float[] a, float[] s, float[] b, float[] width, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (t[i] * a[i] + s[i] * b[i]) / width[i];
    }
  }

  private static void gather(float[] sum, float[] weighted, float[] g, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += g[i];
      weighted[i] += g[i] * z[i];
    }
  }

  private static void outer(float[] y, float[] a, float[] b, float[] c, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += a[i] * b[i] + c[i] * d[i];
    }
  }
}
