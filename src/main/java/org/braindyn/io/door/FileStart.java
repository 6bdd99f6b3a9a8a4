package org.braindyn.io.door;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;

/**
 * What a file shows before it is read: its name and its first bytes.
 *
 * @param path the file
 * @param bytes up to {@value #MOST} bytes from its start, inflated if it is a gzip file
 * @param size bytes of the file as it lies on the disk
 * @param gzipped true if it starts as a gzip file does
 */
public record FileStart(Path path, byte[] bytes, long size, boolean gzipped) {
  private static final int MOST = 4096;

  /** Bytes of a gzip file that hold as many inflated ones. */
  private static final int RAW = 1 << 14;

  /**
   * Looks at a file.
   *
   * @throws BadInput if there is none or it is empty
   */
  public static FileStart of(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new BadInput("There is no file " + path + ".");
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(path), RAW)) {
      byte[] bytes = raw.readNBytes(RAW);
      boolean gzip = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
      if (bytes.length == 0) {
        throw new BadInput(
            path.getFileName() + " is empty (0 bytes). Copy or download the file again.");
      }
      byte[] first = gzip ? inflated(bytes) : bytes;
      first = Arrays.copyOf(first, Math.min(MOST, first.length));
      return new FileStart(path, first, Files.size(path), gzip);
    } catch (IOException e) {
      throw new BadInput(path + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  private static byte[] inflated(byte[] raw) {
    byte[] bytes = new byte[MOST];
    int got = 0;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      for (int n = 0; n >= 0 && got < MOST; n = in.read(bytes, got, MOST - got)) {
        got += n;
      }
    } catch (IOException e) {
      // what was cut off here, or its reader says what is wrong with it
    }
    return got == 0 ? raw : Arrays.copyOf(bytes, got);
  }

  /** File name in lower case. */
  public String name() {
    return path.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  /** True if the name ends in one of these (in lower case). */
  public boolean ends(String... endings) {
    for (String ending : endings) {
      if (name().endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** True if the file begins with this text. */
  public boolean starts(String text) {
    return text().startsWith(text);
  }

  /** The first bytes as characters of one byte each. */
  public String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** True if it is an HDF5 file. */
  public boolean hdf5() {
    return starts("\u0089HDF\r\n\u001a\n") || text().startsWith("\u0089HDF\r\n\u001a\n", 512);
  }

  /** True if it is a zip archive. */
  public boolean zip() {
    return starts("PK\u0003\u0004") || starts("PK\u0005\u0006");
  }
}
