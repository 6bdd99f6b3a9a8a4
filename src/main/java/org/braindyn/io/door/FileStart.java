package org.braindyn.io.door;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /**
   * Looks at a file.
   *
   * @throws BadInput if there is none or it is empty
   */
  public static FileStart of(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new BadInput("There is no file " + path + ".");
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(path), MOST)) {
      byte[] bytes = raw.readNBytes(MOST);
      boolean gzip = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
      if (bytes.length == 0) {
        throw new BadInput(
            path.getFileName() + " is empty (0 bytes). Copy or download the file again.");
      }
      return new FileStart(path, gzip ? inflated(path, bytes) : bytes, Files.size(path), gzip);
    } catch (IOException e) {
      throw new BadInput(path + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  private static byte[] inflated(Path path, byte[] raw) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
      return in.readNBytes(MOST);
    } catch (IOException e) {
      return raw; // its reader says what is wrong with it
    }
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
