package org.braindyn.people;

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
import org.braindyn.training.TrainingLog;
import org.braindyn.training.dataset.SplitTable;
import org.braindyn.training.score.ErrorSums;
import org.braindyn.training.score.PairedComparison;
import org.braindyn.training.score.Scores;

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
          "People",
          "CRPS",
          "50 % held",
          "90 % held");

  private StudyTables() {}

  /**
   * One row per forecaster: errors in standard deviations of the context, 95 % bootstrap intervals
   * over people, the paired difference of MSE from the best baseline, the continuous ranked
   * probability score and the shares of values that 50 and 90 % intervals held.
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
            paired.people(),
            s.intervals().crps(),
            s.intervals().fifty(),
            s.intervals().ninety()
          }) {
        row.add(number(value));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The baseline with the least error; without any, the last forecaster. */
  public static Scores bestBaseline(List<Scores> scores) {
    return scores.stream()
        .filter(Scores::baseline)
        .min((a, b) -> Double.compare(a.all().mse(), b.all().mse()))
        .orElse(scores.get(scores.size() - 1));
  }

  /** The table of {@link #overview} as CSV. */
  public static String scores(List<Scores> scores, Seed seed) {
    return csv(OVERVIEW, overview(scores, seed));
  }

  /**
   * Every person's error: person, fold, windows x regions x steps, and the MSE of every forecaster.
   */
  public static List<String> personColumns(PeopleStudy study) {
    List<String> columns = new ArrayList<>(List.of("person", "fold", "site", "values"));
    study.scores().forEach(s -> columns.add("MSE " + s.name()));
    return columns;
  }

  /** One row per person under {@link #personColumns}. */
  public static List<List<String>> people(PeopleStudy study) {
    List<List<String>> rows = new ArrayList<>();
    List<String> persons = study.scores().get(0).persons();
    for (int i = 0; i < persons.size(); i++) {
      int first = study.data().persons().indexOf(persons.get(i));
      List<String> row = new ArrayList<>();
      row.add(persons.get(i));
      row.add(study.foldOf().get(i));
      row.add(study.data().sites().get(first));
      row.add(Long.toString(study.scores().get(0).byPerson().get(i).count()));
      for (Scores s : study.scores()) {
        row.add(number(s.byPerson().get(i).mse()));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Columns of {@link #realism}. */
  public static final List<String> REALISM =
      List.of(
          "forecaster",
          "person",
          "FC correlation",
          "spectral distance",
          "lag-1 real",
          "lag-1 generated",
          "largest (sd)");

  /** One row per free run. */
  public static List<List<String>> realism(List<FreeRun> runs) {
    return runs.stream()
        .map(
            run ->
                List.of(
                    run.forecaster(),
                    run.person(),
                    number(run.realism().fcCorrelation()),
                    number(run.realism().spectralDistance()),
                    number(run.realism().realLagOne()),
                    number(run.realism().generatedLagOne()),
                    number(run.realism().largest())))
        .toList();
  }

  /** The logs of all members as CSV; times are left out, so that equal trainings are equal. */
  static String log(List<TrainingLog> logs) {
    if (logs.size() < 2) {
      return (logs.isEmpty() ? new TrainingLog() : logs.get(0)).csv();
    }
    StringBuilder text = new StringBuilder();
    for (int m = 0; m < logs.size(); m++) {
      List<String> lines = logs.get(m).csv().lines().toList();
      for (int i = m == 0 ? 0 : 1; i < lines.size(); i++) {
        text.append(i == 0 ? "member" : m + 1).append(',').append(lines.get(i)).append('\n');
      }
    }
    return text.toString();
  }

  /**
   * Writes split.csv (one per fold), scores.csv, by_step.csv, by_region.csv, by_person.csv and,
   * after free runs, realism.csv into a folder.
   */
  public static void write(Path folder, PeopleStudy study, Seed seed) throws IOException {
    Files.createDirectories(folder);
    for (PeopleFold fold : study.folds()) {
      String name = fold.name().isEmpty() ? "split.csv" : "split_" + fold.name() + ".csv";
      SplitTable.write(
          folder.resolve(name.replaceAll("[^A-Za-z0-9_.]+", "_")), study.data(), fold.split());
    }
    List<Scores> scores = study.scores();
    text(folder.resolve("scores.csv"), scores(scores, seed));
    int steps = scores.get(0).byStep().size();
    List<String> ahead = new ArrayList<>();
    for (int p = 1; p <= steps; p++) {
      ahead.add(Integer.toString(p));
    }
    text(folder.resolve("by_step.csv"), table("step", ahead, scores, Part.STEP));
    Regions regions = study.data().regions();
    text(folder.resolve("by_region.csv"), table("region", regions.names(), scores, Part.REGION));
    text(folder.resolve("by_person.csv"), csv(personColumns(study), people(study)));
    if (!study.runs().isEmpty()) {
      text(folder.resolve("realism.csv"), csv(REALISM, realism(study.runs())));
    }
  }

  private enum Part {
    STEP,
    REGION;

    List<ErrorSums> of(Scores scores) {
      return switch (this) {
        case STEP -> scores.byStep();
        case REGION -> scores.byRegion();
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

  static void text(Path file, String text) throws IOException {
    AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
