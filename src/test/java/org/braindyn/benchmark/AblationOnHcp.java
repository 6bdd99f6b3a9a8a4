package org.braindyn.benchmark;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.forecast.residual.FeatureSettings;
import org.braindyn.forecast.ridge.DirectRidge;
import org.braindyn.forecast.ridge.DirectRidgeFit;
import org.braindyn.forecast.ridge.DirectRidgeSettings;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.people.Baselines;
import org.braindyn.signal.Homologues;
import org.braindyn.training.residual.ResidualRecipe;
import org.braindyn.training.residual.ResidualTraining;

/**
 * Which ingredient of BrainDyn beside a linear skip brings what on the HCP set. Argument: members
 * of the ensembles that lack an ingredient (3); 0 tests only the chosen recipe.
 */
public final class AblationOnHcp {
  private static final double[] FIRST_RIDGES = {0.08, 0.16, 0.31, 0.63, 1.25};

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
    List<Forecaster> baselines = Baselines.fit(table.train.withStride(10), table.validation);
    Forecaster best = baselines.get(baselines.size() - 1);
    table.line(best.name() + ", whole recordings or windows", best);
    ResidualRecipe chosen = ResidualRecipe.defaults(null);
    DirectRidge linear = fit(table, chosen.linear());
    table.line("its linear part alone", linear);
    run(table, "BrainDyn + linear skip (" + chosen.members() + " members)", chosen, linear);
    if (members == 0) {
      return;
    }
    linearParts(table, chosen.linear(), mirror);
    ResidualRecipe recipe = chosen.withMembers(members);
    run(table, members + " members", recipe, linear);
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
    DirectRidge seen = new DirectRidge(94, 30, 10, linear.coefficients());
    run(table, "linear forecasts of people it has seen", recipe, seen);
    run(table, "two epochs", recipe.withTraining(recipe.training().withEpochs(2)), linear);
    run(table, "one member", recipe.withMembers(1), linear);
  }

  /** The linear part, ingredient by ingredient. */
  private static void linearParts(HcpTable table, DirectRidgeSettings chosen, int[] mirror) {
    DirectRidgeSettings plain =
        chosen.withRidges(FIRST_RIDGES).withNeighbours(0, 1).withMirror(null, false);
    table.line("direct ridge alone, all pasts alike", fit(table, plain.withOwnShare(1)));
    table.line("+ own past freer", fit(table, plain));
    table.line("+ mirrored (the first recipe)", fit(table, plain.withMirror(mirror, false)));
    table.line("+ half mirrored instead", fit(table, plain.withMirror(mirror, true)));
    DirectRidgeSettings freer =
        plain.withRidges(0.16, 0.31, 0.63, 1.25, 2.5).withNeighbours(12, 0.4);
    table.line("+ neighbours freer, unmirrored", fit(table, freer));
    table.line("+ neighbours freer, half mirrored", fit(table, freer.withMirror(mirror, true)));
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

  private static void run(HcpTable table, String name, ResidualRecipe recipe, DirectRidge linear) {
    try (ResidualTraining done =
        ResidualTraining.run(table.train, table.validation, recipe, linear, Progress.NONE)) {
      table.line(name, done.ensemble());
    }
  }
}
