package org.braindyn.io.cifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Small CIFTI files made by hand, after the format's own description. */
public final class CiftiBytes {
  static final String SERIES =
      "CIFTI_INDEX_TYPE_SERIES\" NumberOfSeriesPoints=\"%d\" SeriesExponent=\"-2\""
          + " SeriesStart=\"0\" SeriesStep=\"72\" SeriesUnit=\"SECOND\">";

  /** Left cortex of 10 vertices (0, 2, 4 used) and two voxels of the brain stem. */
  static final String POINTS =
      "CIFTI_INDEX_TYPE_BRAIN_MODELS\">"
          + "<Volume VolumeDimensions=\"9,9,9\"><TransformationMatrixVoxelIndicesIJKtoXYZ"
          + " MeterExponent=\"-3\">2 0 0 -9 0 2 0 -9 0 0 2 -9 0 0 0 1"
          + "</TransformationMatrixVoxelIndicesIJKtoXYZ></Volume>"
          + "<BrainModel IndexOffset=\"0\" IndexCount=\"3\" ModelType=\"CIFTI_MODEL_TYPE_SURFACE\""
          + " BrainStructure=\"CIFTI_STRUCTURE_CORTEX_LEFT\" SurfaceNumberOfVertices=\"10\">"
          + "<VertexIndices>0 2 4</VertexIndices></BrainModel>"
          + "<BrainModel IndexOffset=\"3\" IndexCount=\"2\" ModelType=\"CIFTI_MODEL_TYPE_VOXELS\""
          + " BrainStructure=\"CIFTI_STRUCTURE_BRAIN_STEM\"><VoxelIndicesIJK>1 2 3\n4 5 6"
          + "</VoxelIndicesIJK></BrainModel>";

  static final String LABELS =
      "CIFTI_INDEX_TYPE_LABELS\"><NamedMap><MapName>atlas</MapName><LabelTable>"
          + "<Label Key=\"0\" Red=\"0\" Green=\"0\" Blue=\"0\" Alpha=\"0\">???</Label>"
          + "<Label Key=\"3\" Red=\"1\" Green=\"0\" Blue=\"0\" Alpha=\"1\">A &amp; B</Label>"
          + "<Label Key=\"7\" Red=\"1\" Green=\"0\" Blue=\"0\" Alpha=\"1\">C</Label>"
          + "</LabelTable></NamedMap>";

  static final String PARCELS =
      "CIFTI_INDEX_TYPE_PARCELS\">"
          + "<Volume VolumeDimensions=\"9,9,9\"><TransformationMatrixVoxelIndicesIJKtoXYZ"
          + " MeterExponent=\"-3\">2 0 0 -9 0 2 0 -9 0 0 2 -9 0 0 0 1"
          + "</TransformationMatrixVoxelIndicesIJKtoXYZ></Volume>"
          + "<Surface BrainStructure=\"CIFTI_STRUCTURE_CORTEX_LEFT\""
          + " SurfaceNumberOfVertices=\"10\"/>"
          + "<Parcel Name=\"V1\"><Vertices BrainStructure=\"CIFTI_STRUCTURE_CORTEX_LEFT\">0 1 2"
          + "</Vertices></Parcel>"
          + "<Parcel Name=\"Stem\"><VoxelIndicesIJK>1 2 3\n3 2 1</VoxelIndicesIJK></Parcel>";

  private CiftiBytes() {}

  /** XML of both maps; the first is along a row. */
  static String xml(String along, String down) {
    String map = "<MatrixIndicesMap AppliesToMatrixDimension=\"%s\" IndicesMapToDataType=\"";
    String both =
        along.equals(down)
            ? String.format(map, "0,1") + along + "</MatrixIndicesMap>"
            : String.format(map, "0")
                + along
                + "</MatrixIndicesMap>"
                + String.format(map, "1")
                + down
                + "</MatrixIndicesMap>";
    return "<?xml version=\"1.0\"?><CIFTI Version=\"2\"><Matrix>" + both + "</Matrix></CIFTI>";
  }

