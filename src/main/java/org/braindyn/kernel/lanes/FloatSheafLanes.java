package org.braindyn.kernel.lanes;

import java.util.Arrays;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.PlainArrays;
import org.braindyn.kernel.Vec;

/**
 * Nodes as lanes in float; the build makes the class in double from this text. Every feature and
 * channel has an array of its own, so that all arrays of a loop are indexed alike and the compiler
 * makes vector instructions.
 */
final class FloatSheafLanes implements SheafLanes {
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
  private final Lane[] stalk;
  private final Lane[] arriving;
  private final Lane[] channel;
  private final Lane[] second;
  private final Lane low;
  private final Lane high;
  private final Lane width;
  private final Lane lowAt;
  private final Lane highAt;
  private final Lane some;

  FloatSheafLanes(Kernel kernel, Shape shape) {
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
    stalk = Lane.of(kernel, hidden, lanes);
    arriving = Lane.of(kernel, hidden, lanes);
    channel = Lane.of(kernel, channels, lanes);
    second = Lane.of(kernel, channels, lanes);
    low = new Lane(kernel, lanes);
    high = new Lane(kernel, lanes);
    width = new Lane(kernel, lanes);
    lowAt = new Lane(kernel, lanes);
    highAt = new Lane(kernel, lanes);
    some = new Lane(kernel, lanes);
  }

  /** A run of lanes, as numbers and as what panels take. */
  private static final class Lane {
    final Vec vec;
    final float[] a;

    Lane(Kernel kernel, int lanes) {
      vec = kernel.vec(lanes);
      a = PlainArrays.floats(vec);
    }

