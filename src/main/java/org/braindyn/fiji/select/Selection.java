package org.braindyn.fiji.select;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The region that is chosen, and who wants to know. */
public final class Selection {
  private static final Selection SHARED = new Selection();

  private final List<Consumer<RegionKey>> listeners = new CopyOnWriteArrayList<>();
  private RegionKey chosen;

  /** That of all windows of this program. */
  public static Selection shared() {
    return SHARED;
  }

  /** The chosen region; null for none. */
  public synchronized RegionKey chosen() {
    return chosen;
  }

  /**
   * Chooses a region; the listeners hear of it if it is another one.
   *
   * @param region null for none
   */
  public void choose(RegionKey region) {
    synchronized (this) {
      if (Objects.equals(region, chosen)) {
        return;
      }
      chosen = region;
    }
    listeners.forEach(listener -> listener.accept(region));
  }

  /** Adds a listener, which hears the region that is chosen, null for none. */
  public void add(Consumer<RegionKey> listener) {
    listeners.add(listener);
  }

  /** Removes a listener. */
  public void remove(Consumer<RegionKey> listener) {
    listeners.remove(listener);
  }
}
