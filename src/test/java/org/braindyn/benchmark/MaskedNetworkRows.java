package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.imputation.LagMoments;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.network.Initialisation;
import org.braindyn.masked.network.Masking;
import org.braindyn.masked.network.Probe;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.RegionSettings;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.train.Anchor;
import org.braindyn.masked.train.HiddenScore;
import org.braindyn.masked.train.MaskedTraining;
import org.braindyn.masked.train.MaskedTrainingSettings;
import org.braindyn.masked.train.Recording;

/**
 * Trains the anchored axial network on some people and scores it beside its own anchor, and beside
 * that anchor scaled by its deviation, for every kind of hiding and person.
 */
final class MaskedNetworkRows {
  private static final int WIDTH = 32;
  private static final double RELEASED_PATCH = 14.4; // s
  private static final int[] STEPS = {1, 2, 3, 5, 10, 20};

  private final Shape shape;
  private final List<Recording> train;
  private final ScaledAnchor anchor;
  private final RegionNetwork network;
  private Vec best;

  /** Samples of a window, of a patch, and time between samples in s. */
  record Shape(int window, int patch, double interval) {}

  /**
   * A training.
   *
   * @param batch windows per step
   * @param rate highest learning rate
   * @param windows windows of each person in an epoch
   * @param draws epochs that draw windows of their own; later ones take them again
   */
  record Plan(int epochs, Seed seed, int batch, double rate, int windows, int draws) {}

  MaskedNetworkRows(Shape shape, List<Recording> train) {
    this.shape = shape;
    this.train = train;
    Map<String, double[][]> people = new LinkedHashMap<>();
    train.forEach(p -> people.put(p.person(), p.signals()));
    anchor = new ScaledAnchor(new RecordingAnchor(people, shape.patch));
    int regions = train.get(0).signals().length;
    network =
        RegionNetwork.own(
            RegionSettings.own(regions, WIDTH, shape.patch, true, true),
            shape.window / shape.patch,
            shape.patch * shape.interval / RELEASED_PATCH);
  }

  /** Trains; the epoch is chosen on other people. */
  void train(Team team, Plan plan, List<Recording> choose) throws Exception {
    MaskedTrainingSettings usual =
        MaskedTrainingSettings.usual(shape.window, plan.epochs, plan.seed);
    MaskedTrainingSettings settings =
        new MaskedTrainingSettings(
            shape.window,
            plan.windows,
            plan.batch,
            plan.epochs,
            plan.rate,
            usual.warmUp(),
            usual.decay(),
            usual.clip(),
            usual.optimiser(),
            usual.kinds(),
            usual.ratio(),
            usual.dropout(),
            plan.seed);
    Vec start = Initialisation.own(network, team.first().kernel(), plan.seed);
    long begun = System.nanoTime();
    StringBuilder course = new StringBuilder();
    best =
        new MaskedTraining(network, settings, Precision.FLOAT)
            .anchor(anchor)
            .draws(plan.draws)
            .listener(
                e ->
                    course
                        .append(
                            e.epoch() == 1
                                ? String.format(Locale.ROOT, "anchor %.4f;", e.anchor())
                                : "")
                        .append(String.format(Locale.ROOT, " %.4f", e.validation())))
            .run(start, train, choose, 0, Progress.NONE)
            .parameters();
    System.out.printf(
        Locale.ROOT,
        "%n%d people, %d parameters, %d epochs of %d windows (%d drawn), batch %d, rate %s, seed"
            + " %d, %.0f s%nR2 of the choosing people: %s%nscales by deviation:%s%n",
        train.size(),
        start.length(),
        plan.epochs,
        plan.windows * train.size(),
        plan.draws,
        plan.batch,
        plan.rate,
        plan.seed.value(),
        (System.nanoTime() - begun) / 1e9,
        course,
        anchor.numbers());
  }

