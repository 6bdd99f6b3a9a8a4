package org.braindyn.data;

/**
 * The user stopped the work ({@link Progress#cancelled()}) and nothing useful was left to return.
 */
public class Cancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the work that was stopped, e.g. "parcellation"
   */
  public Cancelled(String what) {
    super(what + " was cancelled");
  }

  /** Throws if the user asked to stop. */
  public static void check(Progress progress, String what) {
    if (progress.cancelled()) {
      throw new Cancelled(what);
    }
  }
}
