package org.braindyn.io.cifti;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.FilledFile;

/**
 * Writes region signals as CIFTI-2 {@code .ptseries.nii}: values as 64-bit floating point, so that
 * they read back exactly; step in seconds; every parcel with its name and, where the label image is
 * given, its voxels.
 */
public final class PtSeriesWriter {
  private static final int INTENT = 3004;
  private static final int FLOAT64 = 64;

  private PtSeriesWriter() {}

  /**
   * Writes a file.
   *
   * @param path ends in .ptseries.nii
   * @param signals values in the recording's own unit; their interval must be known
   * @param labels label image of the regions, in mm, or null: the parcels then have no voxels
   * @throws BadInput if the interval is unknown or the name has another ending
   */
  public static void write(Path path, RegionSignals signals, Labels3D labels) throws IOException {
    if (!path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ptseries.nii")) {
      throw new BadInput("Cannot write " + path + ": the name must end in .ptseries.nii.");
    }
    if (!(signals.interval() > 0)) {
      throw new BadInput(
          "Cannot write "
              + path
              + ": the time between samples is unknown, and a CIFTI series must say it. Give the"
              + " interval (in s).");
    }
    FilledFile.write(path, signals);
    byte[] xml = xml(signals, labels).getBytes(StandardCharsets.UTF_8);
    // The values begin at a multiple of 16 bytes, as every extension must be long.
    int extension = (xml.length + 8 + 15) / 16 * 16;
    int offset = (CiftiHeader.BYTES + 4 + extension + 15) / 16 * 16;
    ByteBuffer head = header(signals, offset);
    head.putInt(CiftiHeader.BYTES + 4, offset - CiftiHeader.BYTES - 4);
    head.putInt(CiftiHeader.BYTES + 8, CiftiHeader.XML_CODE);
    head.position(CiftiHeader.BYTES + 12).put(xml);
    ByteBuffer row = ByteBuffer.allocate(8 * signals.frames()).order(ByteOrder.LITTLE_ENDIAN);
    AtomicFile.write(
        path,
        out -> {
          out.write(head.array());
          for (double[] values : signals.values()) {
            row.clear();
            for (double value : values) {
              row.putDouble(value);
            }
            out.write(row.array());
          }
        });
  }

  private static ByteBuffer header(RegionSignals signals, int offset) {
    ByteBuffer b = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt(0, CiftiHeader.BYTES);
    b.position(4).put("n+2\0\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
    b.putShort(12, (short) FLOAT64).putShort(14, (short) 64);
    long[] dim = {6, 1, 1, 1, 1, signals.frames(), signals.size(), 1};
    for (int i = 0; i < 8; i++) {
      b.putLong(16 + 8 * i, dim[i]).putDouble(104 + 8 * i, 1);
    }
    b.putLong(168, offset).putDouble(176, 1).putDouble(184, 0);
    b.putInt(500, 2 + 8).putInt(504, INTENT); // mm and s
    b.position(508).put("ConnParcelSries".getBytes(StandardCharsets.US_ASCII));
    b.put(CiftiHeader.BYTES, (byte) 1); // an extension follows
    return b;
  }

  private static String xml(RegionSignals signals, Labels3D labels) {
    StringBuilder x = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    x.append("<CIFTI Version=\"2\"><Matrix><MetaData><MD><Name>Provenance</Name><Value>BrainDyn: ")
        .append(escaped(signals.source()))
        .append("</Value></MD></MetaData>")
        .append("<MatrixIndicesMap AppliesToMatrixDimension=\"0\"")
        .append(" IndicesMapToDataType=\"CIFTI_INDEX_TYPE_SERIES\" NumberOfSeriesPoints=\"")
        .append(signals.frames())
        .append("\" SeriesExponent=\"0\" SeriesStart=\"0\" SeriesStep=\"")
        .append(signals.interval())
        .append("\" SeriesUnit=\"SECOND\"/><MatrixIndicesMap AppliesToMatrixDimension=\"1\"")
        .append(" IndicesMapToDataType=\"CIFTI_INDEX_TYPE_PARCELS\">");
    if (labels != null) {
      volume(x, labels.grid());
    }
    Map<Integer, StringBuilder> voxels = labels == null ? Map.of() : voxels(labels);
    for (Region region : signals.regions()) {
      x.append("<Parcel Name=\"").append(escaped(region.name())).append("\">");
      StringBuilder own = region.hasLabel() ? voxels.get(region.label()) : null;
      if (own != null) {
        x.append("<VoxelIndicesIJK>").append(own).append("</VoxelIndicesIJK>");
      }
      x.append("</Parcel>");
    }
    return x.append("</MatrixIndicesMap></Matrix></CIFTI>\n").toString();
  }

  private static void volume(StringBuilder x, Grid grid) {
    int[] size = grid.size();
    x.append("<Volume VolumeDimensions=\"" + size[0] + "," + size[1] + "," + size[2] + "\">")
        .append("<TransformationMatrixVoxelIndicesIJKtoXYZ MeterExponent=\"-3\">");
    for (double[] row : grid.affine()) {
      for (double cell : row) {
        x.append(cell).append(' ');
      }
    }
    x.append("0 0 0 1</TransformationMatrixVoxelIndicesIJKtoXYZ></Volume>");
  }

  /** Voxel indices i j k of every label, one voxel per line. */
  private static Map<Integer, StringBuilder> voxels(Labels3D labels) {
    int[] size = labels.grid().size();
    Map<Integer, StringBuilder> found = new HashMap<>();
    for (int v = 0; v < labels.labels().length; v++) {
      if (labels.labels()[v] > 0) {
        StringBuilder own = found.computeIfAbsent(labels.labels()[v], k -> new StringBuilder());
        own.append(v % size[0]).append(' ').append(v / size[0] % size[1]);
        own.append(' ').append(v / size[0] / size[1]).append('\n');
      }
    }
    return found;
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        default -> safe.append(c < ' ' ? ' ' : c); // XML has no other control characters
      }
    }
    return safe.toString();
  }
}
