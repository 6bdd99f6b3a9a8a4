package org.braindyn.io.nifti;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads (and so inflates) a stream in its own thread a few blocks ahead of its user. Memory is
 * {@value #BLOCKS} blocks of {@value #BLOCK} bytes, whatever the length of the stream.
 */
final class ReadAhead extends InputStream {
  private static final int BLOCK = 1 << 17;
  private static final int BLOCKS = 16;

  private record Block(byte[] bytes, int length, Throwable failure) {}

  private final InputStream in;
  private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(BLOCKS);
  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS + 1);
  private final Thread thread;
  private Block block;
  private int position;

  ReadAhead(InputStream in, String name) {
    this.in = in;
    thread = new Thread(this::fill, "read " + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void fill() {
    try (InputStream source = in) {
      int n;
      int made = 0;
      do {
        byte[] bytes = empty.poll();
        if (bytes == null) {
          // Small files need few blocks.
          bytes = made++ < BLOCKS ? new byte[BLOCK] : empty.take();
        }
        n = source.readNBytes(bytes, 0, bytes.length);
        full.put(new Block(bytes, n, null));
      } while (n > 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      // Handed to the reader; there is always room for one more block.
      full.add(new Block(null, 0, e));
    }
  }

  @Override
  public int read(byte[] out, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (block == null || (position == block.length && block.length > 0)) {
      advance();
    }
    if (block.failure != null) {
      throw new IOException(block.failure);
    }
    if (block.length == 0) {
      return -1;
    }
    int n = Math.min(length, block.length - position);
    System.arraycopy(block.bytes, position, out, offset, n);
    position += n;
    return n;
  }

  private void advance() throws IOException {
    try {
      if (block != null) {
        empty.put(block.bytes);
      }
      block = full.take();
      position = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
