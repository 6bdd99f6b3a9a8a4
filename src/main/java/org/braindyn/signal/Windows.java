package org.braindyn.signal;

import org.braindyn.data.SignalBatch;

/**
 * Windows cut from recordings and normalised by their contexts.
 *
 * @param context what a forecaster sees, [window, region, step, signal], in context standard
 *     deviations
 * @param target what followed, [window, region, step ahead, signal], in the same units
 * @param normalisation the numbers that lead back to the recording's unit
 */
public record Windows(SignalBatch context, SignalBatch target, ContextNormalisation normalisation) {
  /** Number of windows. */
  public int size() {
    return context.windows();
  }

  /** Normalises raw contexts and what followed them. */
  public static Windows ofRaw(SignalBatch context, SignalBatch target) {
    ContextNormalisation numbers = ContextNormalisation.of(context);
    return new Windows(numbers.normalise(context), numbers.normalise(target), numbers);
  }
}
