package org.braindyn.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.ForecastSignals;
import org.braindyn.signal.Split;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.dataset.DataSetEntry;
import org.braindyn.training.score.Scores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleStudyTest {
  @TempDir Path folder;

  static DataSet people(int count) {
    List<DataSetEntry> entries = new ArrayList<>();
    List<RegionSignals> signals = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      Seed.Stream random = Seed.of(p).stream("person");
      double[][] x = new double[4][90];
      for (int t = 1; t < 90; t++) {
        for (int n = 0; n < 4; n++) {
          x[n][t] = 0.6 * x[n][t - 1] + 0.3 * x[(n + 1) % 4][t - 1] + random.gaussian();
        }
      }
      Regions regions = Regions.named(List.of("A_L", "A_R", "B_L", "B_R"));
      signals.add(new RegionSignals(regions, x, 2, "person " + p));
      entries.add(new DataSetEntry("p" + p, "", "", "", Path.of("p" + p + ".csv"), 2));
    }
    return DataSet.of(entries, signals);
  }

  private static PeopleStudy study(DataSet data, List<PeopleFold> folds, PeoplePlan plan) {
    PeopleStudy.Work work =
        new PeopleStudy.Work(PeoplePlan.kinds("all"), null, false, TrainingListener.NONE, null);
    return PeopleStudy.run(data, folds, plan, work, Progress.NONE);
  }

  private static PeopleStudy study(DataSet data) {
    Split split = PeopleFold.one(data, null, 4, 1, Seed.of(1));
    PeoplePlan plan = PeoplePlan.of(12, 3, 4, Seed.of(1)).withEpochs(2).withBatch(16);
    return study(data, List.of(new PeopleFold("", split)), plan);
  }

  @Test
  void measuresEverythingOnTheSamePeopleAndRepeats() throws Exception {
    DataSet data = people(7);
    PeopleStudy study = study(data);
    List<String> names = study.scores().stream().map(Scores::name).toList();
    assertEquals("BrainDyn + linear skip", names.get(0));
    assertEquals("BrainDyn released", names.get(1));
    assertEquals("LSTM without graph", names.get(2));
    assertTrue(names.contains("zero") && names.stream().anyMatch(n -> n.startsWith("VAR(")));
    assertEquals(List.of("p5", "p6"), study.scores().get(0).persons());
    List<List<String>> table = StudyTables.overview(study.scores(), Seed.of(1)).rows();
    assertEquals(table, StudyTables.overview(study(data).scores(), Seed.of(1)).rows(), "same seed");
    StudyTables.write(folder.resolve("study"), study, Seed.of(1));
    List<String> split = Files.readAllLines(folder.resolve("study/split.csv"));
    assertEquals("person,session,run,site,file,part", split.get(0));
    assertEquals("p4,,,,p4.csv,validation", split.get(5));
    assertEquals(1 + 3, Files.readAllLines(folder.resolve("study/by_step.csv")).size());
    assertEquals(1 + 4, Files.readAllLines(folder.resolve("study/by_region.csv")).size());
    assertEquals(1 + 2, Files.readAllLines(folder.resolve("study/by_person.csv")).size());
    int forecasters = names.size();
    assertEquals(1 + forecasters, Files.readAllLines(folder.resolve("study/scores.csv")).size());
  }

  @Test
  void theModelOfAStudyContinuesARecording() {
    DataSet data = people(7);
    PeopleStudy.Work work =
        new PeopleStudy.Work(
            PeoplePlan.kinds("linear skip"), null, false, TrainingListener.NONE, folder);
    Split split = PeopleFold.one(data, null, 4, 1, Seed.of(1));
    PeopleStudy.run(
        data,
        List.of(new PeopleFold("", split)),
        PeoplePlan.of(12, 3, 4, Seed.of(1)),
        work,
        Progress.NONE);
    TrainedModel model = ModelKinds.read(folder.resolve("linear_skip.npz").toFile());
    RegionSignals other = new RegionSignals(data.regions(), new double[4][60], 2, "somebody else");
    Seed.Stream random = Seed.of(9).stream("somebody else");
    for (double[] row : other.values()) {
      for (int t = 0; t < row.length; t++) {
        row[t] = 500 + 20 * random.gaussian();
      }
    }
    ForecastSignals forecast = ForecastSignals.of(model, other, 0, 7, Progress.NONE);
    assertEquals(60, forecast.start());
    assertEquals(7, forecast.forecast().frames());
    assertEquals(500, forecast.forecast().values()[2][3], 60, "in the recording's unit");
    RegionSignals renamed =
        new RegionSignals(Regions.numbered("x", 4), other.values(), 2, "others");
    assertThrows(BadInput.class, () -> ForecastSignals.of(model, renamed, 0, 7, Progress.NONE));
    RegionSignals slow = new RegionSignals(data.regions(), other.values(), 3, "slow");
    assertThrows(BadInput.class, () -> ForecastSignals.of(model, slow, 0, 7, Progress.NONE));
  }

  @Test
  void somebodyMustTest() {
    DataSet data = people(3);
    assertThrows(BadInput.class, () -> PeopleFold.one(data, null, 2, 1, Seed.of(1)));
    assertThrows(BadInput.class, () -> PeopleFold.one(data, null, 5, 1, Seed.of(1)));
    assertThrows(BadInput.class, () -> PeopleFold.one(people(1), null, 0, 1, Seed.of(1)));
    assertEquals(1, PeopleFold.one(data, null, 0, 1, Seed.of(1)).test().size());
  }

  @Test
  void everybodyIsTestedOnceInFolds() {
    DataSet data = people(6);
    List<PeopleFold> folds = PeopleFold.of("folds", data, null, 0, 1, 3, Seed.of(1));
    PeoplePlan plan = PeoplePlan.of(12, 3, 4, Seed.of(1)).withEpochs(1).withBatch(16);
    PeopleStudy.Work work =
        new PeopleStudy.Work(
            PeoplePlan.kinds("released"), null, true, TrainingListener.NONE, folder);
    PeopleStudy study = PeopleStudy.run(data, folds, plan, work, Progress.NONE);
    Scores all = study.scores().get(0);
    assertEquals(
        new java.util.TreeSet<>(data.persons()), new java.util.TreeSet<>(all.persons()), "once");
    assertEquals(6, all.persons().size());
    // The whole is what each fold's own study says, put together by hand.
    double squares = 0;
    long count = 0;
    for (PeopleFold fold : folds) {
      PeopleStudy own =
          PeopleStudy.run(
              data,
              List.of(fold),
              plan,
              new PeopleStudy.Work(
                  PeoplePlan.kinds("released"), null, false, TrainingListener.NONE, null),
              Progress.NONE);
      squares += own.scores().get(0).all().mse() * own.scores().get(0).all().count();
      count += own.scores().get(0).all().count();
      for (String person : own.scores().get(0).persons()) {
        assertEquals(fold.name(), study.foldOf().get(all.persons().indexOf(person)));
      }
    }
    assertEquals(squares / count, all.all().mse(), 1e-12);
    assertEquals(count, all.all().count());
    assertTrue(Files.exists(folder.resolve("fold_2_released.npz")));
    // Free runs of the model and of the autoregression, beside each of the six recordings.
    assertEquals(12, study.runs().size());
    assertEquals(1, study.runs().get(0).realSpectrum().length / 32, "segments of 64 of 90 samples");
    assertEquals(3, study.example().truth().length);
    assertEquals(study.scores().size(), study.example().forecasts().length);
  }

  @Test
  void everySiteIsLeftOutOnce() {
    DataSet all = people(5);
    List<DataSetEntry> entries = new ArrayList<>();
    for (int p = 0; p < 5; p++) {
      DataSetEntry e = all.entries().get(p);
      entries.add(
          new DataSetEntry(e.person(), "", "", p < 3 ? "north" : "south", e.file(), e.interval()));
    }
    DataSet data = new DataSet(entries, all.recordings(), all.regions(), all.interval());
    List<PeopleFold> folds = PeopleFold.of("sites", data, null, 0, 1, 5, Seed.of(1));
    assertEquals(List.of("north", "south"), folds.stream().map(PeopleFold::name).toList());
    assertEquals(List.of(0, 1, 2), folds.get(0).split().test());
    assertEquals(List.of(3, 4), folds.get(1).split().test());
    assertEquals(1, folds.get(0).split().validation().size());
    assertThrows(
        BadInput.class, () -> PeopleFold.of("folds", data, null, 3, 1, 3, Seed.of(1)), "train=3");
  }

  @Test
  void stoppingKeepsTheBestSoFar() throws Exception {
    DataSet data = people(6);
    for (ModelKind kind : List.of(ModelKinds.named("released"), ModelKinds.named("linear skip"))) {
      java.util.concurrent.atomic.AtomicBoolean stop =
          new java.util.concurrent.atomic.AtomicBoolean();
      Progress progress =
          new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean cancelled() {
              return stop.get();
            }
          };
      Path model = folder.resolve(kind.name().replace(" ", "_") + ".npz");
      Path checkpoint = TrainPeople.beside(model, ".checkpoint");
      PeopleTask task =
          new PeopleTask(
              data,
              PeopleFold.one(data, null, 4, 1, Seed.of(1)),
              PeoplePlan.of(12, 3, 4, Seed.of(1)).withEpochs(50).withBatch(16),
              epoch -> stop.set(true),
              checkpoint);
      TrainPeople result =
          TrainPeople.run(
              new TrainSignals.Wanted(kind, task.plan().settings(kind), null, true),
              task,
              model,
              false,
              progress);
      assertTrue(result.cancelled());
      assertTrue(result.log().epochs().size() < 50);
      assertTrue(result.scores().stream().noneMatch(x -> x.name().startsWith("LSTM")));
      assertTrue(result.notes().stream().anyMatch(n -> n.contains("to go on")), "resumable");
      assertTrue(Files.exists(model) && Files.exists(TrainPeople.beside(model, "_log.csv")));
      ModelKinds.read(model.toFile()).close();
    }
  }

  @Test
  void aStoppedStudyGoesOn() {
    DataSet data = people(6);
    List<PeopleFold> folds = PeopleFold.of("folds", data, null, 0, 1, 3, Seed.of(1));
    PeoplePlan plan = PeoplePlan.of(12, 3, 4, Seed.of(1)).withEpochs(2).withBatch(16);
    List<ModelKind> models = PeoplePlan.kinds("released");
    int[] epochs = new int[1];
    Progress stop =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return epochs[0] >= 3;
          }
        };
    TrainingListener count = epoch -> epochs[0]++;
    assertThrows(
        org.braindyn.data.Cancelled.class,
        () ->
            PeopleStudy.run(
                data, folds, plan, new PeopleStudy.Work(models, null, false, count, folder), stop));
    assertTrue(Files.isDirectory(folder.resolve("checkpoints")));
    epochs[0] = 0;
    PeopleStudy.Work again = new PeopleStudy.Work(models, null, false, count, folder);
    PeopleStudy study = PeopleStudy.run(data, folds, plan, again, Progress.NONE);
    assertEquals(3, epochs[0], "the first fold and an epoch of the second were done before");
    PeopleStudy.Work anew = new PeopleStudy.Work(models, null, false, TrainingListener.NONE, null);
    PeopleStudy whole = PeopleStudy.run(data, folds, plan, anew, Progress.NONE);
    assertEquals(
        StudyTables.overview(whole.scores(), Seed.of(1)).rows(),
        StudyTables.overview(study.scores(), Seed.of(1)).rows());
    assertTrue(Files.notExists(folder.resolve("checkpoints")), "not needed any more");
  }
}
