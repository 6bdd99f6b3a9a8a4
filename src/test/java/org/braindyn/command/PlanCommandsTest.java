package org.braindyn.command;

import static org.braindyn.command.CommandRun.refusal;
import static org.braindyn.command.CommandRun.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.api.Model;
import org.braindyn.api.Signals;
import org.braindyn.command.ask.PlanAddedPower;
import org.braindyn.command.ask.PlanCutOf;
import org.braindyn.command.ask.PlanStimulationMap;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.RateNetwork;
import org.braindyn.simulation.Wiring;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planning through the doors that dialogs and macros use: painted goals, images, bad inputs. */
class PlanCommandsTest {
  private static final int N = 8;
  private static final double[][] WIRING = Wiring.random(N, 2, 0, 0.9, Seed.of(1));

  @TempDir static Path folder;
  private static File model;
  private static RegionSignals person;

  @BeforeAll
  static void train() {
    List<Region> regions = new ArrayList<>();
    for (int r = 1; r <= N; r++) {
      regions.add(Region.named(r, "R" + r));
    }
    BoldSimulation brain = new BoldSimulation(new RateNetwork(WIRING, 3, true, 0.3, 0.1), 2, 0.1);
    person = brain.record(new Regions(regions), 500, null, List.of(), Seed.of(2));
    model = folder.resolve("model.npz").toFile();
    try (Model made =
        Model.train("VAR shrunk to own past and mean", Signals.of(person).allForTraining())) {
      made.write(model.getPath());
    }
  }

  /** One column of voxels per label, 0 to 8. */
  private static ImagePlus labels() {
    int[] labels = new int[2 * (N + 1)];
    for (int v = 0; v < labels.length; v++) {
      labels[v] = v % (N + 1);
    }
    return LabelImage.image(
        new Labels3D(Grid.spaced(N + 1, 2, 1, 2, 2, 2), labels, "atlas"), person.regions());
  }

  /** An image on the labels' grid, a value in the columns of some labels. */
  private static ImagePlus painted(double value, int... labels) {
    FloatProcessor pixels = new FloatProcessor(N + 1, 2);
    for (int label : labels) {
      pixels.setf(label, 0, (float) value);
      pixels.setf(label, 1, (float) value);
    }
    return new ImagePlus("painted", pixels);
  }

  private static Object[] inputs(Object... more) {
    List<Object> all = new ArrayList<>();
    all.addAll(List.of("signals", SignalsImage.image(person, "person"), "model", model));
    all.addAll(List.of("structure", MatrixImage.image(WIRING, person.regions(), "wiring")));
    all.addAll(List.of(more));
    return all.toArray();
  }

  private static String plan(Object... more) throws Throwable {
    return (String) run(PlanStimulationMap.class, inputs(more)).getOutput("plan");
  }

  @Test
  void aMaskASelectionAndAPaintedChangeMeanTheirRegions() throws Throwable {
    String named = plan("targets", "R3,R4", "change", 1.5);
    assertTrue(named.startsWith("step on "), named);
    ImagePlus selected = labels();
    selected.setRoi(new Roi(3, 0, 2, 2));
    assertEquals(named, plan("mask", painted(255, 3, 4), "labels", labels(), "change", 1.5));
    assertEquals(named, plan("targets", "roi", "labels", selected, "change", 1.5));
    assertEquals(named, plan("wanted", painted(1.5, 3, 4), "labels", labels()));
    FloatProcessor each = (FloatProcessor) painted(1.5, 3).getProcessor();
    each.setf(4, 0, -1); // half of the region: -0.5 on average
    String other = plan("wanted", new ImagePlus("each", each), "labels", labels());
    assertTrue(!other.isEmpty() && !other.equals(named), other);
  }

