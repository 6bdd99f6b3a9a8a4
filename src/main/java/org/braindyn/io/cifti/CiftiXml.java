package org.braindyn.io.cifti;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.io.door.SafeXml;

/** Reads the XML of a CIFTI-2 file: what its rows and columns mean. */
final class CiftiXml {
  private static final int INTS_AT_MOST = 1 << 24;

  private final SafeXml xml;
  private final String file;
  private final CiftiAxis[] axes = new CiftiAxis[3];
  private final StringBuilder text = new StringBuilder();

  // Parts of the map that is being read.
  private final List<CiftiAxis.Parcel> parcels = new ArrayList<>();
  private final List<CiftiAxis.Model> models = new ArrayList<>();
  private final List<String> mapNames = new ArrayList<>();
  private final List<Map<Integer, String>> tables = new ArrayList<>();
  private int[] appliesTo = {};
  private CiftiAxis.Series series;
  private String type = "";
  private String name = "";
  private int vertices;
  private int[] voxels = {};
  private String[] model = {};
  private int[] points = {};
  private Map<Integer, String> table = new LinkedHashMap<>();
  private int key;
  private double[][] toMm;
  private boolean version2;

  private CiftiXml(byte[] bytes, String file) throws IOException {
    this.file = file;
    xml = new SafeXml(new ByteArrayInputStream(bytes), file);
  }

  /**
   * @param bytes the XML
   * @param file its name, for messages
   * @return what the axes 0 (along a row, NIfTI dim[5]), 1 and 2 mean; null where there is none
   */
  static CiftiAxis[] read(byte[] bytes, String file) throws IOException {
    CiftiXml reader = new CiftiXml(bytes, file);
    for (SafeXml.Event e = reader.xml.next(); e != SafeXml.Event.STOP; e = reader.xml.next()) {
      if (e == SafeXml.Event.TEXT) {
        reader.text.append(reader.xml.text());
      } else if (e == SafeXml.Event.START) {
        reader.text.setLength(0);
        reader.start();
      } else {
        reader.end();
        reader.text.setLength(0);
      }
    }
    if (!reader.version2) {
      throw new BadInput(file + " has no CIFTI description in its XML. Make the file again.");
    }
    return reader.axes;
  }

  private void start() {
    switch (xml.name()) {
      case "CIFTI" -> version();
      case "MatrixIndicesMap" -> map();
      case "Parcel" -> {
        name = xml.attribute("Name");
        vertices = 0;
        voxels = new int[0];
      }
      case "Volume" -> toMm = null;
      case "TransformationMatrixVoxelIndicesIJKtoXYZ" -> key = exponent("MeterExponent", -3) + 3;
      case "BrainModel" -> {
        model =
            new String[] {
              xml.attribute("BrainStructure"),
              Integer.toString(xml.whole("IndexOffset")),
              Integer.toString(xml.whole("IndexCount")),
              xml.attribute("ModelType").equals("CIFTI_MODEL_TYPE_SURFACE")
                  ? Integer.toString(xml.whole("SurfaceNumberOfVertices"))
                  : "0"
            };
        points = new int[0];
      }
      case "NamedMap" -> {
        name = "";
        table = new LinkedHashMap<>();
      }
      case "Label" -> key = exponent("Key", 0);
      default -> {}
    }
  }

  private void version() {
    String version = xml.attribute("Version");
    if (version.startsWith("1")) {
      throw new BadInput(
          file
              + " is a CIFTI-1 file, which is not read. Convert it with Connectome Workbench:"
              + " wb_command -file-convert -cifti-version-convert in 2 out");
    }
    if (!version.startsWith("2")) {
      throw new BadInput(file + ": CIFTI version \"" + version + "\" is not known, only 2 is.");
    }
    version2 = true;
  }

  private void map() {
    appliesTo = ints(xml.attribute("AppliesToMatrixDimension").replace(',', ' '));
    type = xml.attribute("IndicesMapToDataType").replaceFirst("^CIFTI_INDEX_TYPE_", "");
    parcels.clear();
    models.clear();
    mapNames.clear();
    tables.clear();
    toMm = null;
    if (type.equals("SERIES")) {
      double step = number("SeriesStep") * Math.pow(10, exponent("SeriesExponent", 0));
      series =
          new CiftiAxis.Series(
              xml.whole("NumberOfSeriesPoints"), step, xml.attribute("SeriesUnit"));
    }
  }

  private void end() {
    switch (xml.name()) {
      case "Vertices" -> vertices += ints(text).length;
      case "VoxelIndicesIJK" -> {
        voxels = ints(text);
        points = voxels;
        if (voxels.length % 3 != 0) {
          throw new BadInput(
              file + ": " + voxels.length + " voxel indices are not three for each voxel.");
        }
      }
      case "VertexIndices" -> points = ints(text);
      case "TransformationMatrixVoxelIndicesIJKtoXYZ" -> toMm = affine(Math.pow(10, key));
      case "Parcel" -> parcels.add(new CiftiAxis.Parcel(name, vertices, voxels, null));
      case "BrainModel" -> model();
      case "MapName" -> name = text.toString().strip();
      case "Label" -> table.put(key, text.toString().strip());
      case "NamedMap" -> {
        mapNames.add(name);
        tables.add(table);
      }
      case "MatrixIndicesMap" -> place();
      default -> {}
    }
  }

