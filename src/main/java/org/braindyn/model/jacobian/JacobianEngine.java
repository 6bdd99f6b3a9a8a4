package org.braindyn.model.jacobian;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
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

/**
 * One worker of {@link ForecastJacobian}: linearises a few windows, then sends impulses through.
 */
final class JacobianEngine implements WindowJacobian {
  /** Sources at once: their tangents of all regions should stay in the processor's own cache. */
  private static final int SOURCES = 64;

  private final Kernel kernel;
  private final ModelSettings settings;
  private final int horizon;
  private final LstmEncoder encoder;
  private final EncoderTangent encoderTangent;
  private final SheafLaplacian sheaf;
  private final SheafTangent sheafTangent;
  private final FrozenTangent field;
  private final ImpulseSpread spread;
  private final Rows sources;
  private final List<Panel[]> panels = new ArrayList<>();
  private final Vec timeline;
  private final Vec h;
  private final Vec message;
  private final Vec byContext;
  private final Vec byMessage;
  private final Vec byStart;

  JacobianEngine(Kernel kernel, ModelSettings s, Adjacency graph, int mostWindows, int horizon) {
    this.kernel = kernel;
    settings = s;
    this.horizon = horizon;
    int rows = Math.multiplyExact(s.regions(), mostWindows);
    int block = BlockSize.rows(rows);
    int steps = Math.min(s.horizon(), horizon);
    int most = changed((horizon - 1) / s.horizon() * s.horizon());
    encoder = new LstmEncoder(kernel, s, rows, block);
    encoderTangent = new EncoderTangent(kernel, encoder, most);
    sheaf = new SheafLaplacian(kernel, s, graph, mostWindows);
    sheafTangent = new SheafTangent(kernel, s, sheaf, mostWindows * Math.max(most, steps));
    field = new FrozenTangent(kernel, s, block);
    sources = new Rows(s.regions(), SOURCES);
    spread = new ImpulseSpread(kernel, s, graph, sheaf, SOURCES, horizon);
    for (int done = 0; done < horizon; done += s.horizon()) {
      panels.add(
          new Panel[] {
            kernel.panel(Math.multiplyExact(rows * s.maps(), changed(done))),
            kernel.panel(Math.multiplyExact(rows * s.maps(), steps)),
            kernel.panel(rows * steps)
          });
    }
    timeline = kernel.vec(Math.multiplyExact(s.context() + horizon, rows));
    h = kernel.vec(s.hidden() * rows);
    message = kernel.vec(s.hidden() * rows);
    byContext = kernel.vec(Math.multiplyExact(s.hidden() * rows, most));
    byMessage = kernel.vec(Math.multiplyExact(s.hidden() * rows, steps));
    byStart = kernel.vec(rows * steps);
  }

  /** Samples of the context that an impulse has reached after some steps ahead. */
  private int changed(int done) {
    return Math.min(settings.context(), 1 + done);
  }

  @Override
  public void load(Parameters p) {
    encoder.load(p);
    sheaf.load(p);
    sheafTangent.load(p);
    field.load(p);
  }

  @Override
  public void run(
      SignalBatch context, int from, int to, double[][] weights, double[] sum, Progress progress) {
    int windows = to - from;
    lay(context, from, windows);
    List<ChunkTangent> chunks = new ArrayList<>();
    for (int done = 0; done < horizon; done += settings.horizon()) {
      Cancelled.check(progress, "The Jacobian");
      chunks.add(linearise(done, windows));
    }
    for (int b = 0; b < windows; b++) {
      for (int k = 0; k < sources.count(); k++) {
        Cancelled.check(progress, "The Jacobian");
        spread.run(chunks, b, sources.start(k), sources.size(k), weights, sum);
      }
    }
  }

  private void lay(SignalBatch context, int from, int windows) {
    int rows = settings.regions() * windows;
    for (int b = 0; b < windows; b++) {
      for (int n = 0; n < settings.regions(); n++) {
        int at = context.index(from + b, n, 0);
        for (int t = 0; t < context.steps(); t++) {
          timeline.set(t * rows + n * windows + b, context.values()[at + t]);
        }
      }
    }
  }

  private ChunkTangent linearise(int done, int windows) {
    int rows = settings.regions() * windows;
    int steps = Math.min(settings.horizon(), horizon - done);
    int changed = changed(done);
    Panel[] own = panels.get(done / settings.horizon());
    encoder.forward(timeline, done, rows, null, h);
    encoderTangent.run(rows, changed, byContext);
    sheaf.forward(0, h, 0, windows, message);
    sheafTangent.restrict(byContext, windows, changed, own[0]);
    int last = settings.context() - 1 + done;
    field.solve(timeline, last, steps, rows, message, byStart, byMessage);
    sheafTangent.extend(byMessage, windows, steps, own[1]);
    own[2].put(0, byStart, 0, rows * steps);
    return new ChunkTangent(done, changed, steps, windows, own[0], own[1], own[2]);
  }

  @Override
  public void close() {
    kernel.close();
  }
}
