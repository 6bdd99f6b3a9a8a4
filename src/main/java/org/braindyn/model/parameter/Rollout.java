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
 * @param forcing strength with which a solution is drawn to the truth at every step of a chunk, 0
 *     to 1 (generalised teacher forcing, Hess et al. 2023, ICML)
 */
public record Rollout(Loss loss, boolean[] truthAfterChunk, Seed dropout, double forcing) {
  /** Mean squared error, forecasts fed back, no dropout. */
  public static final Rollout FREE = new Rollout(Loss.MSE, null, null);

  /** Without forcing. */
  public Rollout(Loss loss, boolean[] truthAfterChunk, Seed dropout) {
    this(loss, truthAfterChunk, dropout, 0);
  }

  public boolean truthAfter(int chunk) {
    return truthAfterChunk != null && chunk < truthAfterChunk.length && truthAfterChunk[chunk];
  }
}
