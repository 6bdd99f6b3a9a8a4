package org.braindyn.fiji.bridge;

import ij.IJ;
import org.braindyn.data.Progress;

/** Progress in ImageJ's status bar; Esc stops the work. */
final class ImageJProgress implements Progress {
  private static final long PAUSE_NANOS = 50_000_000L;
  private final TimeLeft left = new TimeLeft(System.nanoTime());
  private volatile long last;

  @Override
  public void report(double fraction, String message) {
    long now = System.nanoTime();
    if (now - last < PAUSE_NANOS && fraction < 1) {
      return;
    }
    last = now;
    if (message != null) {
      boolean told = message.contains(" left"); // the work knows better itself
      IJ.showStatus("BrainDyn: " + message + (told ? "" : left.words(fraction, now)));
    }
    IJ.showProgress(Math.min(1, Math.max(0, fraction)));
  }

  @Override
  public boolean cancelled() {
    return IJ.escapePressed() || Thread.currentThread().isInterrupted();
  }
}
