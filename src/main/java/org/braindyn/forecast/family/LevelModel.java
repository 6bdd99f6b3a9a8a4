package org.braindyn.forecast.family;

import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.forecast.ridge.LevelSums;
import org.braindyn.kernel.linalg.Matrix;

/**
 * Every region from its own past and from what its context tells of its level ({@link LevelSums}),
 * by a regression per region and step ahead; on request beside it a direct ridge of all regions on
 * what that leaves over, so that links to other regions are shrunk to none. Levels are those of the
 * context in whose units forecasts are, also where chunks are fed back.
 */
public final class LevelModel implements FamilyModel {
  /** Penalty in windows: light, and enough for a short recording. */
  private static final double RIDGE = 30;

  private static final int BLOCK_ROWS = 50_000;

  private final int regions;
  private final int context;
  private final Matrix own;
  private final DirectModel beside;

  private LevelModel(int regions, int context, Matrix own, DirectModel beside) {
    this.regions = regions;
    this.context = context;
    this.own = own;
    this.beside = beside;
  }

  /** Every region by itself. */
  public static LevelModel fit(LevelSums sums) {
    return new LevelModel(sums.regions(), sums.context(), sums.solve(RIDGE), null);
  }

  /**
   * With a direct ridge of all regions beside it.
   *
   * @param sums with links to all regions
   * @param all of the same windows
   * @param ridge as {@link DirectModel#fit} has it
   * @param ownShare as {@link DirectModel#fit} has it
   */
  public static LevelModel fit(LevelSums sums, DirectSums all, double ridge, double ownShare) {
    Matrix own = sums.solve(RIDGE);
    Matrix left = left(sums, all, own);
    DirectModel beside = DirectModel.fit(all, left, ridge, ownShare);
    return new LevelModel(sums.regions(), sums.context(), own, beside);
  }

  /** Products of all bins with what own forecasts leave over, like {@link DirectSums#cross}. */
  private static Matrix left(LevelSums sums, DirectSums all, Matrix own) {
    int n = sums.regions();
    int horizon = sums.horizon();
    int size = own.rows() / n;
    int bins = size - LevelSums.LEVELS;
    Matrix left = all.cross().copy();
    Matrix gram = all.gram();
    Parallel.each(
        left.rows(),
        row -> {
          for (int r = 0; r < n; r++) {
            for (int f = 0; f < size; f++) {
              int column = f * n + r;
              double product =
                  f < bins
                      ? gram.get(Math.max(row, column), Math.min(row, column))
                      : sums.links().get(row, r * LevelSums.LEVELS + f - bins);
              for (int p = 0; p < horizon; p++) {
                left.add(row, r * horizon + p, -product * own.get(r * size + f, p));
              }
            }
          }
        });
    return left;
  }

  @Override
  public String name() {
    return beside == null ? "own past and levels" : "direct ridge and levels";
  }

  @Override
  public int parameters() {
    return own.values().length + (beside == null ? 0 : beside.parameters());
  }

  @Override
  public SignalBatch forecast(SignalBatch batch, int steps, Progress progress) {
    if (batch.regions() != regions || batch.steps() < context || batch.signals() != 1) {
      throw new BadInput(
          String.format(
              "The forecast from own pasts and levels was fitted to %d regions and %d frames of"
                  + " context; it was given %d regions, %d frames and %d signals per region.",
              regions, context, batch.regions(), batch.steps(), batch.signals()));
    }
    SignalBatch result = new SignalBatch(batch.windows(), regions, steps);
    int some = Math.max(1, BLOCK_ROWS / regions);
    for (int from = 0; from < batch.windows(); from += some) {
      Cancelled.check(progress, "Forecasting");
      int to = Math.min(batch.windows(), from + some);
      int rows = (to - from) * regions;
      double[][] path = new double[rows][batch.steps() + steps];
      for (int r = 0; r < rows; r++) {
        int at = (from * regions + r) * batch.steps();
        System.arraycopy(batch.values(), at, path[r], 0, batch.steps());
      }
      double[] levels = LevelSums.levels(last(path, batch.steps()));
      for (int done = 0; done < steps; done += own.columns()) {
        int part = Math.min(own.columns(), steps - done);
        chunk(path, levels, batch.steps() + done, part, progress);
      }
      for (int r = 0; r < rows; r++) {
        System.arraycopy(
            path[r], batch.steps(), result.values(), (from * regions + r) * steps, steps);
      }
    }
    return result;
  }

  /** The context that ends at a sample. */
  private SignalBatch last(double[][] path, int at) {
    SignalBatch now = new SignalBatch(path.length / regions, regions, context);
    for (int r = 0; r < path.length; r++) {
      System.arraycopy(path[r], at - context, now.values(), r * context, context);
    }
    return now;
  }

  private void chunk(double[][] path, double[] levels, int at, int steps, Progress progress) {
    SignalBatch now = last(path, at);
    Matrix features = LevelSums.features(now, levels);
    int size = features.columns();
    double[] more = beside == null ? null : beside.forecast(now, steps, progress).values();
    for (int r = 0; r < path.length; r++) {
      int row = r % regions * size;
      for (int p = 0; p < steps; p++) {
        double sum = more == null ? 0 : more[r * steps + p];
        for (int f = 0; f < size; f++) {
          sum += features.get(r, f) * own.get(row + f, p);
        }
        path[r][at + p] = sum;
      }
    }
  }

  @Override
  public StoredModel store() {
    Map<String, NamedArray> arrays =
        Map.of(
            "own",
            new NamedArray(
                new int[] {regions, own.rows() / regions, own.columns()}, own.values().clone()),
            "context",
            NamedArray.of(context));
    List<StoredModel> members = beside == null ? List.of() : List.of(beside.store());
    return new StoredModel("levels", name(), arrays, members);
  }

  static LevelModel restore(StoredModel stored) {
    NamedArray array = stored.array("own");
    int context = (int) stored.array("context").values()[0];
    int[] shape = array.shape();
    if (shape.length != 3 || shape[1] != LevelSums.features(context)) {
      throw new BadInput("The own pasts and levels in the model are damaged. Train it again.");
    }
    Matrix own = new Matrix(shape[0] * shape[1], shape[2], array.values());
    DirectModel beside =
        stored.members().isEmpty() ? null : DirectModel.restore(stored.members().get(0));
    return new LevelModel(shape[0], context, own, beside);
  }
}
