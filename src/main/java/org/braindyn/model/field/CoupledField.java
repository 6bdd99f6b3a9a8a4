package org.braindyn.model.field;

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
 * The continuous variant: state (x, h) of all regions together, {@code d(x, h)/dt = MLP(x, h,
 * L(h))}. The message is evaluated at every stage, so regions influence one another within a chunk,
 * and a region with one signal can oscillate.
 *
 * <p>The state is stored by features: signals first, then stalks, each a run of all rows.
 */
public final class CoupledField implements Field, Dynamics {
  private final Kernel kernel;
  private final Messages messages;
  private final int signals;
  private final int hidden;
  private final int width;
  private final int inputs;
  private final int outputs;
  private final int nodes;
  private final int most;
  private final int block;
  private final double dt;
  private final boolean keep;
  private final Solver solver;
  private final InputLayer first;
  private final HiddenUnits inner;
  private final Vec message;
  private final Vec gradMessage;
  private final Vec column;
  private final Vec state;
  private final Vec gradState;
  private final Vec out;
  private final Vec gradOut;
  private Vec truth;
  private Teacher teacher;
  private int windows;
  private double[][] drive;
  private int driveStep;

  public CoupledField(Kernel kernel, ModelSettings s, Messages messages, int rows) {
    this.kernel = kernel;
    this.messages = messages;
    block = HiddenUnits.rows(s.width(), rows, true);
    most = rows;
    signals = s.signals();
    hidden = s.hidden();
    width = s.width();
    nodes = s.regions();
    inputs = Names.fieldInputs(s);
    outputs = Names.fieldOutputs(s);
    dt = s.dt();
    Tableau tableau = Methods.named(s.method());
    long slots = Solver.slots(tableau, s.horizon(), true);
    keep = slots * rows * (2L * width + inputs + 2L * s.maps()) * 4 < FieldMemory.MOST_KEPT;
    int kept = Solver.slots(tableau, s.horizon(), keep) * rows;
    solver =
        new Solver(tableau, kernel, new Tolerance(s.relativeTolerance(), s.absoluteTolerance()));
    first = new InputLayer(kernel, inputs, width, kept, block, true);
    inner = new HiddenUnits(kernel, width, outputs, kept, block);
    message = kernel.vec(hidden * rows);
    gradMessage = kernel.vec(hidden * rows);
    column = kernel.vec(block);
    int n = outputs * rows;
    state = kernel.vec(n);
    gradState = kernel.vec(n);
    out = kernel.vec(s.horizon() * n);
    gradOut = kernel.vec(s.horizon() * n);
  }