  private void model() {
    int count = Integer.parseInt(model[2]);
    int surface = Integer.parseInt(model[3]);
    int expected = surface > 0 ? count : 3 * count;
    if (points.length != expected) {
      throw new BadInput(
          String.format(
              "%s: %s has IndexCount=%d but lists %d %s.",
              file,
              model[0],
              count,
              surface > 0 ? points.length : points.length / 3,
              surface > 0 ? "vertices" : "voxels"));
    }
    for (int p : points) {
      if (p < 0 || (surface > 0 && p >= surface)) {
        throw new BadInput(
            file
                + ": "
                + model[0]
                + " lists the point "
                + p
                + ", which its surface does not have.");
      }
    }
    int offset = models.stream().mapToInt(CiftiAxis.Model::count).sum();
    if (Integer.parseInt(model[1]) != offset) {
      throw new BadInput(
          String.format(
              "%s: %s begins at greyordinate %s, but those before it end at %d.",
              file, model[0], model[1], offset));
    }
    models.add(new CiftiAxis.Model(model[0], offset, count, surface, points));
  }

  private void place() {
    CiftiAxis axis =
        switch (type) {
          case "SERIES" -> series;
          case "PARCELS" -> new CiftiAxis.Parcels(parcels.stream().map(this::placed).toList());
          case "BRAIN_MODELS" -> new CiftiAxis.Greyordinates(List.copyOf(models));
          case "SCALARS" -> new CiftiAxis.Maps(List.copyOf(mapNames), List.of());
          case "LABELS" -> new CiftiAxis.Maps(List.copyOf(mapNames), List.copyOf(tables));
          default -> throw new BadInput(file + ": the index type \"" + type + "\" is not known.");
        };
    for (int dimension : appliesTo) {
      if (dimension < 0 || dimension > 2 || axes[dimension] != null) {
        throw new BadInput(
            file + ": its XML describes the matrix dimension " + dimension + " wrongly.");
      }
      axes[dimension] = axis;
    }
  }

  private CiftiAxis.Parcel placed(CiftiAxis.Parcel parcel) {
    if (parcel.vertices() > 0 || parcel.voxels().length == 0 || toMm == null) {
      return parcel;
    }
    double[] mean = new double[3];
    int n = parcel.voxels().length / 3;
    for (int v = 0; v < parcel.voxels().length; v++) {
      mean[v % 3] += (double) parcel.voxels()[v] / n;
    }
    double[] mm = new double[3];
    for (int i = 0; i < 3; i++) {
      mm[i] = toMm[i][0] * mean[0] + toMm[i][1] * mean[1] + toMm[i][2] * mean[2] + toMm[i][3];
    }
    return new CiftiAxis.Parcel(parcel.name(), 0, parcel.voxels(), mm);
  }

  private double[][] affine(double scale) {
    String[] cells = text.toString().strip().split("\\s+");
    double[][] rows = new double[3][4];
    try {
      for (int i = 0; i < 12; i++) {
        rows[i / 4][i % 4] = scale * Double.parseDouble(cells[i]);
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new BadInput(file + ": its volume has no usable transformation matrix.", e);
    }
    return rows;
  }

  private double number(String attribute) {
    try {
      return Double.parseDouble(xml.attribute(attribute));
    } catch (NumberFormatException e) {
      throw new BadInput(
          file + ": " + attribute + "=\"" + xml.attribute(attribute) + "\" is no number.", e);
    }
  }

  private int exponent(String attribute, int otherwise) {
    String value = xml.attribute(attribute);
    try {
      return value.isEmpty() ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new BadInput(file + ": " + attribute + "=\"" + value + "\" is no whole number.", e);
    }
  }

  /** Whole numbers between white space, without making a String of each. */
  private int[] ints(CharSequence cells) {
    int[] found = new int[16];
    int n = 0;
    int at = 0;
    while (at < cells.length()) {
      if (Character.isWhitespace(cells.charAt(at))) {
        at++;
        continue;
      }
      long value = 0;
      int begin = at;
      while (at < cells.length() && !Character.isWhitespace(cells.charAt(at))) {
        int digit = cells.charAt(at++) - '0';
        value = 10 * value + digit;
        if (digit < 0 || digit > 9 || value > Integer.MAX_VALUE) {
          int end = Math.min(cells.length(), begin + 12);
          throw new BadInput(
              file + ": \"" + cells.subSequence(begin, end) + "\" is no index of a point.");
        }
      }
      if (n == INTS_AT_MOST) {
        throw new BadInput(file + ": more than " + INTS_AT_MOST + " indices in one list.");
      }
      found = n == found.length ? java.util.Arrays.copyOf(found, 2 * n) : found;
      found[n++] = (int) value;
    }
    return java.util.Arrays.copyOf(found, n);
  }
}
