package org.braindyn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Bad input at every noun ends in a sentence that names it. */
class ApiErrorsTest {
  private static final String SCAN = "sample-images/phantom_bold.nii.gz";

  @TempDir Path folder;

  private static Signals recording(long seed, int frames) {
    Seed.Stream random = Seed.of(1).derive("person", (int) seed).stream("recording");
    double[][] values = new double[3][frames];
    for (int t = 1; t < frames; t++) {
      for (int r = 0; r < 3; r++) {
        values[r][t] = 0.7 * values[r][t - 1] + random.gaussian();
      }
    }
    return Signals.of(values, 2, "A", "B", "C");
  }

  private static final TrainSettings SHORT = TrainSettings.defaults().windows(8, 2, 1);

  private static Model model() {
    return Model.train("VAR on windows", recording(1, 100).holdOut(0.2).training(), null, SHORT);
  }

  private static void says(String words, Executable call) {
    String said = assertThrows(BadInput.class, call).getMessage();
    assertTrue(said.contains(words), "\"" + words + "\" is not in: " + said);
    assertTrue(said.length() > 25 && said.matches("(?s).*[.)]\\s*"), "no sentence: " + said);
  }

  @Test
  void missingFiles() {
    String none = folder.resolve("none.nii").toString();
    says("none.nii", () -> Scan.open(none));
    says("none.nii", () -> Labels.open(none));
    says("none.nii", () -> Labels.open("sample-images/phantom_labels.nii.gz", none));
    says("none.nii", () -> Signals.open(none));
    says("none.nii", () -> Signals.eeg(none, EegSettings.defaults()));
    says("none.nii", () -> Signals.spikes(none, null, 10));
    says("none.nii", () -> Graph.connectome(none, recording(1, 9).regions()));
    says("none.nii", () -> Model.read(none));
    says("none.nii", () -> People.open(none));
    says("none.nii", () -> CleanSettings.none().confounds(none, ""));
    says("none.nii", () -> CleanSettings.none().motion(none));
    says("none.nii", () -> ParcellateSettings.defaults().mask(none));
    says("none.nii", () -> ParcellateSettings.defaults().positions(none));
    says("missing", () -> Scan.open(""));
  }

  @Test
  void unreadableFiles() throws Exception {
    Path text = Files.writeString(folder.resolve("text.npz"), "no model");
    says("text.npz", () -> Model.read(text.toString()));
    Path scan = Files.writeString(folder.resolve("text.nii"), "no scan");
    says("text.nii", () -> Scan.open(scan.toString()));
  }

  @Test
  void labelsOfAnotherGrid() {
    Grid grid = Grid.spaced(3, 3, 3, 2, 2, 2);
    int[] labels = new int[27];
    labels[13] = 1;
    Labels small = Labels.of(new Labels3D(grid, labels, "small labels"), null);
    says("small labels", () -> Scan.open(SCAN).parcellate(small));
  }

  @Test
  void words() {
    says("statistic=best", () -> ParcellateSettings.defaults().statistic("best"));
    says("nans=best", () -> ParcellateSettings.defaults().policies("best", "keep"));
    says("lost=best", () -> ParcellateSettings.defaults().policies("error", "best"));
    says("resampling=best", () -> ParcellateSettings.defaults().resample(true, "best"));
    says("filter=best", () -> CleanSettings.none().band("best", 0, 0.1, 4));
    says("scale=best", () -> CleanSettings.none().scale("best"));
    says("orientation=best", () -> ReadSettings.auto().orientation("best"));
    says("header=best", () -> ReadSettings.auto().header("best"));
    says("missing=best", () -> EegSettings.defaults().montage("all channels", "best"));
    says("reference=best", () -> EegSettings.defaults().reference("best"));
    says("method=best", () -> FillSettings.defaults().method("best"));
    Training training = recording(1, 100).allForTraining();
    says("method=best", () -> Graph.of("best", training, GraphSettings.defaults()));
    says("no model \"best\"", () -> Model.train("best", training));
    says("no model \"best\"", () -> Model.settingsOf("best"));
    TrainSettings wrong = SHORT.with("epoch", 3);
    says("epoch", () -> Model.train("linear skip", training, null, wrong));
  }