  /** A big-endian file of 16-bit whole numbers, to be halved by scl_slope. */
  static byte[] file(int intent, int row, int rows, String xml, int... values) {
    byte[] text = xml.getBytes(StandardCharsets.UTF_8);
    int offset = (552 + text.length + 15) / 16 * 16;
    ByteBuffer b = ByteBuffer.allocate(offset + 2 * values.length).order(ByteOrder.BIG_ENDIAN);
    b.putInt(0, 540).position(4).put("n+2\0\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
    b.putShort(12, (short) 4).putShort(14, (short) 16);
    long[] dim = {6, 1, 1, 1, 1, row, rows, 1};
    for (int i = 0; i < 8; i++) {
      b.putLong(16 + 8 * i, dim[i]);
    }
    b.putLong(168, offset).putDouble(176, 0.5).putInt(504, intent).put(540, (byte) 1);
    b.putInt(544, offset - 544).putInt(548, 32).position(552).put(text);
    b.position(offset);
    for (int value : values) {
      b.putShort((short) value);
    }
    return b.array();
  }

  /**
   * A series of greyordinates: all of one surface, in 64-bit floating point.
   *
   * @param values [vertex][time]
   * @param step s between points
   */
  public static byte[] dense(double[][] values, double step) {
    String series =
        "CIFTI_INDEX_TYPE_SERIES\" NumberOfSeriesPoints=\""
            + values[0].length
            + "\" SeriesExponent=\"0\" SeriesStart=\"0\" SeriesStep=\""
            + step
            + "\" SeriesUnit=\""
            + (step > 0 ? "SECOND" : "HERTZ")
            + "\">";
    byte[] head =
        file(3002, values[0].length, values.length, xml(series, surface(values.length, false)));
    ByteBuffer b = ByteBuffer.allocate(head.length + 8 * values.length * values[0].length);
    b.put(head).putShort(12, (short) 64).putShort(14, (short) 64).putDouble(176, 1);
    for (double[] row : values) {
      for (double value : row) {
        b.putDouble(value);
      }
    }
    return b.array();
  }

  /**
   * Labels of the same vertices, in the opposite order.
   *
   * @param labels [vertex]
   * @param names by label
   */
  public static byte[] denseLabels(int[] labels, Map<Integer, String> names) {
    StringBuilder table = new StringBuilder(LABELS.replaceFirst("<Label Key.*", ""));
    names.forEach((key, name) -> table.append("<Label Key=\"" + key + "\">" + name + "</Label>"));
    String along = table.append("</LabelTable></NamedMap>").toString();
    byte[] head = file(3007, 1, labels.length, xml(along, surface(labels.length, true)));
    ByteBuffer b = ByteBuffer.allocate(head.length + 4 * labels.length);
    b.put(head).putShort(12, (short) 8).putShort(14, (short) 32).putDouble(176, 1);
    for (int v = labels.length - 1; v >= 0; v--) {
      b.putInt(labels[v]);
    }
    return b.array();
  }

  private static String surface(int n, boolean backwards) {
    StringBuilder x = new StringBuilder("CIFTI_INDEX_TYPE_BRAIN_MODELS\"><BrainModel");
    x.append(" IndexOffset=\"0\" IndexCount=\"" + n + "\" ModelType=\"CIFTI_MODEL_TYPE_SURFACE\"");
    x.append(" BrainStructure=\"CIFTI_STRUCTURE_CORTEX_LEFT\" SurfaceNumberOfVertices=\"" + n);
    x.append("\"><VertexIndices>");
    for (int v = 0; v < n; v++) {
      x.append(backwards ? n - 1 - v : v).append(' ');
    }
    return x.append("</VertexIndices></BrainModel>").toString();
  }

  static byte[] ptseries() {
    return file(3004, 3, 2, xml(String.format(SERIES, 3), PARCELS), 2, 4, 6, 8, 10, 12);
  }

  static byte[] dtseries() {
    return file(
        3002, 2, 5, xml(String.format(SERIES, 2), POINTS), 2, 4, 6, 8, 10, 12, 14, 16, 18, 20);
  }

  static byte[] dlabel() {
    return file(3007, 1, 5, xml(LABELS, POINTS), 6, 14, 14, 0, 6);
  }

  static byte[] pconn() {
    return file(3003, 2, 2, xml(PARCELS, PARCELS), 0, 2, 2, 0);
  }
}
