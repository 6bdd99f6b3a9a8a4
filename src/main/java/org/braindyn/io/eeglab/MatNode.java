package org.braindyn.io.eeglab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.io.arrays.MatReader;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** A struct of a MATLAB 5 file, or all its variables. */
final class MatNode implements SetNode {
  private final Function<String, Array> fields;

  private MatNode(Function<String, Array> fields) {
    this.fields = fields;
  }

  /** The EEG structure: the variable EEG, else the variables themselves. */
  static SetNode open(Path path) throws IOException {
    String file = path.getFileName().toString();
    Map<String, Array> variables = new LinkedHashMap<>();
    try {
      for (MatFile.Entry entry : MatReader.read(path).getEntries()) {
        variables.put(entry.getName(), entry.getValue());
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw new BadInput(
          file
              + " is not a usable MATLAB 5 file: "
              + (e.getMessage() == null ? "it is damaged or cut off" : Reason.of(e))
              + ". In EEGLAB save the data set again.",
          e);
    }
    return variables.get("EEG") instanceof Struct eeg && eeg.getNumElements() == 1
        ? of(eeg, 0)
        : new MatNode(variables::get);
  }

  private static MatNode of(Struct struct, int index) {
    List<String> names = struct.getFieldNames();
    return new MatNode(name -> names.contains(name) ? struct.get(name, index) : null);
  }

  @Override
  public double number(String field) {
    return fields.apply(field) instanceof Matrix m && m.getNumElements() == 1 && !m.isComplex()
        ? m.getDouble(0)
        : Double.NaN;
  }

  @Override
  public String text(String field) {
    return fields.apply(field) instanceof Char c
            && c.getNumDimensions() == 2
            && c.getNumRows() == 1
            && c.getNumElements() > 0
        ? c.getRow(0).strip()
        : null;
  }

  @Override
  public List<SetNode> records(String field) {
    List<SetNode> found = new ArrayList<>();
    if (fields.apply(field) instanceof Struct s) {
      for (int i = 0; i < s.getNumElements(); i++) {
        found.add(of(s, i));
      }
    }
    return found;
  }

  @Override
  public Samples samples(String field) {
    if (!(fields.apply(field) instanceof Matrix m) || m.isComplex() || m.getNumElements() == 0) {
      return null;
    }
    int rows = m.getDimensions()[0];
    return new Samples(rows, m.getNumElements() / rows, (r, c) -> m.getDouble(r + rows * c));
  }
}
