package org.braindyn.io.eeglab;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.Reference;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * A struct of a MATLAB 7.3 file. MATLAB's dimensions are reversed in HDF5, texts are numbers, and
 * the fields of an array of structs are references.
 */
final class H5Node implements SetNode {
  private final HdfFile file;
  private final Group group;
  private final int index;

  /**
   * @param group the struct, or array of structs
   * @param index which element of the array; -1 if it is no array
   */
  H5Node(HdfFile file, Group group, int index) {
    this.file = file;
    this.group = group;
    this.index = index;
  }

  private Node field(String name) {
    Node node = group.getChildren().get(name);
    if (index < 0 || !(node instanceof Dataset data) || !(references(data))) {
      return node;
    }
    Object all = data.getDataFlat();
    return index < Array.getLength(all) ? file.getNodeByAddress(Array.getLong(all, index)) : null;
  }

  private static boolean references(Dataset data) {
    return data.getDataType() instanceof Reference;
  }

  private Dataset data(String name) {
    return field(name) instanceof Dataset data
            && data.getAttribute("MATLAB_empty") == null
            && data.getSize() > 0
            && !references(data)
        ? data
        : null;
  }

  private static boolean isText(Dataset data) {
    Attribute kind = data.getAttribute("MATLAB_class");
    return kind != null && "char".equals(kind.getData());
  }

  @Override
  public double number(String field) {
    Dataset data = data(field);
    return data == null || data.getSize() != 1 || isText(data)
        ? Double.NaN
        : ((Number) first(data.getDataFlat())).doubleValue();
  }

  private static Object first(Object flat) {
    return flat.getClass().isArray() ? Array.get(flat, 0) : flat;
  }

  @Override
  public String text(String field) {
    Dataset data = data(field);
    if (data == null || !isText(data) || data.getDimensions().length != 2) {
      return null;
    }
    if (data.getDimensions()[1] != 1) {
      return null;
    }
    Object codes = data.getDataFlat();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Array.getLength(codes); i++) {
      text.append((char) ((Number) Array.get(codes, i)).intValue());
    }
    return text.toString().strip();
  }

  @Override
  public List<SetNode> records(String field) {
    List<SetNode> found = new ArrayList<>();
    if (field(field) instanceof Group structs) {
      long n = 1;
      boolean array = false;
      for (Node child : structs.getChildren().values()) {
        if (child instanceof Dataset data
            && references(data)
            && data.getAttribute("MATLAB_class") == null) {
          array = true;
          n = data.getSize();
        }
      }
      for (int i = 0; i < n; i++) {
        found.add(new H5Node(file, structs, array ? i : -1));
      }
    }
    return found;
  }

  @Override
  public Samples samples(String field) {
    Dataset data = data(field);
    if (data == null || isText(data) || !data.getJavaType().isPrimitive()) {
      return null;
    }
    int[] dims = data.getDimensions();
    if (dims.length < 2) {
      return null;
    }
    int rows = dims[dims.length - 1];
    Object flat = data.getDataFlat();
    return new Samples(
        rows,
        (int) (data.getSize() / rows),
        (r, c) -> ((Number) Array.get(flat, r + rows * c)).doubleValue());
  }
}
