package org.braindyn.kind;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.graph.BrainGraph;
import org.braindyn.training.TrainingWatch;

/**
 * A kind of model. Implementations have a public constructor without arguments, hold no state, and
 * are registered in {@code META-INF/services/org.braindyn.kind.ModelKind}. Then every command knows
 * them: they are trained, saved, read, forecast, generated, perturbed and evaluated like any other.
 */
public interface ModelKind {
  /** What a kind is for, which decides where it stands in tables. */
  enum Role {
    /** A model in its own right. */
    MODEL,
    /** A model with a part taken away, to see what the part is worth. */
    ABLATION,
    /** What a model must beat. */
    BASELINE
  }

  /** The word that dialogs, macros ({@code variant=...}) and files use, e.g. "linear skip". */
  String name();

  /** Name in tables, e.g. "BrainDyn + linear skip". */
  default String title() {
    return name();
  }

  /** What it is, for choice lists and docs: one line without a full stop. */
  String sentence();

  /** What it is for. */
  default Role role() {
    return Role.MODEL;
  }

  /** Its settings; dialogs, macros, recipes and docs follow from them. */
  List<Setting> settings();

  /**
   * Trains a model.
   *
   * @param split windows to learn from and to choose by, of one recording or of many people
   * @param graph the graph that messages run on; null to estimate one from the training windows, or
   *     for kinds without
   * @param settings all that a user may choose, and the seed
   * @param watch progress, and where a long training can go on after a kill
   * @throws StoppedTraining if the user stopped it and there is a model that was trained in part
   * @throws org.braindyn.data.Cancelled if the user stopped it before
   * @throws org.braindyn.data.BadInput if these data or settings cannot be used
   */
  TrainedModel train(
      TrainingSplit split, BrainGraph graph, KindSettings settings, TrainingWatch watch);

  /**
   * Whether a file is of this kind. Files that name their kind are recognised by it; kinds that are
   * older than that name override this.
   */
  default boolean recognises(ModelArrays file) {
    return file.kind().equals(name());
  }

  /**
   * Reads a model.
   *
   * @param file arrays and description, recognised as this kind's
   * @throws org.braindyn.data.BadInput if something is missing or damaged
   */
  TrainedModel read(ModelArrays file);

  /** Names of kinds that are trained beside a model of this kind as baselines. */
  default List<String> companions() {
    return List.of();
  }

  /** False if a free run says nothing, since every forecast comes to rest. */
  default boolean runsFreely() {
    return true;
  }

  /** False if a number of epochs that is meant for several kinds is not meant for this one. */
  default boolean sharesEpochs() {
    return true;
  }

  /** True if fields of a dialog that nobody touched leave this kind's own presets alone. */
  default boolean keepsPresets() {
    return false;
  }

  /** What to try if a model of this kind is no better than the baselines; a sentence. */
  default String advice() {
    return "Try variant=[linear skip], which starts from a linear forecast, or more frames.";
  }

  /** Files that a training with this checkpoint may leave. */
  default List<Path> checkpoints(Path checkpoint, KindSettings settings) {
    return List.of(checkpoint);
  }

  /** This kind's settings as they are without a wish, with seed 1. */
  default KindSettings defaults() {
    return KindSettings.defaults(this);
  }
}
