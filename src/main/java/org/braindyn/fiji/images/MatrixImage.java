package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.graph.BrainGraph;

/** An N x N matrix as an image: y (row) = source region, x (column) = target region. */
public final class MatrixImage {
  private MatrixImage() {}

  /**
   * @param matrix [source][target]
   * @param regions names of rows and columns
   */
  public static ImagePlus image(double[][] matrix, Regions regions, String title) {
    int n = matrix.length;
    FloatProcessor pixels = new FloatProcessor(n, n);
    double largest = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        pixels.setf(j, i, (float) matrix[i][j]);
        if (Double.isFinite(matrix[i][j])) {
          largest = Math.max(largest, Math.abs(matrix[i][j]));
        }
      }
    }
    pixels.setLut(Colours.diverging());
    ImagePlus image = new ImagePlus(title, pixels);
    image.setDisplayRange(-(largest > 0 ? largest : 1), largest > 0 ? largest : 1);
    image.getCalibration().setXUnit("target region");
    image.getCalibration().setYUnit("source region");
    ImageKind.GRAPH.mark(image);
    RegionInfo.write(image, regions);
    return image;
  }

  /**
   * Shows the range of the links; a strong diagonal (what a region does to itself) may saturate.
   */
  public static ImagePlus showLinks(ImagePlus image) {
    double largest = 0;
    for (int i = 0; i < image.getHeight(); i++) {
      for (int j = 0; j < image.getWidth(); j++) {
        double size = Math.abs(image.getProcessor().getf(j, i));
        largest = i != j && size <= Double.MAX_VALUE ? Math.max(largest, size) : largest;
      }
    }
    image.setDisplayRange(-(largest > 0 ? largest : 1), largest > 0 ? largest : 1);
    return image;
  }

  /**
   * Reads a matrix back.
   *
   * @return [source][target]
   */
  public static double[][] matrix(ImagePlus image) {
    int n = image.getWidth();
    if (image.getStackSize() != 1 || image.getHeight() != n) {
      throw new BadInput(
          image.getTitle()
              + " is "
              + n
              + " x "
              + image.getHeight()
              + " with "
              + image.getStackSize()
              + " slices; a graph is one square matrix image. Run BrainDyn Build Graph... first.");
    }
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = image.getProcessor().getf(j, i);
      }
    }
    return matrix;
  }

  /**
   * Reads a matrix that must belong to these regions.
   *
   * @return [source][target]
   * @throws BadInput if it has another size, names other regions, or the same ones in another order
   */
  public static double[][] matrix(ImagePlus image, Regions expected) {
    double[][] matrix = matrix(image);
    if (matrix.length != expected.size()) {
      throw new BadInput(
          String.format(
              "%s has %d regions, the signals have %d. Use a graph of the same parcellation.",
              image.getTitle(), matrix.length, expected.size()));
    }
    Regions own = regions(image);
    for (int i = 0; own != null && i < own.size(); i++) {
      String name = own.get(i).name();
      String wanted = expected.get(i).name();
      if (own.get(i).contradicts(expected.get(i))) {
        throw new BadInput(
            String.format(
                "%s is a graph of other regions: its region %d is \"%s\", that of the signals is"
                    + " \"%s\". Use a graph of the same parcellation.",
                image.getTitle(), i + 1, name, wanted));
      }
    }
    return matrix;
  }

  /**
   * Rows of a matrix whose columns are these regions, e.g. electrodes x regions.
   *
   * @return [row][region]
   * @throws BadInput if it has another number of columns
   */
  public static double[][] rows(ImagePlus image, Regions columns) {
    int n = image.getWidth();
    if (image.getStackSize() != 1 || n != columns.size()) {
      throw new BadInput(
          String.format(
              "%s has %d columns and %d slices, the recording %d regions. Give one slice with one"
                  + " column per region, in the recording's order.",
              image.getTitle(), n, image.getStackSize(), columns.size()));
    }
    double[][] rows = new double[image.getHeight()][n];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < n; j++) {
        rows[i][j] = image.getProcessor().getf(j, i);
      }
    }
    return rows;
  }

  /** The graph of these regions that an image shows; null if there is no image. */
  public static BrainGraph graph(ImagePlus image, Regions regions) {
    return image == null ? null : BrainGraph.ofMatrix(matrix(image, regions));
  }

  /** Names of rows and columns, numbered if there is no image or it has none. */
  public static Regions regionsOrNumbers(ImagePlus image, int n) {
    Regions given = image == null ? null : regions(image);
    return given == null ? Regions.numbered("Region", n) : given;
  }

  /** Names of rows and columns, or null. */
  public static Regions regions(ImagePlus image) {
    return RegionInfo.read(image);
  }
}
