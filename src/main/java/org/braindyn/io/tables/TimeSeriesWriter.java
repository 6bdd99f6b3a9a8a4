package org.braindyn.io.tables;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.FilledFile;
import org.braindyn.io.NiftiFiles;

/** Writes tables: region signals with the time first, and any table of cells. */
public final class TimeSeriesWriter {
  private TimeSeriesWriter() {}

  /**
   * Writes signals, one row per time: "Time (s)" (or "Frame", counted from 0, where the interval is
   * unknown), then one column per region. Reading the file gives back the same doubles.
   *
   * @param path ends in .tsv or .txt for tabs, anything else for commas
   */
  public static void write(Path path, RegionSignals signals) throws IOException {
    write(path, signals, 0);
  }

  /**
   * The same for a stretch of a recording.
   *
   * @param first frame of the recording that the first row is
   */
  public static void write(Path path, RegionSignals signals, int first) throws IOException {
    boolean timed = signals.interval() > 0;
    FilledFile.write(path, signals);
    List<String> header = new ArrayList<>();
    header.add(timed ? "Time (s)" : "Frame");
    header.addAll(signals.regions().names());
    rows(
        path,
        header,
        printer -> {
          List<String> cells = new ArrayList<>();
          for (int t = 0; t < signals.frames(); t++) {
            cells.clear();
            int frame = first + t;
            cells.add(
                timed ? Double.toString(frame * signals.interval()) : Integer.toString(frame));
            for (double[] row : signals.values()) {
              cells.add(number(row[t]));
            }
            printer.printRecord(cells);
          }
        });
  }

  /** Writes a table of cells under a header. */
  public static void writeCells(Path path, List<String> header, List<List<String>> cells)
      throws IOException {
    rows(
        path,
        header,
        printer -> {
          for (List<String> row : cells) {
            printer.printRecord(row);
          }
        });
  }

  private interface Rows {
    void print(CSVPrinter printer) throws IOException;
  }

  private static void rows(Path path, List<String> header, Rows rows) throws IOException {
    boolean tabs =
        NiftiFiles.name(path).toLowerCase(java.util.Locale.ROOT).matches(".*\\.(tsv|txt)");
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(tabs ? '\t' : ',').setRecordSeparator('\n').get();
    AtomicFile.write(
        path,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CSVPrinter printer = new CSVPrinter(writer, format);
          printer.printRecord(header);
          rows.print(printer);
          printer.flush();
        });
  }

  private static String number(double v) {
    return Double.isNaN(v) ? "n/a" : Double.toString(v);
  }
}
