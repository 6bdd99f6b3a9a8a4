package org.braindyn.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.command.Commands;
import org.braindyn.command.ask.EffectiveConnectivityMap;
import org.braindyn.command.ask.Perturb;
import org.braindyn.command.graph.BuildGraph;
import org.braindyn.command.models.Forecast;
import org.braindyn.command.models.Generate;
import org.braindyn.command.models.Train;
import org.braindyn.command.regions.Parcellate;
import org.braindyn.command.signals.CleanSignals;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.fiji.images.SignalsImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/**
 * The api beside the commands on the sample, value by value: commands pass images of float pixels
 * on, so the api gets what they have read from these.
 */
class SameAsCommandsTest {
  private static final String SCAN = "sample-images/phantom_bold.nii.gz";
  private static final String LABELS = "sample-images/phantom_labels.nii.gz";

  @TempDir static Path folder;

  private static CommandModule cut;
  private static CommandModule cleaned;
  private static CommandModule trained;
  private static Model model;
  private static Signals clean;

  @BeforeAll
  static void runBoth() throws Throwable {
    cut =
        Commands.run(
            Parcellate.class,
            "scanfile",
            new File(SCAN),
            "labelsfile",
            new File(LABELS),
            "statistic",
            "median");
    cleaned =
        Commands.run(
            CleanSignals.class,
            "signals",
            cut.getOutput("signals"),
            "low",
            0.01,
            "high",
            0.1,
            "scale",
            "z-score");
    clean = Signals.of(SignalsImage.signals((ImagePlus) cleaned.getOutput("cleaned")));
    Graph built = Graph.correlation(clean.holdOut(0.2).training());
    ImagePlus shown = MatrixImage.image(built.weights(), built.regions(), "graph");
    Graph graph = Graph.of(MatrixImage.matrix(shown), built.regions()); // as pixels have it
    trained =
        Commands.run(
            Train.class,
            "signals",
            cleaned.getOutput("cleaned"),
            "graph",
            shown,
            "variant",
            "linear skip",
            "lstm",
            true,
            "epochs",
            1,
            "context",
            12,
            "horizon",
            3,
            "stride",
            4,
            "hidden",
            4,
            "maps",
            4,
            "seed",
            5L,
            "model",
            folder.resolve("command.npz").toFile());
    model =
        Model.train(
            "linear skip",
            clean.holdOut(0.2).training(),
            graph,
            TrainSettings.defaults()
                .windows(12, 3, 4)
                .seed(5)
                .with("epochs", 1)
                .with("batch", 16) // the dialog's own values from here on
                .with("rate", 1e-3)
                .with("method", "rk4")
                .with("hidden", 4)
                .with("maps", 4));
    model.write(folder.resolve("api.npz").toString());
  }

  private static void sameSignals(Object image, Signals api, double relative) {
    double[][] command = SignalsImage.signals((ImagePlus) image).values();
    double[][] own = api.values();
    assertEquals(command.length, own.length);
    for (int r = 0; r < own.length; r++) {
      assertEquals(command[r].length, own[r].length);
      for (int t = 0; t < own[r].length; t++) {
        // Pixels are floats.
        assertEquals((float) command[r][t], (float) own[r][t], relative * Math.abs(own[r][t]));
      }
    }
  }

  /** Every cell of a command's table, in full precision. */
  private static void sameTable(Object shown, Table api) {
    ResultsTable table = (ResultsTable) shown;
    assertEquals(table.size(), api.rows().size());
    assertTrue(table.size() > 0);
    for (int row = 0; row < table.size(); row++) {
      for (String column : api.columns()) {
        String cell = api.text(row, column);
        if (cell.matches("-?[0-9].*")) {
          assertEquals(table.getValue(column, row), api.number(row, column), column);
        } else if (!cell.equals("NaN")) {
          assertEquals(table.getStringValue(column, row), cell, column);
        }
      }
    }
  }

  @Test
  void parcellatedAndCleaned() {
    Signals own =
        Scan.open(SCAN)
            .parcellate(Labels.open(LABELS), ParcellateSettings.defaults().statistic("median"));
    sameSignals(cut.getOutput("signals"), own, 0);
    sameTable(cut.getOutput("table"), own.details());
    assertEquals(cut.getOutput("notes"), String.join("\n", own.notes()));
    Signals read = Signals.of(SignalsImage.signals((ImagePlus) cut.getOutput("signals")));
    Signals washed = read.clean(CleanSettings.none().detrend(1).band(0.01, 0.1).scale("z-score"));
    sameSignals(cleaned.getOutput("cleaned"), washed, 0);
    assertEquals(cleaned.getOutput("steps"), String.join("\n", washed.notes()));
  }

