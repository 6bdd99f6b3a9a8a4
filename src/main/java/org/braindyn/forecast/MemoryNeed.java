package org.braindyn.forecast;

import java.util.Locale;
import org.braindyn.data.BadInput;

/** Whether the sums behind a linear forecast fit into memory, asked before anything is computed. */
public final class MemoryNeed {
  /** Sums of everybody and of a part, beside what is made of them. */
  private static final int COPIES = 2;

  private static final double SHARE = 0.9;

  private MemoryNeed() {}

  /** What does not fit; whoever compares forecasts may do without this one. */
  public static final class NoRoom extends BadInput {
    private static final long serialVersionUID = 1L;

    NoRoom(String message) {
      super(message);
    }
  }

  /**
   * Refuses sums that do not fit.
   *
   * @param what the forecast, for the message
   * @param regions number of regions, for the message
   * @param bytes of one set of sums
   * @throws NoRoom naming kinds that need none
   */
  public static void check(String what, int regions, double bytes) {
    long room = Runtime.getRuntime().maxMemory();
    if (COPIES * bytes > SHARE * room) {
      throw new NoRoom(
          String.format(
              Locale.ROOT,
              "%s of %d regions needs at least %.1f GB of memory for sums over all pairs of regions,"
                  + " but there are %.1f GB. Choose a kind without such sums (released, continuous,"
                  + " damped persistence), use fewer regions or lags, or raise the memory in Edit >"
                  + " Options > Memory & Threads.",
              what,
              regions,
              COPIES * bytes / 1e9,
              room / 1e9));
    }
  }
}
