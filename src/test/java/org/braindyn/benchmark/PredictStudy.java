package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.cohort.Cohort;
import org.braindyn.cohort.SimulatedPeople;
import org.braindyn.cohort.features.FeatureSet;
import org.braindyn.cohort.features.FeatureSets;
import org.braindyn.cohort.predict.Estimate;
import org.braindyn.cohort.predict.PredictSettings;
import org.braindyn.cohort.predict.PredictVariable;
import org.braindyn.cohort.predict.Prediction;
import org.braindyn.cohort.predict.PredictionRow;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;

/**
 * Predict Variable on people whose answer is known: a trait that explains 0, 10 or 30 % of a score,
 * shuffled labels, and two recordings of one person under two names. Arguments: "known", "null",
 * "trap" (all).
 */
public final class PredictStudy {
  private static final int PEOPLE = 60;
  private static final int REGIONS = 20;
  private static final int SETS = 20;

  private PredictStudy() {}

  public static void main(String[] args) {
    List<String> wanted = args.length > 0 ? List.of(args) : List.of("known", "null", "trap");
    if (wanted.contains("known")) {
      System.out.println(
          "| R2 of the trait | R2 of people left out | interval held its mean | variance share |"
              + " interval | held it | false alarms |");
      System.out.println("|---|---|---|---|---|---|---|");
      for (double r2 : new double[] {0, 0.1, 0.3, 1}) {
        known(r2);
      }
    }
    if (wanted.contains("null")) {
      uniform(false);
      uniform(true);
    }
    if (wanted.contains("trap")) {
      trap();
    }
  }

  private static Cohort people(double r2, boolean classes, Seed seed) {
    SimulatedPeople simulated = new SimulatedPeople(REGIONS, 800, 0.2, seed);
    Seed.Stream random = seed.stream("scores");
    List<RegionSignals> runs = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Map<String, String>> cells = new ArrayList<>();
    for (int p = 0; p < PEOPLE; p++) {
      double trait = random.gaussian();
      double score = Math.sqrt(r2) * trait + Math.sqrt(1 - r2) * random.gaussian();
      runs.add(simulated.run(p, 0, trait));
      names.add("person " + p);
      String cell = classes ? (score > 0 ? "patient" : "control") : Double.toString(score);
      cells.add(Map.of("score", cell));
    }
    List<FeatureSet> connectivity = FeatureSets.usual().subList(0, 1);
    return SimulatedPeople.cohort(runs, names, cells, connectivity);
  }

  private static PredictionRow predict(Cohort cohort, int permutations, Seed seed) {
    PredictSettings settings = new PredictSettings("score", "", "auto", 10, permutations, seed);
    Prediction made = PredictVariable.run(cohort, settings, Progress.NONE);
    return made.rows().get(1);
  }

  private static void known(double truth) {
    double[] sum = new double[4];
    int[] held = new int[3];
    List<Estimate> skills = new ArrayList<>();
    for (int s = 0; s < SETS; s++) {
      Seed seed = Seed.of(1).derive("known", s);
      PredictSettings settings = new PredictSettings("score", "", "auto", 10, 0, seed);
      Prediction made = PredictVariable.run(people(truth, false, seed), settings, Progress.NONE);
      Estimate skill = made.rows().get(1).skill();
      Estimate found = made.rows().get(1).explained();
      sum[0] += skill.value() / SETS;
      sum[1] += found.value() / SETS;
      sum[2] += found.low() / SETS;
      sum[3] += found.high() / SETS;
      skills.add(skill);
      held[1] += found.low() <= truth && truth <= found.high() ? 1 : 0;
      held[2] += made.warnings().isEmpty() ? 0 : 1;
    }
    // what such a model does on average for people left out, which is what its interval is about
    held[0] = (int) skills.stream().filter(s -> s.low() <= sum[0] && sum[0] <= s.high()).count();
    System.out.printf(
        Locale.ROOT,
        "| %.1f | %.3f | %d of %d | %.3f | %.3f to %.3f | %d of %d | %d |%n",
        truth,
        sum[0],
        held[0],
        SETS,
        sum[1],
        sum[2],
        sum[3],
        held[1],
        SETS,
        held[2]);
  }

  private static void uniform(boolean classes) {
    double[] p = new double[SETS];
    double mean = 0;
    for (int s = 0; s < SETS; s++) {
      Seed seed = Seed.of(2).derive("null", s);
      PredictionRow row = predict(people(0, classes, seed), 200, seed);
      p[s] = row.p();
      mean += row.skill().value() / SETS;
    }
    Arrays.sort(p);
    double distance = 0;
    for (int k = 0; k < SETS; k++) {
      distance = Math.max(distance, Math.max(p[k] - (double) k / SETS, (k + 1.0) / SETS - p[k]));
    }
    System.out.printf(
        Locale.ROOT,
        "null, %s: mean skill %.3f, p %.3f to %.3f, median %.3f; Kolmogorov-Smirnov distance %.3f,"
            + " p = %.3f%n",
        classes ? "two classes" : "a score",
        mean,
        p[0],
        p[SETS - 1],
        p[SETS / 2],
        distance,
        kolmogorov(distance, SETS));
  }

  /** Kolmogorov's distribution with Stephens' correction for few samples. */
  private static double kolmogorov(double distance, int n) {
    double root = Math.sqrt(n);
    double x = (root + 0.12 + 0.11 / root) * distance;
    double sum = 0;
    for (int k = 1; k < 100; k++) {
      sum += 2 * (k % 2 == 1 ? 1 : -1) * Math.exp(-2.0 * k * k * x * x);
    }
    return Math.max(0, Math.min(1, sum));
  }

  /** A score that has nothing to do with the brain, thirty people with two runs each. */
  private static void trap() {
    double[] apart = new double[SETS];
    double[] together = new double[SETS];
    int warned = 0;
    for (int s = 0; s < SETS; s++) {
      Seed seed = Seed.of(3).derive("trap", s);
      SimulatedPeople simulated = new SimulatedPeople(REGIONS, 200, 0.3, seed);
      Seed.Stream random = seed.stream("scores");
      List<RegionSignals> runs = new ArrayList<>();
      List<String> names = new ArrayList<>();
      List<Map<String, String>> cells = new ArrayList<>();
      List<String> wrong = new ArrayList<>();
      for (int p = 0; p < PEOPLE / 2; p++) {
        double trait = random.gaussian();
        String score = Double.toString(random.gaussian());
        for (int run = 0; run < 2; run++) {
          runs.add(simulated.run(p, run, trait));
          names.add("person " + p);
          wrong.add("person " + p + " run " + run);
          cells.add(Map.of("score", score));
        }
      }
      List<FeatureSet> set = FeatureSets.usual().subList(0, 1);
      PredictSettings settings = new PredictSettings("score", "", "auto", 10, 0, seed);
      Cohort right = SimulatedPeople.cohort(runs, names, cells, set);
      together[s] =
          PredictVariable.run(right, settings, Progress.NONE).rows().get(1).skill().value();
      Cohort bad = SimulatedPeople.cohort(runs, wrong, cells, set);
      Prediction fooled = PredictVariable.run(bad, settings, Progress.NONE);
      apart[s] = fooled.rows().get(1).skill().value();
      warned += fooled.warnings().stream().anyMatch(w -> w.contains("as alike as two")) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "trap: mean R2 %.3f with two names for one person (warned in %d of %d sets), %.3f with one"
            + " name%n",
        Arrays.stream(apart).average().orElse(0),
        warned,
        SETS,
        Arrays.stream(together).average().orElse(0));
  }
}