  /**
   * Prints R2 of anchor, scaled anchor and network by kind of hiding.
   *
   * @param bySteps whether futures are also shown step by step
   * @return by kind, R2 of these three: everybody's, then each person's
   */
  Map<String, double[][]> score(
      Team team,
      List<Recording> people,
      Map<String, List<HiddenTokens.Window>> masks,
      boolean bySteps)
      throws Exception {
    Map<String, double[][]> found = new LinkedHashMap<>();
    System.out.println(
        "| hidden | R anchor | scaled anchor | network | gain of each person | better for |");
    System.out.println("|---|---|---|---|---|---|");
    for (Map.Entry<String, List<HiddenTokens.Window>> kind : masks.entrySet()) {
      List<HiddenTokens.Window> hidden = kind.getValue();
      Window[] windows = new Window[hidden.size()];
      double[][] predictions = new double[hidden.size()][];
      team.run(
          windows.length,
          (i, worker) -> {
            windows[i] = window(people.get(hidden.get(i).person()), hidden.get(i));
            var encoded = network.encode(worker.alone(), best, List.of(windows[i]), Probe.NONE);
            predictions[i] =
                network.decode(worker.alone(), best, encoded, Probe.NONE).prediction()[0];
          });
      HiddenScore[][] scores = new HiddenScore[3][people.size() + 1];
      for (HiddenScore[] row : scores) {
        Arrays.setAll(row, i -> new HiddenScore());
      }
      for (int i = 0; i < windows.length; i++) {
        double[] mask = network.hidden(windows[i]);
        for (int who : new int[] {0, 1 + hidden.get(i).person()}) {
          scores[0][who].add(windows[i].signals(), windows[i].anchor(), mask);
          scores[1][who].add(windows[i].signals(), anchor.scaled(windows[i]), mask);
          scores[2][who].add(windows[i].signals(), predictions[i], mask);
        }
      }
      print(kind.getKey(), scores);
      found.put(
          kind.getKey(),
          Arrays.stream(scores)
              .map(row -> Arrays.stream(row).mapToDouble(HiddenScore::r2).toArray())
              .toArray(double[][]::new));
      if (bySteps && kind.getKey().equals("future")) {
        steps(windows, predictions);
      }
    }
    return found;
  }

  private static void print(String kind, HiddenScore[][] scores) {
    StringBuilder gains = new StringBuilder();
    int better = 0;
    int people = scores[0].length - 1;
    for (int p = 1; p <= people; p++) {
      double gain = scores[2][p].r2() - scores[0][p].r2();
      better += gain > 0 ? 1 : 0;
      gains.append(people <= 3 ? String.format(Locale.ROOT, " %+.4f", gain) : "");
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.4f | %.4f | %.4f |%s | %d of %d |%n",
        kind,
        scores[0][0].r2(),
        scores[1][0].r2(),
        scores[2][0].r2(),
        gains,
        better,
        people);
  }

  /** R2 of a future, step by step, beside a VAR(3) of the training people. */
  private void steps(Window[] windows, double[][] predictions) {
    LagMoments group = LagMoments.ofScaled(train.stream().map(Recording::signals).toList(), 3);
    HiddenScore[][] scores = new HiddenScore[3][shape.patch];
    for (HiddenScore[] row : scores) {
      Arrays.setAll(row, i -> new HiddenScore());
    }
    for (int i = 0; i < windows.length; i++) {
      double[] x = windows[i].signals();
      double[][] z = new double[windows[i].regions()][shape.window];
      boolean[][] seen = new boolean[z.length][shape.window];
      for (int n = 0; n < z.length; n++) {
        System.arraycopy(x, n * shape.window, z[n], 0, shape.window);
        Arrays.fill(seen[n], 0, shape.window - shape.patch, true);
      }
      double[][] linear = LinearBars.kalman(group, 3, z, seen).mean();
      double[] flat = new double[x.length];
      Arrays.setAll(flat, j -> linear[j / shape.window][j % shape.window]);
      for (int step = 0; step < shape.patch; step++) {
        int at = shape.window - shape.patch + step;
        double[] mask = new double[x.length];
        for (int n = 0; n < z.length; n++) {
          mask[n * shape.window + at] = 1;
        }
        scores[0][step].add(x, flat, mask);
        scores[1][step].add(x, windows[i].anchor(), mask);
        scores[2][step].add(x, predictions[i], mask);
      }
    }
    String[] names = {"group VAR(3)", "anchor", "network"};
    for (int row = 0; row < names.length; row++) {
      StringBuilder text = new StringBuilder("|   future by step, " + names[row] + " |");
      for (int step : STEPS) {
        if (step <= shape.patch) {
          text.append(String.format(Locale.ROOT, " %d: %.3f", step, scores[row][step - 1].r2()));
        }
      }
      System.out.println(text + " |");
    }
  }

  private Window window(Recording person, HiddenTokens.Window hidden) {
    int regions = person.signals().length;
    int patches = shape.window / shape.patch;
    boolean[] tokens = new boolean[regions * patches];
    double[] x = new double[regions * shape.window];
    for (int n = 0; n < regions; n++) {
      System.arraycopy(person.signals()[n], hidden.from(), x, n * shape.window, shape.window);
      for (int k = 0; k < patches; k++) {
        tokens[n * patches + k] = hidden.hidden()[n][k * shape.patch];
      }
    }
    Window bare = Window.of(regions, shape.window, x, person.positions(), Masking.visible(tokens));
    Anchor.Estimate estimate = anchor.estimate(person, hidden.from(), bare);
    return bare.anchored(estimate.mean(), estimate.deviation());
  }

  /** Recordings whose regions have their vectors alone, no coordinates. */
  static List<Recording> recordings(List<String> names, List<double[][]> values) {
    List<Recording> result = new ArrayList<>();
    for (int p = 0; p < names.size(); p++) {
      double[][] z = LinearBars.scaled(values.get(p));
      result.add(new Recording(names.get(p), z, new double[z.length * 3]));
    }
    return result;
  }
}
