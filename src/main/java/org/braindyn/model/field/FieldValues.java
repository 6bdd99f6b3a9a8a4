package org.braindyn.model.field;

import java.util.Arrays;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.HiddenLayer;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.ode.Dynamics;
import org.braindyn.ode.Methods;
import org.braindyn.ode.Solver;
import org.braindyn.ode.Tolerance;

/**
 * The released model's scalar field {@code F(x, L)} at any rows (x, L), its gradient there, and its
 * solution with L constant. Columns: x first, then L.
 */
public final class FieldValues implements Dynamics {
  final int block;
  private final Kernel kernel;
  private final int inputs;
  private final int width;
  private final double dt;
  private final Solver solver;
  private final HiddenLayer first;
  private final HiddenLayer second;
  private final HiddenLayer third;
  private final Vec inner;
  private final Vec outer;
  private final Vec back;
  private final Vec ones;
  private final double[] lowest;
  private final double[] highest;
  private int size;
  private double scale;

  /**
   * @param block most rows at once
   */
  public FieldValues(Kernel kernel, ModelSettings s, int block) {
    this.kernel = kernel;
    this.block = block;
    inputs = 1 + s.hidden();
    width = s.width();
    dt = s.dt();
    Tolerance tolerance = new Tolerance(s.relativeTolerance(), s.absoluteTolerance());
    solver = new Solver(Methods.named(s.method()), kernel, tolerance);
    first = new HiddenLayer(kernel, inputs, width, block, block);
    second = new HiddenLayer(kernel, width, width, block, block);
    third = new HiddenLayer(kernel, width, 1, block, block);
    inner = kernel.vec(width * block);
    outer = kernel.vec(width * block);
    back = kernel.vec(width * block);
    ones = kernel.vec(block);
    ones.fill(0, block, 1);
    lowest = new double[block];
    highest = new double[block];
  }

  public void load(Parameters p) {
    first.load(p.get(Names.field(0, "weight")), inputs, 0, p.get(Names.field(0, "bias")));
    second.load(p.get(Names.field(1, "weight")), width, 0, p.get(Names.field(1, "bias")));
    double[] last = p.get(Names.field(2, "weight"));
    third.load(last, width, 0, p.get(Names.field(2, "bias")));
    double sum = 0;
    for (double w : last) {
      sum += w * w;
    }
    scale = Math.sqrt(sum);
  }

  /** Size of F that rounding goes by: the length of the last layer's weights. */
  double scale() {
    return scale;
  }

  /** Sets the number of rows of the calls that follow. */
  public void rows(int count) {
    size = count;
  }

  /** Sets one column of the rows. */
  public void column(int c, Vec source, int from) {
    first.input(0, size, c, source, from, size);
  }

  /** F at the rows. */
  void values(Vec result) {
    int n = width * size;
    first.forward(0, size, inner, 0);
    kernel.field().tanh(inner, 0, n);
    second.input(0, size, 0, inner, 0, n);
    second.forward(0, size, outer, 0);
    kernel.field().tanh(outer, 0, n);
    third.input(0, size, 0, outer, 0, n);
    third.forward(0, size, result, 0);
  }

  /** Gradient of F at the rows of the last {@link #values}, [column][rows]. */
  void gradient(Vec result) {
    int n = width * size;
    third.pull(size, ones, 0, back);
    kernel.field().tanhBack(back, outer, n);
    second.pull(size, back, 0, back);
    kernel.field().tanhBack(back, inner, n);
    first.pull(size, back, 0, result);
  }

  /**
   * Solves with the rows' L, whose columns are set.
   *
   * @param start start values
   * @param result receives [step][rows]
   */
  public void solve(Vec start, int steps, Vec result) {
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    solver.forward(this, start, size, dt, steps, result, false);
  }

  /** Least x of a row over all stages of the last {@link #solve}. */
  double lowest(int row) {
    return lowest[row];
  }

  /** Largest x of a row over all stages of the last {@link #solve}. */
  double highest(int row) {
    return highest[row];
  }

  @Override
  public void rate(int slot, Vec x, Vec rate) {
    for (int r = 0; r < size; r++) {
      lowest[r] = Math.min(lowest[r], x.get(r));
      highest[r] = Math.max(highest[r], x.get(r));
    }
    column(0, x, 0);
    values(rate);
  }

  @Override
  public void pull(int slot, Vec x, Vec gradRate, Vec gradX) {
    throw new UnsupportedOperationException("runs forwards only");
  }
}
