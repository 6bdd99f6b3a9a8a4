package org.braindyn.model;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.SignalBatch;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.encoder.Encoder;
import org.braindyn.model.encoder.LastValueEncoder;
import org.braindyn.model.encoder.LstmEncoder;
import org.braindyn.model.field.CoupledField;
import org.braindyn.model.field.Field;
import org.braindyn.model.field.FrozenField;
import org.braindyn.model.field.PullSeeds;
import org.braindyn.model.field.Targets;
import org.braindyn.model.field.Teacher;
import org.braindyn.model.parameter.BlockSize;
import org.braindyn.model.parameter.Dropout;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.History;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rollout;
import org.braindyn.model.parameter.Timing;
import org.braindyn.model.parameter.Variant;
import org.braindyn.model.sheaf.Adjacency;
import org.braindyn.model.sheaf.GraphConvolution;
import org.braindyn.model.sheaf.Messages;
import org.braindyn.model.sheaf.NoMessages;
import org.braindyn.model.sheaf.SheafLaplacian;
import org.braindyn.model.sheaf.TimedMessages;

/**
 * Takes a few windows with all their regions through the whole network, forwards and backwards.
 * Windows do not know one another, so each worker has an engine of its own and memory does not grow
 * with the batch. Row = region * windows + window.
 */
final class WindowEngine implements AutoCloseable {
  private final Kernel kernel;
  private final ModelSettings settings;
  private final int mostRows;
  private final Encoder encoder;
  private final Field field;
  private final Vec h;
  private final Vec gradH;
  private final Vec message;
  private final Timing timing = new Timing();
  private Vec timeline;
  private Vec gradTimeline;
  private int windows;
  private int rows;

  WindowEngine(Kernel kernel, ModelSettings s, Adjacency graph, int mostWindows) {
    this.kernel = kernel;
    settings = s;
    mostRows = Math.multiplyExact(s.regions(), mostWindows);
    int block = BlockSize.rows(mostRows);
    encoder =
        s.history() == History.LSTM
            ? new LstmEncoder(kernel, s, mostRows, block)
            : new LastValueEncoder(kernel, s, mostRows);
    Messages messages =
        switch (s.coupling()) {
          case SHEAF -> SheafLaplacian.fastest(kernel, s, graph, mostWindows);
          case GRAPH_CONVOLUTION -> new GraphConvolution(kernel, s, graph, mostWindows);
          case NONE -> new NoMessages(s);
          case WEIGHTED_SHEAF ->
              throw new BadInput(
                  "Messages that see weights are known only beside a linear forecast"
                      + " (variant=[network skip]). Train the model again with that variant.");
        };
    field =
        s.variant() == Variant.RELEASED
            ? new FrozenField(kernel, s, new TimedMessages(messages, timing), mostRows)
            : new CoupledField(kernel, s, new TimedMessages(messages, timing), mostRows);
    h = kernel.vec(s.hidden() * mostRows);
    gradH = kernel.vec(s.hidden() * mostRows);
    message = kernel.vec(s.hidden() * mostRows);
  }

  void load(Parameters parameters) {
    encoder.load(parameters);
    field.load(parameters);
  }

  /** Lays out windows {@code from .. to - 1} with room for {@code ahead} more steps. */
  private void begin(SignalBatch context, int from, int to, int ahead) {
    windows = to - from;
    rows = settings.regions() * windows;
    int length = (context.steps() + ahead) * settings.signals() * mostRows;
    if (timeline == null || timeline.length() < length) {
      timeline = kernel.vec(length);
      gradTimeline = kernel.vec(length);
    }
    lay(context, from);
  }

  private void lay(SignalBatch batch, int from) {
    int f = settings.signals();
    double[] values = batch.values();
    for (int b = 0; b < windows; b++) {
      for (int n = 0; n < settings.regions(); n++) {
        int at = batch.index(from + b, n, 0);
        for (int t = 0; t < batch.steps() * f; t++) {
          timeline.set(t * rows + n * windows + b, values[at + t]);
        }
      }
    }
  }

  private void take(SignalBatch batch, int from, int step) {
    int f = settings.signals();
    for (int b = 0; b < windows; b++) {
      for (int n = 0; n < settings.regions(); n++) {
        int at = batch.index(from + b, n, 0);
        for (int t = 0; t < batch.steps() * f; t++) {
          batch.values()[at + t] = timeline.get((step * f + t) * rows + n * windows + b);
        }
      }
    }
  }

