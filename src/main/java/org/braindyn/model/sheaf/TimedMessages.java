package org.braindyn.model.sheaf;

import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Timing;

/** Messages with a clock. */
public record TimedMessages(Messages messages, Timing timing) implements Messages {
  @Override
  public int width() {
    return messages.width();
  }

  @Override
  public void load(Parameters parameters) {
    messages.load(parameters);
  }

  @Override
  public void forward(int slot, Vec h, int at, int windows, Vec message) {
    long start = System.nanoTime();
    messages.forward(slot, h, at, windows, message);
    timing.addMessages(System.nanoTime() - start);
  }

  @Override
  public void backward(
      int slot, Vec h, int at, int windows, Vec gradMessage, Vec gradH, int gradAt) {
    long start = System.nanoTime();
    messages.backward(slot, h, at, windows, gradMessage, gradH, gradAt);
    timing.addMessages(System.nanoTime() - start);
  }

  @Override
  public void flush(Gradient gradient) {
    messages.flush(gradient);
  }
}
