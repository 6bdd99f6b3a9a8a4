package org.braindyn.cohort.features;

import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.kind.Embedder;
import org.braindyn.kind.TrainedModel;

/**
 * What a trained masked model makes of a recording of which nothing is hidden, averaged over tokens
 * and windows. The model stays its owner's, who closes it when all recordings are read.
 */
public final class ModelEmbedding implements FeatureSet {
  /** Its name in tables. */
  public static final String NAME = "embedding";

  private final Embedder embedder;

  /**
   * @param model a masked model
   * @throws BadInput if its kind cannot embed
   */
  public ModelEmbedding(TrainedModel model) {
    embedder =
        model
            .embedder()
            .orElseThrow(
                () ->
                    new BadInput(
                        "model: "
                            + model.title()
                            + " cannot put a recording into numbers. Train a masked model"
                            + " (variant=masked), or leave model empty."));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double[] of(RegionSignals recording) {
    return embedder.embed(recording, Progress.NONE).mean();
  }

  @Override
  public int[][] places(int regions) {
    return new int[0][];
  }

  @Override
  public boolean mixed() {
    return true;
  }
}
