package org.braindyn.planning;

import org.braindyn.data.BadInput;

/**
 * What a stimulator may do at one site: blocks of constant strength, one after the other.
 *
 * @param blocks how many blocks there are
 * @param blockFrames frames of a block
 * @param delay frames between a block and the answer of the site itself (BOLD: about 4 s; 0 for
 *     electrical signals)
 * @param most largest strength of a block, in sd of the site's own answer; infinite for none
 * @param balanced true if the strengths of a site must add up to 0
 * @param duration blocks that may be used, from the first; all or fewer
 * @param duty largest sum of absolute strengths, as a share of {@code most} in all blocks; 1 for
 *     none
 */
public record StimulationLimits(
    int blocks,
    int blockFrames,
    int delay,
    double most,
    boolean balanced,
    int duration,
    double duty) {
  /**
   * Checks that something remains possible.
   *
   * @throws BadInput that names the limit which leaves nothing, or two that contradict each other
   */
  public StimulationLimits {
    if (blocks < 1 || blockFrames < 1 || delay < 0) {
      throw new BadInput(
          "The waveform has "
              + blocks
              + " blocks of "
              + blockFrames
              + " frames and a delay of "
              + delay
              + ". Give 1 block or more, of 1 frame or more, and a delay of 0 or more.");
    }
    if (!(most > 0)) {
      throw new BadInput(
          "limit=" + most + " allows no stimulation at all. Give a largest strength above 0 sd.");
    }
    if (duration < 1 || duration > blocks) {
      throw new BadInput(
          "duration="
              + duration
              + " blocks: the waveform has "
              + blocks
              + ". Give a number from 1 to "
              + blocks
              + ".");
    }
    if (!(duty > 0 && duty <= 1)) {
      throw new BadInput("duty=" + duty + " is no share. Give a number above 0, 1 at most.");
    }
    if (duty < 1 && Double.isInfinite(most)) {
      throw new BadInput("duty=" + duty + " is a share of the limit. Give limit= too.");
    }
    if (balanced && duration < 2) {
      throw new BadInput(
          "balanced and duration=1 contradict each other: one block alone cannot add up to 0. Allow"
              + " 2 blocks or more, or leave balanced out.");
    }
  }

  /** Blocks without any limit. */
  public static StimulationLimits free(int blocks, int blockFrames, int delay) {
    return new StimulationLimits(
        blocks, blockFrames, delay, Double.POSITIVE_INFINITY, false, blocks, 1);
  }

  /** True if the least energy alone decides. */
  public boolean unlimited() {
    return Double.isInfinite(most) && !balanced && duration == blocks;
  }

  /** Largest sum of absolute strengths of a site. */
  double dose() {
    return duty == 1 ? Double.POSITIVE_INFINITY : duty * most * blocks;
  }
}
