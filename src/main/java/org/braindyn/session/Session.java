package org.braindyn.session;

import java.util.ArrayList;
import java.util.List;

/** All commands of this session that ended well, in order. */
public final class Session {
  private static final int MOST = 10_000;
  private static final List<Done> DONE = new ArrayList<>();

  private Session() {}

  /** Remembers a command. */
  public static synchronized void add(Done done) {
    if (DONE.size() == MOST) {
      DONE.remove(0); // a batch of days should not fill memory
    }
    DONE.add(done);
  }

  /** What has run so far. */
  public static synchronized List<Done> all() {
    return List.copyOf(DONE);
  }

  /** Forgets everything. */
  public static synchronized void clear() {
    DONE.clear();
  }
}
