package org.braindyn.model;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;

/** The ablation without LSTM: {@code h = tanh(W x_last + c)}. */
final class LastValueEncoder implements Encoder {
  private final Kernel kernel;
  private final int steps;
  private final int signals;
  private final int hidden;
  private final Vec weight;
  private final Vec bias;
  private final Vec constant;
  private final Vec stalks;
  private final Vec gradPre;
  private final Vec gradConstant;
  private final Vec gradWeight;
  private final Vec gradX;
  private final Vec sums;

  LastValueEncoder(Kernel kernel, ModelSettings s, int rows) {
    this.kernel = kernel;
    steps = s.context();
    signals = s.signals();
    hidden = s.hidden();
    weight = kernel.vec(hidden * signals);
    bias = kernel.vec(hidden);
    constant = kernel.vec(hidden * rows);
    stalks = kernel.vec(hidden * rows);
    gradPre = kernel.vec(hidden * rows);
    gradConstant = kernel.vec(hidden * rows);
    gradWeight = kernel.vec(signals * hidden * rows);
    gradX = kernel.vec(signals * rows);
    sums = kernel.vec(hidden * (signals + 1));
  }

  @Override
  public void load(Parameters p) {
    weight.read(0, p.get(Names.LAST_WEIGHT), 0, hidden * signals);
    bias.read(0, p.get(Names.LAST_BIAS), 0, hidden);
  }

  private int last(int first, int rows) {
    return (first + steps - 1) * signals * rows;
  }

  @Override
  public void forward(Vec timeline, int first, int rows, Dropout mask, Vec h) {
    for (int j = 0; j < hidden; j++) {
      constant.fill(j * rows, (j + 1) * rows, bias.get(j));
    }
    kernel
        .field()
        .first(constant, weight, timeline, last(first, rows), rows, stalks, rows, hidden, signals);
    h.copy(0, stalks, 0, hidden * rows);
  }

  @Override
  public void backward(
      Vec timeline, int first, int rows, Dropout mask, Vec gradH, Vec gradTimeline) {
    gradPre.copy(0, gradH, 0, hidden * rows);
    gradConstant.fill(0, hidden * rows, 0);
    gradWeight.fill(0, signals * hidden * rows, 0);
    int last = last(first, rows);
    // Only the last step counts; its x is moved to the front so that the gradient has its own
    // place.
    Vec x = kernel.vec(signals * rows);
    x.copy(0, timeline, last, signals * rows);
    gradX.fill(0, signals * rows, 0);
    kernel
        .field()
        .firstBack(
            gradPre,
            stalks,
            weight,
            x,
            0,
            rows,
            gradConstant,
            gradWeight,
            gradX,
            rows,
            hidden,
            signals);
    kernel.field().addColumnSums(gradConstant, 0, rows, hidden, sums, 0, 1);
    for (int s = 0; s < signals; s++) {
      kernel
          .field()
          .addColumnSums(gradWeight, s * hidden * rows, rows, hidden, sums, hidden + s, signals);
    }
    if (gradTimeline != null) {
      gradTimeline.addScaled(last, 1, gradX, 0, signals * rows);
    }
  }

  @Override
  public void flush(Parameters gradient) {
    sums.addTo(0, gradient.values(), gradient.entry(Names.LAST_BIAS).offset(), hidden);
    sums.addTo(
        hidden, gradient.values(), gradient.entry(Names.LAST_WEIGHT).offset(), hidden * signals);
    sums.fill(0, sums.length(), 0);
  }
}
