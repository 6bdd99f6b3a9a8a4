package org.braindyn.model.jacobian;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.HiddenLayer;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rows;
import org.braindyn.ode.Dynamics;
import org.braindyn.ode.Methods;
import org.braindyn.ode.Solver;
import org.braindyn.ode.Tolerance;

/**
 * The released model's scalar equation {@code dx/dt = f(x, L)} together with its tangents along the
 * start value and along every entry of L. The tangents run through the same solver as the state, so
 * they are exact derivatives of the discrete steps: {@code xi' = f_x xi}, {@code lambda' = f_x
 * lambda + f_L}. One forward and one reverse pass through the layers per stage.
 */
final class FrozenTangent implements Dynamics {
  private final Kernel kernel;
  private final int received;
  private final int width;
  private final int block;
  private final double dt;
  private final Solver solver;
  private final HiddenLayer first;
  private final HiddenLayer second;
  private final HiddenLayer entry;
  private final HiddenLayer third;
  private final Vec constant;
  private final Vec inner;
  private final Vec outer;
  private final Vec gradLayer;
  private final Vec ones;
  private final Vec byState;
  private final Vec byMessage;
  private final Vec state;
  private final Vec out;
  private int size;

  FrozenTangent(Kernel kernel, ModelSettings s, int block) {
    this.kernel = kernel;
    this.block = block;
    received = s.hidden();
    width = s.width();
    dt = s.dt();
    solver =
        new Solver(
            Methods.named(s.method()),
            kernel,
            new Tolerance(s.relativeTolerance(), s.absoluteTolerance()));
    first = new HiddenLayer(kernel, received, width, block, block);
    second = new HiddenLayer(kernel, width, width, block, block);
    entry = new HiddenLayer(kernel, 1, width, block, block);
    third = new HiddenLayer(kernel, width, 1, block, block);
    constant = kernel.vec(width * block);
    inner = kernel.vec(width * block);
    outer = kernel.vec(width * block);
    gradLayer = kernel.vec(width * block);
    ones = kernel.vec(block);
    ones.fill(0, block, 1);
    byState = kernel.vec(block);
    byMessage = kernel.vec(received * block);
    state = kernel.vec((received + 2) * block);
    out = kernel.vec(s.horizon() * (received + 2) * block);
  }

  void load(Parameters p) {
    double[] w = p.get(Names.field(0, "weight"));
    int columns = 1 + received;
    entry.load(w, columns, 0, new double[width]);
    first.load(w, columns, 1, p.get(Names.field(0, "bias")));
    second.load(p.get(Names.field(1, "weight")), width, 0, p.get(Names.field(1, "bias")));
    third.load(p.get(Names.field(2, "weight")), width, 0, p.get(Names.field(2, "bias")));
  }

  /**
   * Solves all rows over one chunk.
   *
   * @param timeline signals [step][rows]; the steps after {@code last} are written
   * @param message what every row receives, [hidden][rows]
   * @param byStart receives the derivative by the start value, [rows][steps]
   * @param byReceived receives the derivatives by the message, [hidden][rows][steps]
   */
  void solve(
      Vec timeline, int last, int steps, int rows, Vec message, Vec byStart, Vec byReceived) {
    Rows cut = Rows.forProducts(rows, block);
    for (int k = 0; k < cut.count(); k++) {
      int start = cut.start(k);
      size = cut.size(k);
      for (int j = 0; j < received; j++) {
        first.input(0, size, j, message, j * rows + start, size);
      }
      first.forward(0, size, constant, 0);
      state.copy(0, timeline, last * rows + start, size);
      state.fill(size, 2 * size, 1);
      state.fill(2 * size, (received + 2) * size, 0);
      int n = (received + 2) * size;
      solver.forward(this, state, n, dt, steps, out, false);
      for (int p = 0; p < steps; p++) {
        timeline.copy((last + 1 + p) * rows + start, out, p * n, size);
        spread(p * n + size, byStart, start * steps + p, steps);
        for (int j = 0; j < received; j++) {
          int to = (j * rows + start) * steps + p;
          spread(p * n + (j + 2) * size, byReceived, to, steps);
        }
      }
    }
  }

  private void spread(int from, Vec to, int at, int stride) {
    for (int r = 0; r < size; r++) {
      to.set(at + r * stride, out.get(from + r));
    }
  }

  @Override
  public void rate(int slot, Vec x, Vec rate) {
    int n = width * size;
    entry.input(0, size, 0, x, 0, size);
    entry.forward(0, size, inner, 0);
    inner.addScaled(0, 1, constant, 0, n);
    kernel.field().tanh(inner, 0, n);
    second.input(0, size, 0, inner, 0, n);
    second.forward(0, size, outer, 0);
    kernel.field().tanh(outer, 0, n);
    third.input(0, size, 0, outer, 0, n);
    third.forward(0, size, rate, 0);
    third.pull(size, ones, 0, gradLayer);
    kernel.field().tanhBack(gradLayer, outer, n);
    second.pull(size, gradLayer, 0, gradLayer);
    kernel.field().tanhBack(gradLayer, inner, n);
    entry.pull(size, gradLayer, 0, byState);
    first.pull(size, gradLayer, 0, byMessage);
    kernel.tangent().rate(x, byState, byMessage, rate, received, size);
  }

  @Override
  public void pull(int slot, Vec x, Vec gradRate, Vec gradX) {
    throw new UnsupportedOperationException("tangents run forwards only");
  }
}