  /**
   * Forecasts windows {@code from .. to - 1} into {@code out}.
   *
   * @param drive input during integration, [region][step], or null
   */
  void forecast(SignalBatch context, int from, int to, double[][] drive, SignalBatch out) {
    begin(context, from, to, out.steps());
    int last = context.steps() - 1;
    try {
      for (int done = 0; done < out.steps(); done += settings.horizon()) {
        int steps = Math.min(settings.horizon(), out.steps() - done);
        encode(done, null);
        long start = System.nanoTime();
        field.drive(drive, done);
        field.forward(timeline, last + done, steps, h, windows);
        timing.addField(System.nanoTime() - start);
      }
    } finally {
      field.drive(null, 0);
    }
    take(out, from, context.steps());
  }

  /**
   * Effects of impulses into the last sample of some regions, one after the other, within one chunk
   * of one window. Sources are lanes: they stand where a forecast has windows.
   *
   * @param first first source
   * @param count how many
   * @param steps steps ahead
   * @param effects receives [step][region][source], in one run
   */
  void impulses(
      SignalBatch context,
      int window,
      int first,
      int count,
      double size,
      int steps,
      double[] effects) {
    int n = settings.regions();
    int last = context.steps() - 1;
    begin(context, window, window + 1, steps);
    encode(0, null);
    double[] plainStalks = values(h, 0, settings.hidden() * n);
    double[] start = values(timeline, last * n, n);
    field.forward(timeline, last, steps, h, 1);
    double[] plain = values(timeline, (last + 1) * n, steps * n);
    for (int v = 0; v < n; v++) {
      timeline.set(last * n + v, start[v] + size);
    }
    encode(0, null);
    double[] movedStalks = values(h, 0, settings.hidden() * n);
    int most = mostRows / n;
    for (int from = 0; from < count; from += most) {
      windows = Math.min(most, count - from);
      rows = n * windows;
      for (int v = 0; v < n; v++) {
        int own = v - first - from; // lane in which this region is the source
        for (int b = 0; b < windows; b++) {
          int row = v * windows + b;
          timeline.set(last * rows + row, b == own ? start[v] + size : start[v]);
          for (int j = 0; j < settings.hidden(); j++) {
            h.set(j * rows + row, (b == own ? movedStalks : plainStalks)[j * n + v]);
          }
        }
      }
      long began = System.nanoTime();
      field.forward(timeline, last, steps, h, windows);
      timing.addField(System.nanoTime() - began);
      for (int i = 0; i < steps * n; i++) {
        int at = (last + 1) * rows + i * windows;
        for (int b = 0; b < windows; b++) {
          effects[i * count + from + b] = timeline.get(at + b) - plain[i];
        }
      }
    }
  }

  private static double[] values(Vec from, int start, int size) {
    double[] values = new double[size];
    Arrays.setAll(values, i -> from.get(start + i));
    return values;
  }

  /** Stalks and messages at the end of the context, each [window, region, 1, hidden]. */
  void embed(SignalBatch context, int from, int to, SignalBatch stalks, SignalBatch messages) {
    begin(context, from, to, 0);
    encoder.forward(timeline, 0, rows, null, h);
    field.messages().forward(0, h, 0, windows, message);
    copy(h, stalks, from);
    copy(message, messages, from);
  }

  private void copy(Vec values, SignalBatch to, int from) {
    for (int b = 0; b < windows; b++) {
      for (int n = 0; n < settings.regions(); n++) {
        int at = to.index(from + b, n, 0);
        for (int j = 0; j < settings.hidden(); j++) {
          to.values()[at + j] = values.get(j * rows + n * windows + b);
        }
      }
    }
  }

  private void read(SignalBatch from, int first, Vec values) {
    for (int b = 0; b < windows; b++) {
      for (int n = 0; n < settings.regions(); n++) {
        int at = from.index(first + b, n, 0);
        for (int j = 0; j < settings.hidden(); j++) {
          values.set(j * rows + n * windows + b, from.values()[at + j]);
        }
      }
    }
  }

  /** Pulls gradients of stalks and messages back to the parameters; either may be null. */
  void pullEmbedding(
      SignalBatch context,
      int from,
      int to,
      SignalBatch gradStalks,
      SignalBatch gradMessages,
      Gradient gradient) {
    begin(context, from, to, 0);
    encoder.forward(timeline, 0, rows, null, h);
    gradH.fill(0, settings.hidden() * rows, 0);
    if (gradStalks != null) {
      read(gradStalks, from, gradH);
    }
    if (gradMessages != null) {
      field.messages().forward(0, h, 0, windows, message);
      read(gradMessages, from, message);
      field.messages().backward(0, h, 0, windows, message, gradH, 0);
    }
    encoder.backward(timeline, 0, rows, null, gradH, null);
    flush(gradient);
  }

