package org.braindyn.app.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braindyn.api.Model;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.people.PeopleData;
import org.braindyn.people.PeopleFold;
import org.braindyn.people.PeoplePlan;
import org.braindyn.people.PeopleSource;
import org.braindyn.people.PeopleStudy;
import org.braindyn.people.PeopleTask;
import org.braindyn.people.StudyTables;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingWatch;
import org.braindyn.work.LocalWork;
import org.braindyn.work.Pairwise;
import org.braindyn.work.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls about many people give what the menu gives, when every task, item and result is sent as
 * bytes as to another machine.
 */
class PeopleAppTest {
  private static final int PEOPLE = 9;
  private static final int REGIONS = 4;
  private static final int FRAMES = 120;

  @TempDir Path dir;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  /** One item after the other, each as another machine would have it, the last one first. */
  private record Elsewhere() implements Work {
    @Override
    public <A, B> List<B> map(List<A> items, Task<A, B> task, Progress progress) {
      List<B> results = new ArrayList<>();
      for (int k = items.size() - 1; k >= 0; k--) {
        results.add(0, sent(sent(task).of(sent(items.get(k)), Progress.NONE)));
      }
      return results;
    }

    @Override
    public <A, S> S sum(List<A> items, int block, Sums<A, S> sums, Progress progress) {
      int blocks = (items.size() + block - 1) / block;
      Pairwise<S> tree = new Pairwise<>(blocks, (a, b) -> sent(sent(sums).plus(sent(a), sent(b))));
      for (int k = blocks - 1; k >= 0; k--) {
        List<A> few = items.subList(k * block, Math.min(items.size(), (k + 1) * block));
        tree.put(k, sent(sent(sums).of(sent(new ArrayList<>(few)), Progress.NONE)));
      }
      return tree.total();
    }

