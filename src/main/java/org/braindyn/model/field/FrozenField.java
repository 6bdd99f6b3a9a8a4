package org.braindyn.model.field;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.HiddenLayer;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rows;
import org.braindyn.model.sheaf.Messages;
import org.braindyn.ode.Dynamics;
import org.braindyn.ode.Methods;
import org.braindyn.ode.Solver;
import org.braindyn.ode.Tableau;
import org.braindyn.ode.Tolerance;

/**
 * The released model's equation {@code dx/dt = MLP(x, L)} with L constant over a chunk. Every row
 * is then a problem of its own, so a block of rows is solved forwards and backwards while it is in
 * cache, and the part of the first layer that depends on L is computed once.
 */
public final class FrozenField implements Field, Dynamics {
  private final Kernel kernel;
  private final Messages messages;
  private final int signals;
  private final int received;
  private final int stalk;
  private final int width;
  private final int nodes;
  private final int block;
  private final double dt;
  private final boolean keep;
  private final Solver solver;
  private final HiddenLayer first;
  private final HiddenLayer second;
  private final HiddenLayer entry;
  private final HiddenLayer third;
  private final Vec message;
  private final Vec gradMessage;
  private final Vec constant;
  private final Vec gradConstant;
  private final Vec layer;
  private final Vec gradLayer;
  private final Vec gradEdge;
  private final Vec state;
  private final Vec gradState;
  private final Vec out;
  private final Vec gradOut;
  private int size;

  public FrozenField(Kernel kernel, ModelSettings s, Messages messages, int rows, int block) {
    this.kernel = kernel;
    this.messages = messages;
    this.block = block;
    signals = s.signals();
    received = messages.width();
    stalk = s.hidden();
    width = s.width();
    nodes = s.regions();
    dt = s.dt();
    Tableau tableau = Methods.named(s.method());
    long slots = Solver.slots(tableau, s.horizon(), true);
    keep = slots * block * width * 8 < FieldMemory.MOST_KEPT;
    int kept = Solver.slots(tableau, s.horizon(), keep);
    solver =
        new Solver(tableau, kernel, new Tolerance(s.relativeTolerance(), s.absoluteTolerance()));
    first = new HiddenLayer(kernel, received, width, block, block);
    second = new HiddenLayer(kernel, width, width, kept * block, block);
    entry = new HiddenLayer(kernel, signals, width, kept * block, block);
    third = new HiddenLayer(kernel, width, signals, kept * block, block);
    message = kernel.vec(received * rows);
    gradMessage = kernel.vec(received * rows);
    constant = kernel.vec(width * block);
    gradConstant = kernel.vec(width * block);
    layer = kernel.vec(Math.max(width, received) * block);
    gradLayer = kernel.vec(width * block);
    gradEdge = kernel.vec(signals * block);
    state = kernel.vec(signals * block);
    gradState = kernel.vec(signals * block);
    out = kernel.vec(s.horizon() * signals * block);
    gradOut = kernel.vec(s.horizon() * signals * block);
  }

  @Override
  public void load(Parameters p) {
    messages.load(p);
    double[] w = p.get(Names.field(0, "weight"));
    int columns = signals + received;
    // The bias belongs to the constant part; the part that sees x has none.
    entry.load(w, columns, 0, new double[width]);
    first.load(w, columns, signals, p.get(Names.field(0, "bias")));
    second.load(p.get(Names.field(1, "weight")), width, 0, p.get(Names.field(1, "bias")));
    third.load(p.get(Names.field(2, "weight")), width, 0, p.get(Names.field(2, "bias")));
  }

  @Override
  public Messages messages() {
    return messages;
  }

  @Override
  public void drive(double[][] drive, int first) {
    if (drive != null) {
      throw new IllegalStateException("checked by BrainDyn");
    }
  }

  @Override
  public void forward(Vec timeline, int last, int steps, Vec h, int windows) {
    messages.forward(h, 0, windows, message);
    int rows = nodes * windows;
    Rows cut = Rows.forProducts(rows, block);
    for (int k = 0; k < cut.count(); k++) {
      solve(timeline, last, steps, rows, cut.start(k), cut.size(k), false);
    }
  }

