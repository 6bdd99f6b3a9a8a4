package org.braindyn.io.arrays;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** How long an HDF5 file says it is (HDF5 file format specification 3.0, II.A superblock). */
final class Hdf5Superblock {
  private static final long SIGNATURE = 0x0a1a0a0d46444889L;

  private Hdf5Superblock() {}

  /** The end-of-file address; 0 if there is no superblock, or it does not tell. */
  static long endOfFile(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      // The signature stands at byte 0, 512, 1024, 2048 ...
      for (long at = 0; at + 48 <= channel.size() && at < 1 << 20; at = at == 0 ? 512 : 2 * at) {
        ByteBuffer b = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        channel.read(b, at);
        if (b.getLong(0) == SIGNATURE) {
          int version = b.get(8);
          int sizeOfOffsets = b.get(version < 2 ? 13 : 9);
          int position = version < 2 ? (version == 1 ? 44 : 40) : 28;
          return sizeOfOffsets == 8 && position + 8 <= 48 ? Math.max(0, b.getLong(position)) : 0;
        }
      }
    }
    return 0;
  }
}