  @Override
  public void load(Parameters p) {
    messages.load(p);
    first.load(p.get(Names.field(0, "weight")), inputs, 0, p.get(Names.field(0, "bias")));
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
  public void forward(Vec timeline, int last, int steps, Vec h, int windows) {
    if (drive == null) {
      solve(timeline, last, steps, h, windows, false);
    } else {
      solveDriven(timeline, last, steps, h, windows);
    }
  }

  @Override
  public void teach(Teacher value) {
    teacher = value;
  }

  @Override
  public void drive(double[][] drive, int first) {
    this.drive = drive;
    driveStep = first;
  }

  /** Output by output, because the drive changes from one to the next. */
  private void solveDriven(Vec timeline, int last, int steps, Vec h, int windowsHere) {
    begin(timeline, last, h, windowsHere);
    int rows = nodes * windows;
    int n = outputs * rows;
    for (int p = 0; p < steps; p++, driveStep++) {
      solver.forward(this, state, n, dt, 1, out, false);
      state.copy(0, out, 0, n);
      timeline.copy((last + 1 + p) * signals * rows, out, 0, signals * rows);
    }
  }

  private void begin(Vec timeline, int last, Vec h, int windowsHere) {
    windows = windowsHere;
    int rows = nodes * windows;
    state.copy(0, timeline, last * signals * rows, signals * rows);
    state.copy(signals * rows, h, 0, hidden * rows);
  }

  private void solve(Vec timeline, int last, int steps, Vec h, int windowsHere, boolean keepSlots) {
    begin(timeline, last, h, windowsHere);
    int rows = nodes * windows;
    int n = outputs * rows;
    teach(0, rows, n, steps);
    solver.forward(this, state, n, dt, steps, out, keepSlots);
    for (int p = 0; p < steps; p++) {
      timeline.copy((last + 1 + p) * signals * rows, out, p * n, signals * rows);
    }
  }

  @Override
  public void train(
      Vec timeline,
      int last,
      int steps,
      Vec h,
      int windowsHere,
      OutputGradient loss,
      Vec gradTimeline,
      Vec gradH) {
    solve(timeline, last, steps, h, windowsHere, keep);
    int rows = nodes * windows;
    int n = outputs * rows;
    gradOut.fill(0, steps * n, 0);
    loss.fill(0, rows, out, n, gradOut);
    solver.backward(this, gradOut, gradState);
    gradH.copy(0, gradState, signals * rows, hidden * rows);
    if (gradTimeline != null) {
      gradTimeline.addScaled(last * signals * rows, 1, gradState, 0, signals * rows);
    }
  }

  private void teach(int start, int rows, int n, int steps) {
    solver.teach(0, null, 0);
    if (teacher != null) {
      truth = truth == null ? kernel.vec(out.length()) : truth;
      teacher.tell(solver, start, rows, n, steps, truth);
    }
  }

  @Override
  public void rate(int slot, Vec s, Vec rate) {
    int rows = nodes * windows;
    messages.forward(slot, s, signals * rows, windows, message);
    Rows cut = new Rows(rows, block);
    for (int k = 0; k < cut.count(); k++) {
      int start = cut.start(k);
      int size = cut.size(k);
      int row = slot * most + start;
      for (int j = 0; j < outputs; j++) {
        first.input(row, size, j, s, j * rows + start);
      }
      for (int j = 0; j < hidden; j++) {
        first.input(row, size, outputs + j, message, j * rows + start);
      }
      first.forward(row, size, inner.input());
      inner.forward(row, size);
      for (int j = 0; j < outputs; j++) {
        inner.rate(size, j, rate, j * rows + start);
      }
    }
    for (int v = 0; drive != null && v < nodes; v++) {
      for (int w = v * windows; drive[v][driveStep] != 0 && w < (v + 1) * windows; w++) {
        rate.set(w, rate.get(w) + drive[v][driveStep] / dt);
      }
    }
  }

  @Override
  public void pull(int slot, Vec s, Vec gradRate, Vec grad) {
    int rows = nodes * windows;
    Rows cut = new Rows(rows, block);
    for (int k = 0; k < cut.count(); k++) {
      int start = cut.start(k);
      int size = cut.size(k);
      int row = slot * most + start;
      for (int j = 0; j < outputs; j++) {
        inner.gradient(size, j, gradRate, j * rows + start);
      }
      Panel gradPre = inner.backward(row, size, first.bias());
      first.gather(row, size, gradPre);
      first.pull(size, gradPre);
      for (int j = 0; j < outputs; j++) {
        first.pulled(size, j, column, 0);
        grad.addScaled(j * rows + start, 1, column, 0, size);
      }
      for (int j = 0; j < hidden; j++) {
        first.pulled(size, outputs + j, gradMessage, j * rows + start);
      }
    }
    messages.backward(slot, s, signals * rows, windows, gradMessage, grad, signals * rows);
  }

  @Override
  public void flush(Gradient gradient) {
    messages.flush(gradient);
    first.flush(
        gradient.values(),
        gradient.entry(Names.field(0, "weight")).offset(),
        inputs,
        0,
        gradient.entry(Names.field(0, "bias")).offset());
    inner.flush(
        gradient.values(),
        gradient.entry(Names.field(1, "weight")).offset(),
        gradient.entry(Names.field(1, "bias")).offset(),
        gradient.entry(Names.field(2, "weight")).offset(),
        gradient.entry(Names.field(2, "bias")).offset());
  }
}
