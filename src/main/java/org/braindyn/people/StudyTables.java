package org.braindyn.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.text.ResultTable;
import org.braindyn.io.AtomicFile;
import org.braindyn.longrun.LongRun;
import org.braindyn.longrun.LongRuns;
import org.braindyn.training.TrainingLog;
import org.braindyn.training.dataset.SplitTable;
import org.braindyn.training.score.ErrorSums;
import org.braindyn.training.score.PairedComparison;
import org.braindyn.training.score.Scores;

/** The tables of a study: the same numbers on screen and as CSV files. */
public final class StudyTables {

  private StudyTables() {}

  /** One row per forecaster on one recording; errors in standard deviations of the context. */
  public static ResultTable recording(List<Scores> scores) {
    int last = scores.get(0).byStep().size() - 1;
    ResultTable table =
        ResultTable.of("Forecaster", "MSE", "MAE", "PCC", "MSE step 1", "MSE step " + (last + 1));
    for (Scores s : scores) {
      table.row(
          s.name(),
          s.all().mse(),
          s.all().mae(),
          s.all().pcc(),
          s.byStep().get(0).mse(),
          s.byStep().get(s.byStep().size() - 1).mse());
    }
    return table;
  }

  /**
   * One row per forecaster: errors in standard deviations of the context, 95 % bootstrap intervals
   * over people, the paired difference of MSE from the best baseline, the continuous ranked
   * probability score, the shares of values that 50 and 90 % intervals held, and what is right
   * about course, pattern and size.
   */
  public static ResultTable overview(List<Scores> scores, Seed seed) {
    Scores best = bestBaseline(scores);
    ResultTable table =
        sixDecimals(
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
                "90 % held",
                "Timing r",
                "Pattern r",
                "Size"));
    for (Scores s : scores) {
      double[] interval = PairedComparison.interval(s.mseByPerson(), seed);
      PairedComparison paired = PairedComparison.of(s.mseByPerson(), best.mseByPerson(), seed);
      ErrorSums all = s.all();
      int last = s.byStep().size() - 1;
      table.row(
          s.name(),
          all.mse(),
          interval,
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
          s.intervals().ninety(),
          s.shape().timing(),
          s.shape().pattern(),
          s.shape().size());
    }
    return table;
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
    return overview(scores, seed).csv();
  }

  /**
   * Every person's error: person, fold, site, windows x regions x steps, and the MSE of every
   * forecaster.
   */
  public static ResultTable people(PeopleStudy study) {
    List<String> columns = new ArrayList<>(List.of("person", "fold", "site", "values"));
    study.scores().forEach(s -> columns.add("MSE " + s.name()));
    ResultTable table = sixDecimals(columns);
    List<String> persons = study.scores().get(0).persons();
    for (int i = 0; i < persons.size(); i++) {
      int person = i;
      table.row(
          persons.get(i),
          study.foldOf().get(i),
          study.data().sites().get(study.data().persons().indexOf(persons.get(i))),
          study.scores().get(0).byPerson().get(i).count(),
          study.scores().stream().map(s -> s.byPerson().get(person).mse()).toList());
    }
    return table;
  }

  /** How real free runs look, one row per run. */
  static ResultTable realism(List<FreeRun> runs) {
    ResultTable table =
        sixDecimals(
            List.of(
                "forecaster",
                "person",
                "FC correlation",
                "spectral distance",
                "lag-1 real",
                "lag-1 generated",
                "largest (sd)"));
    for (FreeRun run : runs) {
      table.row(
          run.forecaster(),
          run.person(),
          run.realism().fcCorrelation(),
          run.realism().spectralDistance(),
          run.realism().realLagOne(),
          run.realism().generatedLagOne(),
          run.realism().largest());
    }
    return table;
  }

  /** What stays the same however long a run is: every recording, its rivals, every forecaster. */
  static ResultTable longRuns(List<FreeRun> runs) {
    ResultTable table =
        sixDecimals(
            List.of(
                "person",
                "run",
                "state-space divergence (nats)",
                "spectral distance (Hellinger)",
                "Lyapunov exponent (1/s)",
                "correlation dimension"));
    Set<LongRuns> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (FreeRun run : runs) {
      if (run.longRuns() != null && seen.add(run.longRuns())) {
        for (LongRun row : run.longRuns().rows()) {
          table.row(
              run.person(),
              row.name(),
              row.divergence(),
              row.spectrum(),
              row.exponent(),
              row.dimension());
        }
      }
    }
    return table;
  }

  private static ResultTable sixDecimals(List<String> columns) {
    return new ResultTable(columns, ResultTable.Numbers.SIX_DECIMALS);
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
   * after free runs, realism.csv and long_runs.csv into a folder.
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
    text(folder.resolve("by_person.csv"), people(study).csv());
    if (!study.runs().isEmpty()) {
      text(folder.resolve("realism.csv"), realism(study.runs()).csv());
      text(folder.resolve("long_runs.csv"), longRuns(study.runs()).csv());
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
    ResultTable table = sixDecimals(columns);
    for (int i = 0; i < names.size(); i++) {
      int one = i;
      table.row(names.get(i), scores.stream().map(s -> part.of(s).get(one).mse()).toList());
    }
    return table.csv();
  }

  static void text(Path file, String text) throws IOException {
    AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
