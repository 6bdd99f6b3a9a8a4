package org.braindyn.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.text.ResultTable;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.sums.RecordingPart;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.dataset.DataSetEntry;

/**
 * Forecasts of one brain under several conditions by the protocol of ZAPBench (Lueckmann et al.
 * 2025, ICLR): of every condition the first 70 % train, the next 10 % validate, the last 20 % test;
 * one condition is held out and tested as a whole; contexts of 4 and of 256 frames, 32 frames
 * ahead, a window at every frame, mean absolute error in the recording's own unit. Both contexts
 * are tested on the same frames. Its mean baseline, the context's mean, is "zero" here. What
 * differs: models see contexts in z-scores, and recordings are whole conditions without padding.
 *
 * @param rows one per forecaster, context and condition
 */
public record ConditionStudy(List<Row> rows) {
  /** Frames of the contexts. */
  public static final int[] CONTEXTS = {4, 256};

  /** Frames ahead. */
  public static final int HORIZON = 32;

  private static final double VALIDATION = 0.1;
  private static final double TEST = 0.2;
  private static final int BLOCK = 64;

  /**
   * One forecaster in one condition.
   *
   * @param heldOut true if nothing of this condition was trained on
   * @param mae mean absolute error by step ahead, in the recording's unit
   * @param windows tested
   */
  public record Row(
      String forecaster,
      int context,
      String condition,
      boolean heldOut,
      double[] mae,
      int windows) {
    /** Mean over steps. */
    public double mean() {
      return java.util.Arrays.stream(mae).average().orElse(Double.NaN);
    }
  }

  /** Frames of one condition that train, validate and test. */
  private record Parts(Recording whole, int train, int validation) {
    static Parts of(Recording whole) {
      int test = (int) (TEST * whole.frames());
      int validation = (int) (VALIDATION * whole.frames());
      return new Parts(whole, whole.frames() - test - validation, validation);
    }

    Recording learns() {
      return new RecordingPart(whole, 0, train);
    }

    Recording chooses(int context) {
      return new RecordingPart(whole, train - context, train + validation);
    }

    Recording tests(int context) {
      return new RecordingPart(whole, train + validation - context, whole.frames());
    }
  }

  /**
   * Refuses what the protocol would ignore.
   *
   * @param split table of who trains, or null
   * @param train people who train, 0 for none named
   * @param model a trained model to test beside, or null
   */
  public static void alone(Object split, int train, Object model) {
    String given =
        split != null
            ? "split=" + split
            : train > 0 ? "train=" + train : model != null ? "model=" + model : "";
    if (!given.isEmpty()) {
      throw new BadInput(
          given
              + " has no meaning with design=conditions, which divides every recording in time and"
              + " trains models of its own contexts. Leave it out, or choose another design.");
    }
  }

  /**
   * Runs the protocol.
   *
   * @param data one recording per condition
   * @param heldOut name of the condition that nobody trains on (file, without its ending, run or
   *     session); empty for none
   * @param kinds what to train, beside the baselines
   * @throws BadInput if there is no such condition, none is left to train, or one is too short
   */
  public static ConditionStudy run(
      DataSet data, String heldOut, List<ModelKind> kinds, Seed seed, Progress progress) {
    List<String> names = names(data);
    String left = heldOut.trim();
    if (!left.isEmpty() && !names.contains(left)) {
      throw new BadInput(
          String.format(
              "holdout=%s is no condition of these data. Conditions: %s.",
              left, String.join(", ", names)));
    }
    if (names.size() - (left.isEmpty() ? 0 : 1) < 1) {
      throw new BadInput("Every condition is held out, so nothing can train. Give two or more.");
    }
    List<Row> rows = new ArrayList<>();
    for (int c = 0; c < CONTEXTS.length; c++) {
      Progress part = progress.part((double) c / CONTEXTS.length, (c + 1.0) / CONTEXTS.length);
      rows.addAll(one(data, names, left, kinds, CONTEXTS[c], seed, part));
    }
    return new ConditionStudy(rows);
  }

