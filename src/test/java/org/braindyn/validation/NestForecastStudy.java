package org.braindyn.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.forecast.Forecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.braindyn.signal.SpikeSmoothing;
import org.braindyn.signal.WindowSet;
import org.braindyn.spikes.SpikeImport;
import org.braindyn.training.TrainingSettings;

/**
 * Eight population rates of the cortical microcircuit as NEST 2 and 3 simulated it, 1 s each, in
 * bins of 2 ms with causal smoothing of 4 ms: 60 ms of context, 20 ms ahead. Three recordings are
 * no data set: the first 60 % of each train, 15 % validate, the rest tests.
 */
public final class NestForecastStudy {
  private static final double BIN = 2;

  private NestForecastStudy() {}

  static List<RegionSignals> recordings() {
    List<RegionSignals> all = new ArrayList<>();
    Object[][] runs = {
      {"nest/nest2_gdf", "population_GIDs.dat", 0.0},
      {"nest/nest3_1f6556390", "population_nodeids.dat", 0.0},
      {"nest/nest3_4ca4c6e7c", "population_nodeids.dat", 500.0}
    };
    System.out.println("| files | spikes per population |");
    System.out.println("|---|---|");
    for (Object[] run : runs) {
      double start = (Double) run[2];
      SpikeImport settings =
          new SpikeImport(BIN, start, start + 1000, new SpikeSmoothing(2 * BIN, true));
      SpikeImport.Result read =
          settings.read(
              SpikeImport.files(Shared.data((String) run[0])),
              Shared.data(run[0] + "/" + run[1]),
              0,
              0,
              Progress.NONE);
      System.out.println("| " + run[0] + " | " + Arrays.toString(read.spikes()) + " |");
      all.add(read.rates());
    }
    return all;
  }

  private static List<RegionSignals> part(List<RegionSignals> all, double from, double to) {
    List<RegionSignals> parts = new ArrayList<>();
    for (RegionSignals one : all) {
      double[][] rows = new double[one.size()][];
      for (int r = 0; r < rows.length; r++) {
        rows[r] =
            Arrays.copyOfRange(
                one.values()[r], (int) (from * one.frames()), (int) (to * one.frames()));
      }
      parts.add(one.withValues(rows));
    }
    return parts;
  }

  /** Runs the study; arguments: epochs. */
  public static void main(String[] arguments) {
    int epochs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    List<RegionSignals> all = recordings();
    WindowSet train = WindowSet.of(part(all, 0, 0.6), 30, 10, 1);
    WindowSet validation = WindowSet.of(part(all, 0.6, 0.75), 30, 10, 1);
    WindowSet test = WindowSet.of(part(all, 0.75, 1), 30, 10, 1);
    List<Forecaster> forecasters = ForecastTable.baselines(train, validation, 1, 3, 10);
    double[][] full = new double[8][8];
    for (double[] row : full) {
      Arrays.fill(row, 1);
    }
    for (Variant variant : Variant.values()) {
      ModelSettings settings =
          ModelSettings.builder(8).hidden(32).maps(16).width(64).variant(variant).build();
      TrainingSettings how =
          TrainingSettings.defaults().withEpochs(epochs).withBatch(32).withLearningRate(1e-3);
      forecasters.add(
          ForecastTable.named(
              variant,
              ForecastTable.train(settings, BrainGraph.ofMatrix(full), train, validation, how)));
    }
    forecasters.addAll(ForecastTable.skip(train, validation, 0.05, 12));
    ForecastTable.print(
        String.format(Locale.ROOT, "8 population rates, bins of %.0f ms", BIN), forecasters, test);
  }
}
