package org.braindyn.kind.masked;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Regions;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.FunctionalGradients;
import org.braindyn.imputation.LagMoments;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelArrays;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Setting;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingWatch;

/**
 * The masked autoencoder (after BrainLM, Ortega Caro et al., ICLR 2024) with axial attention,
 * anchored on a Kalman smoother. It learns to fill hidden tokens, regions, gaps and futures of
 * windows, and forecasts by taking the future as hidden.
 */
public final class MaskedKind implements ModelKind {
  static final String PATCH = "patch";
  static final String WIDTH = "width";
  static final String DEPTH = "depth";
  static final String MASKS = "masks";
  static final String FUTURE = "future";
  static final String ANCHORED = "anchored";
  static final String YES = "yes";
  static final String ORDER = "order";
  static final String WINDOWS = "windows";
  static final String DRAWS = "draws";
  static final String PLACES = "places";
  static final String COORDINATES = "coordinates";
  static final String GRADIENTS = "gradients";
  static final String KEEP = "keep";
  static final String CHOSEN = "chosen";
  static final String NETWORK = "network";
  static final String ESTIMATE = "estimate";
  static final int LARGEST_ORDER = 3;
  private static final double MILLIMETRES = 100;

  @Override
  public String name() {
    return "masked";
  }

  @Override
  public String title() {
    return "masked autoencoder";
  }

  @Override
  public String sentence() {
    return "masked autoencoder after BrainLM on a Kalman estimate; the future counts as hidden";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.whole("epochs", 20, 1, 1_000_000, "", "passes over the training windows"),
        Setting.whole(
            "last", 0, 0, 1_000_000, "", "ends after this epoch, its plan unchanged; 0 = all"),
        Setting.whole("batch", 8, 1, 1_000_000, WINDOWS, "windows per step"),
        Setting.number("rate", 1e-3, 1e-9, 1, "", "highest learning rate"),
        Setting.number("decay", 0.05, 0, 10, "", "weight decay of AdamW"),
        Setting.whole(PATCH, 0, 0, 1000, "samples", "length of a token; 0 = the horizon's, to 20"),
        Setting.whole(WIDTH, 32, 4, 1024, "", "features of a token"),
        Setting.whole(DEPTH, 2, 1, 24, "blocks", "blocks of the encoder; the decoder has half"),
        Setting.word(
            MASKS,
            "what is hidden in training: everything in turn, or futures alone",
            "mixed",
            FUTURE),
        Setting.number("ratio", 0.75, 0.01, 0.99, "", "share of tokens hidden in masks of tokens"),
        Setting.word(ANCHORED, "whether it predicts what a linear estimate leaves", YES, "no"),
        Setting.whole(ORDER, 1, 1, LARGEST_ORDER, "lags", "samples of the linear estimate's past"),
        Setting.number("dropout", 0, 0, 0.9, "", "share of embeddings dropped in training"),
        Setting.word(
            PLACES,
            "where a region is: its coordinates, or its place in the gradients of connectivity",
            COORDINATES,
            GRADIENTS),
        Setting.whole(
            DRAWS,
            0,
            0,
            1_000_000,
            "",
            "epochs with masks of their own, taken again after; 0 = all"),
        Setting.whole(WINDOWS, 64, 2, 1_000_000, WINDOWS, "training windows, spread evenly"),
        Setting.word(
            KEEP,
            "what forecasts: chosen by validation windows, the network, or the linear estimate",
            CHOSEN,
            NETWORK,
            ESTIMATE));
  }

  @Override
  public TrainedModel train(
      TrainingSplit split, BrainGraph graph, KindSettings settings, TrainingWatch watch) {
    WindowSet train = split.train();
    ModelShape shape =
        new ModelShape(train.regions(), 1, train.context(), train.horizon(), Precision.FLOAT);
    double interval = train.recordings().get(0).interval();
    MaskedPlan plan = MaskedPlan.of(shape, settings, interval);
    return new MaskedFit(this, split, settings, shape, plan).run(watch);
  }

  /**
   * Three numbers for each region: centroids over 100 mm, or the first three gradients of the
   * training windows' connectivity.
   */
  static double[] positions(Regions regions, List<double[][]> windows, String places) {
    if (places.equals(COORDINATES)) {
      return positions(regions);
    }
    if (regions.size() < 4) {
      throw new BadInput("places=gradients needs 4 or more regions, there are " + regions.size());
    }
    Matrix covariance = LagMoments.ofScaled(windows, 1).lags().get(0);
    double[][] gradients = FunctionalGradients.of(correlation(covariance), 3);
    return Arrays.stream(gradients).flatMapToDouble(Arrays::stream).toArray();
  }

  private static Matrix correlation(Matrix covariance) {
    int n = covariance.rows();
    Matrix result = new Matrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double size = Math.sqrt(covariance.get(i, i) * covariance.get(j, j));
        result.set(i, j, size > 0 ? covariance.get(i, j) / size : 0);
      }
    }
    return result;
  }

  /** Centroids over 100 mm, as the network takes them; 0 where they are not known. */
  static double[] positions(Regions regions) {
    double[] positions = new double[3 * regions.size()];
    for (int n = 0; n < regions.size(); n++) {
      double[] centroid = regions.get(n).centroid();
      for (int i = 0; centroid != null && i < 3; i++) {
        positions[3 * n + i] = centroid[i] / MILLIMETRES;
      }
    }
    return positions;
  }

  @Override
  public TrainedModel read(ModelArrays file) {
    return MaskedModel.read(this, file);
  }
}
