package org.braindyn.command;

import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.command.ask.EffectiveConnectivityMap;
import org.braindyn.command.ask.Perturb;
import org.braindyn.command.models.Evaluate;
import org.braindyn.command.models.Forecast;
import org.braindyn.command.models.Generate;
import org.braindyn.command.open.ImportSignals;
import org.braindyn.command.regions.PaintRegions;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Precision;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.model.parameter.Variant;
import org.braindyn.models.SampleModels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;

/**
 * An atlas of five labels, signals of four of them from a table without labels: whatever is painted
 * lies on the region that was asked for, not on the one of the same place in the list.
 */
class PaintedRegionTest {
  /** Label 2 lies between the regions of the signals and has none. */
  private static final Regions ATLAS =
      new Regions(
          List.of(
              Region.named(1, "A_L"),
              Region.named(2, "Aud"),
              Region.named(3, "A_R"),
              Region.named(4, "B_L"),
              Region.named(5, "B_R")));

  private static final int[] LABEL_OF_ROW = {1, 3, 4, 5};

  @TempDir static Path folder;
  private static File model;
  private static File table;

  @BeforeAll
  static void prepare() throws Exception {
    model = folder.resolve("model.npz").toFile();
    Regions unlabelled = Regions.named(SampleModels.REGIONS.names());
    SampleModels.plain(model.toPath(), Variant.CONTINUOUS, Precision.DOUBLE, unlabelled);
    table = folder.resolve("own.csv").toFile();
    RegionSignals own = SampleModels.recording(30, 90);
    TimeSeriesWriter.write(
        table.toPath(), new RegionSignals(unlabelled, own.values(), own.interval(), "own"));
  }

  /** One column of voxels per label, 0 to 5. */
  private static ImagePlus labels(Regions names) {
    int[] labels = new int[36];
    for (int v = 0; v < labels.length; v++) {
      labels[v] = v % 6;
    }
    return LabelImage.image(new Labels3D(Grid.spaced(6, 3, 2, 2, 2, 2), labels, "atlas"), names);
  }

  private static ImagePlus signals() throws Throwable {
    return (ImagePlus) run(ImportSignals.class, "file", table).getOutput("signals");
  }

  private static float at(ImagePlus image, int plane, int label) {
    return image.getStack().getProcessor(plane).getf(label, 1);
  }

  /** A step of 3 sd on label 4 is seen there and is smaller elsewhere. */
  private static void assertStimulated(ImagePlus peaks) {
    assertTrue(at(peaks, 1, 4) >= 3, "the stimulus itself");
    for (int label : new int[] {1, 3, 5}) {
      assertTrue(Math.abs(at(peaks, 1, label)) < 3, "label " + label);
    }
    assertTrue(Float.isNaN(at(peaks, 1, 2)), "Aud has no signal");
  }

  @Test
  void perturbPaintsTheRegionAskedFor() throws Throwable {
    CommandModule done =
        run(
            Perturb.class,
            "signals",
            signals(),
            "model",
            model,
            "labels",
            labels(ATLAS),
            "region",
            "B_L",
            "size",
            3);
    ResultsTable effects = (ResultsTable) done.getOutput("table");
    ImagePlus peaks = (ImagePlus) done.getOutput("peaks");
    for (int row = 0; row < 4; row++) {
      double wanted = effects.getValue("Peak effect (sd)", row);
      assertEquals(wanted, at(peaks, 1, LABEL_OF_ROW[row]), 1e-6);
    }
    assertStimulated(peaks);
    assertEquals("n/a", effects.getStringValue("Label", 0));
  }

  @Test
  void aSelectionMeansTheRegionUnderIt() throws Throwable {
    ImagePlus selected = labels(ATLAS);
    selected.setRoi(new Roi(4, 0, 1, 3)); // the voxels of label 4
    CommandModule drawn =
        run(
            Perturb.class,
            "signals",
            signals(),
            "model",
            model,
            "labels",
            selected,
            "region",
            "roi",
            "size",
            3);
    assertStimulated((ImagePlus) drawn.getOutput("peaks"));
    CommandModule other =
        run(
            Perturb.class,
            "signals",
            signals(),
            "model",
            model,
            "plan",
            "step on B_L size 3",
            "labels",
            labels(ATLAS));
    assertStimulated((ImagePlus) other.getOutput("peaks"));
  }

  @Test
  void numbersAreNoLabelsWhereNoneAreKnown() throws Throwable {
    BadInput error =
        assertThrows(
            BadInput.class,
            () -> run(Perturb.class, "signals", signals(), "model", model, "region", "4"));
    assertTrue(error.getMessage().contains("label values are not known"), error.getMessage());
  }

