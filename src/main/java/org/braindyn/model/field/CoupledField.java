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
  private final HiddenLayer first;
  private final HiddenLayer second;
  private final HiddenLayer third;
  private final Vec message;
  private final Vec gradMessage;
  private final Vec layer;
  private final Vec gradLayer;
  private final Vec activation;
  private final Vec edge;
  private final Vec state;
  private final Vec gradState;
  private final Vec out;
  private final Vec gradOut;
  private int windows;
  private double[][] drive;
  private int driveStep;

  public CoupledField(Kernel kernel, ModelSettings s, Messages messages, int rows, int block) {
    this.kernel = kernel;
    this.messages = messages;
    this.block = block;
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
    keep = slots * rows * (2L * width + inputs) * 4 < FieldMemory.MOST_KEPT;
    int kept = Solver.slots(tableau, s.horizon(), keep) * rows;
    solver =
        new Solver(tableau, kernel, new Tolerance(s.relativeTolerance(), s.absoluteTolerance()));
    first = new HiddenLayer(kernel, inputs, width, kept, block);
    second = new HiddenLayer(kernel, width, width, kept, block);
    third = new HiddenLayer(kernel, width, outputs, kept, block);
    message = kernel.vec(hidden * rows);
    gradMessage = kernel.vec(hidden * rows);
    int widest = Math.max(width, Math.max(inputs, outputs));
    layer = kernel.vec(widest * block);
    gradLayer = kernel.vec(widest * block);
    activation = kernel.vec(width * block);
    edge = kernel.vec(outputs * block);
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
    second.load(p.get(Names.field(1, "weight")), width, 0, p.get(Names.field(1, "bias")));
    third.load(p.get(Names.field(2, "weight")), width, 0, p.get(Names.field(2, "bias")));
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

  @Override
  public void rate(int slot, Vec s, Vec rate) {
    int rows = nodes * windows;
    messages.forward(s, signals * rows, windows, message);
    Rows cut = Rows.forProducts(rows, block);
    for (int k = 0; k < cut.count(); k++) {
      int start = cut.start(k);
      int size = cut.size(k);
      int row = slot * most + start;
      for (int j = 0; j < outputs; j++) {
        first.input(row, size, j, s, j * rows + start, size);
      }
      for (int j = 0; j < hidden; j++) {
        first.input(row, size, outputs + j, message, j * rows + start, size);
      }
      first.forward(row, size, layer, 0);
      kernel.field().tanh(layer, 0, width * size);
      second.input(row, size, 0, layer, 0, width * size);
      second.forward(row, size, layer, 0);
      kernel.field().tanh(layer, 0, width * size);
      third.input(row, size, 0, layer, 0, width * size);
      third.forward(row, size, layer, 0);
      for (int j = 0; j < outputs; j++) {
        rate.copy(j * rows + start, layer, j * size, size);
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
    messages.forward(s, signals * rows, windows, message);
    Rows cut = Rows.forProducts(rows, block);
    for (int k = 0; k < cut.count(); k++) {
      int start = cut.start(k);
      int size = cut.size(k);
      int row = slot * most + start;
      for (int j = 0; j < outputs; j++) {
        edge.copy(j * size, gradRate, j * rows + start, size);
      }
      third.backward(row, size, edge, 0, gradLayer);
      third.kept(row, size, activation);
      kernel.field().tanhBack(gradLayer, activation, width * size);
      second.backward(row, size, gradLayer, 0, gradLayer);
      second.kept(row, size, activation);
      kernel.field().tanhBack(gradLayer, activation, width * size);
      first.backward(row, size, gradLayer, 0, layer);
      for (int j = 0; j < outputs; j++) {
        grad.addScaled(j * rows + start, 1, layer, j * size, size);
      }
      for (int j = 0; j < hidden; j++) {
        gradMessage.copy(j * rows + start, layer, (outputs + j) * size, size);
      }
    }
    messages.backward(s, signals * rows, windows, gradMessage, grad, signals * rows);
  }

  @Override
  public void flush(Parameters gradient) {
    messages.flush(gradient);
    int columns = inputs;
    for (int l = 0; l < 3; l++) {
      HiddenLayer hiddenLayer = l == 0 ? first : l == 1 ? second : third;
      int w = gradient.entry(Names.field(l, "weight")).offset();
      hiddenLayer.flush(
          gradient.values(), w, columns, 0, gradient.entry(Names.field(l, "bias")).offset());
      columns = width;
    }
  }
}
