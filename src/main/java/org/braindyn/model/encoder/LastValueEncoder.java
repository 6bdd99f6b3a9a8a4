package org.braindyn.model.encoder;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Dropout;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.HiddenLayer;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;

/** The ablation without LSTM: {@code h = tanh(W x_last + c)}. */
public final class LastValueEncoder implements Encoder {
  private final Kernel kernel;
  private final int steps;
  private final int signals;
  private final int hidden;
  private final HiddenLayer layer;
  private final Vec stalks;
  private final Vec gradPre;
  private final Vec gradX;

  public LastValueEncoder(Kernel kernel, ModelSettings s, int rows) {
    this.kernel = kernel;
    steps = s.context();
    signals = s.signals();
    hidden = s.hidden();
    layer = new HiddenLayer(kernel, signals, hidden, rows, rows);
    stalks = kernel.vec(hidden * rows);
    gradPre = kernel.vec(hidden * rows);
    gradX = kernel.vec(signals * rows);
  }

  @Override
  public void load(Parameters p) {
    layer.load(p.get(Names.LAST_WEIGHT), signals, 0, p.get(Names.LAST_BIAS));
  }

  private int last(int first, int rows) {
    return (first + steps - 1) * signals * rows;
  }

  @Override
  public void forward(Vec timeline, int first, int rows, Dropout mask, Vec h) {
    layer.input(0, rows, 0, timeline, last(first, rows), signals * rows);
    layer.forward(0, rows, stalks, 0);
    kernel.field().tanh(stalks, 0, hidden * rows);
    h.copy(0, stalks, 0, hidden * rows);
  }

  @Override
  public void backward(
      Vec timeline, int first, int rows, Dropout mask, Vec gradH, Vec gradTimeline) {
    gradPre.copy(0, gradH, 0, hidden * rows);
    kernel.field().tanhBack(gradPre, stalks, hidden * rows);
    layer.backward(0, rows, gradPre, 0, gradX);
    if (gradTimeline != null) {
      gradTimeline.addScaled(last(first, rows), 1, gradX, 0, signals * rows);
    }
  }

  @Override
  public void flush(Gradient gradient) {
    layer.flush(
        gradient.values(),
        gradient.entry(Names.LAST_WEIGHT).offset(),
        signals,
        0,
        gradient.entry(Names.LAST_BIAS).offset());
  }
}
