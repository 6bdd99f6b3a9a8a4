package org.braindyn.masked.token;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Precision;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.kernel.attention.TokenOps;

/**
 * What one thread computes with: a kernel, loops, and scratch memory that is reused from call to
 * call. Slots are numbers from {@link Slot}; what was in one is lost when its next user asks.
 */
public final class Worker implements AutoCloseable {
  private static final int PIECE = 1 << 16;

  private final Kernel kernel;
  private final TokenOps ops;
  private final List<Panel> panels = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Vec> vecs = new ArrayList<>();
  private final Team alone;

  Worker(Precision precision) {
    kernel = Kernel.best(precision);
    ops = new TokenOps(precision);
    alone = new Team(List.of(this));
  }

  /** Products and arrays. */
  public Kernel kernel() {
    return kernel;
  }

  /** Loops. */
  public TokenOps ops() {
    return ops;
  }

  /** A team of this worker alone, for work inside work. */
  public Team alone() {
    return alone;
  }

  /** Scratch panel of at least this many numbers. */
  public Panel panel(Slot slot, int size) {
    int i = slot.ordinal();
    while (panels.size() <= i) {
      panels.add(null);
      sizes.add(0);
    }
    if (sizes.get(i) < size) {
      if (panels.get(i) != null) {
        panels.get(i).close();
      }
      panels.set(i, kernel.panel(size));
      sizes.set(i, size);
    }
    return panels.get(i);
  }

  /** Scratch array of at least this many numbers. */
  public Vec vec(Slot slot, int size) {
    int i = slot.ordinal();
    while (vecs.size() <= i) {
      vecs.add(null);
    }
    if (vecs.get(i) == null || vecs.get(i).length() < size) {
      vecs.set(i, kernel.vec(size));
    }
    return vecs.get(i);
  }

  /** Adds numbers of a panel piece by piece, without an array as large as all of them. */
  void add(Panel from, int at, Vec into, int to, int n) {
    Vec piece = vec(Slot.GRADIENT, Math.min(n, PIECE));
    for (int done = 0; done < n; done += PIECE) {
      int some = Math.min(PIECE, n - done);
      from.get(at + done, piece, 0, some);
      into.addScaled(to + done, 1, piece, 0, some);
    }
  }

  @Override
  public void close() {
    kernel.close();
    panels.clear();
    sizes.clear();
    vecs.clear();
  }
}
