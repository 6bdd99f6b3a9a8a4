package org.braindyn.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.models.SampleModels;
import org.braindyn.signal.Split;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.score.Scores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a comparison must not get wrong: who is a baseline, what is resumed, what tests. */
class ComparisonFaultsTest {
  @TempDir Path folder;

  private static final PeoplePlan PLAN =
      PeoplePlan.of(12, 3, 4, Seed.of(1)).withEpochs(1).withBatch(16);

  private static PeopleStudy study(DataSet data, String kinds, TestedModel tested, Path folder) {
    Split split = PeopleFold.one(data, null, 4, 1, Seed.of(1));
    PeopleStudy.Work work =
        new PeopleStudy.Work(PeoplePlan.kinds(kinds), tested, false, TrainingListener.NONE, folder);
    return PeopleStudy.run(data, List.of(new PeopleFold("", split)), PLAN, work, Progress.NONE);
  }

  /** A perfect name does not make a baseline of a model, whatever its error is. */
  @Test
  void aTestedFileIsAModelWhateverItsName() {
    DataSet data = PeopleStudyTest.people(6);
    study(data, "VAR on windows", null, folder);
    Path file = folder.resolve("VAR_on_windows.npz");
    assertTrue(Files.exists(file));
    try (TestedModel tested = TestedModel.open(file.toFile(), data, 12)) {
      PeopleStudy study = study(data, "none", tested, null);
      Scores own = study.scores().get(0);
      assertEquals("VAR_on_windows.npz", own.name());
      assertFalse(own.baseline());
      assertTrue(StudyTables.bestBaseline(study.scores()) != own);
      assertTrue(study.scores().stream().skip(1).allMatch(Scores::baseline));
    }
  }

  @Test
  void theLstmWithoutGraphCanBeTheBestBaseline() {
    Scores lstm =
        study(PeopleStudyTest.people(6), "all", null, null).scores().stream()
            .filter(s -> s.name().equals("LSTM without graph"))
            .findFirst()
            .orElseThrow();
    assertTrue(lstm.baseline());
    assertEquals(lstm, StudyTables.bestBaseline(List.of(lstm)));
  }

  @Test
  void aForeignFileAmongTheCheckpointsDoesNotLoseAStudy() throws Exception {
    Path checkpoints = Files.createDirectories(folder.resolve("checkpoints"));
    Path foreign = Files.writeString(checkpoints.resolve("notes.txt"), "mine");
    PeopleStudy study = study(PeopleStudyTest.people(6), "released", null, folder);
    assertEquals("BrainDyn released", study.scores().get(0).name());
    assertTrue(Files.exists(foreign), "not ours");
    assertFalse(Files.exists(checkpoints.resolve("released")), "ours");
  }

  @Test
  void aTestRecordingOfOtherRegionsOrIntervalIsRefused() {
    RegionSignals own = SampleModels.recording(1, 100);
    RegionSignals other = SampleModels.recording(2, 100);
    RegionSignals slow = new RegionSignals(other.regions(), other.values(), 3, "slow");
    RegionSignals renamed =
        new RegionSignals(
            Regions.named(List.of("A_L", "A_R", "C_L", "C_R")), other.values(), 2, "renamed");
    RegionSignals fewer =
        new RegionSignals(Regions.numbered("r", 3), Arrays.copyOf(other.values(), 3), 2, "fewer");
    assertEquals(4, TimeSplit.of(own, other, 12, 3, 1).test().regions());
    assertTrue(refusal(own, slow).contains("test=slow"), refusal(own, slow));
    assertTrue(refusal(own, slow).contains("one every 3.000 s"), refusal(own, slow));
    assertTrue(refusal(own, renamed).contains("\"B_L\", that of renamed is \"C_L\""));
    assertTrue(refusal(own, fewer).contains("4 regions, but fewer has 3"));
  }

  private static String refusal(RegionSignals own, RegionSignals other) {
    return assertThrows(BadInput.class, () -> TimeSplit.of(own, other, 12, 3, 1)).getMessage();
  }

  private void train(String text, BrainGraph graph) {
    ModelKind kind = ModelKinds.named("linear skip");
    KindSettings settings =
        kind.defaults().with("hidden=4; maps=2; members=2; epochs=2; batch=16; method=euler");
    RegionSignals signals = SampleModels.recording(3, 120);
    TrainSignals.run(
        TimeSplit.of(signals, 12, 3, 1),
        new TrainSignals.Wanted(kind, settings.with(text), graph),
        TrainingListener.NONE,
        new TrainSignals.Written(folder.resolve("model.npz"), folder.resolve("checkpoint"), null),
        Progress.NONE);
  }

  /** The fault: the checkpoint of one solver and graph was taken for another's without a word. */
  @Test
  void aResumedLinearSkipOfAnotherSolverOrGraphIsRefused() {
    train("", null);
    train("", null); // the same goes on
    String message = assertThrows(BadInput.class, () -> train("method=rk4", null)).getMessage();
    assertTrue(message.contains("method=euler (now method=rk4)"), message);
    BrainGraph ring =
        new BrainGraph(4, new int[] {0, 1, 2}, new int[] {1, 2, 3}, new double[] {1, 1, 1});
    message = assertThrows(BadInput.class, () -> train("", ring)).getMessage();
    assertTrue(message.contains("(now graph=3 edges"), message);
  }
}