  @Test
  void everyPainterRefusesLabelsItCannotJoin() {
    Object[][] calls = {
      {Perturb.class, "region", "B_L"},
      {Forecast.class},
      {Generate.class, "frames", 30},
      {EffectiveConnectivityMap.class}
    };
    for (Object[] call : calls) {
      @SuppressWarnings("unchecked")
      Class<? extends Command> command = (Class<? extends Command>) call[0];
      Object[] inputs = new Object[call.length - 1 + 6];
      System.arraycopy(call, 1, inputs, 0, call.length - 1);
      BadInput error =
          assertThrows(
              BadInput.class,
              () -> {
                Object[] common = {"signals", signals(), "model", model, "labels", labels(null)};
                System.arraycopy(common, 0, inputs, call.length - 1, 6);
                run(command, inputs);
              });
      assertTrue(error.getMessage().contains("names=[table]"), error.getMessage());
    }
  }

  @Test
  void forecastsAndGeneratedScansArePaintedByName() throws Throwable {
    CommandModule done =
        run(Forecast.class, "signals", signals(), "model", model, "labels", labels(ATLAS));
    ImagePlus map = (ImagePlus) done.getOutput("map");
    assertEquals(0, at(map, 1, 2), 0);
    assertTrue(at(map, 1, 3) != 0 && at(map, 1, 5) != 0);
    CommandModule made =
        run(
            Generate.class,
            "signals",
            signals(),
            "model",
            model,
            "labels",
            labels(ATLAS),
            "frames",
            20);
    RegionSignals like = SignalsImage.signals((ImagePlus) made.getOutput("generated"));
    ImagePlus scan = (ImagePlus) made.getOutput("painted");
    for (int row = 0; row < 4; row++) {
      assertEquals(like.values()[row][0], at(scan, 1, LABEL_OF_ROW[row]), 1e-4);
    }
  }

  @Test
  void tablesArePaintedByNameAndByLabel() throws Throwable {
    ImagePlus map =
        (ImagePlus)
            run(PaintRegions.class, "table", table, "labels", labels(ATLAS)).getOutput("map");
    RegionSignals own = SampleModels.recording(30, 90);
    for (int row = 0; row < 4; row++) {
      assertEquals(own.values()[row][0], at(map, 1, LABEL_OF_ROW[row]), 1e-4);
    }
    File values =
        Files.writeString(
                folder.resolve("v.csv"), "3,5,1,4\n7,8,9,6\n1,2,3,4\n5,6,7,8\n4,4,4,3\n1,1,1,2\n")
            .toFile();
    ImagePlus numbered =
        (ImagePlus)
            run(
                    PaintRegions.class,
                    "signals",
                    run(ImportSignals.class, "file", values, "header", "yes").getOutput("signals"),
                    "labels",
                    labels(null))
                .getOutput("map");
    assertEquals(7, at(numbered, 1, 3));
    assertEquals(8, at(numbered, 1, 5));
    assertEquals(9, at(numbered, 1, 1));
    assertEquals(0, at(numbered, 1, 2));
    File rows =
        Files.writeString(
                folder.resolve("effect.csv"), "Region,Label,Peak\nB_L,n/a,2.5\nAud,n/a,1\n")
            .toFile();
    ImagePlus effect =
        (ImagePlus)
            run(PaintRegions.class, "table", rows, "column", "Peak", "labels", labels(ATLAS))
                .getOutput("map");
    assertEquals(2.5, at(effect, 1, 4), 0);
    assertEquals(1, at(effect, 1, 2), 0);
  }

  @Test
  void labelAndNameThatDisagreeAreRefused() {
    Regions swapped =
        new Regions(
            List.of(Region.named(1, "A_L"), Region.named(2, "A_R"), Region.named(5, "B_R")));
    RegionSignals signals = new RegionSignals(swapped, new double[3][4], 2, "signals");
    BadInput error =
        assertThrows(
            BadInput.class,
            () ->
                run(
                    PaintRegions.class,
                    "signals",
                    SignalsImage.image(signals, "signals"),
                    "labels",
                    labels(ATLAS)));
    assertTrue(error.getMessage().contains("\"A_R\" has the label 3"), error.getMessage());
  }

  @Test
  void evaluateRefusesBeforeItTrains() throws Exception {
    Path people = Files.createDirectory(folder.resolve("people"));
    for (int p = 0; p < 3; p++) {
      RegionSignals own = SampleModels.recording(p, 90);
      Regions names = Regions.named(List.of("A_L", "A_R", "B_L", "other"));
      TimeSeriesWriter.write(
          people.resolve("sub-" + p + ".csv"), new RegionSignals(names, own.values(), 2, "own"));
    }
    BadInput error =
        assertThrows(
            BadInput.class,
            () -> run(Evaluate.class, "data", people.toFile(), "labels", labels(ATLAS)));
    assertTrue(error.getMessage().contains("no region named \"other\""), error.getMessage());
  }

  @Test
  void imagesKeepThatALabelIsNotKnown() throws Throwable {
    RegionSignals read = SignalsImage.signals(signals());
    assertTrue(read.regions().list().stream().noneMatch(Region::hasLabel));
    RegionSignals labelled = new RegionSignals(ATLAS, new double[5][4], 2, "labelled");
    Regions back = SignalsImage.signals(SignalsImage.image(labelled, "x")).regions();
    assertEquals(4, back.get(3).label());
    assertEquals("Label 3", LabelNames.NONE.of(3));
  }
}
