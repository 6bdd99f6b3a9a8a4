package org.braindyn.kind;

import java.util.List;
import org.braindyn.forecast.Forecaster;

/**
 * What answers a stimulation under another assumption than a model's {@link
 * TrainedModel#responder}.
 *
 * @param assumption a name for titles, e.g. "one law on all links"
 * @param sentence what it is and when it is to be trusted
 * @param laws one or more; the answer is the mean of theirs
 */
public record OtherAnswer(String assumption, String sentence, List<Forecaster> laws) {
  /** Copies the list. */
  public OtherAnswer {
    laws = List.copyOf(laws);
  }
}
