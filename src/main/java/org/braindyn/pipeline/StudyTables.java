package org.braindyn.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.io.AtomicFile;
import org.braindyn.signal.Split;
import org.braindyn.training.DataSet;
import org.braindyn.training.ErrorSums;
import org.braindyn.training.PairedComparison;
import org.braindyn.training.Scores;

/** The tables of a study: the same numbers on screen and as CSV files. */
public final class StudyTables {
  /** Columns of {@link #overview}. */
  public static final List<String> OVERVIEW =
      List.of(
          "Forecaster",
          "MSE",
          "MSE low",
          "MSE high",
          "MAE",
          "PCC",
          "SCC",
          "DTW",
          "R2",
          "MSE step 1",
          "MSE last step",
          "Difference",
          "Difference low",
          "Difference high",
          "People better",
          "People");

  private static final List<String> BASELINES = List.of("zero", "persistence");

  private StudyTables() {}

  /**
   * One row per forecaster: errors in standard deviations of the context, 95 % bootstrap intervals
   * over people, and the paired difference of MSE from the best baseline.
   */
  public static List<List<String>> overview(List<Scores> scores, Seed seed) {
    Scores best = bestBaseline(scores);
    List<List<String>> rows = new ArrayList<>();
    for (Scores s : scores) {
      double[] interval = PairedComparison.interval(s.mseByPerson(), seed);
      PairedComparison paired = PairedComparison.of(s.mseByPerson(), best.mseByPerson(), seed);
      ErrorSums all = s.all();
      int last = s.byStep().size() - 1;
      List<String> row = new ArrayList<>(List.of(s.name()));
      for (double value :
          new double[] {
            all.mse(),
            interval[0],
            interval[1],
            all.mae(),
            all.pcc(),
            s.scc(),
            s.dtw(),
            all.r2(),
            s.byStep().get(0).mse(),
            s.byStep().get(last).mse(),
            paired.difference(),
            paired.low(),
            paired.high(),
            paired.better(),
            paired.people()
          }) {
        row.add(number(value));
      }
      rows.add(row);
    }
    return rows;
  }

  private static Scores bestBaseline(List<Scores> scores) {
    return scores.stream()
        .filter(
            s ->
                s.name().startsWith("VAR")
                    || s.name().endsWith("persistence")
                    || BASELINES.contains(s.name()))
        .min((a, b) -> Double.compare(a.all().mse(), b.all().mse()))
        .orElse(scores.get(scores.size() - 1));
  }

  /** Writes split.csv, scores.csv, by_step.csv, by_region.csv and by_person.csv into a folder. */
  public static void write(Path folder, DataSet data, PeopleStudy study, Seed seed)
      throws IOException {
    Files.createDirectories(folder);
    text(folder.resolve("split.csv"), split(data, study.split()));
    text(folder.resolve("scores.csv"), csv(OVERVIEW, overview(study.scores(), seed)));
    List<Scores> scores = study.scores();
    int steps = scores.get(0).byStep().size();
    List<String> ahead = new ArrayList<>();
    for (int p = 1; p <= steps; p++) {
      ahead.add(Integer.toString(p));
    }
    text(folder.resolve("by_step.csv"), table("step", ahead, scores, Part.STEP));
    Regions regions = data.regions();
    text(folder.resolve("by_region.csv"), table("region", regions.names(), scores, Part.REGION));
    List<String> persons = scores.get(0).persons();
    text(folder.resolve("by_person.csv"), table("person", persons, scores, Part.PERSON));
  }

  private enum Part {
    STEP,
    REGION,
    PERSON;

    List<ErrorSums> of(Scores scores) {
      return switch (this) {
        case STEP -> scores.byStep();
        case REGION -> scores.byRegion();
        case PERSON -> scores.byPerson();
      };
    }
  }

  private static String table(String what, List<String> names, List<Scores> scores, Part part) {
    List<String> columns = new ArrayList<>(List.of(what));
    scores.forEach(s -> columns.add("MSE " + s.name()));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      List<String> row = new ArrayList<>(List.of(names.get(i)));
      for (Scores s : scores) {
        row.add(number(part.of(s).get(i).mse()));
      }
      rows.add(row);
    }
    return csv(columns, rows);
  }

  private static String split(DataSet data, Split split) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < data.entries().size(); i++) {
      String part =
          split.train().contains(i)
              ? "train"
              : split.validation().contains(i)
                  ? "validation"
                  : split.test().contains(i) ? "test" : "unused";
      String file = data.entries().get(i).file().getFileName().toString();
      rows.add(List.of(data.entries().get(i).person(), file, part));
    }
    return csv(List.of("person", "file", "part"), rows);
  }

  private static String csv(List<String> columns, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    List<List<String>> all = new ArrayList<>(List.of(columns));
    all.addAll(rows);
    for (List<String> row : all) {
      text.append(String.join(",", row.stream().map(StudyTables::quoted).toList())).append('\n');
    }
    return text.toString();
  }

  private static String quoted(String cell) {
    return cell.matches("[^,\"\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.6f", value);
  }

  private static void text(Path file, String text) throws IOException {
    AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
