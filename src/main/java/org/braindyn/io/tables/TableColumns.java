package org.braindyn.io.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.io.MatrixImport;

/**
 * What each column of a table with time in rows is: a signal, the clock, a count of rows, or text.
 * Every column that is no signal is told.
 */
final class TableColumns {
  /** What people write about a row besides its signals; such a column has one value in a file. */
  private static final String ABOUT =
      "(sub|subj|subject|participant|person|patient|ses|session|run|task|site|group|age|sex|gender"
          + "|condition|block|trial|acq|tr)(s|_?id|_?no|_?nr|_?number|_?label)?";

  private static final int LEAST = 4;

  private final String source;
  private final List<String> names;
  private final List<List<String>> body;
  private final int firstLine;
  private final MatrixImport notes;

  private final List<Integer> signals = new ArrayList<>();
  private double[] clock;
  private String clockName = "";

  /**
   * @param names header, or null
   * @param firstLine number of the body's first row in the table, from 1, for messages
   */
  TableColumns(
      String source,
      List<String> names,
      List<List<String>> body,
      int firstLine,
      MatrixImport notes) {
    this.source = source;
    this.names = names;
    this.body = body;
    this.firstLine = firstLine;
    this.notes = notes;
    sort();
  }

  private void sort() {
    int width = body.get(0).size();
    List<String> texts = new ArrayList<>();
    List<Integer> textual = new ArrayList<>();
    Map<Integer, double[]> numbers = new LinkedHashMap<>();
    for (int c = 0; c < width; c++) {
      if (names != null && TableDoubts.whose(names.get(c))) {
        TableDoubts.refuseSeveral(source, names.get(c), body, c);
      }
      if (names != null && text(c)) {
        TableDoubts.refuseNearlyNumbers(source, body, c, firstLine);
        textual.add(c);
        texts.add(name(c) + " (" + body.get(0).get(c) + ", ...)");
      } else {
        numbers.put(c, numbers(c));
      }
    }
    refuseLong(textual, numbers);
    // A table in which every column counts is one of numbers made up, not of counters.
    boolean signalsToo =
        numbers.values().stream()
            .anyMatch(
                v -> Arrays.stream(v).anyMatch(Double::isFinite) && !SampleTimes.countsByRun(v));
    for (Map.Entry<Integer, double[]> column : numbers.entrySet()) {
      int c = column.getKey();
      if (width == 1 || !takeClock(c, column.getValue(), signalsToo)) {
        signals.add(c);
      }
    }
    noteNuisance();
    if (!texts.isEmpty()) {
      notes.note(
          "Warning: text is no signal; left out: "
              + String.join("; ", texts)
              + ". If its cells are the names of regions in rows, choose regions in rows.");
    }
    if (signals.isEmpty()) {
      throw new BadInput(
          source
              + (clock == null
                  ? " has no column of numbers."
                  : " has a time column but no signals."));
    }
  }

  private void refuseLong(List<Integer> texts, Map<Integer, double[]> numbers) {
    for (int c : numbers.keySet()) {
      if (names != null && SampleTimes.isTimeName(names.get(c))) {
        texts.forEach(t -> TableDoubts.refuseLong(source, body, t, name(t), c, name(c)));
      }
    }
  }

  private void noteNuisance() {
    List<String> odd =
        signals.stream()
            .map(this::name)
            .filter(n -> names != null && TableDoubts.nuisance(n))
            .toList();
    if (!odd.isEmpty() && odd.size() < signals.size()) {
      notes.note(
          "Warning: among the regions are columns that are called like confounds or background: "
              + String.join(", ", odd)
              + ". Take them out of the table if they are none.");
    }
  }

  private String name(int c) {
    return names == null || names.get(c).isBlank() ? "column " + (c + 1) : names.get(c);
  }

  /** True if no cell is a number and one is a text. */
  private boolean text(int c) {
    boolean any = false;
    for (List<String> row : body) {
      String cell = row.get(c);
      if (!Double.isNaN(TextTable.parse(cell))) {
        return false;
      }
      any |= !TextTable.isMissing(cell);
    }
    return any;
  }