  private void solve(
      Vec timeline, int last, int steps, int rows, int start, int rowsHere, boolean keepSlots) {
    size = rowsHere;
    for (int j = 0; j < received; j++) {
      first.input(0, size, j, message, j * rows + start, size);
    }
    first.forward(0, size, constant, 0);
    for (int f = 0; f < signals; f++) {
      state.copy(f * size, timeline, (last * signals + f) * rows + start, size);
    }
    int n = signals * size;
    solver.forward(this, state, n, dt, steps, out, keepSlots);
    for (int i = 0; i < steps * signals; i++) {
      timeline.copy(((last + 1) * signals + i) * rows + start, out, i * size, size);
    }
  }

  @Override
  public void train(
      Vec timeline,
      int last,
      int steps,
      Vec h,
      int windows,
      OutputGradient loss,
      Vec gradTimeline,
      Vec gradH) {
    int rows = nodes * windows;
    messages.forward(h, 0, windows, message);
    Rows cut = Rows.forProducts(rows, block);
    for (int k = 0; k < cut.count(); k++) {
      int start = cut.start(k);
      solve(timeline, last, steps, rows, start, cut.size(k), keep);
      int n = signals * size;
      gradOut.fill(0, steps * n, 0);
      loss.fill(start, size, out, n, gradOut);
      gradConstant.fill(0, width * size, 0);
      solver.backward(this, gradOut, gradState);
      first.backward(0, size, gradConstant, 0, layer);
      for (int j = 0; j < received; j++) {
        gradMessage.copy(j * rows + start, layer, j * size, size);
      }
      for (int f = 0; gradTimeline != null && f < signals; f++) {
        int at = (last * signals + f) * rows + start;
        gradTimeline.addScaled(at, 1, gradState, f * size, size);
      }
    }
    gradH.fill(0, stalk * rows, 0);
    messages.backward(h, 0, windows, gradMessage, gradH, 0);
  }

  @Override
  public void rate(int slot, Vec x, Vec rate) {
    int row = slot * block;
    int n = width * size;
    entry.input(row, size, 0, x, 0, signals * size);
    entry.forward(row, size, layer, 0);
    layer.addScaled(0, 1, constant, 0, n);
    kernel.field().tanh(layer, 0, n);
    second.input(row, size, 0, layer, 0, n);
    second.forward(row, size, layer, 0);
    kernel.field().tanh(layer, 0, n);
    third.input(row, size, 0, layer, 0, n);
    third.forward(row, size, rate, 0);
  }

  @Override
  public void pull(int slot, Vec x, Vec gradRate, Vec gradX) {
    int row = slot * block;
    int n = width * size;
    third.backward(row, size, gradRate, 0, gradLayer);
    third.kept(row, size, layer);
    kernel.field().tanhBack(gradLayer, layer, n);
    second.backward(row, size, gradLayer, 0, gradLayer);
    second.kept(row, size, layer);
    kernel.field().tanhBack(gradLayer, layer, n);
    gradConstant.addScaled(0, 1, gradLayer, 0, n);
    entry.backward(row, size, gradLayer, 0, gradEdge);
    gradX.addScaled(0, 1, gradEdge, 0, signals * size);
  }

  @Override
  public void flush(Parameters gradient) {
    messages.flush(gradient);
    double[] sum = gradient.values();
    int columns = signals + received;
    int w = gradient.entry(Names.field(0, "weight")).offset();
    entry.flush(sum, w, columns, 0, -1);
    first.flush(sum, w, columns, signals, gradient.entry(Names.field(0, "bias")).offset());
    flush(second, 1, gradient);
    flush(third, 2, gradient);
  }

  private void flush(HiddenLayer layer, int index, Parameters gradient) {
    int w = gradient.entry(Names.field(index, "weight")).offset();
    int bias = gradient.entry(Names.field(index, "bias")).offset();
    layer.flush(gradient.values(), w, width, 0, bias);
  }
}
