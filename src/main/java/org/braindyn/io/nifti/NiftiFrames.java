package org.braindyn.io.nifti;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Volume4D;
import org.braindyn.io.NiftiFiles;

/**
 * Any frame of an uncompressed file by its position. The file is open only while a frame is read,
 * so that it can be moved or deleted meanwhile.
 */
final class NiftiFrames implements Volume4D.FrameAccess {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final int BUFFER = 1 << 20;

  private final NiftiHeader header;
  private final Path voxels;
  private final byte[] bytes;

  private NiftiFrames(NiftiHeader header, Path voxels) {
    this.header = header;
    this.voxels = voxels;
    bytes = new byte[Math.multiplyExact(header.grid().voxels(), header.type().bytes())];
  }

  /**
   * @param data file of the voxels; if it is a gzip file, an inflated copy lies in the folder for
   *     temporary files as long as the result is in use
   */
  static NiftiFrames of(NiftiHeader header, Path data, String name, Progress progress)
      throws IOException {
    if (!NiftiFiles.gzipped(data)) {
      return new NiftiFrames(header, data);
    }
    Path copy = Files.createTempFile("braindyn-", ".nii");
    boolean done = false;
    try {
      inflate(header, data, copy, name, progress);
      NiftiFrames frames = new NiftiFrames(header, copy);
      copy.toFile().deleteOnExit();
      CLEANER.register(frames, () -> copy.toFile().delete());
      done = true;
      return frames;
    } finally {
      if (!done) {
        Files.deleteIfExists(copy);
      }
    }
  }

  private static void inflate(
      NiftiHeader header, Path data, Path copy, String name, Progress progress) throws IOException {
    long wanted = header.offset() + header.dataBytes();
    long room = Files.getFileStore(copy).getUsableSpace();
    if (wanted > room) {
      throw new BadInput(
          String.format(
              "%s takes %d MB inflated; %s, for temporary files, has room for %d MB. Free some,"
                  + " give Java more memory, or inflate the file yourself (gunzip).",
              name, wanted >> 20, copy.getParent(), room >> 20));
    }
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = new ReadAhead(NiftiFiles.stream(data), name);
        OutputStream out = Files.newOutputStream(copy)) {
      for (long done = 0; done < wanted; ) {
        Cancelled.check(progress, "inflating " + name);
        int n = in.readNBytes(buffer, 0, (int) Math.min(BUFFER, wanted - done));
        if (n == 0) {
          throw new BadInput(name + " ends early. Copy or download the file again.");
        }
        out.write(buffer, 0, n);
        done += n;
        progress.report((double) done / wanted, "inflating " + name);
      }
    }
  }

  @Override
  public synchronized void read(int frame, double[] values) throws IOException {
    if (frame < 0 || frame >= header.frames()) {
      throw new EOFException("there are only " + header.frames() + " frames");
    }
    try (SeekableByteChannel file = Files.newByteChannel(voxels)) {
      file.position(header.offset() + (long) frame * bytes.length);
      ByteBuffer all = ByteBuffer.wrap(bytes);
      while (all.hasRemaining()) {
        if (file.read(all) < 0) {
          throw new EOFException("the file ends early");
        }
      }
    }
    header.decode(bytes, values, 0, header.grid().voxels());
  }
}
