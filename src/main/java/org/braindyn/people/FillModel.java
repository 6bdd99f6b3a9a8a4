package org.braindyn.people;

import java.io.File;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.imputation.FillGaps;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.ModelFit;

/** A model file that helps to fill gaps; close it after use. */
public final class FillModel implements AutoCloseable {
  private final TrainedModel model;

  private FillModel(TrainedModel model) {
    this.model = model;
  }

  /**
   * Reads the model and checks that it was trained on the recording's regions and interval.
   *
   * @param file the model; null for none
   * @param recording what is to be filled
   * @throws BadInput if it cannot be read or does not fit, or its kind fills no gaps
   */
  public static FillModel read(File file, RegionSignals recording) {
    if (file == null) {
      return new FillModel(null);
    }
    FillModel read = new FillModel(ModelKinds.read(file));
    try {
      ModelFit.checkSampling(
          read.model.regions(),
          read.model.provenance().data().regions(),
          read.model.provenance().data().interval(),
          recording,
          "The model");
      read.refinement();
      return read;
    } catch (BadInput e) {
      read.close();
      throw e;
    }
  }

  /** What fills; null without a model. */
  public FillGaps.Refinement refinement() {
    return model == null
        ? null
        : model
            .refinement()
            .orElseThrow(
                () ->
                    new BadInput(
                        "model: a "
                            + model.title()
                            + " fills no gaps. Train one with variant=masked (anchored=yes)."));
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
    }
  }
}
