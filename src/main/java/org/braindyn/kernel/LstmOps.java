package org.braindyn.kernel;

/**
 * Elementwise part of one LSTM step (Hochreiter and Schmidhuber 1997), gates in order i, f, g, o.
 */
public interface LstmOps {
  /**
   * Turns pre-activations into gates and moves cell and output one step.
   *
   * @param pre pre-activations, four runs of n values
   * @param gates receives the gates, four runs of n values at {@code g}
   * @param cells cell states; the step's run is at {@code c}
   * @param before position of the previous step's run in {@code cells}, or -1 for the zero state
   * @param tanhs receives tanh of the cell at {@code c}
   * @param output receives the hidden state
   * @param n rows times hidden size
   */
  void forward(
      Panel pre, Vec gates, int g, Vec cells, int c, int before, Vec tanhs, Vec output, int n);

  /**
   * The reverse of {@link #forward}.
   *
   * @param gradOutput gradient of the hidden state, n values
   * @param gradCell gradient of the cell in, that of the previous cell out, n values
   * @param gradGates receives the gradient of the pre-activations, four runs of n
   */
  void backward(
      Vec gates,
      int g,
      Vec cells,
      int c,
      int before,
      Vec tanhs,
      Vec gradOutput,
      Vec gradCell,
      Panel gradGates,
      int n);
}
