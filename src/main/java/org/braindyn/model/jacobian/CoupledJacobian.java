package org.braindyn.model.jacobian;

import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.kernel.Block;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.encoder.LstmEncoder;
import org.braindyn.model.parameter.BlockSize;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rows;
import org.braindyn.model.sheaf.Adjacency;
import org.braindyn.model.sheaf.SheafLaplacian;
import org.braindyn.ode.Methods;
import org.braindyn.ode.Solver;
import org.braindyn.ode.Tableau;
import org.braindyn.ode.Tolerance;

/**
 * One worker of {@link ForecastJacobian} for the continuous variant: linearises a chunk of one
 * window, then sends the tangents of all sources through it, some at a time.
 */
final class CoupledJacobian implements WindowJacobian {
  private static final int SOURCES = 64;

  private final Kernel kernel;
  private final ModelSettings settings;
  private final int nodes;
  private final int state;
  private final int horizon;
  private final LstmEncoder encoder;
  private final EncoderTangent encoderTangent;
  private final SheafLaplacian sheaf;
  private final CoupledLinear linear;
  private final CoupledSpread spread;
  private final Solver solver;
  private final Rows sources;
  private final Vec timeline;
  private final Vec h;
  private final Vec byContext;
  private final Panel byContextPanel;
  private final Panel tangents;
  private final Panel stalks;
  private final Vec start;
  private final Vec out;
  private final Vec summary;

  CoupledJacobian(Kernel kernel, ModelSettings s, Adjacency graph, int horizon) {
    this.kernel = kernel;
    settings = s;
    this.horizon = horizon;
    nodes = s.regions();
    state = 1 + s.hidden();
    int steps = Math.min(s.horizon(), horizon);
    int most = changed((horizon - 1) / s.horizon() * s.horizon());
    Tableau tableau = Methods.named(s.method());
    encoder = new LstmEncoder(kernel, s, nodes, BlockSize.rows(nodes));
    encoderTangent = new EncoderTangent(kernel, encoder, most);
    sheaf = new SheafLaplacian(kernel, s, graph, 1);
    linear = new CoupledLinear(kernel, s, graph, sheaf, steps * tableau.stages());
    spread = new CoupledSpread(kernel, graph, linear, SOURCES);
    solver =
        new Solver(tableau, kernel, new Tolerance(s.relativeTolerance(), s.absoluteTolerance()));
    sources = new Rows(nodes, SOURCES);
    timeline = kernel.vec(Math.multiplyExact(s.context() + horizon, nodes));
    h = kernel.vec(s.hidden() * nodes);
    byContext = kernel.vec(Math.multiplyExact(s.hidden() * nodes, most));
    byContextPanel = kernel.panel(byContext.length());
    tangents = kernel.panel(Math.multiplyExact(nodes * (1 + horizon), nodes));
    stalks = kernel.panel(s.hidden() * SOURCES);
    int n = Math.multiplyExact(nodes * state, SOURCES);
    start = kernel.vec(n);
    out = kernel.vec(Math.multiplyExact(steps, n));
    summary = kernel.vec(SOURCES);
  }

  /** Samples of the context that an impulse has reached after some steps ahead. */
  private int changed(int done) {
    return Math.min(settings.context(), 1 + done);
  }

  @Override
  public void load(Parameters p) {
    encoder.load(p);
    sheaf.load(p);
    linear.load(p);
  }

  @Override
  public void run(
      SignalBatch context, int from, int to, double[][] weights, double[] sum, Progress progress) {
    for (int w = from; w < to; w++) {
      lay(context, w);
      for (int done = 0; done < horizon; done += settings.horizon()) {
        Cancelled.check(progress, "The Jacobian");
        linearise(done);
        for (int k = 0; k < sources.count(); k++) {
          Cancelled.check(progress, "The Jacobian");
          send(done, sources.start(k), sources.size(k));
          add(done, sources.start(k), sources.size(k), weights, sum);
        }
      }
    }
  }

  private void lay(SignalBatch context, int window) {
    for (int v = 0; v < nodes; v++) {
      int at = context.index(window, v, 0);
      for (int t = 0; t < context.steps(); t++) {
        timeline.set(t * nodes + v, context.values()[at + t]);
      }
    }
    tangents.clear(nodes * (1 + horizon) * nodes);
    Vec one = kernel.vec(new double[] {1});
    for (int k = 0; k < sources.count(); k++) {
      for (int i = 0; i < sources.size(k); i++) {
        int v = sources.start(k) + i;
        tangents.put(at(sources.start(k), sources.size(k), v, 0) + i, one, 0, 1);
      }
    }
  }

  /** Position of a region's tangents: sample 0 is the context's last, 1 the first step ahead. */
  private int at(int first, int count, int v, int sample) {
    return first * nodes * (1 + horizon) + (v * (1 + horizon) + sample) * count;
  }

  private int steps(int done) {
    return Math.min(settings.horizon(), horizon - done);
  }

  private void linearise(int done) {
    int last = (settings.context() - 1 + done) * nodes;
    encoder.forward(timeline, done, nodes, null, h);
    encoderTangent.run(nodes, changed(done), byContext);
    byContextPanel.put(0, byContext, 0, settings.hidden() * nodes * changed(done));
    start.copy(0, timeline, last, nodes);
    start.copy(nodes, h, 0, settings.hidden() * nodes);
    linear.begin();
    int n = state * nodes;
    solver.forward(linear, start, n, settings.dt(), steps(done), out, false);
    for (int p = 0; p < steps(done); p++) {
      timeline.copy(last + (1 + p) * nodes, out, p * n, nodes);
    }
  }

  /** Tangents of some sources through the chunk; the new samples' tangents are kept. */
  private void send(int done, int first, int count) {
    int changed = changed(done);
    int hidden = settings.hidden();
    for (int v = 0; v < nodes; v++) {
      tangents.get(at(first, count, v, done), start, v * state * count, count);
      kernel.multiply(
          count,
          hidden,
          changed,
          Block.of(tangents, at(first, count, v, done + 1 - changed), count),
          Block.of(byContextPanel, v * changed, nodes * changed),
          0,
          Block.of(stalks, 0, count));
      stalks.get(0, start, (v * state + 1) * count, hidden * count);
    }
    spread.begin(count);
    int n = nodes * state * count;
    solver.forward(spread, start, n, settings.dt(), steps(done), out, false);
    for (int p = 0; p < steps(done); p++) {
      for (int v = 0; v < nodes; v++) {
        int from = p * n + v * state * count;
        tangents.put(at(first, count, v, done + 1 + p), out, from, count);
      }
    }
  }

  private void add(int done, int first, int count, double[][] weights, double[] sum) {
    int n = nodes * state * count;
    for (int k = 0; k < weights.length; k++) {
      for (int v = 0; v < nodes; v++) {
        boolean any = false;
        for (int p = 0; p < steps(done); p++) {
          double weight = weights[k][done + p];
          if (weight != 0) {
            summary.fill(0, any ? 0 : count, 0);
            summary.addScaled(0, weight, out, p * n + v * state * count, count);
            any = true;
          }
        }
        if (any) {
          summary.addTo(0, sum, (k * nodes + v) * nodes + first, count);
        }
      }
    }
  }

  @Override
  public void close() {
    kernel.close();
  }
}