  @Test
  void signals() {
    says("empty", () -> Signals.of(new double[0][0], 1));
    says("2 names for 3", () -> Signals.of(new double[3][9], 1, "A", "B"));
    says("differ in length", () -> Signals.of(new double[][] {{1, 2}, {1}}, 1));
    for (double share : new double[] {0, 1, -0.1, Double.NaN}) {
      says("share=" + share, () -> recording(1, 100).holdOut(share));
    }
    says("100 frames", () -> recording(1, 100).holdOut(0));
    says("100 frames", () -> recording(1, 100).holdOut(99));
    says("share=2.0", () -> recording(1, 100).forTraining(2, 0));
    says("csv", () -> recording(1, 100).write(folder.resolve("file.xyz").toString()));
    says("folder", () -> recording(1, 100).write(folder.resolve("no/file.csv").toString()));
    double[][] lost = recording(1, 100).values();
    java.util.Arrays.fill(lost[1], Double.NaN);
    says("Region 2", () -> Signals.of(lost, 1).fillGaps());
  }

  @Test
  void training() {
    Training few = recording(1, 30).holdOut(0.2).training();
    says("30 frames", () -> Model.train("linear skip", few));
    says("30 frames", () -> Graph.correlation(recording(1, 50).forTraining(0.6, 0)));
    Training unchosen = recording(1, 100).forTraining(0.6, 0);
    says("choose the epoch", () -> Model.train("VAR on windows", unchosen, null, SHORT));
    Graph other = Graph.of(new double[2][2], Signals.of(new double[2][9], 1).regions());
    says("graph", () -> Model.train("VAR on windows", recording(1, 99).allForTraining(), other));
    says("square", () -> Graph.of(new double[2][3], recording(1, 9).regions()));
    double[][] constant = recording(1, 100).values();
    java.util.Arrays.fill(constant[2], 4);
    Training flat = Signals.of(constant, 2).allForTraining();
    says("Region 3", () -> Model.train("VAR on windows", flat, null, SHORT));
    says("context=1", () -> TrainSettings.defaults().windows(1, 1, 1));
  }

  @Test
  void asking() {
    try (Model model = model()) {
      Signals signals = recording(2, 100);
      says("\"Z\"", () -> model.perturb(signals, "step on Z size 1", 5));
      says("\"Z\"", () -> model.perturb(signals, Perturbation.of("step", "Z"), 5));
      says("leap", () -> model.perturb(signals, Perturbation.of("leap", "A"), 5));
      says("no graph", () -> model.perturb(signals, Perturbation.of("step", ""), 5));
      says(
          "one or more", () -> model.perturb(List.of(), "step on A size 1", AskSettings.follow(5)));
      says("4 frames", () -> model.forecast(recording(2, 4), 5));
      says("start=3", () -> model.forecast(signals, 3, AskSettings.follow(5)));
      Signals strange = Signals.of(new double[2][50], 2);
      says("2", () -> model.forecast(strange, 5));
      says("2", () -> model.generate(strange, 5, 1, 1));
      says("2", () -> model.connectivity(strange, 0.5, AskSettings.follow(2)));
      says("cannot test", () -> model.evaluate(Signals.of(new double[2][50], 2).allForTest()));
      says("has 5 frames", () -> model.evaluate(recording(3, 5).allForTest()));
      Labels none =
          Labels.of(new Labels3D(Grid.spaced(2, 2, 2, 1, 1, 1), new int[8], "empty labels"), null);
      says("empty labels", () -> model.forecast(signals, 2).paint(none));
    }
  }

  @Test
  void aModelFileAloneKnowsNoBaselines() {
    try (Model model = model()) {
      String file = folder.resolve("model.npz").toString();
      model.write(file);
      try (Model read = Model.read(file)) {
        says("Baselines must be fitted", () -> read.evaluate(recording(4, 60).allForTest()));
      }
    }
  }

  @Test
  void tables() {
    Table table = new Table(List.of("Region", "x"), List.of(List.of("A", "1.5")));
    assertEquals(1.5, table.number(0, "x"));
    says("\"y\"", () -> table.number(0, "y"));
    says("(1, \"x\")", () -> table.number(1, "x"));
    says("word", () -> table.number(0, "Region"));
    says(".csv", () -> table.write(folder.resolve("table.xls").toString()));
  }

  @Test
  void whoCancelsGetsNoModel() {
    Watch watch = Watch.of((share, what) -> {});
    watch.cancel();
    Training training = recording(1, 100).allForTraining();
    assertThrows(
        Cancelled.class, () -> Model.train("linear skip", training, null, SHORT.watch(watch)));
    ParcellateSettings settings = ParcellateSettings.defaults().watch(watch);
    Labels labels = Labels.open("sample-images/phantom_labels.nii.gz");
    assertThrows(Cancelled.class, () -> Scan.open(SCAN).parcellate(labels, settings));
  }
}
