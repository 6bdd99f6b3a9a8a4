package org.braindyn.io.connectome;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.io.MatrixImport;
import org.braindyn.io.arrays.Hdf5;
import org.braindyn.io.arrays.Hdf5Values;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.door.Connectome;
import org.braindyn.io.door.ConnectomeDoor;
import org.braindyn.io.door.FileStart;

/** Weights in NumPy and HDF5 files (also MATLAB 7.3), rows as sources. */
public final class ArrayConnectome implements ConnectomeDoor {
  private static final long MOST_VALUES = 1L << 27;

  @Override
  public String format() {
    return "an array of weights (.npy, .npz, .h5)";
  }

  @Override
  public boolean generic() {
    return true;
  }

  @Override
  public boolean knows(FileStart file) {
    return file.ends(".npy", ".npz") || (file.hdf5() && !file.ends(".set", ".nwb"));
  }

  @Override
  public Connectome read(Path path, String variable) throws IOException {
    String file = path.getFileName().toString();
    Squares squares = new Squares(file);
    FileStart start = FileStart.of(path);
    if (start.hdf5()) {
      hdf5(path, squares);
      Connectome tvb = squares.tvb(variable);
      if (tvb != null) {
        return tvb;
      }
    } else if (start.ends(".npz")) {
      numpy(Npz.readNumbers(path), squares);
    } else {
      numpy(Map.of("", Npy.read(path)), squares);
    }
    return squares.choose(variable);
  }

  private static void numpy(Map<String, NpyArray> arrays, Squares squares) {
    arrays.forEach(
        (name, array) -> {
          if (array.text() != null) {
            squares.names(name, Arrays.asList(array.text().split("\n")));
          } else if (array.shape().length == 2 && array.size() > 1) {
            int m = array.shape()[1];
            double[][] rows = new double[array.shape()[0]][];
            for (int i = 0; i < rows.length; i++) {
              rows[i] = Arrays.copyOfRange(array.numbers(), i * m, (i + 1) * m);
            }
            squares.matrix(name, rows);
          }
        });
  }

  private static void hdf5(Path path, Squares squares) throws IOException {
    boolean matlab = Hdf5.matlab(path);
    String file = path.getFileName().toString();
    Hdf5.use(
        path,
        hdf -> {
          collect(hdf, "", matlab, squares, Hdf5Values.of(hdf, file));
          return squares;
        });
  }

  private static void collect(
      Group group, String prefix, boolean matlab, Squares squares, Hdf5Values numbers) {
    for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
      String name = prefix + child.getKey();
      if (child.getKey().startsWith("#")) {
        continue; // where MATLAB keeps the contents of cells
      }
      if (child.getValue() instanceof Group inner && prefix.length() < 200) {
        collect(inner, name + "/", matlab, squares, numbers);
      } else if (child.getValue() instanceof Dataset data) {
        add(data, name, matlab, squares, numbers);
      }
    }
  }

  private static void add(
      Dataset data, String name, boolean matlab, Squares squares, Hdf5Values numbers) {
    Class<?> type = data.getJavaType();
    int[] dims = data.getDimensions();
    boolean number = type.isPrimitive() && type != boolean.class && type != char.class;
    if (dims.length == 1 && type == String.class && data.getSize() < 100_000) {
      List<String> names = new ArrayList<>();
      Object flat = numbers.checked(data).getDataFlat();
      for (int i = 0; i < Array.getLength(flat); i++) {
        names.add(String.valueOf(Array.get(flat, i)));
      }
      squares.names(name, names);
    } else if (dims.length == 2 && number && data.getSize() > 1) {
      if (data.getSize() > MOST_VALUES) {
        throw new BadInput(
            numbers.file() + ": " + data.getSize() + " weights are too many to read.");
      }
      double[][] rows = numbers.matrix(data);
      squares.matrix(name, matlab ? MatrixImport.transposed(rows) : rows);
    }
  }
}