    static Lane[] of(Kernel kernel, int count, int lanes) {
      Lane[] result = new Lane[count];
      Arrays.setAll(result, i -> new Lane(kernel, lanes));
      return result;
    }
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
  public void send(Stalks h, Group group, Kept kept, Panel sent, Panel other) {
    int n = group.count() * nodes;
    int rows = group.windows() * nodes;
    int first = group.first() * nodes;
    take(h.values(), h.at(), group, stalk);
    restrict(stalk, channel, n);
    normalise(n);
    System.arraycopy(width.a, 0, PlainArrays.floats(kept.range()), first, n);
    System.arraycopy(lowAt.a, 0, PlainArrays.floats(kept.low()), first, n);
    System.arraycopy(highAt.a, 0, PlainArrays.floats(kept.high()), first, n);
    for (int m = 0; m < channels; m++) {
      int place = m * rows + first;
      float[] z = channel[m].a;
      System.arraycopy(z, 0, PlainArrays.floats(kept.normalised()), place, n);
      FloatLaneLoops.product(some.a, z, other == null ? both[m] : target[m], n);
      sent.put(place, some.vec, 0, n);
      if (other != null) {
        FloatLaneLoops.product(some.a, z, source[m], n);
        other.put(place, some.vec, 0, n);
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
      System.arraycopy(PlainArrays.floats(kept.normalised()), place, q, 0, n);
      sums.get(place, some.vec, 0, n);
      FloatLaneLoops.disagree(q, gated[m], some.a, factor, n);
      System.arraycopy(q, 0, PlainArrays.floats(kept.disagreement()), place, n);
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
      FloatLaneLoops.times(channel[m].a, factor, n);
      gradDisagreement.put(m * rows + group.first() * nodes, channel[m].vec, 0, n);
    }
  }

  @Override
  public void back(
      Stalks h, Group group, Kept kept, Vec gradMessage, Gradients gradients, Stalks gradH) {
    int n = group.count() * nodes;
    int rows = group.windows() * nodes;
    int first = group.first() * nodes;
    take(h.values(), h.at(), group, stalk);
    take(gradMessage, 0, group, arriving);
    float[] sum = low.a;
    float[] weighted = high.a;
    Arrays.fill(sum, 0, n, 0);
    Arrays.fill(weighted, 0, n, 0);
    System.arraycopy(PlainArrays.floats(kept.range()), first, width.a, 0, n);
    for (int m = 0; m < channels; m++) {
      int place = m * rows + first;
      float[] z = second[m].a;
      System.arraycopy(PlainArrays.floats(kept.normalised()), place, z, 0, n);
      gradients.own().get(place, some.vec, 0, n);
      gradients.incoming().get(place, lowAt.vec, 0, n);
      gradients.outgoing().get(place, highAt.vec, 0, n);
      FloatLaneLoops.minus(lowAt.a, some.a, in, n);
      FloatLaneLoops.minus(highAt.a, some.a, out, n);
      FloatLaneLoops.addProduct(gradTarget[m], lowAt.a, z, n);
      FloatLaneLoops.addProduct(gradSource[m], highAt.a, z, n);
      FloatLaneLoops.mix(channel[m].a, target[m], lowAt.a, source[m], highAt.a, n);
      FloatLaneLoops.divide(channel[m].a, width.a, n);
      FloatLaneLoops.gather(sum, weighted, channel[m].a, z, n);
      System.arraycopy(PlainArrays.floats(kept.disagreement()), place, z, 0, n);
    }
    scatter(kept, first, sum, weighted, n);
    for (int i = 0; i < hidden; i++) {
      for (int m = 0; m < channels; m++) {
        FloatLaneLoops.addProducts(
            gradMaps[i * channels + m], stalk[i].a, channel[m].a, arriving[i].a, second[m].a, n);
      }
    }
    for (int i = 0; i < hidden; i++) {
      extend(channel, i, stalk[i].a, n);
    }
    give(stalk, gradH.values(), gradH.at(), group, true);
  }

  /** The extremes' own part of the gradient of the normalisation. */
  private void scatter(Kept kept, int first, float[] sum, float[] weighted, int n) {
    float[] least = PlainArrays.floats(kept.low());
    float[] largest = PlainArrays.floats(kept.high());
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
  private void take(Vec from, int at, Group group, Lane[] to) {
    float[] x = PlainArrays.floats(from);
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
  private void give(Lane[] from, Vec to, int at, Group group, boolean add) {
    float[] y = PlainArrays.floats(to);
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
  private void restrict(Lane[] from, Lane[] to, int n) {
    for (int m = 0; m < channels; m++) {
      float[] y = to[m].a;
      Arrays.fill(y, 0, n, 0);
      int i = 0;
      for (; i + 2 <= hidden; i += 2) {
        int k = i * channels + m;
        FloatLaneLoops.addProducts(y, from[i].a, maps[k], from[i + 1].a, maps[k + channels], n);
      }
      for (; i < hidden; i++) {
        FloatLaneLoops.addProduct(y, from[i].a, maps[i * channels + m], n);
      }
    }
  }

  /** {@code y = sum over m of from_m maps_im}. */
  private void extend(Lane[] from, int i, float[] y, int n) {
    Arrays.fill(y, 0, n, 0);
    int k = i * channels;
    int m = 0;
    for (; m + 2 <= channels; m += 2) {
      FloatLaneLoops.addProducts(y, from[m].a, maps[k + m], from[m + 1].a, maps[k + m + 1], n);
    }
    for (; m < channels; m++) {
      FloatLaneLoops.addProduct(y, from[m].a, maps[k + m], n);
    }
  }

  private void normalise(int n) {
    System.arraycopy(channel[0].a, 0, low.a, 0, n);
    System.arraycopy(channel[0].a, 0, high.a, 0, n);
    for (int m = 1; m < channels; m++) {
      FloatLaneLoops.extremes(low.a, high.a, channel[m].a, n);
    }
    Arrays.fill(lowAt.a, 0, n, FloatLaneLoops.FAR);
    Arrays.fill(highAt.a, 0, n, FloatLaneLoops.FAR);
    for (int m = 0; m < channels; m++) {
      FloatLaneLoops.first(lowAt.a, low.a, channel[m].a, m, n);
      FloatLaneLoops.first(highAt.a, high.a, channel[m].a, m, n);
    }
    FloatLaneLoops.range(width.a, low.a, high.a, n);
    for (int m = 0; m < channels; m++) {
      FloatLaneLoops.scale(channel[m].a, low.a, width.a, n);
    }
  }
}
