package org.braindyn.kind;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.braindyn.data.RegionSignals;
import org.braindyn.signal.Recording;

/**
 * SHA-256 of a recording's values, row by row, as big-endian doubles of values rounded to float: a
 * file and the image that ImageJ made of it have the same.
 */
public final class RecordingHash {
  private RecordingHash() {}

  public static String of(RegionSignals signals) {
    return of(Recording.of(signals));
  }

  public static String of(Recording recording) {
    if (recording.hash() != null) {
      return recording.hash();
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      double[] row = new double[recording.frames()];
      ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * row.length);
      for (int n = 0; n < recording.regions(); n++) {
        recording.read(n, 0, row.length, row, 0);
        bytes.clear();
        for (double value : row) {
          bytes.putDouble((float) value);
        }
        digest.update(bytes.array());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }
}
