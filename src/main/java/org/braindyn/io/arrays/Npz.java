package org.braindyn.io.arrays;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.io.AtomicFile;

/**
 * NumPy's .npz: a zip of {@link Npy} files, stored or deflated, zip64 where NumPy writes it. What
 * is written depends on the arrays only, not on the time, so equal content gives equal bytes.
 */
public final class Npz {
  private Npz() {}

  /**
   * Reads all arrays, in the file's order, by name without ".npy".
   *
   * @throws BadInput if the file is missing, not a zip, or holds something else
   */
  public static Map<String, NpyArray> read(Path file) throws IOException {
    return read(file, null);
  }

  /**
   * Reads the arrays of numbers and texts, also rows of texts (one line each); others are passed
   * over.
   *
   * @throws BadInput if the file is missing, not a zip, or damaged
   */
  public static Map<String, NpyArray> readNumbers(Path file) throws IOException {
    return read(file, new ArrayList<>(), true);
  }

  /**
   * Reads the arrays that can be read.
   *
   * @param others gets the names of arrays of a kind that is not numbers or text; null to refuse
   *     such arrays
   */
  static Map<String, NpyArray> read(Path file, List<String> others) throws IOException {
    return read(file, others, false);
  }

  private static Map<String, NpyArray> read(Path file, List<String> others, boolean lists)
      throws IOException {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (!name.endsWith(".npy")) {
          continue;
        }
        String key = name.substring(0, name.length() - 4);
        try {
          arrays.put(key, array(zip, entry, file.getFileName() + " (" + key + ")", lists));
        } catch (Npy.OtherKind e) {
          if (others == null) {
            throw e;
          }
          others.add(key);
        }
      }
    } catch (NoSuchFileException | java.io.FileNotFoundException e) {
      throw new BadInput("There is no file " + file + ".", e);
    } catch (ZipException | IllegalArgumentException e) {
      // the latter for names of entries that are no text
      throw new BadInput(
          file + " is not an .npz file, or it is damaged (" + Reason.of(e) + ").", e);
    }
    return arrays;
  }

  /** One array; Java's ZipFile does not compare the check sum itself. */
  private static NpyArray array(ZipFile zip, ZipEntry entry, String name, boolean lists)
      throws IOException {
    try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
      NpyArray array = Npy.read(in, name, entry.getSize(), lists);
      in.transferTo(OutputStream.nullOutputStream());
      if (entry.getCrc() != -1 && in.getChecksum().getValue() != entry.getCrc()) {
        throw new BadInput(name + " is damaged: its check sum is wrong. Copy or make it again.");
      }
      return array;
    } catch (ZipException | EOFException | ArithmeticException e) {
      throw new BadInput(name + " is damaged (" + Reason.of(e) + "). Make it again.", e);
    }
  }

  /** Writes arrays in their order, to a temporary name first, then moved into place. */
  public static void write(Path file, Map<String, NpyArray> arrays) throws IOException {
    AtomicFile.write(
        file,
        raw -> {
          ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(raw, 1 << 16));
          for (Map.Entry<String, NpyArray> e : arrays.entrySet()) {
            ZipEntry entry = new ZipEntry(e.getKey() + ".npy");
            entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 2, 0, 0));
            zip.putNextEntry(entry);
            Npy.write(zip, e.getValue());
            zip.closeEntry();
          }
          zip.finish();
          zip.flush();
        });
  }
}
