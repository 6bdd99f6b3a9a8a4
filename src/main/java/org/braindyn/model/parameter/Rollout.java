package org.braindyn.model.parameter;

import org.braindyn.data.Seed;

/**
 * How a training pass runs through chunks.
 *
 * @param loss what is minimised
 * @param truthAfterChunk for every chunk but the last: true if the truth, not the forecast, becomes
 *     the context of the next chunk (teacher forcing; scheduled sampling draws these); null means
 *     never. Gradients run through forecasts that are fed back, not through truth
 * @param dropout seed of this pass's dropout masks; null means no dropout
 */
public record Rollout(Loss loss, boolean[] truthAfterChunk, Seed dropout) {
  /** Mean squared error, forecasts fed back, no dropout. */
  public static final Rollout FREE = new Rollout(Loss.MSE, null, null);

  public boolean truthAfter(int chunk) {
    return truthAfterChunk != null && chunk < truthAfterChunk.length && truthAfterChunk[chunk];
  }
}
