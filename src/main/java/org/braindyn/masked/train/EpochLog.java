package org.braindyn.masked.train;

import java.util.List;

/**
 * What an epoch gave.
 *
 * @param epoch its number, from 1
 * @param loss mean training loss
 * @param validation R2 over the hidden values of the validation windows; NaN without any
 * @param anchor the same of the linear estimate alone; NaN where there is none
 * @param rate learning rate at its end
 * @param norm largest norm of a gradient before clipping
 */
public record EpochLog(
    int epoch, double loss, double validation, double anchor, double rate, double norm) {
  /** Epochs without progress after which a training stands still. */
  private static final int PATIENCE = 10;

  private static final double PROGRESS = 1e-4;

  /** True if the best R2 of the last ten epochs is no better than the best before. */
  public static boolean standsStill(List<EpochLog> log) {
    if (log.size() <= PATIENCE) {
      return false;
    }
    int cut = log.size() - PATIENCE;
    return !(best(log.subList(cut, log.size())) > best(log.subList(0, cut)) + PROGRESS);
  }

  private static double best(List<EpochLog> log) {
    return log.stream().mapToDouble(EpochLog::validation).max().orElse(Double.NaN);
  }
}
