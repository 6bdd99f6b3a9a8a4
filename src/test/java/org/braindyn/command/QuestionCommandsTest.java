package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.braindyn.command.ask.EffectiveConnectivityMap;
import org.braindyn.command.ask.Perturb;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.model.parameter.Variant;
import org.braindyn.models.SampleModels;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.stimulation.ModelRecordings;
import org.braindyn.stimulation.PerturbSignals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/** Perturb and Effective Connectivity of one and of many, on the brain, with statistics. */
class QuestionCommandsTest {
  private static final Grid GRID = Grid.spaced(5, 3, 2, 2, 2, 2);

  @TempDir static Path folder;
  private static File model;
  private static Path people;

  @BeforeAll
  static void prepare() throws Exception {
    model = folder.resolve("model.npz").toFile();
    SampleModels.plain(model.toPath(), Variant.CONTINUOUS, Precision.DOUBLE, SampleModels.REGIONS);
    people = Files.createDirectory(folder.resolve("people"));
    for (int p = 0; p < 3; p++) {
      TimeSeriesWriter.write(people.resolve("sub-" + p + ".csv"), SampleModels.recording(p, 90), 0);
    }
  }

  private static ImagePlus recording() {
    return SignalsImage.image(SampleModels.recording(30, 90), "person");
  }

  /** Columns 1 to 4 are the regions, column 0 is no region. */
  private static ImagePlus labels() {
    int[] labels = new int[30];
    for (int v = 0; v < labels.length; v++) {
      labels[v] = v % 5;
    }
    return LabelImage.image(new Labels3D(GRID, labels, "places"), SampleModels.REGIONS);
  }

  private static double cell(CommandModule module, String column, int row) {
    return ((ResultsTable) module.getOutput("table")).getValue(column, row);
  }

  @Test
  void stillMapsCarryTheTableAndNothingOutside() throws Throwable {
    Path output = folder.resolve("maps");
    CommandModule done =
        run(
            Perturb.class,
            "signals",
            recording(),
            "model",
            model,
            "labels",
            labels(),
            "region",
            "A_L",
            "kind",
            "step",
            "onset",
            1,
            "horizon",
            6,
            "surrogates",
            5,
            "output",
            output.toFile());
    ImagePlus peaks = (ImagePlus) done.getOutput("peaks");
    ImagePlus latency = (ImagePlus) done.getOutput("latency");
    ImagePlus kept = (ImagePlus) done.getOutput("significant");
    assertEquals(1, peaks.getNFrames());
    assertEquals(-peaks.getDisplayRangeMin(), peaks.getDisplayRangeMax(), 0, "symmetric around 0");
    assertTrue(Float.isNaN(peaks.getStack().getProcessor(1).getf(0, 1)), "outside of regions");
    assertEquals("slice 2", peaks.getStack().getSliceLabel(2));
    assertEquals(0, latency.getDisplayRangeMin(), 0);
    for (int r = 0; r < 4; r++) {
      float painted = peaks.getStack().getProcessor(2).getf(r + 1, 0);
      assertEquals(cell(done, "Peak effect (sd)", r), painted, 1e-6);
      double q = cell(done, "q (FDR)", r);
      float shown = kept.getStack().getProcessor(1).getf(r + 1, 2);
      assertEquals(q <= 0.05 ? painted : 0, shown, 1e-6);
      double onset = cell(done, "Peak time (s)", r) - cell(done, "Latency from onset (s)", r);
      assertEquals(2, onset, 1e-9, "the step begins in frame 1, 2 s after the first");
    }
    ImagePlus map = (ImagePlus) done.getOutput("map");
    assertEquals("slice 2, frame 3, 6 s", map.getStack().getSliceLabel(2 * 3 + 2));
    assertTrue(Float.isNaN(map.getStack().getProcessor(5).getf(0, 0)));
    assertTrue(((String) done.getOutput("notes")).matches("(?s).*\\d of 3 other regions.*above.*"));
    for (String file :
        List.of(
            "effect.csv",
            "effect_course.csv",
            "effect_map.nii.gz",
            "peak_map.nii.gz",
            "latency_map.nii.gz",
            "significant_peaks.nii.gz",
            "effect_map.png")) {
      assertTrue(Files.size(output.resolve(file)) > 50, file);
    }
  }

