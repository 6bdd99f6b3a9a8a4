package org.braindyn.io.connectome;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.io.door.Connectome;
import org.braindyn.io.door.ConnectomeDoor;
import org.braindyn.io.door.FileStart;

/**
 * A connectivity of The Virtual Brain: a zip with {@code weights.txt} and {@code centres.txt}
 * (label x y z in mm), also as {@code .bz2}. Read in memory, nothing is unpacked. There {@code
 * weights[i][j]} leads from j to i; here rows are sources, so the matrix is turned.
 */
public final class TvbZip implements ConnectomeDoor {
  private static final int MOST_CHARACTERS = 1 << 27;

  @Override
  public String format() {
    return "a connectivity of The Virtual Brain (.zip)";
  }

  @Override
  public boolean knows(FileStart file) {
    if (!file.zip()) {
      return false;
    }
    try (ZipFile zip = new ZipFile(file.path().toFile())) {
      return find(zip, "weights", file.name()) != null;
    } catch (IOException | RuntimeException e) {
      return file.text().contains("weights.txt");
    }
  }

  @Override
  public Connectome read(Path path, String variable) throws IOException {
    String file = path.getFileName().toString();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry weights = find(zip, "weights", file);
      if (weights == null) {
        throw new BadInput(file + " holds no weights.txt. Is it a connectivity of TVB?");
      }
      double[][] matrix = numbers(lines(zip, weights, file), file + " (weights)");
      ZipEntry centres = find(zip, "centres", file);
      ZipEntry places = centres == null ? find(zip, "centers", file) : centres;
      List<String> notes = new ArrayList<>();
      Regions regions =
          places == null
              ? Regions.numbered("Region", matrix.length)
              : regions(lines(zip, places, file), matrix.length, file, notes);
      if (places == null) {
        notes.add("The file has no centres.txt, so its regions have no names.");
      }
      Connectome read = new Connectome(regions, places != null, turned(matrix, file), notes, file);
      if (!read.symmetric()) {
        notes.add("In TVB rows are targets; the matrix was turned so that rows are sources.");
      }
      notes.add("Tract lengths and other files of the archive are not used.");
      return new Connectome(regions, places != null, read.weights(), notes, file);
    } catch (IOException | IllegalArgumentException e) {
      // the latter for names of entries that are no text
      String why = Reason.of(e);
      throw new BadInput(file + " is not a usable zip archive (" + why + "). Copy it again.", e);
    }
  }

  /** The entry of this name in any folder, without what a Mac adds; null if there is none. */
  private static ZipEntry find(ZipFile zip, String stem, String file) {
    ZipEntry found = null;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      String name = entry.getName();
      if (!name.contains("__MACOSX")
          && name.replaceFirst(".*/", "").matches("(?i)" + stem + "\\.(txt|csv)(\\.bz2)?")) {
        if (found != null) {
          throw new BadInput(
              file
                  + " holds two connectivities, "
                  + found.getName()
                  + " and "
                  + name
                  + ". Make an archive of one of them.");
        }
        found = entry;
      }
    }
    return found;
  }

  private static List<String> lines(ZipFile zip, ZipEntry entry, String file) throws IOException {
    try (InputStream raw = zip.getInputStream(entry);
        InputStream in =
            entry.getName().endsWith(".bz2") ? new BZip2CompressorInputStream(raw) : raw) {
      byte[] bytes = in.readNBytes(MOST_CHARACTERS + 1);
      if (bytes.length > MOST_CHARACTERS) {
        throw new BadInput(file + ": " + entry.getName() + " is too large for a connectivity.");
      }
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (BadInput e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new BadInput(
          file + ": " + entry.getName() + " is damaged (" + Reason.of(e) + "). Copy it again.", e);
    }
  }

  private static double[][] numbers(List<String> lines, String what) {
    double[][] rows = new double[lines.size()][];
    for (int i = 0; i < rows.length; i++) {
      String[] cells = lines.get(i).split("[\\s,;]+");
      rows[i] = new double[cells.length];
      for (int j = 0; j < cells.length; j++) {
        try {
          rows[i][j] = Double.parseDouble(cells[j]);
        } catch (NumberFormatException e) {
          throw new BadInput(
              what + ", line " + (i + 1) + ": \"" + cells[j] + "\" is no number.", e);
        }
      }
    }
    return rows;
  }

  private static double[][] turned(double[][] m, String file) {
    double[][] turned = new double[m.length][m.length];
    for (int i = 0; i < m.length; i++) {
      if (m[i].length != m.length) {
        throw new BadInput(
            String.format(
                "%s: line %d of the weights has %d numbers, but there are %d lines.",
                file, i + 1, m[i].length, m.length));
      }
      for (int j = 0; j < m.length; j++) {
        turned[j][i] = m[i][j];
      }
    }
    if (m.length == 0) {
      throw new BadInput(file + ": its weights are empty.");
    }
    return turned;
  }

  private static Regions regions(List<String> lines, int n, String file, List<String> notes) {
    if (lines.size() != n) {
      throw new BadInput(
          String.format(
              "%s: %d centres for a matrix of %d regions. They must go together.",
              file, lines.size(), n));
    }
    List<String[]> rows = lines.stream().map(TvbZip::centre).toList();
    List<Region> regions = new ArrayList<>();
    int unplaced = 0;
    for (Region region : Regions.named(rows.stream().map(row -> row[0]).toList())) {
      String[] row = rows.get(regions.size());
      double[] mm = {number(row[1]), number(row[2]), number(row[3])};
      boolean placed = !Double.isNaN(mm[0] + mm[1] + mm[2]);
      unplaced += placed ? 0 : 1;
      regions.add(placed ? region.at(mm) : region);
    }
    if (unplaced > 0) {
      notes.add(unplaced + " regions have no usable centre.");
    }
    return new Regions(regions);
  }

  /** Name, x, y, z: the last three cells are the place, a name may hold spaces and commas. */
  private static String[] centre(String line) {
    String[] cells = line.split(line.matches(".*\\s.*") ? "\\s+" : "[,;]");
    int n = cells.length;
    if (n < 4) {
      return new String[] {cells[0], "", "", ""};
    }
    String name = String.join(" ", java.util.Arrays.copyOf(cells, n - 3));
    return new String[] {name, cells[n - 3], cells[n - 2], cells[n - 1]};
  }

  private static double number(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
