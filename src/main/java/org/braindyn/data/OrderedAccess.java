package org.braindyn.data;

import java.io.IOException;

/** Any frame of what can only be read in order; a step back begins anew. */
final class OrderedAccess implements Volume4D.FrameAccess {
  private final Volume4D volume;
  private Volume4D.FrameReader reader;
  private int next;

  OrderedAccess(Volume4D volume) {
    this.volume = volume;
  }

  @Override
  public synchronized void read(int frame, double[] values) throws IOException {
    if (reader == null || frame < next) {
      close();
      reader = volume.open();
      next = 0;
    }
    while (next <= frame) {
      reader.next(values);
      next++;
    }
    if (next == volume.frames()) {
      close();
    }
  }

  private void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
