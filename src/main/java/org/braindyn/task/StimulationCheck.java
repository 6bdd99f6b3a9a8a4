package org.braindyn.task;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.perturbation.EffectPeak;
import org.braindyn.perturbation.Intervention;
import org.braindyn.perturbation.MapAgreement;
import org.braindyn.perturbation.Perturbation;
import org.braindyn.perturbation.PerturbationMap;

/**
 * Does a model that saw only undisturbed recordings know what stimulation does? The simulator is
 * truly stimulated; the model is told the stimulated region's own answer and must say the others'.
 *
 * @param source row of the stimulated region
 * @param peak frame in which the true answer of the other regions is largest
 * @param correlation of predicted and true answers over the other regions, in that frame
 * @param direct number of direct targets that truly answer (above {@link #CLEAR} sd)
 * @param rightSign how many of them were given the right sign at their true peak
 * @param rightLatency how many are largest within one frame of the truth ({@link
 *     EffectPeak#largest})
 * @param latencyError sum over them of the frames between their largest effects, true and predicted
 * @param rightArrival how many have their first peak within one frame of the truth's ({@link
 *     EffectPeak#first})
 * @param inhibitory number of inhibited ones among them
 * @param inhibitoryRight how many of those were given the right sign
 * @param explained share of the true answers explained, and their size over the foretold ones
 */
public record StimulationCheck(
    int source,
    int peak,
    double correlation,
    int direct,
    int rightSign,
    int rightLatency,
    int latencyError,
    int rightArrival,
    int inhibitory,
    int inhibitoryRight,
    MapAgreement explained) {
  /** A true answer smaller than this has no clear sign or latency. */
  public static final double CLEAR = 0.2;

  /**
   * What stimulation truly does.
   *
   * @param responses [source][region][frame], in BOLD sd
   * @param wiring [source][target], signed
   */
  public record Truth(double[][][] responses, double[][] wiring) {}

  /**
   * Stimulates regions one by one.
   *
   * @param interval time between frames in s
   * @param contexts normalised starting windows
   * @param how how far and how forecasts are fed back; a {@code feedback} of 1 sets the stimulated
   *     region in every frame
   */
  public static List<StimulationCheck> all(
      Forecaster model,
      Regions regions,
      double interval,
      SignalBatch contexts,
      Truth truth,
      PerturbationMap.Settings how,
      Progress progress) {
    List<StimulationCheck> checks = new ArrayList<>();
    double[][][] responses = truth.responses;
    for (int u = 0; u < responses.length; u++) {
      Cancelled.check(progress, "Stimulation");
      progress.report((double) u / responses.length, "Stimulating " + regions.get(u).name());
      double[][] predicted = predict(model, regions, interval, contexts, u, responses[u][u], how);
      checks.add(compare(u, predicted, responses[u], truth.wiring[u]));
    }
    return checks;
  }

  /**
   * The model's answer when one region is made to follow a course.
   *
   * @param course the region's own change per frame, in sd
   * @param how as in {@link #all}
   * @return mean effect, [region][frame]
   */
  public static double[][] predict(
      Forecaster model,
      Regions regions,
      double interval,
      SignalBatch contexts,
      int region,
      double[] course,
      PerturbationMap.Settings how) {
    Region asked = regions.get(region);
    String target = asked.hasLabel() ? asked.labelText() : asked.name();
    return PerturbationMap.compute(
            model,
            regions,
            interval,
            contexts,
            Perturbation.of(Intervention.course(target, course)),
            how,
            Progress.NONE)
        .mean();
  }

  /** Compares a predicted with a true answer, both [region][frame]. */
  static StimulationCheck compare(
      int source, double[][] predicted, double[][] truth, double[] links) {
    int n = truth.length;
    int peak = peakFrame(truth, source);
    double[] p = new double[n - 1];
    double[] t = new double[n - 1];
    int direct = 0;
    int sign = 0;
    int latency = 0;
    int error = 0;
    int arrival = 0;
    int inhibitory = 0;
    int inhibitoryRight = 0;
    for (int v = 0, k = 0; v < n; v++) {
      if (v == source) {
        continue;
      }
      p[k] = predicted[v][peak];
      t[k++] = truth[v][peak];
      int own = EffectPeak.largest(truth[v]);
      if (links[v] != 0 && Math.abs(truth[v][own]) >= CLEAR) {
        boolean right = truth[v][own] * predicted[v][own] > 0;
        direct++;
        sign += right ? 1 : 0;
        int late = Math.abs(EffectPeak.largest(predicted[v]) - own);
        latency += late <= 1 ? 1 : 0;
        error += late;
        int gap = EffectPeak.first(predicted[v]) - EffectPeak.first(truth[v]);
        arrival += Math.abs(gap) <= 1 ? 1 : 0;
        inhibitory += links[v] < 0 ? 1 : 0;
        inhibitoryRight += links[v] < 0 && right ? 1 : 0;
      }
    }
    double r = new PearsonsCorrelation().correlation(p, t);
    return new StimulationCheck(
        source,
        peak,
        r,
        direct,
        sign,
        latency,
        error,
        arrival,
        inhibitory,
        inhibitoryRight,
        MapAgreement.of(predicted, truth, source));
  }

  private static int peakFrame(double[][] truth, int source) {
    double most = -1;
    int peak = 0;
    for (int f = 0; f < truth[0].length; f++) {
      double sum = 0;
      for (int v = 0; v < truth.length; v++) {
        sum += v == source ? 0 : Math.abs(truth[v][f]);
      }
      if (sum > most) {
        most = sum;
        peak = f;
      }
    }
    return peak;
  }
}
