package org.braindyn.stimulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Median;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Zero;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Threshold;
import org.braindyn.perturbation.EffectiveConnectivity;
import org.braindyn.perturbation.FrameByFrame;
import org.braindyn.perturbation.MapAgreement;
import org.braindyn.perturbation.StartingWindows;
import org.braindyn.signal.WindowSet;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.Stimulus;
import org.braindyn.task.StimulationCheck;
import org.braindyn.task.WiringInference;
import org.braindyn.training.score.Evaluation;
import org.braindyn.training.score.Scores;

/**
 * The whole argument on a brain whose answer is known: simulate people, train on some, forecast
 * others, then stimulate the simulator truly and compare with what the model foretells.
 *
 * @param regions the regions
 * @param interval time between frames in s
 * @param scores forecast errors on people that training never saw, model by model
 * @param chosenBy forecast errors on the person that chose the epoch
 * @param fedBack their errors over {@link #FED_BACK} frames on the same person, each model frame by
 *     frame as it is and with contexts scaled anew (docs/adr/0044)
 * @param checks one per model and stimulated region
 * @param wiring how well each method finds the true links
 * @param truth true responses, [source][region][frame], in BOLD sd
 * @param predicted responses foretold by the first model, same shape
 */
public record StimulationReport(
    Regions regions,
    double interval,
    List<Scores> scores,
    List<Scores> chosenBy,
    List<Scores> fedBack,
    Map<String, List<StimulationCheck>> checks,
    List<WiringInference> wiring,
    double[][][] truth,
    double[][][] predicted) {
  /** Frames of the errors in {@link #fedBack}. */
  public static final int FED_BACK = 5;

  private static final int STARTS = 16;

  /**
   * Runs the plan.
   *
   * @param brain the simulator, seen as BOLD
   * @param wiring its true wiring, [source][target]; never shown to a model
   */
  public static StimulationReport run(
      BoldSimulation brain,
      Regions regions,
      double[][] wiring,
      StimulationPlan plan,
      Progress progress) {
    return run(brain, regions, wiring, null, plan, progress);
  }

  /**
   * Runs the plan on a graph that is given, e.g. an anatomical one; BrainDyn's wiring is then not
   * scored, since the graph may hold the answer.
   *
   * @param graph the model's graph; null for every ordered pair, which gives nothing away
   */
  public static StimulationReport run(
      BoldSimulation brain,
      Regions regions,
      double[][] wiring,
      BrainGraph graph,
      StimulationPlan plan,
      Progress progress) {
    double[][] links = links(wiring);
    Seed seed = Seed.of(plan.seed());
    double[][] scale = BoldSimulation.scale(brain.bold(plan.frames(), List.of(), seed, progress));
    List<RegionSignals> people = new ArrayList<>();
    for (int k = 0; k < plan.people(); k++) {
      Cancelled.check(progress, "Validation report");
      people.add(brain.record(regions, plan.frames(), scale, List.of(), seed.derive("person", k)));
    }
    WindowSet train = windows(people.subList(0, plan.people() - 2), plan, 1);
    WindowSet chooses = windows(people.subList(plan.people() - 2, plan.people() - 1), plan, 2);
    WindowSet tests = windows(people.subList(plan.people() - 1, plan.people()), plan, 1);
    double[][][] truth = new double[regions.size()][][];
    for (int u = 0; u < truth.length; u++) {
      Cancelled.check(progress, "Validation report");
      progress.report(0.2 * u / truth.length, "Stimulating the simulator");
      Stimulus stimulus = Stimulus.drive(u, 0, plan.seconds(), plan.stimulus());
      truth[u] = brain.response(List.of(stimulus), plan.follow(), scale, 8, seed);
    }
    try (StimulationModels trained =
        StimulationModels.train(train, chooses, graph, plan, progress)) {
      List<Forecaster> models = trained.all();
      StartingWindows starts =
          StartingWindows.spread(people.subList(0, plan.people() - 2), plan.context(), STARTS);
      Map<String, List<StimulationCheck>> checks = new LinkedHashMap<>();
      for (Forecaster f : models) {
        checks.put(
            f.name(),
            StimulationCheck.all(
                f,
                regions,
                brain.interval(),
                starts.contexts(),
                new StimulationCheck.Truth(truth, wiring),
                plan.forecasting(),
                progress));
      }
      double[][][] predicted = new double[truth.length][][];
      for (int u = 0; u < truth.length; u++) {
        predicted[u] =
            StimulationCheck.predict(
                models.get(0),
                regions,
                brain.interval(),
                starts.contexts(),
                u,
                truth[u][u],
                plan.forecasting());
      }
      Map<String, double[][]> estimates = WiringInference.comparators(people.get(0));
      // On a given graph BrainDyn's wiring is not scored: the graph may hold the answer.
      for (Forecaster f : models.subList(graph == null ? 0 : 1, models.size())) {
        estimates.put(
            f.name() + ", impulses",
            EffectiveConnectivity.byRollouts(f, regions, starts.contexts(), 0.5, 2, progress)
                .at(0));
      }
      List<Forecaster> scored = new ArrayList<>(models);
      scored.add(new Zero());
      return new StimulationReport(
          regions,
          brain.interval(),
          Evaluation.of(scored, tests, progress),
          Evaluation.of(scored, chooses, progress),
          fedBack(models, people.subList(plan.people() - 2, plan.people() - 1), plan, progress),
          checks,
          WiringInference.all(estimates, links),
          truth,
          predicted);
    }
  }

  /** A measured connectome joins nearly all pairs; then its strongest tenth counts as links. */
  private static double[][] links(double[][] wiring) {
    int pairs = wiring.length * (wiring.length - 1);
    return BrainGraph.ofMatrix(wiring).edges() > pairs / 2
        ? Threshold.density(wiring, 0.1).toMatrix()
        : wiring;
  }

  private static List<Scores> fedBack(
      List<Forecaster> models,
      List<RegionSignals> people,
      StimulationPlan plan,
      Progress progress) {
    List<Forecaster> both = new ArrayList<>();
    for (Forecaster model : models) {
      both.add(new FrameByFrame(model, false));
      both.add(new FrameByFrame(model, true));
    }
    return Evaluation.of(both, WindowSet.of(people, plan.context(), FED_BACK, 2), progress);
  }

  private static WindowSet windows(List<RegionSignals> people, StimulationPlan plan, int stride) {
    return WindowSet.of(people, plan.context(), plan.horizon(), stride);
  }

  /** Mean over stimulated regions of a model's correlation at the peak. */
  public double correlation(String model) {
    return checks.get(model).stream()
        .mapToDouble(StimulationCheck::correlation)
        .average()
        .orElse(Double.NaN);
  }

  /** Everything in lines of text. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int k = 0; k < scores.size(); k++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "forecast error of %s: MSE %.4f (on the person that chose the epoch: %.4f)",
              scores.get(k).name(),
              scores.get(k).all().mse(),
              chosenBy.get(k).all().mse()));
    }
    for (Scores s : fedBack) {
      lines.add(
          String.format(
              Locale.ROOT,
              "forecast error over %d frames of %s: MSE %.4f",
              FED_BACK,
              s.name(),
              s.all().mse()));
    }
    checks.forEach(
        (model, list) -> {
          double[] r = list.stream().mapToDouble(StimulationCheck::correlation).sorted().toArray();
          lines.add(
              String.format(
                  Locale.ROOT,
                  "stimulation foretold by %s: correlation at the peak %.3f on average (median"
                      + " %.3f, least %.3f) over %d regions; sign right %d of %d direct targets,"
                      + " inhibited %d of %d; latency within one frame %d of %d (first peak"
                      + " %d), off by %.2f frames on average; share of the true answers explained"
                      + " over all frames %.2f, size true / foretold %.2f",
                  model,
                  correlation(model),
                  Median.of(r),
                  r[0],
                  r.length,
                  sum(list, StimulationCheck::rightSign),
                  sum(list, StimulationCheck::direct),
                  sum(list, StimulationCheck::inhibitoryRight),
                  sum(list, StimulationCheck::inhibitory),
                  sum(list, StimulationCheck::rightLatency),
                  sum(list, StimulationCheck::direct),
                  sum(list, StimulationCheck::rightArrival),
                  sum(list, StimulationCheck::latencyError)
                      / (double) Math.max(1, sum(list, StimulationCheck::direct)),
                  explained(list).share(),
                  explained(list).size()));
        });
    wiring.forEach(w -> lines.add("wiring by " + w.describe()));
    return lines;
  }

  private static MapAgreement explained(List<StimulationCheck> list) {
    return list.stream()
        .map(StimulationCheck::explained)
        .reduce(MapAgreement.NONE, MapAgreement::plus);
  }

  private static int sum(
      List<StimulationCheck> list, java.util.function.ToIntFunction<StimulationCheck> count) {
    return list.stream().mapToInt(count).sum();
  }
}
