package org.braindyn.cohort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.braindyn.cohort.features.FeatureSet;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.training.dataset.DataSetEntry;

/**
 * People whose recordings are two slow courses mixed into all regions with weights of their own (a
 * fingerprint), the first course the stronger, the larger a person's trait; what else is known of
 * them is given.
 */
public final class SimulatedPeople {
  private static final double MEMORY = 0.6;
  private static final double TRAIT = 0.5;

  private final int regions;
  private final int frames;
  private final double fingerprint;
  private final Seed seed;
  private final double[] first;
  private final double[] second;

  /**
   * @param fingerprint standard deviation of a person's own weights
   */
  public SimulatedPeople(int regions, int frames, double fingerprint, Seed seed) {
    this.regions = regions;
    this.frames = frames;
    this.fingerprint = fingerprint;
    this.seed = seed;
    Seed.Stream random = seed.stream("weights");
    first = gaussian(random);
    second = gaussian(random);
  }

  private double[] gaussian(Seed.Stream random) {
    double[] values = new double[regions];
    java.util.Arrays.setAll(values, i -> random.gaussian());
    return values;
  }

  /** A run of a person; runs of one person have its weights in common. */
  public RegionSignals run(int person, int run, double trait) {
    Seed.Stream own = seed.derive("person", person).stream("weights");
    double[] more = gaussian(own);
    double[] other = gaussian(own);
    Seed.Stream random = seed.derive("person", person).derive("run", run).stream("signals");
    double[][] values = new double[regions][frames];
    double strength = Math.exp(TRAIT * trait);
    double a = 0;
    double b = 0;
    for (int t = -20; t < frames; t++) {
      a = MEMORY * a + random.gaussian();
      b = MEMORY * b + random.gaussian();
      for (int r = 0; r < regions && t >= 0; r++) {
        double weightA = strength * first[r] + fingerprint * more[r];
        double weightB = second[r] + fingerprint * other[r];
        values[r][t] = 0.5 * (weightA * a + weightB * b) + random.gaussian();
      }
    }
    Regions names = Regions.numbered("Region", regions);
    return new RegionSignals(names, values, 2, "person " + person);
  }

  /** Features of recordings as the reader makes them. */
  public static Cohort cohort(
      List<RegionSignals> runs,
      List<String> persons,
      List<Map<String, String>> cells,
      List<FeatureSet> sets) {
    List<CohortEntry> entries = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      DataSetEntry entry =
          new DataSetEntry(persons.get(i), "", "", "", Path.of("p" + i), Double.NaN);
      RegionSignals own = runs.get(i);
      entries.add(new CohortEntry(entry, cells.get(i), own.interval(), own.frames()));
    }
    List<FeatureTable> tables = new ArrayList<>();
    for (FeatureSet set : sets) {
      double[][] values = runs.stream().map(set::of).toArray(double[][]::new);
      tables.add(new FeatureTable(set, values, null, null));
    }
    return new Cohort(entries, runs.get(0).regions(), tables, List.of());
  }
}
