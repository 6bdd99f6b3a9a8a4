package org.braindyn.api;

import java.util.function.BiConsumer;
import org.braindyn.data.Progress;

/**
 * Watches long work and can stop it: given to settings by their {@code watch}. After {@link
 * #cancel()}, from any thread, the work ends within about a second by throwing {@link
 * org.braindyn.data.Cancelled}.
 */
public final class Watch implements Progress {
  private final BiConsumer<Double, String> listener;
  private volatile boolean cancelled;

  private Watch(BiConsumer<Double, String> listener) {
    this.listener = listener;
  }

  /**
   * A watch.
   *
   * @param listener hears the share of the work done, 0 to 1, and what is being done (may be null);
   *     it is called from several threads
   * @return the watch
   */
  public static Watch of(BiConsumer<Double, String> listener) {
    return new Watch(listener);
  }

  /** Stops the work. */
  public void cancel() {
    cancelled = true;
  }

  /** {@inheritDoc} */
  @Override
  public void report(double fraction, String message) {
    listener.accept(fraction, message);
  }

  /** {@inheritDoc} */
  @Override
  public boolean cancelled() {
    return cancelled;
  }
}