  private static List<Row> one(
      DataSet data,
      List<String> names,
      String left,
      List<ModelKind> kinds,
      int context,
      Seed seed,
      Progress progress) {
    List<Recording> learns = new ArrayList<>();
    List<Recording> chooses = new ArrayList<>();
    Map<String, WindowSet> tests = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Recording whole = data.recordings().get(i);
      check(whole, names.get(i).equals(left));
      if (names.get(i).equals(left)) {
        // Both contexts are tested on the same frames.
        int from = CONTEXTS[CONTEXTS.length - 1] - context;
        tests.put(left, windows(new RecordingPart(whole, from, whole.frames()), context));
        continue;
      }
      Parts parts = Parts.of(whole);
      learns.add(parts.learns());
      chooses.add(parts.chooses(context));
      tests.put(names.get(i), windows(parts.tests(context), context));
    }
    TrainingSplit split =
        TrainingSplit.ofPeople(
            new WindowSet(learns, context, HORIZON, 1),
            new WindowSet(chooses, context, HORIZON, 1),
            data.regions(),
            () -> nobody(data));
    List<Row> rows = new ArrayList<>();
    List<TrainedModel> models = new ArrayList<>();
    try {
      for (ModelKind kind : kinds) {
        double done = 0.8 * models.size() / kinds.size();
        Progress own = progress.part(done, done + 0.8 / kinds.size(), kind.title());
        models.add(
            kind.train(
                split,
                null,
                kind.defaults().with(seed),
                new TrainingWatch(TrainingListener.NONE, null, own)));
      }
      models.addAll(Baselines.fit(split, progress.part(0.8, 0.9)));
      for (TrainedModel model : models) {
        for (Map.Entry<String, WindowSet> test : tests.entrySet()) {
          Cancelled.check(progress, "Evaluate");
          boolean held = test.getKey().equals(left);
          double[] mae = errors(model.forecaster(), test.getValue());
          int windows = test.getValue().size();
          rows.add(new Row(model.title(), context, test.getKey(), held, mae, windows));
        }
      }
    } finally {
      models.forEach(TrainedModel::close);
    }
    return rows;
  }

  private static void check(Recording whole, boolean heldOut) {
    int longest = CONTEXTS[CONTEXTS.length - 1];
    Parts parts = Parts.of(whole);
    boolean fits =
        heldOut
            ? whole.frames() >= longest + HORIZON
            : parts.train >= longest + HORIZON
                && parts.validation >= HORIZON
                && whole.frames() - parts.train - parts.validation >= HORIZON;
    if (!fits) {
      int needed =
          heldOut
              ? longest + HORIZON
              : (int) Math.ceil(Math.max((longest + HORIZON) / 0.7, HORIZON / VALIDATION)) + 2;
      throw new BadInput(
          String.format(
              "%s has %d frames, too few for contexts of %d frames, %d frames ahead and a division"
                  + " of 70, 10 and 20 %%: %d are needed. Leave it out, or use design=folds.",
              whole.source(), whole.frames(), longest, HORIZON, needed));
    }
  }

  private static WindowSet windows(Recording part, int context) {
    return new WindowSet(List.of(part), context, HORIZON, 1).toTest();
  }

  private static double[] errors(Forecaster forecaster, WindowSet test) {
    double[] sum = new double[HORIZON];
    for (int from = 0; from < test.size(); from += BLOCK) {
      Windows block = test.range(from, Math.min(test.size(), from + BLOCK));
      SignalBatch said = forecaster.forecast(block.context(), HORIZON, Progress.NONE);
      double[] ahead = block.normalisation().restore(said).values();
      double[] truth = block.normalisation().restore(block.target()).values();
      for (int i = 0; i < truth.length; i++) {
        sum[i % HORIZON] += Math.abs(ahead[i] - truth[i]);
      }
    }
    double count = (double) test.size() * test.regions();
    return java.util.Arrays.stream(sum).map(s -> s / count).toArray();
  }

  private static List<String> names(DataSet data) {
    List<String> names = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    for (DataSetEntry e : data.entries()) {
      String file = String.valueOf(e.file().getFileName()).replaceFirst("\\..*$", "");
      String label =
          Stream.of(e.session(), e.run())
              .filter(s -> !s.isEmpty())
              .collect(Collectors.joining(" "));
      String name = label.isEmpty() ? file : label;
      names.add(known.add(name) ? name : file + " " + (names.size() + 1));
    }
    return names;
  }

  private static DataIdentity nobody(DataSet data) {
    return new DataIdentity(
        data.regions(),
        data.interval(),
        "context",
        "by condition: 70 % train, 10 % validate, 20 % test",
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /** One row per forecaster, context and condition, then means over the conditions not held out. */
  public ResultTable table() {
    ResultTable table =
        new ResultTable(
            List.of(
                "Forecaster",
                "Context",
                "Condition",
                "Held out",
                "MAE",
                "MAE step 1",
                "MAE last step",
                "Windows"),
            ResultTable.Numbers.SIX_DECIMALS);
    Map<String, List<Row>> together = new LinkedHashMap<>();
    for (Row row : rows) {
      if (!row.heldOut) {
        String key = row.forecaster + "/" + row.context;
        together.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      }
    }
    together
        .values()
        .forEach(
            list -> {
              double[] mae = new double[HORIZON];
              for (Row row : list) {
                for (int p = 0; p < HORIZON; p++) {
                  mae[p] += row.mae[p] / list.size();
                }
              }
              Row first = list.get(0);
              int windows = list.stream().mapToInt(Row::windows).sum();
              add(
                  table,
                  new Row(first.forecaster, first.context, "mean of all", false, mae, windows));
            });
    rows.forEach(row -> add(table, row));
    return table;
  }

  private static void add(ResultTable table, Row row) {
    table.row(
        row.forecaster,
        row.context,
        row.condition,
        row.heldOut ? "yes" : "no",
        row.mean(),
        row.mae[0],
        row.mae[HORIZON - 1],
        row.windows);
  }
}