  @Test
  void intervalsOverPeopleAreStudentsT() throws Throwable {
    String plan = "impulse on A_L size 1 onset 0";
    CommandModule all =
        run(Perturb.class, "people", people.toFile(), "model", model, "plan", plan, "horizon", 8);
    String notes = (String) all.getOutput("notes");
    assertTrue(notes.contains("3 recordings of 3 people; intervals over people"), notes);
    TrainedModel stored = ModelKinds.read(model);
    ModelRecordings three = ModelRecordings.read(stored, people, "*", Progress.NONE);
    PerturbationMap map = PerturbSignals.of(stored, three, plan, 8, Progress.NONE);
    int[] person = three.personOf(three.starts(three.signals(), stored, 64));
    assertEquals(64, map.windows());
    for (int region = 0; region < map.regions().size(); region++) {
      int frame = (int) cell(all, "Peak frame", region);
      double[] mean = new double[3];
      int[] count = new int[3];
      double all64 = 0;
      for (int w = 0; w < 64; w++) {
        all64 += map.effects().get(w, region, frame) / 64;
        mean[person[w]] += map.effects().get(w, region, frame);
        count[person[w]]++;
      }
      for (int p = 0; p < 3; p++) {
        mean[p] /= count[p];
      }
      double centre = (mean[0] + mean[1] + mean[2]) / 3;
      double squares = 0;
      for (double m : mean) {
        squares += (m - centre) * (m - centre);
      }
      // 97.5 % point of Student's t with 2 degrees of freedom, from tables
      double half = 4.30265273 * Math.sqrt(squares / 2 / 3);
      assertEquals(all64, cell(all, "Peak effect (sd)", region), 1e-4);
      assertEquals(all64 - half, cell(all, "95 % low", region), 1e-4);
      assertEquals(all64 + half, cell(all, "95 % high", region), 1e-4);
      assertTrue(region == 0 || half > 1e-4, "people differ in region " + region);
    }
  }

  @Test
  void linksOfManyPeopleHaveIntervalsAndTests() throws Throwable {
    Path output = folder.resolve("links");
    CommandModule done =
        run(
            EffectiveConnectivityMap.class,
            "people",
            people.toFile(),
            "model",
            model,
            "labels",
            labels(),
            "summary",
            "first",
            "windows",
            24,
            "surrogates",
            5,
            "output",
            output.toFile());
    double[][] matrix = MatrixImage.matrix((ImagePlus) done.getOutput("matrix"));
    double[] each = new double[3];
    for (int p = 0; p < 3; p++) {
      ImagePlus own = SignalsImage.image(SampleModels.recording(p, 90), "person " + p);
      CommandModule one =
          run(
              EffectiveConnectivityMap.class,
              "signals",
              own,
              "model",
              model,
              "summary",
              "first",
              "windows",
              8);
      each[p] = MatrixImage.matrix((ImagePlus) one.getOutput("matrix"))[0][1];
      assertNull(one.getOutput("significant"), "nothing was tested");
    }
    double mean = Arrays.stream(each).average().orElse(0);
    assertEquals(mean, matrix[0][1], 1e-6);
    double sum = Arrays.stream(each).map(v -> (v - mean) * (v - mean)).sum();
    double half = new TDistribution(2).inverseCumulativeProbability(0.975) * Math.sqrt(sum / 2 / 3);
    ResultsTable pairs = (ResultsTable) done.getOutput("pairs");
    assertEquals(12, pairs.size());
    double[][] kept = MatrixImage.matrix((ImagePlus) done.getOutput("significant"));
    for (int i = 0; i < 12; i++) {
      int u = (int) pairs.getValue("Source label", i) - 1;
      int v = (int) pairs.getValue("Target label", i) - 1;
      double effect = pairs.getValue("Effect (sd per sd)", i);
      assertEquals(matrix[u][v], effect, 1e-6);
      double q = pairs.getValue("q (FDR)", i);
      assertTrue(q >= pairs.getValue("p", i) && q <= 1);
      assertEquals(q <= 0.05 ? effect : 0, kept[u][v], 1e-6);
      if (u == 0 && v == 1) {
        assertEquals(mean - half, pairs.getValue("95 % low", i), 1e-6);
        assertEquals(mean + half, pairs.getValue("95 % high", i), 1e-6);
      }
    }
    String notes = (String) done.getOutput("notes");
    assertTrue(notes.contains("of 12 ordered pairs") && notes.contains("VAR(1)"), notes);
    for (String file :
        List.of(
            "effective_connectivity.csv",
            "links.csv",
            "hubs.csv",
            "significant_links.csv",
            "effective_connectivity.png",
            "strongest_links.png",
            "notes.txt")) {
      assertTrue(Files.size(output.resolve(file)) > 50, file);
    }
  }

