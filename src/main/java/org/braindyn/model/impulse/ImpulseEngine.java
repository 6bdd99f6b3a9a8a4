package org.braindyn.model.impulse;

import org.braindyn.data.Cancelled;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.encoder.LstmEncoder;
import org.braindyn.model.field.BaseChunk;
import org.braindyn.model.parameter.BlockSize;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.sheaf.Adjacency;
import org.braindyn.model.sheaf.SheafLaplacian;

/** One worker of {@link ImpulseRollouts}: takes impulses of many sources through one window. */
final class ImpulseEngine implements AutoCloseable {
  private final Kernel kernel;
  private final Kernel wide;
  private final ModelSettings settings;
  private final int nodes;
  private final LstmEncoder encoder;
  private final SheafLaplacian sheaf;
  private final BaseChunk base;
  private final ImpulseStalks stalks;
  private final ImpulseMessages messages;
  private final ImpulseRows rows;
  private final RegionRollout rollout;
  private final Vec timeline;
  private final Vec h;
  final ImpulseEffects effects;

  /**
   * @param lanes most sources at once
   * @param horizon steps ahead in all
   */
  ImpulseEngine(ModelSettings s, Adjacency graph, int lanes, int horizon) {
    kernel = Kernel.best(s.precision());
    wide = Kernel.best(Precision.DOUBLE);
    settings = s;
    nodes = s.regions();
    encoder = new LstmEncoder(kernel, s, nodes, BlockSize.rows(nodes));
    sheaf = new SheafLaplacian(kernel, s, graph, 1);
    timeline = kernel.vec(Math.multiplyExact(s.context() + horizon, nodes));
    h = kernel.vec(s.hidden() * nodes);
    base = new BaseChunk(kernel, s, timeline);
    stalks = new ImpulseStalks(kernel, s, encoder);
    messages = new ImpulseMessages(kernel, s, graph, sheaf, lanes);
    rows = new ImpulseRows(kernel, s.hidden(), lanes);
    rollout = new RegionRollout(kernel, wide, s, lanes);
    effects = new ImpulseEffects(1 + horizon, nodes, lanes);
  }

  void load(Parameters p) {
    encoder.load(p);
    sheaf.load(p);
    base.load(p);
    stalks.load(p);
    messages.load(p);
    rollout.load(p);
  }

  /**
   * Fills {@link #effects} for one window.
   *
   * @param first first source
   * @param count number of sources, one per lane
   * @param impulse how large and how far
   */
  void run(
      SignalBatch context,
      int window,
      int first,
      int count,
      ImpulseRollouts.Impulse impulse,
      ImpulseReach reach,
      Progress progress) {
    double size = impulse.size();
    int horizon = impulse.horizon();
    for (int v = 0; v < nodes; v++) {
      int at = context.index(window, v, 0);
      for (int t = 0; t < context.steps(); t++) {
        timeline.set(t * nodes + v, context.values()[at + t]);
      }
    }
    for (int s = 0; s < count; s++) {
      effects.set(0, first + s, s, size);
    }
    int c = 0;
    for (int done = 0; done < horizon; done += settings.horizon(), c++) {
      Cancelled.check(progress, "Effective connectivity");
      encoder.forward(timeline, done, nodes, null, h);
      sheaf.forward(0, h, 0, 1, base.message);
      messages.begin(reach, c);
      stalks.run(timeline, done, effects, reach, c, messages::take, progress);
      messages.restrict(reach, c);
      base.run(done, Math.min(settings.horizon(), horizon - done));
      for (int v = 0; v < nodes; v++) {
        Cancelled.check(progress, "Effective connectivity");
        messages.message(reach, c, v, rows.change);
        rows.take(reach.reached(c, v), effects, done, v);
        rollout.run(base, v, rows, effects);
      }
      rollout.finish(base, effects);
    }
  }

  /** See {@link RegionRollout#counts}. */
  long[] counts() {
    return rollout.counts();
  }

  @Override
  public void close() {
    kernel.close();
    wide.close();
  }
}
