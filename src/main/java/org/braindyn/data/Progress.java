package org.braindyn.data;

/**
 * How long work reports and is stopped. Tool classes know this and no user interface.
 *
 * <p>Implementations must be safe to call from several threads.
 */
public interface Progress {
  /** Work that nobody watches and nobody stops. */
  Progress NONE =
      new Progress() {
        @Override
        public void report(double fraction, String message) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Reports progress.
   *
   * @param fraction share of the work done, 0 to 1
   * @param message what is being done now, for a status line; may be null to keep the last one
   */
  void report(double fraction, String message);

  /** True once the user wants the work to stop; asked at least once a second. */
  boolean cancelled();

  /** The same work for a part of it that cannot tell how far it is: stopped alike, silent. */
  default Progress quiet() {
    Progress whole = this;
    return new Progress() {
      @Override
      public void report(double fraction, String message) {}

      @Override
      public boolean cancelled() {
        return whole.cancelled();
      }
    };
  }

  /**
   * A part of this work: its fractions fill a stretch of the whole's.
   *
   * @param from fraction of the whole at which the part begins
   * @param to fraction of the whole at which it ends
   */
  default Progress part(double from, double to) {
    return part(from, to, null);
  }

  /**
   * The same, every message beginning with what the part is.
   *
   * @param what e.g. "fold 2 of 5"; null for nothing
   */
  default Progress part(double from, double to, String what) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        String said = message == null || what == null ? message : what + ": " + message;
        whole.report(from + (to - from) * fraction, said);
      }

      @Override
      public boolean cancelled() {
        return whole.cancelled();
      }
    };
  }
}
