package org.braindyn.models;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.model.ModelFile;
import org.braindyn.io.model.ModelInfo;
import org.braindyn.model.BrainDyn;
import org.braindyn.perturbation.RefitNull;
import org.braindyn.training.residual.SkipModelFile;
import org.braindyn.training.residual.SkipRecipe;
import org.braindyn.training.residual.SkipTraining;

/**
 * A model file of any kind: BrainDyn alone ({@link SavedBrainDyn}) or beside a linear skip ({@link
 * SavedSkip}), what it may be applied to, and how it is opened.
 */
public interface SavedModel {
  /** Name for tables, e.g. "BrainDyn + linear skip". */
  String name();

  /** Where it comes from and what it was trained on. */
  ModelInfo info();

  /** Regions of the model. */
  int regions();

  /** Signals per region. */
  int signals();

  /** Samples of context. */
  int context();

  /** Samples it forecasts at once. */
  int horizon();

  /** Width of its numbers. */
  Precision precision();

  /** The graph that messages run on. */
  BrainGraph graph();

  /** The model, ready to forecast. */
  OpenModel open();

  /**
   * The same model computed otherwise.
   *
   * @throws BadInput if the model cannot be changed in this way
   */
  SavedModel with(ModelChange change);

  /** Fits models like this one to other recordings, for null distributions. */
  RefitNull.Fit refit();

  /**
   * Refuses signals of other regions or another sampling than the model was trained on.
   *
   * @param modelName name for messages
   * @throws BadInput that names the first difference
   */
  default void checkFits(RegionSignals signals, String modelName) {
    ModelFit.check(regions(), info().regions(), info().interval(), signals, modelName);
  }

  /** Refuses signals of which a region has no value. */
  static void checkComplete(RegionSignals signals) {
    ModelFit.checkComplete(signals);
  }

  /** Reads a model file of any kind. */
  static SavedModel read(File file) {
    if (!file.isFile()) {
      throw new BadInput(
          "model="
              + file
              + ": there is no such file. Run BrainDyn Train... first, or choose the"
              + " file it wrote.");
    }
    try {
      return read(file.toPath(), null);
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e), e);
    }
  }

  /**
   * Reads a model file of any kind.
   *
   * @param graph the graph to use, or null for the file's own
   */
  static SavedModel read(Path file, BrainGraph graph) throws IOException {
    Map<String, NpyArray> arrays = Npz.read(file);
    try {
      SavedModel model =
          SkipModelFile.is(arrays)
              ? SavedSkip.of(SkipModelFile.of(file, arrays), graph)
              : new SavedBrainDyn(ModelFile.of(file, arrays, graph));
      Regions named = model.info().regions();
      if (named != null && named.size() != model.regions()) {
        throw new BadInput(
            String.format(
                "%s is damaged: it names %d regions, but its arrays are of %d. Train it again.",
                file, named.size(), model.regions()));
      }
      return model;
    } catch (BadInput e) {
      throw e;
    } catch (RuntimeException e) { // whatever else a damaged file may cause
      throw new BadInput(file + " is damaged (" + Reason.of(e) + "). Train the model again.", e);
    }
  }

  /** Writes BrainDyn alone. */
  static void write(Path file, BrainDyn model, ModelInfo info) {
    try {
      ModelFile.write(file, model, info);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Writes BrainDyn beside a linear skip. */
  static void write(Path file, SkipTraining trained, SkipRecipe recipe, ModelInfo info) {
    try {
      SkipModelFile.write(file, trained, recipe, info);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static BadInput unwritable(Path file, IOException e) {
    return new BadInput(
        String.format(
            Locale.ROOT,
            "model=%s cannot be written: %s. Choose another file.",
            file,
            Reason.of(e)),
        e);
  }
}
