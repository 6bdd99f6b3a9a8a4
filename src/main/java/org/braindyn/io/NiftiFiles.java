package org.braindyn.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;

/** Which file holds the header and which the voxels, and how to read either. */
public final class NiftiFiles {
  /** Bytes that hold any header. */
  public static final int HEADER = 544;

  private static final int BUFFER = 1 << 16;

  /** Deflate cannot shrink data further than this (zlib's technical notes: 1032 to 1). */
  private static final long MOST_SHRUNK = 1032;

  private NiftiFiles() {}

  /** The file's bytes, inflated if it starts as a gzip file does, whatever its name. */
  public static InputStream stream(Path path) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    boolean gzip = false;
    try {
      raw.mark(2);
      gzip = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return gzip ? new GZIPInputStream(raw, BUFFER) : raw;
    } catch (IOException e) {
      raw.close();
      if (!gzip) {
        throw e;
      }
      throw new BadInput(name(path) + " is not a usable gzip file. Copy it again.", e);
    }
  }

  /** True if it starts as a gzip file does, whatever its name. */
  public static boolean gzipped(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }

  /** First bytes of the file, up to 544; fewer only if the file is shorter. */
  public static byte[] start(Path path) throws IOException {
    try (InputStream in = stream(path)) {
      return in.readNBytes(HEADER);
    } catch (IOException e) {
      throw new BadInput(
          name(path)
              + " is damaged or cut off within its first bytes ("
              + Reason.of(e)
              + "). Copy or download it again.",
          e);
    }
  }

  /** Most bytes that the file can hold once inflated. */
  public static long capacity(Path path) throws IOException {
    return capacity(Files.size(path), gzipped(path));
  }

  /** The same of a file whose size is known. */
  public static long capacity(long size, boolean gzipped) {
    return gzipped ? size * MOST_SHRUNK : size;
  }

  /** True if the name is that of one half of a header/image pair. */
  public static boolean isPair(Path path) {
    return name(path).toLowerCase(Locale.ROOT).matches(".*\\.(hdr|img)(\\.gz)?");
  }

  /**
   * The other half of a header/image pair, in the same folder: same name, same case of the ending,
   * .gz or not.
   *
   * @param wanted "hdr" or "img"
   */
  public static Path half(Path path, String wanted) {
    String name = name(path);
    String stem = name.replaceFirst("(?i)\\.(hdr|img)(\\.gz)?$", "");
    for (String ending : new String[] {wanted, wanted.toUpperCase(Locale.ROOT)}) {
      for (String gz : new String[] {"", ".gz"}) {
        Path candidate = path.resolveSibling(stem + "." + ending + gz);
        if (Files.isRegularFile(candidate)) {
          return candidate;
        }
      }
    }
    String missing = wanted.equals("img") ? "voxels" : "header";
    throw new BadInput(
        name
            + " is one half of a pair, but the "
            + missing
            + " "
            + stem
            + "."
            + wanted
            + " is not beside it. Put both files into one folder.");
  }

  public static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
