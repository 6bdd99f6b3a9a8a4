package org.braindyn.training.residual;

import java.nio.file.Path;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.io.arrays.NpyArray;

/**
 * Arrays of a model file, checked as they are asked for.
 *
 * @param file for messages
 * @param all the arrays by name
 */
record SkipArrays(Path file, Map<String, NpyArray> all) {
  /** Finite numbers of an array, all dimensions in a row. */
  double[] numbers(String name) {
    NpyArray array = all.get(name);
    if (array == null || array.numbers() == null) {
      throw new BadInput(file + " lacks the array \"" + name + "\". Train the model again.");
    }
    for (double v : array.numbers()) {
      if (!Double.isFinite(v)) {
        throw new BadInput(file + ": array \"" + name + "\" holds " + v + ". Train again.");
      }
    }
    return array.numbers();
  }

  /** The same, of so many numbers. */
  double[] numbers(String name, int count) {
    double[] values = numbers(name);
    if (values.length != count) {
      throw new BadInput(
          String.format(
              "%s: array \"%s\" has %d numbers, but the other arrays ask for %d. Train it again.",
              file, name, values.length, count));
    }
    return values;
  }

  /** An array as rows of so many numbers. */
  double[][] rows(String name, int columns) {
    double[] flat = numbers(name);
    if (columns < 1 || flat.length == 0 || flat.length % columns != 0) {
      throw new BadInput(
          String.format(
              "%s: array \"%s\" has %d numbers, which are no rows of %d. Train it again.",
              file, name, flat.length, columns));
    }
    double[][] rows = new double[flat.length / columns][columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(flat, i * columns, rows[i], 0, columns);
    }
    return rows;
  }

  /** The row of every region's mirror image: whoever it is, its image is the region itself. */
  int[] mirror(String name, int regions) {
    int[] mirror = integers(name, regions);
    for (int n = 0; n < Math.max(mirror.length, regions); n++) {
      if (mirror.length != regions || mirror[mirror[n]] != n) {
        throw new BadInput(
            file
                + ": array \""
                + name
                + "\" is no mirror of "
                + regions
                + " regions. Train again.");
      }
    }
    return mirror;
  }

  /** Rows of regions: whole numbers from 0 to below {@code regions}. */
  int[] integers(String name, int regions) {
    double[] values = numbers(name);
    int[] result = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (int) values[i];
      if (result[i] != values[i] || result[i] < 0 || result[i] >= regions) {
        throw new BadInput(
            String.format(
                "%s: array \"%s\" names region %s, but there are %d. Train it again.",
                file, name, values[i], regions));
      }
    }
    return result;
  }
}
