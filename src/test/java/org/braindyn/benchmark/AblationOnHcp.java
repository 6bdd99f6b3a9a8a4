package org.braindyn.benchmark;

import java.util.Arrays;
import org.braindyn.data.Progress;
import org.braindyn.forecast.DirectRidge;
import org.braindyn.forecast.DirectRidgeFit;
import org.braindyn.forecast.DirectRidgeSettings;
import org.braindyn.forecast.FeatureSettings;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.model.Coupling;
import org.braindyn.signal.Homologues;
import org.braindyn.training.SkipRecipe;
import org.braindyn.training.SkipTraining;

/**
 * Which ingredient of BrainDyn beside a linear skip brings what on the HCP set. Argument: members
 * of every ensemble (3).
 */
public final class AblationOnHcp {
  private AblationOnHcp() {}

  public static void main(String[] args) throws Exception {
    int members = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    HcpTable table = new HcpTable();
    int[] mirror = Homologues.of(table.people.get(0).regions());
    VectorAutoregression var =
        VectorAutoregression.fitWindows(
                table.train.withStride(10), 3, new double[] {3000}, Progress.NONE)
            .get(0);
    table.reference(var);
    table.line("ridge VAR(3), iterated", var);
    DirectRidgeSettings full = DirectRidgeSettings.defaults(mirror);
    DirectRidgeSettings plain =
        new DirectRidgeSettings(full.ridges(), full.lagExponent(), 1, null, full.folds());
    table.line("direct ridge alone, all pasts alike", fit(table, plain));
    DirectRidgeSettings unmirrored =
        new DirectRidgeSettings(
            full.ridges(), full.lagExponent(), full.ownShare(), null, full.folds());
    DirectRidge oneSided = fit(table, unmirrored);
    table.line("+ own past freer", oneSided);
    DirectRidge linear = fit(table, full);
    table.line("+ mirrored = linear skip", linear);
    if (members == 0) {
      return;
    }
    SkipRecipe recipe = SkipRecipe.defaults(mirror).withMembers(members);
    run(table, "BrainDyn + linear skip (all)", recipe, linear);
    run(table, "without messages", recipe.withCoupling(Coupling.NONE), linear);
    run(table, "graph convolution", recipe.withCoupling(Coupling.GRAPH_CONVOLUTION), linear);
    run(
        table,
        "without descriptors",
        recipe.withFeatures(new FeatureSettings(true, true, false)),
        linear);
    run(
        table,
        "without the average",
        recipe.withFeatures(new FeatureSettings(false, true, true)),
        linear);
    run(
        table,
        "without the linear forecast as feature",
        recipe.withFeatures(new FeatureSettings(true, false, true)),
        linear);
    run(table, "state of one component", recipe.withState(1, recipe.embedding()), linear);
    run(table, "without numbers per region", recipe.withState(recipe.state(), 0), linear);
    run(table, "without mirroring", recipe.withLinear(unmirrored), oneSided);
    DirectRidge seen =
        new DirectRidge(94, 30, 10, linear.coefficients(), java.util.List.of(), java.util.Map.of());
    run(table, "linear forecasts of people it has seen", recipe, seen);
    run(table, "one member", recipe.withMembers(1), linear);
  }

  private static DirectRidge fit(HcpTable table, DirectRidgeSettings settings) {
    DirectRidgeFit fit = new DirectRidgeFit(settings, Progress.NONE);
    DirectRidge linear = fit.fit(table.train, table.validation);
    System.out.printf(
        java.util.Locale.ROOT,
        "training people left out: MSE %.4f, ridges %s%n",
        fit.leftOutError(),
        Arrays.toString(fit.chosenRidges()));
    return linear;
  }

  private static void run(HcpTable table, String name, SkipRecipe recipe, DirectRidge linear) {
    try (SkipTraining done =
        SkipTraining.run(table.train, table.validation, recipe, linear, Progress.NONE)) {
      table.line(name, done.ensemble());
    }
  }
}
