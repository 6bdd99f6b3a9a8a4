package org.braindyn.forecast.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.ridge.LagBins;
import org.braindyn.forecast.ridge.LevelSums;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.braindyn.training.score.Evaluation;
import org.junit.jupiter.api.Test;

class LevelModelTest {
  private static final int N = 3;
  private final WindowSet set = new WindowSet(Tiny.people(3, N, 80, 0.25), 12, 2, 1);

  /** Bins, one, lowest value, largest rise, largest fall, written out. */
  private static double[] row(double[] context) {
    LagBins bins = new LagBins(context.length);
    double[] row = new double[bins.count() + 4];
    bins.apply(context, 0, context.length, row, 0, 1);
    double[] steps = new double[context.length - 1];
    Arrays.setAll(steps, t -> context[t + 1] - context[t]);
    row[bins.count()] = 1;
    row[bins.count() + 1] = Arrays.stream(context).min().orElseThrow();
    row[bins.count() + 2] = Arrays.stream(steps).max().orElseThrow();
    row[bins.count() + 3] = Arrays.stream(steps).min().orElseThrow();
    return row;
  }

  private static double[] context(SignalBatch batch, int window, int region) {
    int at = batch.index(window, region, 0);
    return Arrays.copyOfRange(batch.values(), at, at + batch.steps());
  }

  @Test
  void ownCoefficientsEqualLeastSquaresRowByRow() {
    Windows all = set.all();
    SignalBatch ahead =
        LevelModel.fit(LevelSums.of(set, false, Progress.NONE))
            .forecast(all.context(), 2, Progress.NONE);
    for (int r = 0; r < N; r++) {
      double[][] rows = new double[set.size()][];
      double[] y = new double[rows.length];
      for (int w = 0; w < rows.length; w++) {
        rows[w] = row(context(all.context(), w, r));
        y[w] = all.target().get(w, r, 1);
      }
      double[] penalty = new double[rows[0].length];
      Arrays.fill(penalty, 30);
      double[] wanted = Tiny.leastSquares(rows, y, penalty);
      for (int w = 0; w < rows.length; w += 7) {
        double sum = 0;
        for (int k = 0; k < wanted.length; k++) {
          sum += wanted[k] * rows[w][k];
        }
        assertEquals(sum, ahead.get(w, r, 1), 1e-9);
      }
    }
  }

  /** Own share 1: one penalty for all, so that rows can be written out. */
  @Test
  void whatOwnPastsLeaveOverIsRegressedOnAll() {
    Windows all = set.all();
    LevelSums sums = LevelSums.of(set, true, Progress.NONE);
    DirectSums direct = DirectSums.of(set, Progress.NONE);
    SignalBatch own = LevelModel.fit(sums).forecast(all.context(), 2, Progress.NONE);
    SignalBatch both =
        LevelModel.fit(sums, direct, 0.3, 1).forecast(all.context(), 2, Progress.NONE);
    LagBins bins = new LagBins(set.context());
    double[][] rows = DirectSums.features(all.context()).toRows();
    double[] penalty = new double[rows[0].length];
    for (int k = 0; k < penalty.length; k++) {
      penalty[k] = 0.3 * set.size() * Math.pow(bins.lag(k / N), 2);
    }
    double[] left = new double[rows.length];
    Arrays.setAll(left, w -> all.target().get(w, 1, 0) - own.get(w, 1, 0));
    double[] wanted = Tiny.leastSquares(rows, left, penalty);
    for (int w = 0; w < rows.length; w += 7) {
      double sum = own.get(w, 1, 0);
      for (int k = 0; k < wanted.length; k++) {
        sum += wanted[k] * rows[w][k];
      }
      assertEquals(sum, both.get(w, 1, 0), 1e-9);
    }
  }

  /** Chunks that are fed back keep the levels of the context in whose units they are. */
  @Test
  void levelsStayWhereChunksAreFedBack() {
    LevelSums sums = LevelSums.of(set, false, Progress.NONE);
    SignalBatch context = set.range(3, 4).context();
    SignalBatch ahead = LevelModel.fit(sums).forecast(context, 3, Progress.NONE);
    double[] first = context(context, 0, 0);
    double[] moved = Arrays.copyOfRange(first, 2, 14);
    moved[10] = ahead.get(0, 0, 0);
    moved[11] = ahead.get(0, 0, 1);
    double[] features = row(first);
    new LagBins(12).apply(moved, 0, 12, features, 0, 1);
    double[] own = sums.solve(30).values(); // region 0 comes first
    double sum = 0;
    for (int f = 0; f < features.length; f++) {
      sum += features[f] * own[f * 2];
    }
    assertEquals(sum, ahead.get(0, 0, 2), 1e-9);
  }

