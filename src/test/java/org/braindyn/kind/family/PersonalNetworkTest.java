package org.braindyn.kind.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.family.DirectModel;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.GroupSums;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.kind.TunableNetwork;
import org.braindyn.kind.residual.NetworkBeside;
import org.braindyn.people.AdaptPerson;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group's network beside one person's forecast. */
class PersonalNetworkTest {
  private static final int N = 4;

  @TempDir Path folder;

  /** Regions that saturate, which a line cannot say and a network can. */
  private static RegionSignals person(long seed, int frames, double link) {
    Seed.Stream random = Seed.of(seed).stream("person");
    double[][] x = new double[N][frames];
    for (int t = 1; t < frames; t++) {
      for (int r = 0; r < N; r++) {
        double sum = 1.5 * x[r][t - 1] + link * x[(r + 1) % N][t - 1];
        x[r][t] = Math.tanh(sum) + 0.3 * random.gaussian();
      }
    }
    return new RegionSignals(Regions.numbered("R", N), x, 2, "person " + seed);
  }

  private static AutoTrained group() {
    List<RegionSignals> people = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      people.add(person(p, 200, 0.5));
    }
    TrainingSplit split = TrainingSplit.all(people, 12, 3);
    AutoKind kind = new AutoKind();
    KindSettings settings =
        kind.defaults().with("epochs=2; members=2; hidden=8; maps=4; method=euler");
    FamilyData data = AutoKind.data(split.train(), null, settings.seed());
    GroupSums sums = new GroupSums(data.direct(), 0.2);
    DirectModel direct = DirectModel.fit(sums.sums(), 0.2, 0.1);
    FamilySkip skip = FamilySkip.of(12, 3, direct);
    NetworkBeside network =
        NetworkBeside.train(split.train(), skip, null, settings, TrainingWatch.of(Progress.NONE));
    Provenance from = Provenance.of(kind, split, settings).with("chosen", direct.name());
    FamilyTrained family =
        new FamilyTrained(kind, ModelShape.of(split.train()), from, direct, null).with(sums);
    return new AutoTrained(family, List.of(), network);
  }

  private static double[] ahead(TrainedModel model, RegionSignals of) {
    SignalBatch context = WindowSet.of(List.of(of), 12, 3, 5).range(0, 6).context();
    return model.forecaster().forecast(context, 3, Progress.NONE).values();
  }

  @Test
  void isKeptTunedOrLeftOutByFramesThatItHasNotSeen() throws Exception {
    RegionSignals own = person(50, 500, -0.5);
    try (AutoTrained group = group()) {
      double[] before = ahead(group, own);
      AdaptPerson done = AdaptPerson.of(group, own, 0, Progress.NONE);
      assertTrue(done.kept(), done.notes().toString());
      assertTrue(done.personal() < done.group());
      String said = String.join("\n", done.notes());
      assertTrue(said.contains("BrainDyn beside it, on the fifth before the last:"), said);
      assertArrayEquals(before, ahead(group, own), 1e-12, "the group's own stays as it is");
      Path file = folder.resolve("own.npz");
      done.model().write(file);
      try (TrainedModel read = ModelKinds.read(file.toFile())) {
        assertArrayEquals(ahead(done.model(), own), ahead(read, own), 1e-9);
        boolean network = !said.contains("Kept: none");
        assertEquals(network ? "auto" : "direct ridge", read.kind().name());
        assertTrue(read.sums().isPresent(), "a further recording can be added");
      }
      done.model().close();
    }
  }

  /** Tuning ends with the group's numbers where no epoch forecasts what is left out better. */
  @Test
  void tuningOnNoiseChangesNothingForTheWorse() {
    Seed.Stream random = Seed.of(9).stream("noise");
    double[][] x = new double[N][200];
    for (double[] row : x) {
      java.util.Arrays.setAll(row, t -> random.gaussian());
    }
    RegionSignals noise = new RegionSignals(Regions.numbered("R", N), x, 2, "noise");
    WindowSet train = WindowSet.of(List.of(noise), 12, 3, 1);
    RegionSignals own = person(60, 200, 0.5);
    WindowSet stop = WindowSet.of(List.of(own), 12, 3, 1);
    try (AutoTrained group = group();
        TunableNetwork tuned = group.tunable().orElseThrow().tuned(train, stop, Progress.NONE)) {
      var linear = group.winner().model();
      double[] truth = stop.all().target().values();
      double before = error(group.tunable().orElseThrow(), linear, stop, truth);
      double after = error(tuned, linear, stop, truth);
      assertTrue(after <= before * 1.001, after + " against " + before);
    }
  }

  private static double error(
      TunableNetwork network,
      org.braindyn.forecast.Forecaster linear,
      WindowSet set,
      double[] truth) {
    double[] x = network.beside(linear).forecast(set.all().context(), 3, Progress.NONE).values();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - truth[i]) * (x[i] - truth[i]) / x.length;
    }
    return sum;
  }
}
