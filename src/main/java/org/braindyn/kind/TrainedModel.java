package org.braindyn.kind;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.GroupSums;
import org.braindyn.graph.BrainGraph;
import org.braindyn.imputation.FillGaps;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.training.TrainingLog;

/**
 * A model that has learnt, fresh from training or read from a file: who made it, from what, and a
 * forecaster. It owns no memory before {@link #forecaster()} is called; close it after use.
 */
public interface TrainedModel extends AutoCloseable {
  /** What kind it is; not always the one that was asked for, since a kind may choose another. */
  ModelKind kind();

  /** What it sees and gives. */
  ModelShape shape();

  /** From what and how it was made. */
  Provenance provenance();

  /**
   * The model, ready to forecast; used by one thread at a time, closed with this model. What it can
   * do beyond forecasting (derivative, interventions, impulses) is asked of it: {@link
   * Forecaster#as}.
   */
  Forecaster forecaster();

  /**
   * The model that says what a stimulation does, for Perturb and Effective Connectivity: not always
   * the one that forecasts best, since forecast errors do not decide this question
   * (docs/families.md).
   *
   * @throws BadInput with the reason, if there is nothing to answer with
   */
  default Forecaster responder() {
    return forecaster();
  }

  /** What {@link #responder} assumes, a sentence; empty if it is the forecaster. */
  default String assumption() {
    return "";
  }

  /** Answers under other assumptions, for maps side by side; empty if there are none. */
  default List<OtherAnswer> otherAnswers() {
    return List.of();
  }

  /** Links along which a stimulation spreads, for its hub; empty if there are none to see. */
  default Optional<BrainGraph> links() {
    return graph();
  }

  /** Its numbers by name, for its file. */
  Map<String, NpyArray> arrays();

  /** What its file's description holds besides the numbers: texts, numbers, lists and maps. */
  default Map<String, Object> description() {
    return Map.of();
  }

  /** The graph that messages run on, if the kind has messages. */
  default Optional<BrainGraph> graph() {
    return Optional.empty();
  }

  /** Intervals around its forecasts; empty if they were not calibrated. */
  default Optional<ModelIntervals> intervals() {
    return Optional.empty();
  }

  /**
   * What puts recordings into a few numbers; used by one thread at a time, closed with this model.
   * Empty if the kind cannot, or its network has learnt nothing.
   */
  default Optional<Embedder> embedder() {
    return Optional.empty();
  }

  /**
   * What trains the encoder of {@link #embedder} further; it may be used after this model is
   * closed. Empty if the kind cannot, or its network has learnt nothing.
   */
  default Optional<TunableEncoder> tunableEncoder() {
    return Optional.empty();
  }

  /**
   * What fills gaps with the model's help; used by one thread at a time, closed with this model.
   * Empty if the kind cannot.
   */
  default Optional<FillGaps.Refinement> refinement() {
    return Optional.empty();
  }

  /** What one person's recording can be pooled with; empty if the kind keeps no sums. */
  default Optional<GroupSums> sums() {
    return Optional.empty();
  }

  /** The network beside its linear forecast, if it has one that can be tuned to a person. */
  default Optional<TunableNetwork> tunable() {
    return Optional.empty();
  }

  /** Name for tables. */
  default String title() {
    return kind().title();
  }

  /** Number of regions. */
  default int regions() {
    return shape().regions();
  }

  /** Signals per region. */
  default int signals() {
    return shape().signals();
  }

  /** Samples of context. */
  default int context() {
    return shape().context();
  }

  /** Samples it forecasts at once. */
  default int horizon() {
    return shape().horizon();
  }

  /** Width of its numbers. */
  default Precision precision() {
    return shape().precision();
  }

  /** False if its file does not say how many samples it forecasts at once, as a bare state_dict. */
  default boolean horizonKnown() {
    return true;
  }

  /** What happened epoch by epoch, one log per member; empty if it was read, or fitted at once. */
  default List<TrainingLog> logs() {
    return List.of();
  }

  /** What a user should know about how it came to be, e.g. which kind was chosen and why. */
  default List<String> notes() {
    return List.of();
  }

  /**
   * The same model computed otherwise.
   *
   * @throws BadInput if the model cannot be changed in this way
   */
  default TrainedModel with(ModelChange change) {
    change.refuse(this, "");
    return this;
  }

  /** Fits models like this one to other recordings, for null distributions. */
  default RefitNull.Fit refit() {
    return new Refit(kind(), shape(), graph().orElse(null), provenance().again(kind()));
  }

  /**
   * Writes the model file.
   *
   * @throws BadInput if it cannot be written
   */
  default void write(Path file) {
    ModelArrays.write(file, this);
  }

  @Override
  void close();
}
