package org.braindyn.kind.residual;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.ridge.SkipForecast;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.kind.EpochSettings;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelArrays;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.Setting;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingLog;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.residual.ResidualRecipe;
import org.braindyn.training.residual.ResidualTraining;

/**
 * BrainDyn for what any forecast leaves over, for kinds that choose what it stands beside. Close it
 * after use.
 */
public final class NetworkBeside implements AutoCloseable {
  private static final ResidualKind KIND = new ResidualKind();

  /** Of more windows an epoch takes a share only, drawn anew each time. */
  private static final int MANY = 4000;

  private static final int TUNED_EPOCHS = 8;
  private static final int PATIENCE = 2;
  private static final double GENTLER = 10;

  private final ResidualModel model;
  private final List<Provenance.Member> members;

  private NetworkBeside(ResidualModel model, List<Provenance.Member> members) {
    this.model = model;
    this.members = members;
  }

  /** What a user may choose about it. */
  public static List<Setting> settings() {
    return KIND.settings();
  }

  /**
   * Trains all epochs; nothing is left out to choose one, so that whoever compares can use all
   * validation data.
   *
   * @param train windows to learn from
   * @param beside what it stands beside
   * @param graph the graph that messages run on; null for the correlation of training contexts
   * @param settings values of {@link #settings}
   * @throws org.braindyn.data.Cancelled if the user stopped it; nothing is kept
   */
  public static NetworkBeside train(
      WindowSet train,
      SkipForecast beside,
      BrainGraph graph,
      KindSettings settings,
      TrainingWatch watch) {
    return train(train, beside, graph, settings, watch, Coupling.SHEAF);
  }

  /**
   * As before, with messages that see the weights of the graph.
   *
   * @param graph links with weights of which the size counts
   */
  public static NetworkBeside trainOnWeights(
      WindowSet train,
      SkipForecast beside,
      BrainGraph graph,
      KindSettings settings,
      TrainingWatch watch) {
    return train(train, beside, graph, settings, watch, Coupling.WEIGHTED_SHEAF);
  }

  private static NetworkBeside train(
      WindowSet train,
      SkipForecast beside,
      BrainGraph graph,
      KindSettings settings,
      TrainingWatch watch,
      Coupling coupling) {
    ResidualRecipe own = ResidualKind.recipe(settings).withCoupling(coupling);
    double share = train.size() > MANY ? own.training().share() : 1;
    TrainingSettings training = EpochSettings.training(own.training(), settings).withShare(share);
    ResidualRecipe recipe = own.withTraining(training);
    try (ResidualTraining done = ResidualTraining.run(train, recipe, beside, graph, watch)) {
      return new NetworkBeside(
          ResidualModel.of(KIND, done, null), EpochSettings.members(done.results()));
    } catch (ResidualTraining.Stopped e) {
      e.soFar().close();
      throw e;
    }
  }

  /**
   * The same network trained further on one person's windows: a tenth of the rate it was trained
   * with, until windows left out are forecast no better.
   *
   * @param beside what it stands beside while it is tuned; it has not seen the person
   * @param train windows of the person
   * @param stop later windows, which choose the epoch
   */
  public NetworkBeside tuned(
      SkipForecast beside, WindowSet train, WindowSet stop, Progress progress) {
    ResidualRecipe own = ResidualRecipe.defaults(model.parts().mirror());
    TrainingSettings gentle =
        own.training()
            .withEpochs(TUNED_EPOCHS)
            .withLearningRate(own.training().learningRate() / GENTLER)
            .withShare(1)
            .withStopPatience(PATIENCE);
    try (ResidualTraining done =
        ResidualTraining.tuned(model.open(), beside, train, stop, gentle, progress)) {
      return new NetworkBeside(
          ResidualModel.of(KIND, done, null), EpochSettings.members(done.results()));
    }
  }

  /** The same numbers beside another forecast. */
  public NetworkBeside beside(SkipForecast other) {
    return new NetworkBeside(model.beside(other), members);
  }

  /**
   * The network in a file, if there is one.
   *
   * @param beside what it stands beside
   */
  public static Optional<NetworkBeside> read(ModelArrays file, SkipForecast beside) {
    return ResidualFile.holds(file)
        ? Optional.of(new NetworkBeside(ResidualFile.read(KIND, file, beside), List.of()))
        : Optional.empty();
  }

  /**
   * Both together; it only forecasts, since the derivative of what it stands beside need not be
   * known.
   */
  public Forecaster forecaster(String name) {
    Forecaster both = model.forecaster();
    return new Forecaster() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
        return both.forecast(context, horizon, progress);
      }
    };
  }

  /** The graph that messages run on. */
  public BrainGraph graph() {
    return model.parts().graph();
  }

  /** Its numbers, without those of what it stands beside. */
  public Map<String, NpyArray> arrays() {
    return model.arrays();
  }

  /** Its shape, for a file's description. */
  public Map<String, Object> description() {
    return model.description();
  }

  /** What happened epoch by epoch, one log per member. */
  public List<TrainingLog> logs() {
    return model.logs();
  }

  /** How each member was trained; empty if it was read. */
  public List<Provenance.Member> members() {
    return members;
  }

  @Override
  public void close() {
    model.close();
  }
}
