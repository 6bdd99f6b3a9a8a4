package org.braindyn.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Regions;
import org.braindyn.io.tables.TimeSeriesWriter;

/** An N x N matrix as a table: first column the source's name, one column per target. */
public final class MatrixTable {
  private MatrixTable() {}

  /**
   * @param path .csv or .tsv
   * @param matrix [source][target]
   */
  public static void write(Path path, double[][] matrix, Regions regions) throws IOException {
    List<String> header = new ArrayList<>(List.of("source"));
    header.addAll(regions.names());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < matrix.length; i++) {
      List<String> row = new ArrayList<>(List.of(regions.get(i).name()));
      for (double value : matrix[i]) {
        row.add(Double.toString(value));
      }
      rows.add(row);
    }
    TimeSeriesWriter.writeCells(path, header, rows);
  }
}
