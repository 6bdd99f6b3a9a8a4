package org.braindyn.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.braindyn.perturbation.EffectiveConnectivity;
import org.braindyn.perturbation.MatrixAgreement;
import org.braindyn.perturbation.StartingWindows;
import org.braindyn.signal.WindowSet;
import org.braindyn.task.WiringInference;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingSettings;

/**
 * Effective connectivity of somebody else's simulated network against its exact answer
 * (docs/validation.md, perturbation 1). Arguments: data seed (00 or 01), variant (continuous or
 * released), epochs.
 */
public final class NpiExperiment {
  private static final int CONTEXT = 10;

  private NpiExperiment() {}

  public static void main(String[] args) throws IOException {
    String data = args.length > 0 ? args[0] : "00";
    Variant variant = Variant.valueOf((args.length > 1 ? args[1] : "continuous").toUpperCase());
    int epochs = args.length > 2 ? Integer.parseInt(args[2]) : 45;
    Path folder =
        Path.of(System.getProperty("braindyn.shared", "../shared")).resolve("data/npi_rnn");
    double[][] series = table(folder.resolve("dynamics_020nodes_8000steps_" + data + "seed.txt"));
    double[][] truth = table(folder.resolve("real_EC_020nodes_8000steps_" + data + "seed.txt"));
    RegionSignals train = part(series, 0, 7200);
    RegionSignals validation = part(series, 7200, 8000);
    WindowSet windows = WindowSet.of(List.of(train), CONTEXT, 1, 1);
    WindowSet held = WindowSet.of(List.of(validation), CONTEXT, 1, 1);
    say("npi_rnn seed %s, %s variant", data, variant.name().toLowerCase(Locale.ROOT));
    WiringInference.comparators(train)
        .forEach(
            (name, m) -> say("%-22s correlation %.4f", name, MatrixAgreement.pearson(m, truth)));
    VectorAutoregression var =
        VectorAutoregression.fitWindows(windows, 1, new double[] {1}, Progress.NONE).get(0);
    var all = held.all();
    double varError =
        error(var.forecast(all.context(), 1, Progress.NONE).values(), all.target().values());
    say("%-22s held-out MSE %.4f", "VAR(1) on windows", varError);
    ModelSettings settings =
        ModelSettings.builder(20)
            .hidden(8)
            .maps(24)
            .width(64)
            .context(CONTEXT)
            .horizon(1)
            .method("midpoint")
            .variant(variant)
            .perMapXavier(true)
            .degreeNormalised(true)
            .build();
    try (BrainDyn model = BrainDyn.create(settings, complete(20), Seed.of(1))) {
      StartingWindows starts = StartingWindows.spread(List.of(train), CONTEXT, 400);
      TrainingSettings how =
          TrainingSettings.defaults()
              .withEpochs(epochs)
              .withLearningRate(3e-3)
              .withWeightDecay(1e-2);
      var forecaster = new BrainDynForecaster(model);
      new Trainer(
              how,
              e -> {
                double r =
                    MatrixAgreement.pearson(connectivity(forecaster, train, starts, 0.5), truth);
                say(
                    "epoch %d train %.4f held-out %.4f correlation %.4f",
                    e.number(), e.trainLoss(), e.validationLoss(), r);
              },
              null)
          .train(model, windows, held, Progress.NONE);
      for (double size : new double[] {0.1, 0.5, 1, 2}) {
        double[][] ec = connectivity(forecaster, train, starts, size);
        say(
            "RESULT seed %s %s impulse %.1f sd: correlation with real_EC %.4f, transposed %.4f,"
                + " held-out MSE %.4f (VAR %.4f)",
            data,
            variant.name().toLowerCase(Locale.ROOT),
            size,
            MatrixAgreement.pearson(ec, truth),
            MatrixAgreement.pearson(MatrixAgreement.transpose(ec), truth),
            error(model.forecast(all.context(), 1).values(), all.target().values()),
            varError);
      }
    }
  }

  private static double[][] connectivity(
      BrainDynForecaster model, RegionSignals signals, StartingWindows starts, double size) {
    return EffectiveConnectivity.byRollouts(
            model, signals.regions(), starts.contexts(), size, 1, Progress.NONE)
        .at(0);
  }

  /** Every ordered pair is a candidate: no true edge is given away. */
  private static BrainGraph complete(int n) {
    double[][] all = new double[n][n];
    for (double[] row : all) {
      Arrays.fill(row, 1);
    }
    return BrainGraph.ofMatrix(all);
  }

  private static RegionSignals part(double[][] series, int from, int to) {
    double[][] values = new double[series[0].length][to - from];
    for (int t = from; t < to; t++) {
      for (int r = 0; r < values.length; r++) {
        values[r][t - from] = series[t][r];
      }
    }
    return new RegionSignals(Regions.numbered("node", values.length), values, 1, "npi_rnn");
  }

  private static double[][] table(Path file) throws IOException {
    List<double[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        String[] cells = line.trim().split("[\\s,]+");
        rows.add(Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray());
      }
    }
    return rows.toArray(double[][]::new);
  }

  private static double error(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum / a.length;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