  @Test
  void graph() throws Throwable {
    for (String method : List.of("correlation", "partial correlation", "Granger causality")) {
      CommandModule built =
          Commands.run(
              BuildGraph.class,
              "signals",
              cleaned.getOutput("cleaned"),
              "method",
              method,
              "density",
              0.2);
      Graph own =
          Graph.of(method, clean.holdOut(0.2).training(), GraphSettings.defaults().strongest(0.2));
      double[][] command = MatrixImage.matrix((ImagePlus) built.getOutput("graph"));
      for (int r = 0; r < command.length; r++) {
        for (int c = 0; c < command.length; c++) {
          assertEquals((float) command[r][c], (float) own.weights()[r][c], method);
        }
      }
      assertEquals(built.getOutput("notes"), String.join("\n", own.notes()));
    }
  }

  @Test
  void trainedAndEvaluated() {
    try (Model command = Model.read(folder.resolve("command.npz").toString())) {
      assertEquals(
          command.trained().arrays().keySet(), model.trained().arrays().keySet(), "arrays");
      command
          .trained()
          .arrays()
          .forEach(
              (name, array) -> {
                if (array.numbers() != null) {
                  double[] read = array.numbers();
                  assertArrayEquals(read, read(name), 0, name);
                }
              });
      assertEquals(
          command.trained().provenance().data().division(),
          model.trained().provenance().data().division());
    }
    Evaluation worth = model.evaluate(clean.holdOut(0.2).test());
    sameTable(trained.getOutput("table"), worth.table());
    String notes = (String) trained.getOutput("notes");
    assertTrue(notes.contains(worth.verdict()), notes + "\n" + worth);
  }

  private static double[] read(String name) {
    try (Model written = Model.read(folder.resolve("api.npz").toString())) {
      return written.trained().arrays().get(name).numbers();
    }
  }

  @Test
  void forecastAndPainted() throws Throwable {
    CommandModule ahead =
        Commands.run(
            Forecast.class,
            "signals",
            cleaned.getOutput("cleaned"),
            "model",
            folder.resolve("command.npz").toFile(),
            "start",
            250,
            "horizon",
            7);
    org.braindyn.api.Forecast own = model.forecast(clean, 250, AskSettings.follow(7));
    sameSignals(ahead.getOutput("forecast"), own.signals(), 0);
    assertEquals(said(ahead), own.notes());
    assertEquals(7, own.truth().frames());
    Signals made = model.generate(clean, 40, 1, 3);
    CommandModule generated =
        Commands.run(
            Generate.class,
            "signals",
            cleaned.getOutput("cleaned"),
            "model",
            folder.resolve("command.npz").toFile(),
            "frames",
            40,
            "seed",
            3L);
    sameSignals(generated.getOutput("generated"), made, 0);
  }

  @Test
  void perturbedAndPainted() throws Throwable {
    CommandModule asked =
        Commands.run(
            Perturb.class,
            "signals",
            cleaned.getOutput("cleaned"),
            "model",
            folder.resolve("command.npz").toFile(),
            "labels",
            labels(),
            "region",
            "R-Frontal-2",
            "kind",
            "step",
            "size",
            1.5,
            "horizon",
            6);
    Effect own = model.perturb(clean, Perturbation.of("step", "R-Frontal-2").size(1.5), 6);
    sameSignals(asked.getOutput("effect"), own.signals(), 0);
    sameTable(asked.getOutput("table"), own.table());
    assertEquals(said(asked), own.notes());
    double[][] painted = own.paint(Labels.open(LABELS)).values();
    List<double[]> shown = frames((ImagePlus) asked.getOutput("map"));
    assertEquals(shown.size(), painted.length);
    for (int t = 0; t < painted.length; t++) {
      for (int v = 0; v < painted[t].length; v++) {
        assertEquals((float) shown.get(t)[v], (float) painted[t][v]);
      }
    }
  }

  private static ImagePlus labels() {
    return org.braindyn.fiji.images.LabelImage.image(
        org.braindyn.scans.ParcellateScan.labels(new File(LABELS)), clean.regions());
  }

  private static List<double[]> frames(ImagePlus image) throws Exception {
    List<double[]> all = new java.util.ArrayList<>();
    var volume = ScanImage.volume(image);
    try (var reader = volume.open()) {
      for (int t = 0; t < volume.frames(); t++) {
        double[] frame = new double[volume.grid().voxels()];
        reader.next(frame);
        all.add(frame);
      }
    }
    return all;
  }

  @Test
  void effectiveConnectivity() throws Throwable {
    CommandModule asked =
        Commands.run(
            EffectiveConnectivityMap.class,
            "signals",
            cleaned.getOutput("cleaned"),
            "model",
            folder.resolve("command.npz").toFile());
    Connectivity own = model.connectivity(clean, 0.5, AskSettings.follow(3));
    double[][] command = MatrixImage.matrix((ImagePlus) asked.getOutput("matrix"));
    for (int r = 0; r < command.length; r++) {
      for (int c = 0; c < command.length; c++) {
        assertEquals((float) command[r][c], (float) own.matrix()[r][c]);
      }
    }
  }

  /** What a command's dialog adds for its user, how good the model is, is not the answer's. */
  private static String said(CommandModule made) {
    return ((String) made.getOutput("notes")).replaceFirst("^The model: [^\n]*\n", "");
  }
}
