package org.braindyn.benchmark;

import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Generator;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.signal.ContextNormalisation;
import org.braindyn.training.residual.ResidualRecipe;
import org.braindyn.training.residual.ResidualTraining;
import org.braindyn.training.score.Realism;

/** Free runs of 500 steps beside held-out people. Argument: frames (500). */
public final class RolloutsOnHcp {
  private RolloutsOnHcp() {}

  public static void main(String[] args) throws Exception {
    int frames = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    HcpTable table = new HcpTable();
    VectorAutoregression var =
        VectorAutoregression.fitWindows(
                table.train.withStride(10), 3, new double[] {3000}, Progress.NONE)
            .get(0);
    ResidualRecipe recipe = ResidualRecipe.defaults(null).withMembers(1);
    try (ResidualTraining skip =
        ResidualTraining.run(table.train, table.validation, recipe, Progress.NONE)) {
      System.out.println(
          "| forecaster | person | FC r | spectral distance | lag 1 real | generated | largest |");
      for (Forecaster f : List.of(var, skip.linear(), skip.ensemble())) {
        Generator generator = Generator.fit(f, table.train.withStride(10), Progress.NONE);
        System.out.println("kept mean " + generator.keptMean());
        for (int person = 13; person < 16; person++) {
          double[][] real = zscored(table.people.get(person).values());
          double[][] made = generator.run(real, frames, 1, Seed.of(1), Progress.NONE);
          print(f.name(), person, Realism.of(real, made));
        }
        double[][] real = zscored(table.people.get(13).values());
        double[][] quiet = generator.run(real, frames, 0, Seed.of(1), Progress.NONE);
        print(f.name() + " without noise", 13, Realism.of(real, quiet));
      }
    }
  }

  private static double[][] zscored(double[][] values) {
    SignalBatch batch = new SignalBatch(1, values.length, values[0].length);
    for (int n = 0; n < values.length; n++) {
      System.arraycopy(values[n], 0, batch.values(), batch.index(0, n, 0), values[n].length);
    }
    double[] scored = ContextNormalisation.of(batch).normalise(batch).values();
    double[][] result = new double[values.length][values[0].length];
    for (int n = 0; n < values.length; n++) {
      System.arraycopy(scored, n * result[n].length, result[n], 0, result[n].length);
    }
    return result;
  }

  private static void print(String name, int person, Realism r) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f | %.3f | %.3f | %.2f |%n",
        name,
        person,
        r.fcCorrelation(),
        r.spectralDistance(),
        r.realLagOne(),
        r.generatedLagOne(),
        r.largest());
  }
}
