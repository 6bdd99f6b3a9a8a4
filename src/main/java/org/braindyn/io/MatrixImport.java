package org.braindyn.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.unit.SamplingInterval;
import org.braindyn.io.ImportOptions.Orientation;

/** Decides which axis of a matrix is time and makes signals of it. */
public final class MatrixImport {
  private static final Set<Double> MARKS =
      Set.of(-99.0, -999.0, -9999.0, -99999.0, 999.0, 9999.0, 99999.0);

  private final String source;
  private final ImportOptions options;
  private final List<String> notes = new ArrayList<>();

  public MatrixImport(String source, ImportOptions options) {
    this.source = source;
    this.options = options;
  }

  /** Adds a sentence to what the user is told. */
  public void note(String sentence) {
    notes.add(sentence);
  }

  /**
   * @param matrix rows x columns
   * @param known the orientation if names or a time column already told it, else AUTO
   * @param names region names, or null if the file has none
   * @param interval time between samples in s that the file gives, or NaN
   */
  public Imported signals(
      double[][] matrix, Orientation known, List<String> names, double interval) {
    if (matrix.length == 0 || matrix[0].length == 0) {
      throw new BadInput(source + " holds no values.");
    }
    Orientation orientation = orientation(matrix.length, matrix[0].length, known);
    double[][] values = orientation == Orientation.REGIONS_IN_ROWS ? matrix : transposed(matrix);
    Regions regions;
    if (names == null) {
      regions = Regions.numbered("Region", values.length);
      notes.add("The file has no region names; the regions are numbered.");
    } else if (names.size() == values.length) {
      regions = Regions.named(names);
      if (!regions.doubleNamesWarning().isEmpty()) {
        notes.add(regions.doubleNamesWarning());
      }
    } else {
      throw new BadInput(
          source + " has " + names.size() + " names for " + values.length + " regions.");
    }
    RegionSignals made = new RegionSignals(regions, values, Double.NaN, source);
    noteValues(made);
    double used = options.interval() > 0 ? options.interval() : interval;
    String doubt =
        SamplingInterval.SIGNALS.doubt(used, options.interval() > 0 ? "interval" : source);
    if (!doubt.isEmpty()) {
      // What was typed counts; what a file says in doubt does not.
      boolean typed = options.interval() > 0;
      notes.add(
          "Warning: "
              + doubt
              + (typed ? "" : " It is taken as unknown: give interval=(s) as it was recorded."));
      used = typed ? used : Double.NaN;
    } else if (Double.isNaN(used) && values[0].length > 1) {
      notes.add("The time between samples is unknown. Give it (in s) if you can.");
    }
    return new Imported(new RegionSignals(regions, values, used, source), List.copyOf(notes));
  }

  /** Infinite values and copies of regions are told; missing values are a matter of the table. */
  private void noteValues(RegionSignals made) {
    int infinite = 0;
    String where = "";
    for (int r = 0; r < made.size(); r++) {
      for (int t = 0; t < made.frames(); t++) {
        if (Double.isInfinite(made.values()[r][t])) {
          where = infinite == 0 ? made.regions().get(r).name() + ", frame " + (t + 1) : where;
          infinite++;
        }
      }
    }
    if (infinite > 0) {
      notes.add(
          "Warning: "
              + infinite
              + (infinite == 1 ? " value is" : " values are")
              + " infinite (the first: "
              + where
              + "). Was something divided by 0?");
    }
    noteMarks(made);
    if (!made.twinsWarning().isEmpty()) {
      notes.add(made.twinsWarning());
    }
  }

  /** Numbers such as -999 far from all others may be marks of missing values. */
  private void noteMarks(RegionSignals made) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    Map<Double, Integer> marks = new TreeMap<>();
    for (double[] row : made.values()) {
      for (double v : row) {
        if (MARKS.contains(v)) {
          marks.merge(v, 1, Integer::sum);
        } else if (Double.isFinite(v)) {
          low = Math.min(low, v);
          high = Math.max(high, v);
        }
      }
    }
    for (Map.Entry<Double, Integer> mark : marks.entrySet()) {
      double v = mark.getKey();
      double away = Math.max(low - v, v - high);
      if (low <= high && away > 5 * (high - low)) {
        notes.add(
            String.format(
                Locale.ROOT,
                "Warning: %.0f stands %d times, far from all other values (%.4g to %.4g). If it marks"
                    + " missing values, write n/a instead.",
                v,
                mark.getValue(),
                low,
                high));
      }
    }
  }

  private Orientation orientation(int rows, int columns, Orientation known) {
    if (options.orientation() != Orientation.AUTO) {
      return options.orientation();
    }
    if (known != Orientation.AUTO) {
      return known;
    }
    if (rows == columns) {
      throw new BadInput(
          source
              + " is "
              + rows
              + " x "
              + columns
              + " and does not say which axis is time. Choose time in rows or regions in rows.");
    }
    boolean timeInRows = rows > columns;
    notes.add(
        "Guessed from the size "
            + rows
            + " x "
            + columns
            + (timeInRows ? ": time in rows, regions in columns." : ": regions in rows.")
            + " Choose the orientation if that is wrong.");
    return timeInRows ? Orientation.TIME_IN_ROWS : Orientation.REGIONS_IN_ROWS;
  }

  public static double[][] transposed(double[][] m) {
    double[][] t = new double[m[0].length][m.length];
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < t.length; j++) {
        t[j][i] = m[i][j];
      }
    }
    return t;
  }
}
