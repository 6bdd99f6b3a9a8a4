package org.braindyn.io.arrays;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.lang.reflect.Array;
import org.braindyn.data.BadInput;

/**
 * Numbers of a file's data sets; a damaged file gets no more memory than it can fill.
 *
 * @param file name for messages
 * @param bytes size of the file
 */
public record Hdf5Values(String file, long bytes) {
  private static final long MOST_VALUES = 1L << 28;

  /** Deflate shrinks data to a 1032nd at most. */
  private static final double MOST_SHRUNK = 1032;

  /** Values that are not stored, as they are all the fill value. */
  private static final long SLACK = 1 << 22;

  /** Of the file of a group. */
  public static Hdf5Values of(Group group, String file) {
    return new Hdf5Values(file, group.getHdfFile().size());
  }

  /**
   * Checks that a data set is no larger than its file can hold, before memory is taken.
   *
   * @return the same data set
   * @throws BadInput if it is too large to be read at once, or to be true
   */
  public Dataset checked(Dataset data) {
    double size = 1;
    for (long n : data.getDimensionsAsLong()) {
      size *= n;
    }
    if (size > MOST_VALUES) {
      throw new BadInput(
          String.format("%s: %.0f values are too many to read at once.", file, size));
    }
    double taken = size * Math.max(1, data.getDataType().getSize());
    double shrunk = data.getFilters().isEmpty() ? 0 : MOST_SHRUNK * data.getStorageInBytes();
    if (taken > SLACK + Math.max(bytes, shrunk)) {
      throw new BadInput(
          String.format(
              "%s: %s claims %.0f values, more than the file can hold. It is damaged; copy or"
                  + " download it again.",
              file, data.getPath(), size));
    }
    return data;
  }

  /**
   * All values in the order of the file, last dimension fastest.
   *
   * @throws BadInput if the data set is too large or holds no numbers
   */
  public double[] flat(Dataset data) {
    if (checked(data).getSize() == 0) {
      return new double[0];
    }
    Object all = data.getDataFlat();
    if (all instanceof double[] exact) {
      return exact;
    }
    if (!all.getClass().isArray()) {
      return new double[] {number(all, data)};
    }
    double[] values = new double[Array.getLength(all)];
    if (all instanceof float[] floats) {
      for (int i = 0; i < values.length; i++) {
        values[i] = floats[i];
      }
    } else if (all instanceof int[] integers) {
      for (int i = 0; i < values.length; i++) {
        values[i] = integers[i];
      }
    } else if (all instanceof long[] integers) {
      for (int i = 0; i < values.length; i++) {
        values[i] = integers[i];
      }
    } else {
      for (int i = 0; i < values.length; i++) {
        values[i] = number(Array.get(all, i), data);
      }
    }
    return values;
  }

  private double number(Object value, Dataset data) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new BadInput(file + ": " + data.getPath() + " holds no numbers.");
  }

  /**
   * The values of a matrix, [row][column] as in the file.
   *
   * @throws BadInput if there are not two dimensions
   */
  public double[][] matrix(Dataset data) {
    int[] dims = data.getDimensions();
    if (dims.length != 2) {
      throw new BadInput(file + ": " + data.getPath() + " is no table of two dimensions.");
    }
    double[] flat = flat(data);
    double[][] rows = new double[dims[0]][dims[1]];
    for (int r = 0; r < dims[0]; r++) {
      System.arraycopy(flat, r * dims[1], rows[r], 0, dims[1]);
    }
    return rows;
  }
}