  @Test
  void paintedGoalsThatSayNothingAreRefused() {
    says("needs labels=", "wanted", painted(1, 3));
    says("0 in every region", "wanted", painted(0, 3), "labels", labels());
    says("Give one of them", "wanted", painted(1, 3), "labels", labels(), "targets", "R4");
    says("9 x 2 x 1", "wanted", new ImagePlus("x", new FloatProcessor(3, 2)), "labels", labels());
    says("covers no region", "mask", painted(0, 3), "labels", labels());
    says("targets is empty");
    says("target and a site", "wanted", painted(1, 3), "labels", labels(), "sites", "R3,R5");
  }

  @Test
  void aPaintedRegionOfAnotherParcellationIsNamedWithTheRemedy() {
    int[] image = new int[2 * (N + 1)];
    image[3] = 77;
    image[1] = 1;
    ImagePlus foreign =
        LabelImage.image(new Labels3D(Grid.spaced(N + 1, 2, 1, 2, 2, 2), image, "other"), null);
    says("label 77", "wanted", painted(1, 3), "labels", foreign);
    says("Adapt to Recording", "wanted", painted(1, 3), "labels", foreign);
    RegionSignals other =
        new RegionSignals(Regions.numbered("X", 5), new double[5][40], 2, "five regions");
    says("Adapt to Recording", "targets", "R3", "towards", SignalsImage.image(other, "five"));
  }

  @Test
  void electrodesAsAnImage() throws Throwable {
    FloatProcessor share = new FloatProcessor(N, 2);
    share.setf(0, 0, 2);
    share.setf(0, 1, 1);
    share.setf(5, 1, 0.5f);
    ResultsTable sites =
        (ResultsTable)
            run(
                    PlanStimulationMap.class,
                    inputs("targets", "R3", "electrodes", new ImagePlus("reach", share)))
                .getOutput("siteTable");
    assertEquals(2, sites.size());
    assertTrue(sites.getStringValue("Site", 0).startsWith("Electrode "));
    says("3 columns", "targets", "R3", "electrodes", new ImagePlus("r", new FloatProcessor(3, 2)));
    says(
        "reaches no region",
        "targets",
        "R3",
        "electrodes",
        new ImagePlus("zeros", new FloatProcessor(N, 2)));
  }

  @Test
  void limitsThatLeaveNothingAreNamed() {
    says("limit", "targets", "R3", "limit", -1);
    says("duty", "targets", "R3", "duty", 0);
    says("contradict", "targets", "R3", "balanced", true, "duration", 1);
    says("0", "targets", "R3", "change", 0);
    says("R9", "targets", "R9");
    says("3 sites at most", "targets", "R3", "count", 4, "structure", null);
  }

  private static void says(String words, Object... more) {
    String said = refusal(PlanStimulationMap.class, inputs2(more));
    assertTrue(said.contains(words), said);
  }

  /** A structure of null means none. */
  private static Object[] inputs2(Object... more) {
    List<Object> all = new ArrayList<>(List.of(inputs()));
    for (int i = 0; i < more.length; i += 2) {
      int at = all.indexOf(more[i]);
      if (at >= 0 && more[i + 1] == null) {
        all.remove(at);
        all.remove(at);
      } else {
        all.add(more[i]);
        all.add(more[i + 1]);
      }
    }
    return all.toArray();
  }

  @Test
  void cutsAndPowersRefuseInOneSentence() throws Throwable {
    ImagePlus signals = SignalsImage.image(person, "person");
    String notes =
        (String)
            run(PlanCutOf.class, "signals", signals, "sources", "R1", "targets", "R3")
                .getOutput("notes");
    assertTrue(notes.contains("No plan") || notes.contains("Cut the links of"), notes);
    String twice = refusal(PlanCutOf.class, "signals", signals, "sources", "R1", "targets", "R1");
    assertTrue(twice.contains("R1 is a source and a target"), twice);
    String none = refusal(PlanCutOf.class, "signals", signals, "targets", "R1");
    assertTrue(none.contains("sources is empty"), none);
    String same = refusal(PlanAddedPower.class, "signals", signals, "towards", signals, "cap", -1);
    assertTrue(same.contains("cap"), same);
  }
}