  /** True if the column is no signal, which is told. */
  private boolean takeClock(int c, double[] values, boolean signalsToo) {
    String name = names == null ? "" : names.get(c);
    boolean rising = SampleTimes.countsByRun(values);
    if (names != null && SampleTimes.isTimeName(name) && (c == 0 || rising || evenly(values))) {
      // A clock tells more than a counter.
      if (clock == null || SampleTimes.isClock(name) && !SampleTimes.isClock(clockName)) {
        clock = values;
        clockName = name;
      } else {
        notes.note("The column " + name(c) + " is a second clock and was left out.");
      }
      return true;
    }
    if (names != null && SampleTimes.isCounter(name) && rising) {
      return counter(c, values);
    }
    if (names != null && SampleTimes.isTimeName(name) && TableDoubts.plain(name).length() > 2) {
      notes.note("Warning: the column " + name(c) + " does not rise as times do and was left out.");
      return true;
    }
    if (clock != null && Arrays.equals(clock, values)) {
      notes.note("The column " + name(c) + " is the same clock or count again and was left out.");
      return true;
    }
    if (names != null && aboutRows(name) && constant(values)) {
      notes.note(
          "The column "
              + name(c)
              + " is "
              + body.get(0).get(c)
              + " in every row and was left out"
              + (name.toLowerCase(Locale.ROOT).startsWith("tr")
                  ? "; if it is the time between samples in s, give interval=" + body.get(0).get(c)
                  : "")
              + ".");
      return true;
    }
    if (names != null && name.strip().matches("(?i)run|runs|run_?(no|nr|number|id|index)")) {
      throw new BadInput(
          source
              + ": the column "
              + name
              + " tells of several runs ("
              + body.get(0).get(c)
              + " to "
              + body.get(body.size() - 1).get(c)
              + "). They are not one recording: save each run as a table of its own.");
    }
    boolean unnamed = names == null || name.isBlank();
    if (c == 0 && names != null && unnamed && signalsToo && !rising && values.length >= LEAST) {
      return index(values);
    }
    if (c == 0 && rising && signalsToo && values.length >= LEAST) {
      counter(c, values);
      if (!unnamed || names == null) {
        notes.note(
            "Warning: the first column"
                + (unnamed ? "" : " (" + name + ")")
                + " was taken for a counter, as it rises by "
                + TimeText.of(values[1] - values[0])
                + " from row to row.");
      }
      return true;
    }
    return false;
  }

  /** A nameless first column that rises: times of a data frame, or an index with rows left out. */
  private boolean index(double[] values) {
    boolean even = TableDoubts.risesEvenly(values);
    if (!even && !TableDoubts.risingIndex(values)) {
      return false;
    }
    String step =
        Double.toString((float) ((values[values.length - 1] - values[0]) / (values.length - 1)));
    notes.note(
        even
            ? "The first column has no name, rises by "
                + step
                + " from row to row and was left out; if these are times in s, give interval="
                + step
                + "."
            : "Warning: the first column has no name, numbers the rows and was left out. It skips"
                + " numbers: rows of the recording may be missing.");
    return true;
  }

  private static boolean aboutRows(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").matches(ABOUT);
  }

  private static boolean constant(double[] values) {
    return Arrays.stream(values).allMatch(v -> v == values[0]);
  }

  private static boolean evenly(double[] values) {
    for (int t = 1; t < values.length; t++) {
      if (!(values[t] > values[t - 1])) {
        return !SampleTimes.restarts(values).isEmpty();
      }
    }
    return true;
  }

  private boolean counter(int c, double[] values) {
    double step = values.length > 1 ? values[1] - values[0] : 1;
    if (clock == null) {
      clock = values;
      clockName = "";
    }
    notes.note(
        (c == 0 ? "The first column" : "The column " + name(c))
            + (c == 0 && names != null && !names.get(0).isBlank() ? " (" + names.get(0) + ")" : "")
            + " numbers the rows and was left out"
            + (step == 1
                ? "."
                : " (it rises by "
                    + TimeText.of(step)
                    + "; if these are times in s, give interval="
                    + TimeText.of(step)
                    + ")."));
    return true;
  }

