package org.braindyn.kind.masked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.network.Probe;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Team;

/** Forecasts one patch at a time, as what is hidden behind the past; longer ones are fed back. */
final class MaskedForecaster implements Forecaster {
  private static final int BLOCK = 64;

  private final String name;
  private final MaskedPlan plan;
  private final RegionNetwork network;
  private final Vec parameters;
  private final double[] positions;
  private final AnchorForecast anchor;
  private final Team team;
  private final int[] kept;
  private final double[] deviations;

  /**
   * @param anchor linear estimate; null for a network without
   * @param team who computes; whoever opened it closes it
   */
  MaskedForecaster(
      String name,
      MaskedPlan plan,
      Vec parameters,
      double[] positions,
      AnchorForecast anchor,
      Team team) {
    this.name = name;
    this.plan = plan;
    this.parameters = parameters;
    this.positions = positions;
    this.anchor = anchor;
    this.team = team;
    network = plan.network();
    deviations = anchor == null ? null : anchor.deviations(plan.samples());
    int patches = plan.patches();
    kept = new int[plan.regions() * (patches - 1)];
    Arrays.setAll(kept, i -> i / (patches - 1) * patches + i % (patches - 1));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    if (context.regions() != plan.regions() || context.steps() < plan.past()) {
      throw new BadInput(
          String.format(
              "The context has %d regions and %d samples, but the model needs %d and at least %d.",
              context.regions(), context.steps(), plan.regions(), plan.past()));
    }
    SignalBatch result = new SignalBatch(context.windows(), context.regions(), horizon);
    for (int from = 0; from < context.windows(); from += BLOCK) {
      int to = Math.min(context.windows(), from + BLOCK);
      block(context, result, from, to, progress);
      progress.report((double) to / context.windows(), "Forecasting");
    }
    return result;
  }

  private void block(SignalBatch context, SignalBatch result, int from, int to, Progress progress) {
    List<double[]> windows = new ArrayList<>();
    int samples = plan.samples();
    for (int w = from; w < to; w++) {
      double[] window = new double[plan.regions() * samples];
      for (int n = 0; n < plan.regions(); n++) {
        for (int t = 0; t < plan.past(); t++) {
          window[n * samples + t] = context.get(w, n, context.steps() - plan.past() + t);
        }
      }
      windows.add(window);
    }
    for (int done = 0; done < result.steps(); done += plan.patch()) {
      Cancelled.check(progress, "Forecasting");
      List<double[]> next = patch(windows);
      for (int i = 0; i < next.size(); i++) {
        double[] window = windows.get(i);
        for (int n = 0; n < plan.regions(); n++) {
          int at = n * samples;
          for (int t = 0; t < Math.min(plan.patch(), result.steps() - done); t++) {
            result.set(from + i, n, done + t, next.get(i)[at + plan.past() + t]);
          }
          System.arraycopy(next.get(i), at + plan.past(), window, at + plan.past(), plan.patch());
          System.arraycopy(window, at + plan.patch(), window, at, plan.past());
        }
      }
    }
  }

  /** Predictions of whole windows; what stands in their last patch is not looked at. */
  private List<double[]> patch(List<double[]> windows) {
    List<double[]> estimates = windows.stream().map(double[]::clone).toList();
    if (anchor != null) {
      anchor.fill(estimates, plan.samples());
    }
    double[][] predictions = new double[windows.size()][];
    team.run(
        predictions.length,
        (i, worker) -> {
          Window bare = Window.of(plan.regions(), plan.samples(), windows.get(i), positions, kept);
          Window window = anchor == null ? bare : bare.anchored(estimates.get(i), deviations);
          var encoded = network.encode(worker.alone(), parameters, List.of(window), Probe.NONE);
          predictions[i] =
              network.decode(worker.alone(), parameters, encoded, Probe.NONE).prediction()[0];
        });
    return List.of(predictions);
  }
}