    @SuppressWarnings("unchecked")
    private static <T> T sent(T value) {
      try {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(value);
        return (T)
            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
      } catch (IOException | ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @BeforeEach
  void people() throws IOException {
    Path data = Files.createDirectories(dir.resolve("data"));
    for (int p = 0; p < PEOPLE; p++) {
      Seed.Stream random = Seed.of(p).stream("frames");
      double[][] x = new double[REGIONS][FRAMES + p];
      for (int t = 1; t < x[0].length; t++) {
        for (int i = 0; i < REGIONS; i++) {
          double from = i == 0 ? 0 : 0.4 * x[i - 1][t - 1];
          x[i][t] = 0.5 * x[i][t - 1] + from + random.gaussian();
        }
      }
      RegionSignals signals =
          new RegionSignals(Regions.numbered("R", REGIONS), x, 2, "sub-" + p + ".csv");
      TimeSeriesWriter.write(data.resolve("sub-" + p + ".csv"), signals);
    }
  }

  private int call(Work work, Object... words) {
    String[] texts = new String[words.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = words[i].toString();
    }
    PrintStream to = new PrintStream(log, true, StandardCharsets.UTF_8);
    return PeopleApp.run(to, work, Progress.NONE, texts);
  }

  private String said() {
    return log.toString(StandardCharsets.UTF_8);
  }

  private int fit(Work work, String kind, Path model) {
    return call(
        work,
        "fit",
        dir.resolve("data"),
        model,
        "--kind",
        kind,
        "--context",
        10,
        "--horizon",
        3,
        "--seed",
        4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VAR on whole recordings",
        "VAR on windows",
        "network AR on correlations",
        "own past AR",
        "direct ridge"
      })
  void theModelIsThatOfTrainAcrossPeople(String name) throws IOException {
    Path one = dir.resolve("one.npz");
    Path other = dir.resolve("other.npz");
    assertEquals(0, fit(new LocalWork(3, "test"), name, one), said());
    assertEquals(0, fit(new Elsewhere(), name, other), said());
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
    ModelKind kind = ModelKinds.named(name);
    Seed seed = Seed.of(4);
    PeopleSource source = PeopleSource.of(dir.resolve("data"), Double.NaN);
    try (PeopleData data = PeopleData.read(source, Progress.NONE)) {
      PeoplePlan plan = PeoplePlan.of(10, 3, 10, seed);
      TrainingSplit learning =
          new PeopleTask(
                  data.set(),
                  PeopleFold.one(data.set(), null, 0, 2, seed),
                  plan,
                  TrainingListener.NONE,
                  null)
              .learning();
      KindSettings settings = plan.settings(kind);
      TrainedModel menu =
          ModelIntervals.calibrate(
              kind.train(learning, null, settings, TrainingWatch.of(Progress.NONE)),
              learning,
              Progress.NONE);
      Path third = dir.resolve("third.npz");
      menu.write(third);
      assertArrayEquals(Files.readAllBytes(third), Files.readAllBytes(one));
    }
  }

  @Test
  void foldsAndSeedsGiveTheTableOfOneStudy() throws IOException {
    Object[] words = {
      "evaluate",
      dir.resolve("data"),
      dir.resolve("out"),
      "--kinds",
      "own past AR",
      "--folds",
      3,
      "--seeds",
      1,
      2,
      "--context",
      10,
      "--horizon",
      3,
      "--stride",
      5,
      "--models",
      dir.resolve("models")
    };
    assertEquals(0, call(new Elsewhere(), words), said());
    for (int seed = 1; seed <= 2; seed++) {
      for (int fold = 1; fold <= 3; fold++) {
        String name = "fold_" + fold + "_own_past_AR.npz";
        assertTrue(
            Files.exists(dir.resolve("models/seed-" + seed + "/fold-" + fold).resolve(name)), name);
      }
    }
    PeopleSource source = PeopleSource.of(dir.resolve("data"), Double.NaN);
    try (PeopleData data = PeopleData.read(source, Progress.NONE)) {
      Seed seed = Seed.of(2);
      PeopleStudy study =
          PeopleStudy.run(
              data.set(),
              PeopleFold.of("folds", data.set(), null, 0, 2, 3, seed),
              PeoplePlan.of(10, 3, 5, seed),
              new PeopleStudy.Work(
                  List.of(ModelKinds.named("own past AR")),
                  null,
                  false,
                  TrainingListener.NONE,
                  null),
              Progress.NONE);
      assertEquals(
          StudyTables.scores(study.scores(), seed),
          Files.readString(dir.resolve("out/scores_seed-2.csv")));
    }
  }

  @Test
  void nullAndConnectivityAreTheSameElsewhere() throws IOException {
    Path model = dir.resolve("one.npz");
    assertEquals(0, fit(new LocalWork(2, "test"), "VAR on whole recordings", model), said());
    Map<String, String> found = new TreeMap<>();
    for (Work work : List.of(new LocalWork(2, "test"), new Elsewhere())) {
      Path out = dir.resolve("links" + found.size() + ".csv");
      assertEquals(
          0,
          call(work, "null", model, dir.resolve("data"), out, "--surrogates", 5, "--horizon", 3),
          said());
      found.put("null " + found.size(), Files.readString(out));
    }
    assertEquals(found.get("null 0"), found.get("null 1"));
    Path out = dir.resolve("connect");
    assertEquals(
        0,
        call(new Elsewhere(), "connect", model, dir.resolve("data"), out, "--horizon", 3),
        said());
    try (Model opened = Model.read(model.toString())) {
      assertEquals(REGIONS, opened.regions().size());
    }
    String table = Files.readString(out.resolve("sub-3_stat-effectiveconnectivity_relmat.tsv"));
    assertTrue(table.startsWith("Node\tR"), table);
    assertEquals(2L * (PEOPLE + 1), Files.list(out).count());
  }

  @Test
  void whatCannotBeDoneIsALine() {
    assertEquals(2, call(new Elsewhere(), "guess"));
    assertEquals(2, call(new Elsewhere(), "fit", dir.resolve("data"), "m.npz"));
    assertEquals(2, call(new Elsewhere(), "fit", dir.resolve("no"), "m.npz", "--kind", "auto"));
    assertEquals(2, call(new Elsewhere(), "evaluate", dir, "o", "--kinds", "nothing like it"));
    assertTrue(said().contains("Say what to fit"), said());
    assertEquals(4, said().lines().count(), said());
  }
}
