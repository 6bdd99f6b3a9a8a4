package org.braindyn.kind.baseline;

import java.util.List;
import java.util.Map;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.kind.FittedModel;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelArrays;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.Setting;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.score.Evaluation;
import org.braindyn.work.Work;

/**
 * Ridge vector autoregressions on windows less their contexts' means, as models see them, or on
 * whole recordings less their mean, which say more about slow changes.
 */
public final class VarKinds {
  private VarKinds() {}

  /** What the two share. */
  private abstract static class Var implements ModelKind {
    private static final String ORDER = "order";
    private static final String RIDGE = "ridge";
    private static final String COEFFICIENTS = "coefficients";
    private static final double[] RIDGES = {1, 10, 100, 1e3, 1e4, 1e5};
    private static final int LARGEST_ORDER = 3;

    /** One fit per ridge. */
    abstract List<VectorAutoregression> fit(
        WindowSet train, int order, double[] ridges, Work work, Progress progress);

    @Override
    public Role role() {
      return Role.BASELINE;
    }

    @Override
    public List<Setting> settings() {
      return List.of(
          Setting.whole(ORDER, 0, 0, 100, "lags", "samples of the past; 0 = validation chooses"),
          Setting.number(RIDGE, 0, 0, 1e12, "", "penalty; 0 = validation chooses"));
    }

    @Override
    public TrainedModel train(
        TrainingSplit split, BrainGraph graph, KindSettings settings, TrainingWatch watch) {
      boolean blind = split.validation() == null;
      WindowSet train = split.train();
      int most = Math.min(LARGEST_ORDER, train.context());
      int order = settings.whole(ORDER);
      int from = order > 0 ? order : blind ? most : 1;
      int to = order > 0 ? order : most;
      double ridge = settings.number(RIDGE);
      double[] ridges =
          ridge > 0
              ? new double[] {ridge}
              : blind ? new double[] {RIDGES[RIDGES.length / 2]} : RIDGES;
      VectorAutoregression best = null;
      KindSettings chosen = settings;
      double least = Double.POSITIVE_INFINITY;
      for (int p = from; p <= to; p++) {
        double done = (p - from) / (to - from + 1.0);
        Progress part = watch.progress().part(done, done + 1 / (to - from + 1.0));
        List<VectorAutoregression> fits = fit(train, p, ridges, watch.work(), part);
        for (int k = 0; k < fits.size(); k++) {
          Cancelled.check(watch.progress(), "Fitting the autoregression");
          double mse = blind ? 0 : Evaluation.of(fits.get(k), split.validation(), part).all().mse();
          if (best == null || mse < least) {
            best = fits.get(k);
            least = mse;
            chosen = settings.with(ORDER, p).with(RIDGE, ridges[k]);
          }
        }
      }
      Provenance provenance = Provenance.of(this, split, chosen);
      return model(ModelShape.of(train), provenance, best.coefficients());
    }

    @Override
    public TrainedModel read(ModelArrays file) {
      int n = file.shape().regions();
      double[][] rows = file.rows(COEFFICIENTS, n * n);
      double[][][] coefficients = new double[rows.length][n][n];
      for (int lag = 0; lag < rows.length; lag++) {
        for (int source = 0; source < n; source++) {
          System.arraycopy(rows[lag], source * n, coefficients[lag][source], 0, n);
        }
      }
      return model(file.shape(), file.provenance(), coefficients);
    }

    private TrainedModel model(ModelShape shape, Provenance from, double[][][] coefficients) {
      int n = shape.regions();
      double[] flat = new double[coefficients.length * n * n];
      for (int lag = 0; lag < coefficients.length; lag++) {
        for (int source = 0; source < n; source++) {
          System.arraycopy(coefficients[lag][source], 0, flat, (lag * n + source) * n, n);
        }
      }
      return new FittedModel(
          this,
          shape,
          from,
          new VectorAutoregression(coefficients),
          Map.of(COEFFICIENTS, NpyArray.of(flat, coefficients.length, n, n)));
    }
  }

  /** Fitted to windows. */
  public static final class Windows extends Var {
    @Override
    public String name() {
      return "VAR on windows";
    }

    @Override
    public String sentence() {
      return "baseline: linear, from a few samples of all regions, on windows as models see them";
    }

    @Override
    List<VectorAutoregression> fit(
        WindowSet train, int order, double[] ridges, Work work, Progress progress) {
      return VectorAutoregression.fitWindows(train, order, ridges, work, progress);
    }
  }

  /** Fitted to whole recordings. */
  public static final class Recordings extends Var {
    @Override
    public String name() {
      return "VAR on whole recordings";
    }

    @Override
    public String sentence() {
      return "baseline: linear, from a few samples of all regions, on whole recordings";
    }

    @Override
    List<VectorAutoregression> fit(
        WindowSet train, int order, double[] ridges, Work work, Progress progress) {
      return VectorAutoregression.fitRuns(train.recordings(), order, ridges, work, progress);
    }
  }
}
