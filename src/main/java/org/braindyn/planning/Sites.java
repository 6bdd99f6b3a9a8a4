package org.braindyn.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.forecast.family.sums.LagSums;

/** Where may be stimulated: regions, or electrodes that reach several regions. */
public final class Sites {
  private final int[] chosen;
  private final Regions regions;
  private final Reach reach;

  private Sites(int[] chosen, Regions regions, Reach reach) {
    this.chosen = chosen;
    this.regions = regions;
    this.reach = reach;
  }

  static Sites of(PlanQuestion question, Reach reach, Regions regions) {
    if (reach != null) {
      reach.check(regions);
    }
    return new Sites(question.sites(), regions, reach);
  }

  /** Regions at these rows. */
  public static Sites of(int[] rows, Regions regions) {
    return new Sites(rows, regions, null);
  }

  /** Rows of the regions that a model has to be asked about. */
  int[] rows() {
    return reach == null ? chosen : IntStream.range(0, regions.size()).toArray();
  }

  /** Answers of regions as those of the sites. */
  SiteResponses seen(SiteResponses ofRows) {
    return reach == null ? ofRows : ofRows.through(reach);
  }

  /** What a law says that blocks at the sites do. */
  SiteResponses answers(PlanningLaw law, LagSums sums, int frames, int block, String name) {
    return answers(law.fit(sums), frames, block, name);
  }

  SiteResponses answers(PlanningLaw.Fitted fitted, int frames, int block, String name) {
    SiteResponses made = seen(fitted.responses(rows(), frames, block));
    return new SiteResponses(name, made.sites(), made.answers(), made.unit());
  }

  /** What one law on correlations says; empty where there is none. */
  Optional<SiteResponses> onCorrelations(List<RegionSignals> recordings, int frames, int block) {
    try {
      SiteResponses made = seen(PlanningLaw.onCorrelations(recordings, rows(), frames, block));
      return Optional.of(
          new SiteResponses("one law on correlations", made.sites(), made.answers(), made.unit()));
    } catch (BadInput e) {
      return Optional.empty(); // nothing is positively correlated: the others judge alone
    }
  }

  /** How a matrix joins a site to a region: its row, or the weighted rows that it reaches. */
  double link(double[][] matrix, int site, int region) {
    if (reach == null) {
      return Math.abs(matrix[site][region]);
    }
    double sum = 0;
    for (int r = 0; r < regions.size(); r++) {
      sum += Math.abs(reach.share()[site][r] * matrix[r][region]);
    }
    return sum;
  }

  /** What a site does in a recording: its region's signal, or the weighted sum that it reaches. */
  double[] signal(int site, RegionSignals recording) {
    if (reach == null) {
      return recording.values()[site];
    }
    double[] sum = new double[recording.frames()];
    for (int r = 0; r < regions.size(); r++) {
      double[] z = standardised(recording.values()[r]);
      for (int t = 0; t < sum.length; t++) {
        sum[t] += reach.share()[site][r] * z[t];
      }
    }
    return sum;
  }

  /** In z-scores; a constant row is 0. */
  static double[] standardised(double[] row) {
    double mean = Arrays.stream(row).average().orElse(0);
    double sd = Math.sqrt(Arrays.stream(row).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    return Arrays.stream(row).map(v -> sd > 0 ? (v - mean) / sd : 0).toArray();
  }

  /** Name of a site. */
  public String name(int site) {
    return reach == null ? regions.get(site).name() : reach.names().get(site);
  }

  /** Names of several. */
  public List<String> names(int[] sites) {
    return IntStream.of(sites).mapToObj(this::name).toList();
  }

  /** True if sites are regions, which can be painted. */
  public boolean areRegions() {
    return reach == null;
  }
}
