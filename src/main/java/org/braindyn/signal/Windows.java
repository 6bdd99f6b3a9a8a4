package org.braindyn.signal;

import java.util.Collections;
import java.util.List;
import org.braindyn.data.SignalBatch;

/**
 * Windows cut from recordings and normalised by their contexts.
 *
 * @param context what a forecaster sees, [window, region, step, signal], in context standard
 *     deviations
 * @param target what followed, [window, region, step ahead, signal], in the same units
 * @param normalisation the numbers that lead back to the recording's unit
 * @param persons whose each window is
 */
public record Windows(
    SignalBatch context,
    SignalBatch target,
    ContextNormalisation normalisation,
    List<String> persons) {
  /** Number of windows. */
  public int size() {
    return context.windows();
  }

  /** Normalises raw contexts and what followed them; of nobody known. */
  public static Windows ofRaw(SignalBatch context, SignalBatch target) {
    return ofRaw(context, target, Collections.nCopies(context.windows(), ""));
  }

  /** Normalises raw contexts and what followed them. */
  public static Windows ofRaw(SignalBatch context, SignalBatch target, List<String> persons) {
    return ofRaw(context, target, persons, ContextNormalisation.FLOOR);
  }

  /** As before, with another smallest standard deviation, in the recording's unit. */
  public static Windows ofRaw(
      SignalBatch context, SignalBatch target, List<String> persons, double floor) {
    ContextNormalisation numbers = ContextNormalisation.of(context, floor);
    return new Windows(
        numbers.normalise(context), numbers.normalise(target), numbers, List.copyOf(persons));
  }
}
