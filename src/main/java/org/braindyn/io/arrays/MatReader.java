package org.braindyn.io.arrays;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/**
 * Reads MATLAB 5 files in no more memory than the file can fill, whatever a damaged one claims:
 * deflate shrinks data to a 1032nd at most.
 */
public final class MatReader extends Mat5Reader {
  private static final long MOST_SHRUNK = 1032;
  private static final long SLACK = 1 << 16;

  /** Above this a length of four bytes and its type, packed into one number, cannot be. */
  private static final long SHORT = 1 << 19;

  private final long[] left;

  private MatReader(Source source, long[] left, long longest) {
    super(new MatSource(source, longest));
    this.left = left;
    setBufferAllocator(
        new BufferAllocator() {
          @Override
          public ByteBuffer allocate(int bytes) {
            take(bytes);
            return ByteBuffer.allocate(bytes);
          }

          @Override
          public void release(ByteBuffer buffer) {
            // left to the garbage collector
          }
        });
  }

  /**
   * Reads everything.
   *
   * @throws IOException if the file is damaged in a way that its reader notices
   * @throws RuntimeException if it is damaged in another way, or claims more than it can hold
   */
  public static Mat5File read(Path path) throws IOException {
    long size = Files.size(path);
    long most = MOST_SHRUNK * size + SLACK;
    try (Source source = Sources.openFile(path.toFile())) {
      return new MatReader(source, new long[] {most}, Math.max(SHORT, size)).readMat();
    }
  }

  private void take(long bytes) {
    left[0] -= bytes;
    if (bytes < 0 || left[0] < 0) {
      throw new IllegalArgumentException("it claims more values than it can hold.");
    }
  }

  @Override
  protected Array[][] readValues(EntryHeader header, int columns, String[] names)
      throws IOException {
    // Eight bytes are the least that an element takes in the file.
    take(8L * columns * header.getNumElements());
    return super.readValues(header, columns, names);
  }

  @Override
  protected Mat5Reader createChildReader(Source source) {
    return new MatReader(source, left, Math.max(SHORT, left[0]));
  }
}
