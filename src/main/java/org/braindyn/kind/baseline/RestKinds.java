package org.braindyn.kind.baseline;

import java.util.List;
import java.util.Map;
import org.braindyn.forecast.DampedPersistence;
import org.braindyn.forecast.Forecaster;
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
import org.braindyn.training.TrainingWatch;

/** Forecasts that come to rest: the context's mean, the last value, the last value that fades. */
public final class RestKinds {
  private RestKinds() {}

  /** What the three share: a few numbers make the forecaster. */
  private abstract static class Rest implements ModelKind {
    private static final String FACTOR = "factor";

    /** The numbers, from training windows. */
    abstract double[] fit(TrainingSplit split);

    /** The forecaster of these numbers. */
    abstract Forecaster forecaster(double[] numbers);

    @Override
    public Role role() {
      return Role.BASELINE;
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public boolean runsFreely() {
      return false;
    }

    @Override
    public TrainedModel train(
        TrainingSplit split, BrainGraph graph, KindSettings settings, TrainingWatch watch) {
      return model(ModelShape.of(split.train()), Provenance.of(this, split, settings), fit(split));
    }

    @Override
    public TrainedModel read(ModelArrays file) {
      return model(file.shape(), file.provenance(), file.numbers(FACTOR));
    }

    private TrainedModel model(ModelShape shape, Provenance from, double[] numbers) {
      Map<String, NpyArray> arrays = Map.of(FACTOR, NpyArray.of(numbers, numbers.length));
      return new FittedModel(this, shape, from, forecaster(numbers), arrays);
    }
  }

  /** The context's mean. */
  public static final class Zero extends Rest {
    @Override
    public String name() {
      return "zero";
    }

    @Override
    public String sentence() {
      return "baseline: the context's mean";
    }

    @Override
    double[] fit(TrainingSplit split) {
      return new double[1];
    }

    @Override
    Forecaster forecaster(double[] numbers) {
      return new org.braindyn.forecast.Zero();
    }
  }

  /** The last value stays. */
  public static final class Persistence extends Rest {
    @Override
    public String name() {
      return "persistence";
    }

    @Override
    public String sentence() {
      return "baseline: the last value stays";
    }

    @Override
    double[] fit(TrainingSplit split) {
      return new double[] {1};
    }

    @Override
    Forecaster forecaster(double[] numbers) {
      return new org.braindyn.forecast.Persistence();
    }
  }

  /** The last value fades as fast as in training. */
  public static final class Damped extends Rest {
    @Override
    public String name() {
      return "damped persistence";
    }

    @Override
    public String sentence() {
      return "baseline: the last value fades as fast as in training";
    }

    @Override
    double[] fit(TrainingSplit split) {
      return DampedPersistence.fit(split.train()).factor();
    }

    @Override
    Forecaster forecaster(double[] numbers) {
      return new DampedPersistence(numbers);
    }
  }
}
