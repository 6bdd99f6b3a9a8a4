package org.braindyn.kind;

import java.util.List;
import java.util.function.UnaryOperator;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;

/**
 * What some models can do beyond embedding: have their encoder trained a little further for a
 * question that is asked of embeddings. The model itself stays as it is.
 */
public interface TunableEncoder {
  /** Windows of a recording as the encoder wants them. */
  interface Seen {}

  /**
   * Cuts windows out of a recording.
   *
   * @param recording signals of the model's regions in any unit
   * @throws org.braindyn.data.BadInput as {@link Embedder#embed}
   */
  Seen windows(RegionSignals recording);

  /** How many numbers an embedding has. */
  int width();

  /**
   * The encoder as the model has it, ready to be tuned. Used by one thread at a time; close it.
   *
   * @param all true to tune every block, false for the last block and the normalisation behind it
   */
  Copy copy(boolean all);

  /** An encoder that is being tuned. */
  interface Copy extends AutoCloseable {
    /**
     * Embeds people: the mean over the tokens of all their windows.
     *
     * @param people recordings of every person
     * @return [person][width]
     * @throws org.braindyn.data.Cancelled if cancelled
     */
    double[][] embed(List<List<Seen>> people, Progress progress);

    /**
     * One step of training.
     *
     * @param people a batch
     * @param slopes from their embeddings [person][width] the gradients of the loss for these
     * @param rate learning rate
     * @throws org.braindyn.data.Cancelled if cancelled
     */
    void step(
        List<List<Seen>> people, UnaryOperator<double[][]> slopes, double rate, Progress progress);

    @Override
    void close();
  }
}
