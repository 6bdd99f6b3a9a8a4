package org.braindyn.work;

import org.braindyn.data.Progress;

/** The progress of many pieces as one: their mean; stopping it stops all. */
final class PiecesProgress {
  private final int count;
  private final Progress whole;
  private double sum;
  private volatile boolean stopped;

  /**
   * @param count how many pieces there are
   * @param whole told of the mean
   */
  PiecesProgress(int count, Progress whole) {
    this.count = count;
    this.whole = whole;
  }

  /** Stops all pieces: one has failed, or the user wants it. */
  void stop() {
    stopped = true;
  }

  /** Says what all pieces together have come to. */
  void tell(String message) {
    double mean;
    synchronized (this) {
      mean = Math.min(1, sum / count);
    }
    whole.report(mean, message);
  }

  /** The progress of one more piece. */
  Progress piece() {
    return new Progress() {
      private double done;

      @Override
      public void report(double fraction, String message) {
        whole.report(mean(fraction), message);
      }

      private double mean(double fraction) {
        synchronized (PiecesProgress.this) {
          sum += Math.max(0, fraction - done);
          done = Math.max(done, fraction);
          return Math.min(1, sum / count);
        }
      }

      @Override
      public boolean cancelled() {
        return stopped || whole.cancelled();
      }
    };
  }
}
