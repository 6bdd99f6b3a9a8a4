package org.braindyn.model.field;

import org.braindyn.kernel.FieldOps;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Gradient;
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
  private final InputLayer first;
  private final InputLayer entry;
  private final HiddenUnits inner;
  private final FieldOps.Line slopes;
  private final Panel pre;
  private final Vec message;
  private final Vec gradMessage;
  private final Vec constant;
  private final Vec gradConstant;
  private final Vec gradEdge;
  private final Vec state;
  private final Vec gradState;
  private final Vec out;
  private final Vec gradOut;
  private Vec truth;
  private Teacher teacher;
  private int size;

  public FrozenField(Kernel kernel, ModelSettings s, Messages messages, int rows) {
    this.kernel = kernel;
    this.messages = messages;
    block = HiddenUnits.rows(s.width(), rows, false);
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
    first = new InputLayer(kernel, received, width, block, block, true);
    entry = new InputLayer(kernel, signals, width, kept * block, block, false);
    inner = new HiddenUnits(kernel, width, signals, kept * block, block);
    slopes = signals == 1 ? new FieldOps.Line(width, kernel.vec(kernel.field().run(width))) : null;
    pre = kernel.panel(width * block);
    message = kernel.vec(received * rows);
    gradMessage = kernel.vec(received * rows);
    constant = kernel.vec(width * block);
    gradConstant = kernel.vec(width * block);
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
    entry.load(w, columns, 0, null);
    for (int at = 0; slopes != null && at < slopes.slope().length(); at += width) {
      for (int j = 0; j < width; j++) {
        slopes.slope().set(at + j, w[j * columns]);
      }
    }
    first.load(w, columns, signals, p.get(Names.field(0, "bias")));
    inner.load(
        p.get(Names.field(1, "weight")),
        p.get(Names.field(1, "bias")),
        p.get(Names.field(2, "weight")),
        p.get(Names.field(2, "bias")));
  }

  @Override
  public Messages messages() {
    return messages;
  }

  @Override
  public void teach(Teacher value) {
    teacher = value;
  }

  @Override
  public void drive(double[][] drive, int first) {
    if (drive != null) {
      throw new IllegalStateException("checked by BrainDyn");
    }
  }

  @Override
  public void forward(Vec timeline, int last, int steps, Vec h, int windows) {
    messages.forward(0, h, 0, windows, message);
    int rows = nodes * windows;
    Rows cut = new Rows(rows, block);
    for (int k = 0; k < cut.count(); k++) {
      solve(timeline, last, steps, rows, cut.start(k), cut.size(k), false);
    }
  }

  private void solve(
      Vec timeline, int last, int steps, int rows, int start, int rowsHere, boolean keepSlots) {
    size = rowsHere;
    for (int j = 0; j < received; j++) {
      first.input(0, size, j, message, j * rows + start);
    }
    first.forward(0, size, pre);
    pre.get(0, constant, 0, width * size);
    for (int f = 0; f < signals; f++) {
      state.copy(f * size, timeline, (last * signals + f) * rows + start, size);
    }
    int n = signals * size;
    teach(start, size, n, steps);
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
    messages.forward(0, h, 0, windows, message);
    Rows cut = new Rows(rows, block);
    for (int k = 0; k < cut.count(); k++) {
      int start = cut.start(k);
      solve(timeline, last, steps, rows, start, cut.size(k), keep);
      int n = signals * size;
      gradOut.fill(0, steps * n, 0);
      loss.fill(start, size, out, n, gradOut);
      gradConstant.fill(0, width * size, 0);
      solver.backward(this, gradOut, gradState);
      pre.put(0, gradConstant, 0, width * size);
      first.gather(0, size, pre);
      first.bias().gather(gradConstant, width * size);
      first.pull(size, pre);
      for (int j = 0; j < received; j++) {
        first.pulled(size, j, gradMessage, j * rows + start);
      }
      for (int f = 0; gradTimeline != null && f < signals; f++) {
        int at = (last * signals + f) * rows + start;
        gradTimeline.addScaled(at, 1, gradState, f * size, size);
      }
    }
    gradH.fill(0, stalk * rows, 0);
    messages.backward(0, h, 0, windows, gradMessage, gradH, 0);
  }

  private void teach(int start, int rows, int n, int steps) {
    solver.teach(0, null, 0);
    if (teacher != null) {
      truth = truth == null ? kernel.vec(out.length()) : truth;
      teacher.tell(solver, start, rows, n, steps, truth);
    }
  }

  @Override
  public void rate(int slot, Vec x, Vec rate) {
    int row = slot * block;
    for (int f = 0; f < signals; f++) {
      entry.input(row, size, f, x, f * size);
    }
    if (slopes != null) {
      inner.forward(row, size, x, slopes, constant);
    } else {
      inner.input().put(0, constant, 0, width * size);
      entry.add(row, size, inner.input());
      inner.forward(row, size);
    }
    for (int f = 0; f < signals; f++) {
      inner.rate(size, f, rate, f * size);
    }
  }

  @Override
  public void pull(int slot, Vec x, Vec gradRate, Vec gradX) {
    int row = slot * block;
    for (int f = 0; f < signals; f++) {
      inner.gradient(size, f, gradRate, f * size);
    }
    Panel gradPre = inner.backward(row, size, gradConstant);
    entry.gather(row, size, gradPre);
    entry.pull(size, gradPre);
    entry.pulledRun(size, signals, gradEdge);
    gradX.addScaled(0, 1, gradEdge, 0, signals * size);
  }

  @Override
  public void flush(Gradient gradient) {
    messages.flush(gradient);
    double[] sum = gradient.values();
    int columns = signals + received;
    int w = gradient.entry(Names.field(0, "weight")).offset();
    entry.flush(sum, w, columns, 0, -1);
    first.flush(sum, w, columns, signals, gradient.entry(Names.field(0, "bias")).offset());
    inner.flush(
        sum,
        gradient.entry(Names.field(1, "weight")).offset(),
        gradient.entry(Names.field(1, "bias")).offset(),
        gradient.entry(Names.field(2, "weight")).offset(),
        gradient.entry(Names.field(2, "bias")).offset());
  }
}
