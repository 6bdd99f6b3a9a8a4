package org.braindyn.model.field;

import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.sheaf.Messages;

/** The differential equation of one chunk, with the messages it depends on. */
public interface Field {
  /** Takes over new parameter values. */
  void load(Parameters parameters);

  /**
   * Forecasts a chunk.
   *
   * @param timeline [step][signal][rows]; the chunk is written after {@code last}
   * @param last the step to start from
   * @param steps outputs
   * @param h stalks at {@code last}, [hidden][rows]
   * @param windows windows of the block
   */
  void forward(Vec timeline, int last, int steps, Vec h, int windows);

  /**
   * Input from outside during the next {@link #forward} calls.
   *
   * @param drive per region and forecast step, added to the first signal's rate of change, per
   *     step; null for none
   * @param first step of {@code drive} that the next chunk begins with
   */
  void drive(double[][] drive, int first);

  /**
   * Truth that the next solutions are drawn to between outputs; null for none, as it begins.
   *
   * @param teacher the truth of the chunk that follows
   */
  void teach(Teacher teacher);

  /**
   * Forecasts a chunk and runs it backwards.
   *
   * @param loss gives the gradient of the outputs
   * @param gradTimeline the start value's gradient is added at {@code last}; may be null
   * @param gradH receives the gradient of h
   */
  void train(
      Vec timeline,
      int last,
      int steps,
      Vec h,
      int windows,
      OutputGradient loss,
      Vec gradTimeline,
      Vec gradH);

  /** Adds the gathered gradients and forgets them. */
  void flush(Gradient gradient);

  /** The messages, for whoever wants to see them. */
  Messages messages();

  /** Tells the gradient of a chunk's outputs. */
  interface OutputGradient {
    /**
     * @param start first row of the block
     * @param size rows of the block
     * @param out outputs: signal f of row r at step p at {@code p * stride + f * size + r}
     * @param gradOut to fill, same places, all zero
     */
    void fill(int start, int size, Vec out, int stride, Vec gradOut);
  }
}