  @Test
  void aPaintedMaskIsTheTarget() throws Throwable {
    ImagePlus mask = labels().duplicate();
    mask.getStack().getProcessor(1).setValue(0);
    for (int z = 1; z <= 2; z++) {
      for (int i = 0; i < 15; i++) {
        mask.getStack().getProcessor(z).setf(i, i % 5 == 2 || i == 3 ? 1 : 0);
      }
    }
    CommandModule painted =
        run(
            Perturb.class,
            "signals",
            recording(),
            "model",
            model,
            "labels",
            labels(),
            "mask",
            mask);
    CommandModule named =
        run(Perturb.class, "signals", recording(), "model", model, "region", "A_R");
    ImagePlus selected = labels();
    selected.setRoi(new Roi(2, 0, 1, 3));
    CommandModule drawn =
        run(
            Perturb.class,
            "signals",
            recording(),
            "model",
            model,
            "labels",
            selected,
            "region",
            "roi");
    for (int r = 0; r < 4; r++) {
      double wanted = cell(named, "Peak effect (sd)", r);
      assertEquals(wanted, cell(painted, "Peak effect (sd)", r), 0);
      assertEquals(wanted, cell(drawn, "Peak effect (sd)", r), 0);
    }
    refuses(
        List.of("Both mask", "region=A_L"),
        Perturb.class,
        "signals",
        recording(),
        "model",
        model,
        "labels",
        labels(),
        "mask",
        mask,
        "region",
        "A_L");
    refuses(
        List.of("4 x 3 x 2", "5 x 3 x 2"),
        Perturb.class,
        "signals",
        recording(),
        "model",
        model,
        "labels",
        labels(),
        "mask",
        LabelImage.image(new Labels3D(Grid.spaced(4, 3, 2, 2, 2, 2), new int[24], "small"), null));
  }

  @Test
  void whatDoesNotFitIsNamed() throws Throwable {
    refuses(List.of("Neither signals", "people"), Perturb.class, "model", model);
    refuses(
        List.of("Both signals"),
        EffectiveConnectivityMap.class,
        "signals",
        recording(),
        "people",
        people.toFile(),
        "model",
        model);
    Path mixed = Files.createDirectory(folder.resolve("mixed"));
    RegionSignals good = SampleModels.recording(1, 90);
    TimeSeriesWriter.write(mixed.resolve("a.csv"), good, 0);
    TimeSeriesWriter.write(
        mixed.resolve("b.csv"),
        new RegionSignals(
            Regions.named(List.of("A_L", "A_R", "C_L", "B_R")), good.values(), 2, "b"),
        0);
    refuses(
        List.of("b.csv", "\"C_L\"", "\"B_L\""),
        Perturb.class,
        "people",
        mixed.toFile(),
        "model",
        model);
    Path slow = Files.createDirectory(folder.resolve("slow"));
    TimeSeriesWriter.write(
        slow.resolve("slow.csv"), new RegionSignals(good.regions(), good.values(), 3, "s"), 0);
    refuses(
        List.of("slow.csv", "every 2.000 s", "every 3.000 s"),
        EffectiveConnectivityMap.class,
        "people",
        slow.toFile(),
        "model",
        model);
    refuses(
        List.of("surrogates=3", "19"),
        EffectiveConnectivityMap.class,
        "signals",
        recording(),
        "model",
        model,
        "surrogates",
        3);
    assertFalse(Files.exists(folder.resolve("never")));
  }

  /** What users type wrong, one by one (the list of the perturbation's requirements). */
  @Test
  void badPerturbationsAreRefusedOrToldApart() throws Throwable {
    Object[][] bad = {
      {"no region named \"Z\"", "region", "Z"},
      {"finite size other than 0", "size", 0.0},
      {"size=NaN is out of range", "size", Double.NaN},
      {"size=Infinity is out of range", "size", Double.POSITIVE_INFINITY},
      {"choose an onset between", "onset", 20},
      {"contradict", "plan", "silence on A_L onset 0; step on A_L size 1 onset 2"},
    };
    for (Object[] b : bad) {
      refuses(
          List.of((String) b[0]),
          Perturb.class,
          "signals",
          recording(),
          "model",
          model,
          "kind",
          "step",
          b[1],
          b[2]);
    }
    Path output = folder.resolve("wild");
    CommandModule wild =
        run(
            Perturb.class,
            "signals",
            recording(),
            "model",
            model,
            "labels",
            labels(),
            "output",
            output.toFile(),
            "plan",
            "step on A_L size 1 onset 0 duration 2; impulse on B_L size 1e9 onset 4");
    String notes = (String) wild.getOutput("notes");
    assertTrue(notes.contains("diverged in frame 4 (region B_L"), notes);
    assertTrue(notes.contains("Frames 0 to 3 are kept"), notes);
    assertTrue(cell(wild, "Peak effect (sd)", 0) >= 1);
    RegionSignals effect = SignalsImage.signals((ImagePlus) wild.getOutput("effect"));
    assertTrue(Double.isFinite(effect.values()[0][3]) && Double.isNaN(effect.values()[0][4]));
    List<String> course = Files.readAllLines(output.resolve("effect_course.csv"));
    assertEquals(21, course.size(), "every frame is written");
    assertFalse(course.get(4).contains("n/a"), course.get(4));
    assertTrue(course.get(5).contains("n/a"), course.get(5));
    assertTrue(Files.size(output.resolve("effect_map.png")) > 100);
  }
}
