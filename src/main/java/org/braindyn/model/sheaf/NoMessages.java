package org.braindyn.model.sheaf;

import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;

/** Ablation without a graph: the "message" of a region is its own stalk. */
public final class NoMessages implements Messages {
  private final int regions;
  private final int hidden;

  public NoMessages(ModelSettings s) {
    regions = s.regions();
    hidden = s.hidden();
  }

  @Override
  public int width() {
    return hidden;
  }

  @Override
  public void load(Parameters parameters) {}

  @Override
  public void forward(int slot, Vec h, int at, int windows, Vec message) {
    message.copy(0, h, at, hidden * regions * windows);
  }

  @Override
  public void backward(
      int slot, Vec h, int at, int windows, Vec gradMessage, Vec gradH, int gradAt) {
    gradH.addScaled(gradAt, 1, gradMessage, 0, hidden * regions * windows);
  }

  @Override
  public void flush(Gradient gradient) {}
}
