package org.braindyn.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.OpenModel;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.perturbation.EffectSummary;
import org.braindyn.perturbation.EffectiveConnectivity;
import org.braindyn.perturbation.Intervention;
import org.braindyn.perturbation.Perturbation;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.perturbation.StartingWindows;
import org.braindyn.perturbation.significance.NullEffects;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.perturbation.significance.Surrogates;
import org.braindyn.signal.WindowSet;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.RateNetwork;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingSettings;

/**
 * How many regions are called significant where nothing is coupled (docs/validation.md,
 * perturbation 3). Arguments: braindyn or var, surrogates, seeds.
 */
public final class NullExperiment {
  private static final int REGIONS = 12;
  private static final int CONTEXT = 20;

  private NullExperiment() {}

  public static void main(String[] args) {
    boolean deep = args.length == 0 || args[0].equals("braindyn");
    int surrogates = args.length > 1 ? Integer.parseInt(args[1]) : 19;
    int seeds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    RefitNull.Fit fit =
        deep
            ? (people, seed, progress) -> OpenModel.of(deep(people, seed, progress))
            : (people, seed, progress) -> OpenModel.of(linear(people, seed, progress));
    int called = 0;
    int raw = 0;
    int all = 0;
    int pairs = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      BoldSimulation brain =
          new BoldSimulation(
              new RateNetwork(new double[REGIONS][REGIONS], 3, true, 0.3, 0.1), 2, 0.1);
      List<RegionSignals> people =
          List.of(
              brain.record(Regions.numbered("R", REGIONS), 300, null, List.of(), Seed.of(seed)));
      NullEffects nulls =
          new RefitNull(Surrogates.CIRCULAR_SHIFT, surrogates, Seed.of(1000 + seed))
              .run(people, fit, (model, fakes) -> cells(model, fakes), Progress.NONE);
      Forecaster model = fit.fit(people, Seed.of(seed), Progress.NONE).forecaster();
      List<EffectSummary> list =
          EffectSummary.of(map(model, people), null, nulls.cells(0, REGIONS));
      ConnectionStatistics links =
          ConnectionStatistics.of(
              List.of(links(model, people)),
              ConnectionStatistics.Summary.PEAK,
              nulls.cells(REGIONS, REGIONS * REGIONS));
      pairs += links.count(0.05);
      int now = 0;
      for (EffectSummary s : list.subList(1, REGIONS)) {
        now += s.q() <= 0.05 ? 1 : 0;
        raw += s.p() <= 0.05 ? 1 : 0;
        all++;
      }
      called += now;
      System.out.printf(
          Locale.ROOT,
          "seed %d: %d of %d at q <= 0.05; so far %d of %d, p <= 0.05 in %d; links %d of %d%n",
          seed,
          now,
          REGIONS - 1,
          called,
          all,
          raw,
          pairs,
          seed * REGIONS * (REGIONS - 1));
    }
    System.out.printf(
        Locale.ROOT,
        "RESULT %s, %d surrogates, %d seeds: regions called at q <= 0.05: %.4f (p <= 0.05: %.4f);"
            + " links called at q <= 0.05: %.4f%n",
        deep ? "BrainDyn, continuous" : "VAR(1)",
        surrogates,
        seeds,
        (double) called / all,
        (double) raw / all,
        (double) pairs / (seeds * REGIONS * (REGIONS - 1)));
  }

  /** Peaks of the perturbation, then the effects of all ordered pairs. */
  private static double[] cells(Forecaster model, List<RegionSignals> people) {
    double[] peaks = EffectSummary.peaks(map(model, people).mean());
    double[] pairs = ConnectionStatistics.pairs(links(model, people).peak());
    double[] all = Arrays.copyOf(peaks, peaks.length + pairs.length);
    System.arraycopy(pairs, 0, all, peaks.length, pairs.length);
    return all;
  }

  private static EffectiveConnectivity links(Forecaster model, List<RegionSignals> people) {
    return EffectiveConnectivity.byRollouts(
        model,
        people.get(0).regions(),
        StartingWindows.spread(people, CONTEXT, 32).contexts(),
        0.5,
        3,
        Progress.NONE);
  }

  private static PerturbationMap map(Forecaster model, List<RegionSignals> people) {
    return PerturbationMap.compute(
        model,
        people.get(0).regions(),
        2,
        StartingWindows.spread(people, CONTEXT, 32).contexts(),
        Perturbation.of(Intervention.impulse("R 1", 2)),
        PerturbationMap.Settings.frames(3),
        Progress.NONE);
  }

  private static Forecaster linear(List<RegionSignals> people, Seed seed, Progress progress) {
    WindowSet windows = WindowSet.of(people, CONTEXT, 3, 3);
    return VectorAutoregression.fitWindows(windows, 1, new double[] {30}, progress).get(0);
  }

  private static Forecaster deep(List<RegionSignals> people, Seed seed, Progress progress) {
    double[][] all = new double[REGIONS][REGIONS];
    Arrays.stream(all).forEach(row -> Arrays.fill(row, 1));
    ModelSettings settings =
        ModelSettings.builder(REGIONS)
            .hidden(8)
            .maps(12)
            .width(32)
            .context(CONTEXT)
            .horizon(3)
            .method("midpoint")
            .variant(Variant.CONTINUOUS)
            .perMapXavier(true)
            .degreeNormalised(true)
            .build();
    BrainDyn model = BrainDyn.create(settings, BrainGraph.ofMatrix(all), seed);
    new Trainer(
            TrainingSettings.defaults()
                .withEpochs(15)
                .withBatch(16)
                .withLearningRate(3e-3)
                .withWeightDecay(1e-2)
                .withSeed(seed))
        .train(model, WindowSet.of(people, CONTEXT, 3, 1), null, progress);
    return new BrainDynForecaster(model);
  }
}