  /**
   * Independent neurons of 2 to 40 spikes per 100 frames: the best forecast is each one's own rate,
   * which a context in its own units does not show but for its lowest value and its steps.
   */
  @Test
  void aNeuronsRateIsFoundInUnitsOfItsContext() {
    List<Recording> people = new ArrayList<>();
    double[] rate = {0.02, 0.05, 0.1, 0.2, 0.3, 0.4};
    for (int k = 0; k < 30; k++) {
      Seed.Stream random = Seed.of(7).derive("neurons", k).stream("spikes");
      double[][] counts = new double[rate.length][300];
      for (int i = 0; i < rate.length; i++) {
        for (int t = 0; t < 300; t++) {
          counts[i][t] = random.uniform() < rate[i] ? 1 : 0;
        }
      }
      Regions neurons = Regions.numbered("N", rate.length);
      people.add(Recording.of(new RegionSignals(neurons, counts, 1, "p" + k)));
    }
    WindowSet train = new WindowSet(people.subList(0, 20), 30, 5, 3).withFloor(0.2);
    WindowSet test = train.of(people.subList(20, 30));
    FamilyData data = FamilyData.of(train, null, Seed.of(1));
    double levels = mse(LevelModel.fit(data.levels()), test);
    double past = mse(OwnPast.fit(data.whole(), 5), test);
    Windows all = test.all();
    double best = 0;
    for (int w = 0; w < all.target().windows(); w++) {
      for (int i = 0; i < rate.length; i++) {
        int row = w * rate.length + i;
        double own = (rate[i] - all.normalisation().mean()[row]) / all.normalisation().sd()[row];
        for (int p = 0; p < 5; p++) {
          best += Math.pow(all.target().get(w, i, p) - own, 2);
        }
      }
    }
    best /= all.target().values().length;
    String told = String.format("true rates %f, levels %f, own pasts %f", best, levels, past);
    assertTrue(past - levels > 0.8 * (past - best) && levels > best, told);
  }

  private static double mse(Forecaster f, WindowSet test) {
    return Evaluation.of(f, test, Progress.NONE).all().mse();
  }

  @Test
  void sumsOfFoldsAreThoseOfAll() {
    WindowSet people = new WindowSet(Tiny.people(6, N, 60, 0.2), 10, 2, 1);
    FamilyData data = FamilyData.of(people, null, Seed.of(1));
    FamilyFolds folds = FamilyFolds.of(data);
    LevelSums part = folds.without(2).levels();
    WindowSet rest = folds.without(2).windows();
    assertArrayEquals(
        LevelSums.of(rest, true, Progress.NONE).solve(30).values(), part.solve(30).values(), 1e-9);
    LevelSums whole = LevelSums.of(people, true, Progress.NONE);
    assertArrayEquals(whole.solve(30).values(), data.levels().solve(30).values(), 1e-9);
    assertArrayEquals(whole.links().values(), data.levels().links().values(), 1e-9);
    folds.without(2).direct();
    DirectSums direct = DirectSums.of(people, Progress.NONE);
    assertArrayEquals(direct.cross().values(), data.direct().cross().values(), 1e-9);
    assertEquals(direct.windows(), data.direct().windows(), 1e-9);
    LevelSums other = LevelSums.of(set, false, Progress.NONE);
    assertThrows(BadInput.class, () -> whole.plus(other));
  }

  @Test
  void otherRegionsOrContextsAreRefused() {
    LevelModel model = LevelModel.fit(LevelSums.of(set, false, Progress.NONE));
    BadInput e =
        assertThrows(
            BadInput.class, () -> model.forecast(new SignalBatch(1, 2, 12), 2, Progress.NONE));
    assertTrue(e.getMessage().contains("3 regions and 12 frames"), e.getMessage());
  }
}
