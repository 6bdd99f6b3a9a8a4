package org.braindyn.perturbation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.braindyn.perturbation.significance.FalseDiscovery;
import org.braindyn.perturbation.significance.NullEffects;

/**
 * One region's answer to a perturbation, at its peak.
 *
 * @param region its name
 * @param peak mean effect of largest size over frames, with its sign, in sd
 * @param frame frame of the peak, 0 = first forecast frame
 * @param latency time of the peak in s after the onset of the first intervention, NaN if the
 *     interval is unknown
 * @param firstPeak the same for the first peak at least half as large ({@link EffectPeak#first})
 * @param low lower end of the 95 % confidence interval of the peak; NaN if all windows agree
 * @param high upper end
 * @param standardised peak / standard deviation over windows; infinite if all windows agree
 * @param p two-sided p-value against refitted models, NaN if none were made and for the perturbed
 *     regions themselves, which answer whatever the coupling
 * @param q p after correction for the number of regions (Benjamini and Hochberg 1995)
 */
public record EffectSummary(
    String region,
    double peak,
    int frame,
    double latency,
    double firstPeak,
    double low,
    double high,
    double standardised,
    double p,
    double q) {
  /** A spread smaller than this share of an effect is none. */
  private static final double ROUNDING = 1e-9;

  /**
   * Summaries of all regions. The confidence interval is Student's t over people if there are two
   * or more, else over windows (which overlap in time, so that it is then somewhat too narrow).
   *
   * @param person recording of every window, or null for one
   * @param refits peaks of refitted models, one per region, or null
   */
  public static List<EffectSummary> of(PerturbationMap map, int[] person, NullEffects refits) {
    double[][] mean = map.mean();
    double[][] sd = map.sd();
    int n = mean.length;
    double[] peaks = peaks(mean);
    int onset = map.perturbation().onset();
    double[] p = new double[n];
    Arrays.fill(p, Double.NaN);
    if (refits != null) {
      double[] tested = peaks.clone();
      for (Intervention part : map.perturbation().interventions()) {
        for (int row : TargetRegions.rows(part.target(), map.regions())) {
          tested[row] = Double.NaN;
        }
      }
      p = refits.pValues(tested);
    }
    double[] q = FalseDiscovery.adjust(p);
    List<EffectSummary> list = new ArrayList<>();
    for (int r = 0; r < n; r++) {
      int frame = EffectPeak.largest(mean[r]);
      double half = halfWidth(map, person, r, frame);
      list.add(
          new EffectSummary(
              map.regions().get(r).name(),
              peaks[r],
              frame,
              (frame - onset) * map.interval(),
              (EffectPeak.first(mean[r]) - onset) * map.interval(),
              peaks[r] - half,
              peaks[r] + half,
              peaks[r] == 0 ? 0 : peaks[r] / sd[r][frame],
              p[r],
              q[r]));
    }
    return list;
  }

  /** Effect of largest size over frames, with its sign, per row; NaN frames do not count. */
  public static double[] peaks(double[][] effect) {
    return Arrays.stream(effect).mapToDouble(row -> row[EffectPeak.largest(row)]).toArray();
  }

  private static double halfWidth(PerturbationMap map, int[] person, int region, int frame) {
    double[] samples = new double[map.windows()];
    for (int w = 0; w < samples.length; w++) {
      samples[w] = map.effects().get(w, region, frame);
    }
    double[] units = person == null ? samples : perPerson(samples, person);
    if (units.length < 2) {
      units = samples;
    }
    if (units.length < 2) {
      return Double.NaN;
    }
    double centre = Arrays.stream(units).average().orElse(0);
    double sum = Arrays.stream(units).map(u -> (u - centre) * (u - centre)).sum();
    double error = Math.sqrt(sum / (units.length - 1) / units.length);
    if (error <= ROUNDING * Math.abs(centre) && !map.perturbed(region)) {
      return Double.NaN; // a linear law answers alike from every window: nothing to learn from them
    }
    return error * new TDistribution(units.length - 1).inverseCumulativeProbability(0.975);
  }

  private static double[] perPerson(double[] samples, int[] person) {
    int people = Arrays.stream(person).max().orElse(0) + 1;
    double[] sum = new double[people];
    int[] count = new int[people];
    for (int w = 0; w < samples.length; w++) {
      sum[person[w]] += samples[w];
      count[person[w]]++;
    }
    double[] means = new double[people];
    int used = 0;
    for (int i = 0; i < people; i++) {
      if (count[i] > 0) {
        means[used++] = sum[i] / count[i];
      }
    }
    return Arrays.copyOf(means, used);
  }
}