  private double[] numbers(int c) {
    double[] values = new double[body.size()];
    for (int t = 0; t < values.length; t++) {
      values[t] = number(source, body.get(t).get(c), t + firstLine, c + 1);
    }
    return values;
  }

  /** A cell as a number; text is refused with its place. */
  static double number(String source, String cell, int row, int column) {
    if (!TextTable.numeric(cell)) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s: row %d, column %d holds \"%s\", which is no number. Numbers need a point"
                  + " for decimals and no thousands separator; missing ones are n/a or NaN.",
              source,
              row,
              column,
              cell));
    }
    return TextTable.parse(cell);
  }

  /** Names of the signals; null without a header. */
  List<String> names() {
    if (names == null) {
      return null;
    }
    List<String> kept = new ArrayList<>();
    for (int c : signals) {
      kept.add(names.get(c).isBlank() ? "Column " + (kept.size() + 1) : names.get(c));
    }
    return kept;
  }

  /** True if there is a column of times or counts, so that time is in rows. */
  boolean clocked() {
    return clock != null;
  }

  /** Time between samples in s as the clock of these rows tells, else NaN. */
  double interval(int from, int to) {
    return clock == null || clockName.isEmpty()
        ? Double.NaN
        : SampleTimes.interval(clockName, Arrays.copyOfRange(clock, from, to), notes);
  }

  /**
   * The rows of one run.
   *
   * @param run which, from 1; 0 if there should be one only
   * @return first row and the row after the last
   * @throws BadInput if the clock starts again and no run is chosen, or there is no such run
   */
  int[] rows(int run) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    if (clock != null) {
      starts.addAll(SampleTimes.restarts(clock));
    }
    if (run > starts.size()) {
      throw new BadInput(
          "run=" + run + ": " + source + " holds " + starts.size() + " run(s) by its clock.");
    }
    if (starts.size() > 1 && run == 0) {
      int row = starts.get(1);
      throw new BadInput(
          String.format(
              "%s: the clock starts again at row %d (%s after %s), so the table holds %d runs, which"
                  + " are not one recording. Import each with run=1 to run=%d (in a manifest: a column"
                  + " table_run), or save each as a table of its own.",
              source,
              row + 1,
              TimeText.of(clock[row]),
              TimeText.of(clock[row - 1]),
              starts.size(),
              starts.size()));
    }
    starts.add(body.size());
    int chosen = Math.max(0, run - 1);
    return new int[] {starts.get(chosen), starts.get(chosen + 1)};
  }

  /** The signals of some rows, [row][signal]. */
  double[][] values(int from, int to) {
    double[][] values = new double[to - from][signals.size()];
    int errors = 0;
    int missing = 0;
    for (int t = from; t < to; t++) {
      for (int k = 0; k < signals.size(); k++) {
        String cell = body.get(t).get(signals.get(k));
        values[t - from][k] = TextTable.parse(cell);
        errors += TextTable.isError(cell) ? 1 : 0;
        missing += TextTable.isMissing(cell) ? 1 : 0;
      }
    }
    noteMissing(errors, missing, notes);
    return values;
  }

  /** Tells of spreadsheet errors; what is written as missing is counted with them. */
  static void noteMissing(int errors, int missing, MatrixImport notes) {
    if (errors > 0) {
      notes.note(
          "Warning: "
              + errors
              + (errors == 1 ? " cell is a" : " cells are")
              + " spreadsheet error (#DIV/0!, #REF! ...) and "
              + missing
              + " in all are missing values (NaN).");
    }
  }

  /** Numbers for messages: 2 and not 2.0. */
  private static final class TimeText {
    static String of(double v) {
      return v == Math.rint(v) && Math.abs(v) < 1e9
          ? Long.toString(Math.round(v))
          : Double.toString(v);
    }
  }
}
