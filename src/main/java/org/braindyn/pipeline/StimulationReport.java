package org.braindyn.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.forecast.Zero;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Threshold;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.ModelSettings;
import org.braindyn.model.Variant;
import org.braindyn.perturbation.EffectiveConnectivity;
import org.braindyn.perturbation.StartingWindows;
import org.braindyn.signal.WindowSet;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.Stimulus;
import org.braindyn.task.StimulationCheck;
import org.braindyn.task.WiringInference;
import org.braindyn.training.Evaluation;
import org.braindyn.training.Scores;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingSettings;

/**
 * The whole argument on a brain whose answer is known: simulate people, train on some, forecast
 * others, then stimulate the simulator truly and compare with what the model foretells.
 *
 * @param regions the regions
 * @param interval time between frames in s
 * @param scores forecast errors on people that training never saw, model by model
 * @param checks one per model and stimulated region
 * @param wiring how well each method finds the true links
 * @param truth true responses, [source][region][frame], in BOLD sd
 * @param predicted responses foretold by the first model, same shape
 */
public record StimulationReport(
    Regions regions,
    double interval,
    List<Scores> scores,
    Map<String, List<StimulationCheck>> checks,
    List<WiringInference> wiring,
    double[][][] truth,
    double[][][] predicted) {
  /**
   * What to do.
   *
   * @param people simulated people; the last is the test, the one before chooses the epoch
   * @param frames frames per person
   * @param context frames a model sees
   * @param horizon frames it forecasts at once
   * @param feedback frames it forecasts before the stimulated region is set again
   * @param variant of BrainDyn
   * @param epochs passes over the training windows
   * @param stimulus input in the simulator's unit of activity
   * @param seconds how long it lasts
   * @param follow frames to follow a response
   * @param seed of people, training and responses
   */
  public record Plan(
      int people,
      int frames,
      int context,
      int horizon,
      int feedback,
      Variant variant,
      int epochs,
      double stimulus,
      double seconds,
      int follow,
      long seed) {
    /** Six people of 600 frames, stimulated for 4 s. */
    public static Plan defaults() {
      return new Plan(6, 600, 20, 1, 1, Variant.CONTINUOUS, 80, 2, 4, 15, 1);
    }

    /** The defaults with these numbers. */
    public static Plan of(
        int people, int frames, Variant variant, int epochs, double stimulus, long seed) {
      Plan d = defaults();
      if (people < 3 || frames < 2 * (d.context + d.horizon)) {
        throw new BadInput(
            "The report needs 3 people or more (to train, choose, test) and "
                + 2 * (d.context + d.horizon)
                + " frames or more; got "
                + people
                + " people and "
                + frames
                + " frames.");
      }
      return new Plan(
          people,
          frames,
          d.context,
          d.horizon,
          d.feedback,
          variant,
          epochs,
          stimulus,
          d.seconds,
          d.follow,
          seed);
    }
  }

  private static final int STARTS = 16;

  /**
   * Runs the plan.
   *
   * @param brain the simulator, seen as BOLD
   * @param wiring its true wiring, [source][target]; never shown to a model
   */
  public static StimulationReport run(
      BoldSimulation brain, Regions regions, double[][] wiring, Plan plan, Progress progress) {
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
      Plan plan,
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
    try (BrainDyn model =
        BrainDyn.create(
            settings(regions.size(), plan),
            graph == null ? complete(regions.size()) : graph,
            seed)) {
      TrainingSettings how =
          TrainingSettings.defaults()
              .withEpochs(plan.epochs())
              .withBatch(16)
              .withLearningRate(3e-3)
              .withWeightDecay(1e-2)
              .withSeed(seed);
      new Trainer(how, TrainingListener.NONE, null).train(model, train, chooses, progress);
      List<Forecaster> models = new ArrayList<>();
      String name = "BrainDyn, " + plan.variant().name().toLowerCase(Locale.ROOT);
      models.add(new BrainDynForecaster(name, model));
      models.add(VectorAutoregression.fitWindows(train, 2, new double[] {30}, progress).get(0));
      models.add(new Zero());
      StartingWindows starts =
          StartingWindows.spread(people.subList(0, plan.people() - 2), plan.context(), STARTS);
      Map<String, List<StimulationCheck>> checks = new LinkedHashMap<>();
      for (Forecaster f : models.subList(0, 2)) {
        checks.put(
            f.name(),
            StimulationCheck.all(
                f,
                regions,
                brain.interval(),
                starts.contexts(),
                truth,
                wiring,
                plan.feedback(),
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
                plan.feedback());
      }
      Map<String, double[][]> estimates = WiringInference.comparators(people.get(0));
      for (Forecaster f : models.subList(graph == null ? 0 : 1, 2)) {
        estimates.put(
            f.name() + ", impulses",
            EffectiveConnectivity.byRollouts(f, regions, starts.contexts(), 0.5, 2, progress)
                .at(0));
      }
      return new StimulationReport(
          regions,
          brain.interval(),
          Evaluation.of(models, tests, progress),
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

  private static WindowSet windows(List<RegionSignals> people, Plan plan, int stride) {
    return WindowSet.of(people, plan.context(), plan.horizon(), stride);
  }

  private static ModelSettings settings(int regions, Plan plan) {
    return ModelSettings.builder(regions)
        .hidden(8)
        .maps(24)
        .width(64)
        .context(plan.context())
        .horizon(plan.horizon())
        .method("midpoint")
        .variant(plan.variant())
        .perMapXavier(true)
        .degreeNormalised(true)
        .build();
  }

  /** Every ordered pair is a candidate, so that no true link is given away. */
  private static BrainGraph complete(int n) {
    double[][] all = new double[n][n];
    for (double[] row : all) {
      Arrays.fill(row, 1);
    }
    return BrainGraph.ofMatrix(all);
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
    for (Scores s : scores) {
      lines.add(
          String.format(Locale.ROOT, "forecast error of %s: MSE %.4f", s.name(), s.all().mse()));
    }
    checks.forEach(
        (model, list) -> {
          double[] r = list.stream().mapToDouble(StimulationCheck::correlation).sorted().toArray();
          lines.add(
              String.format(
                  Locale.ROOT,
                  "stimulation foretold by %s: correlation at the peak %.3f on average (median"
                      + " %.3f, least %.3f) over %d regions; sign right %d of %d direct targets,"
                      + " inhibited %d of %d; latency within one frame %d of %d",
                  model,
                  correlation(model),
                  r[r.length / 2],
                  r[0],
                  r.length,
                  sum(list, StimulationCheck::rightSign),
                  sum(list, StimulationCheck::direct),
                  sum(list, StimulationCheck::inhibitoryRight),
                  sum(list, StimulationCheck::inhibitory),
                  sum(list, StimulationCheck::rightLatency),
                  sum(list, StimulationCheck::direct)));
        });
    wiring.forEach(w -> lines.add("wiring by " + w.describe()));
    return lines;
  }

  private static int sum(
      List<StimulationCheck> list, java.util.function.ToIntFunction<StimulationCheck> count) {
    return list.stream().mapToInt(count).sum();
  }
}