  private void flush(Gradient gradient) {
    encoder.flush(gradient);
    field.flush(gradient);
  }

  /**
   * Pulls weights on the forecast back to the context, through all chunks (vector-Jacobian
   * product).
   *
   * @param weights one per forecast value, [window, region, step, signal]
   * @param result receives the context's gradient, [window, region, step, signal]
   * @param unwanted takes the parameters' gradient
   */
  void pull(
      SignalBatch context,
      SignalBatch weights,
      int from,
      int to,
      SignalBatch result,
      Gradient unwanted) {
    int total = weights.steps();
    begin(context, from, to, total);
    int chunk = settings.horizon();
    int chunks = (total + chunk - 1) / chunk;
    for (int c = 0; c + 1 < chunks; c++) {
      encode(c * chunk, null);
      field.forward(timeline, context.steps() - 1 + c * chunk, chunk, h, windows);
    }
    gradTimeline.fill(0, gradTimeline.length(), 0);
    for (int c = chunks - 1; c >= 0; c--) {
      int done = c * chunk;
      int steps = Math.min(chunk, total - done);
      int before = context.steps() - 1 + done;
      encode(done, null);
      Vec later = c + 1 < chunks ? gradTimeline : null;
      Field.OutputGradient seeds =
          new PullSeeds(weights, from, windows).of(done, steps, rows, before + 1, later);
      field.train(timeline, before, steps, h, windows, seeds, gradTimeline, gradH);
      encoder.backward(timeline, done, rows, null, gradH, gradTimeline);
    }
    flush(unwanted);
    Vec values = timeline;
    timeline = gradTimeline;
    take(result, from, 0);
    timeline = values;
  }

  /**
   * Adds the gradient of windows {@code from .. to - 1} and returns their share of the loss.
   *
   * @param forecast receives the forecast, or null
   */
  double train(
      SignalBatch context,
      SignalBatch target,
      int from,
      int to,
      Rollout rollout,
      Gradient gradient,
      SignalBatch forecast) {
    int total = target.steps();
    begin(context, from, to, total);
    int chunk = settings.horizon();
    int chunks = (total + chunk - 1) / chunk;
    Targets targets = new Targets(target, from, windows, rollout.loss(), forecast);
    for (int c = 0; c + 1 < chunks; c++) {
      encode(c * chunk, mask(rollout, c, from));
      field.teach(teacher(target, from, c * chunk, rollout));
      long start = System.nanoTime();
      field.forward(timeline, context.steps() - 1 + c * chunk, chunk, h, windows);
      timing.addField(System.nanoTime() - start);
      if (rollout.truthAfter(c)) {
        targets.lay(timeline, context.steps(), c * chunk, chunk, rows);
      }
    }
    gradTimeline.fill(0, gradTimeline.length(), 0);
    boolean feedsBack = chunks > 1;
    for (int c = chunks - 1; c >= 0; c--) {
      int done = c * chunk;
      int steps = Math.min(chunk, total - done);
      Dropout mask = mask(rollout, c, from);
      int before = context.steps() - 1 + done;
      Vec wanted = feedsBack && c > 0 ? gradTimeline : null;
      boolean fromLater = c + 1 < chunks && !rollout.truthAfter(c);
      encode(done, mask);
      field.teach(teacher(target, from, done, rollout));
      long start = System.nanoTime();
      field.train(
          timeline,
          before,
          steps,
          h,
          windows,
          targets.gradient(done, steps, rows, before + 1, fromLater ? gradTimeline : null),
          wanted,
          gradH);
      long solved = System.nanoTime();
      timing.addField(solved - start);
      encoder.backward(timeline, done, rows, mask, gradH, wanted);
      timing.addEncoder(System.nanoTime() - solved);
    }
    field.teach(null);
    flush(gradient);
    return targets.loss();
  }

  private Teacher teacher(SignalBatch target, int from, int done, Rollout rollout) {
    return rollout.forcing() > 0
        ? new Teacher(target, from, windows, done, rollout.forcing())
        : null;
  }

  private void encode(int first, Dropout mask) {
    long start = System.nanoTime();
    encoder.forward(timeline, first, rows, mask, h);
    timing.addEncoder(System.nanoTime() - start);
  }

  /** Time spent so far. */
  Timing timing() {
    return timing;
  }

  private Dropout mask(Rollout rollout, int chunk, int from) {
    return settings.dropout() > 0 && settings.lstmLayers() > 1 && rollout.dropout() != null
        ? new Dropout(rollout.dropout().derive("chunk " + chunk, from), settings.dropout())
        : null;
  }

  @Override
  public void close() {
    kernel.close();
  }
}
