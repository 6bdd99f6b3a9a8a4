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
import org.braindyn.io.arrays.Hdf5Values;

/**
 * A struct of a MATLAB 7.3 file. MATLAB's dimensions are reversed in HDF5, texts are numbers, and
 * the fields of an array of structs are references.
 */
final class H5Node implements SetNode {
  private final HdfFile file;
  private final Hdf5Values numbers;
  private final Group group;
  private final int index;

  /**
   * @param group the struct, or array of structs
   * @param index which element of the array; -1 if it is no array
   */
  H5Node(HdfFile file, Group group, int index) {
    this.file = file;
    // an element of a cell has no parent that knows its file
    numbers = Hdf5Values.of(file, "The data set");
    this.group = group;
    this.index = index;
  }

  private Node field(String name) {
    Node node = group.getChildren().get(name);
    if (index < 0 || !(node instanceof Dataset data) || !(references(data))) {
      return node;
    }
    Object all = numbers.checked(data).getDataFlat();
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
    return data == null || data.getSize() != 1 || isText(data) ? Double.NaN : numbers.flat(data)[0];
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
    StringBuilder text = new StringBuilder();
    for (double code : numbers.flat(data)) {
      text.append((char) code);
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
    double[] flat = numbers.flat(data);
    return new Samples(rows, flat.length / rows, (r, c) -> flat[r + rows * c]);
  }
}
