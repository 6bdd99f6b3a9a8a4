package org.braindyn.kind;

import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.signal.ContextNormalisation;

/**
 * Which data a model has learnt from and may be applied to.
 *
 * @param regions the regions, in order; null if unknown
 * @param interval time between samples in s; NaN if unknown
 * @param normalisation what was done to contexts: "context" (z-score by the context), "context, sd
 *     at least X" (the same; smaller standard deviations count as X, docs/adr/0051) or "none"
 * @param division how the data were divided, a phrase; empty if unknown
 * @param trained people who trained; empty for one recording
 * @param chose people who chose epochs and penalties
 * @param tested people left out
 * @param hashes SHA-256 of recordings by their names
 */
public record DataIdentity(
    Regions regions,
    double interval,
    String normalisation,
    String division,
    List<String> trained,
    List<String> chose,
    List<String> tested,
    Map<String, String> hashes) {
  private static final String CONTEXT = "context";
  private static final String AT_LEAST = CONTEXT + ", sd at least ";

  /** The same, of contexts with this smallest standard deviation, in the recordings' unit. */
  public DataIdentity withFloor(double floor) {
    if (!CONTEXT.equals(normalisation) || floor <= ContextNormalisation.FLOOR) {
      return this;
    }
    return new DataIdentity(
        regions, interval, AT_LEAST + floor, division, trained, chose, tested, hashes);
  }

  /** Whether contexts are z-scored before the model sees them. */
  public boolean scalesContexts() {
    return CONTEXT.equals(normalisation) || normalisation.startsWith(AT_LEAST);
  }

  /**
   * The smallest standard deviation of a context, in the recordings' unit: what the model was
   * trained with, and must be asked with.
   */
  public double floor() {
    if (!normalisation.startsWith(AT_LEAST)) {
      return ContextNormalisation.FLOOR;
    }
    String number = normalisation.substring(AT_LEAST.length());
    try {
      double floor = Double.parseDouble(number);
      if (floor > 0 && Double.isFinite(floor)) {
        return floor;
      }
    } catch (NumberFormatException e) {
      // the same error as of a number that cannot be
    }
    throw new BadInput(
        "The model file says that contexts were scaled with \""
            + normalisation
            + "\", and "
            + number
            + " is no standard deviation. Use the file as it was saved.");
  }
}
