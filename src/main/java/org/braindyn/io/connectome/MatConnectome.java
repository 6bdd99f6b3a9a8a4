package org.braindyn.io.connectome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.io.arrays.MatReader;
import org.braindyn.io.door.Connectome;
import org.braindyn.io.door.ConnectomeDoor;
import org.braindyn.io.door.FileStart;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sparse;

/** Weights in MATLAB 5 files, rows as sources as in the Brain Connectivity Toolbox. */
public final class MatConnectome implements ConnectomeDoor {
  @Override
  public String format() {
    return "a MATLAB file of weights (.mat)";
  }

  @Override
  public boolean generic() {
    return true;
  }

  @Override
  public boolean knows(FileStart file) {
    return file.ends(".mat") && file.starts("MATLAB 5");
  }

  @Override
  public Connectome read(Path path, String variable) throws IOException {
    String file = path.getFileName().toString();
    Squares squares = new Squares(file);
    try {
      for (MatFile.Entry entry : MatReader.read(path).getEntries()) {
        add(squares, entry.getName(), entry.getValue());
      }
    } catch (IOException | RuntimeException e) {
      throw new BadInput(
          file
              + " is not a usable MATLAB 5 file: "
              + (e.getMessage() == null ? "it is damaged or cut off" : Reason.of(e))
              + ". Save it again.",
          e);
    }
    return squares.choose(variable);
  }

  private static void add(Squares squares, String name, Array array) {
    if (array instanceof Matrix m
        && !m.isComplex()
        && !(array instanceof Sparse)
        && m.getNumDimensions() == 2
        && m.getNumElements() > 1) {
      double[][] values = new double[m.getNumRows()][m.getNumCols()];
      for (int i = 0; i < values.length; i++) {
        for (int j = 0; j < values[i].length; j++) {
          values[i][j] = m.getDouble(i, j);
        }
      }
      squares.matrix(name, values);
    } else if (array instanceof Char c && c.getNumDimensions() == 2) {
      squares.names(
          name, IntStream.range(0, c.getNumRows()).mapToObj(i -> c.getRow(i).strip()).toList());
    } else if (array instanceof Cell cell) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < cell.getNumElements(); i++) {
        Array one = cell.get(i);
        names.add(one instanceof Char c && c.getNumElements() > 0 ? c.getRow(0).strip() : "");
      }
      squares.names(name, names);
    }
  }
}
