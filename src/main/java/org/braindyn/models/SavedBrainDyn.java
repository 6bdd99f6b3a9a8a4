package org.braindyn.models;

import java.util.List;
import org.braindyn.data.Precision;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.model.ModelInfo;
import org.braindyn.io.model.StoredModel;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.ModelSettingsBuilder;
import org.braindyn.perturbation.RefitNull;

/**
 * A file of BrainDyn alone, released or continuous.
 *
 * @param stored what the file holds
 */
public record SavedBrainDyn(StoredModel stored) implements SavedModel {
  @Override
  public String name() {
    return "BrainDyn";
  }

  @Override
  public ModelInfo info() {
    return stored.info();
  }

  @Override
  public int regions() {
    return stored.settings().regions();
  }

  @Override
  public int signals() {
    return stored.settings().signals();
  }

  @Override
  public int context() {
    return stored.settings().context();
  }

  @Override
  public int horizon() {
    return stored.settings().horizon();
  }

  @Override
  public Precision precision() {
    return stored.settings().precision();
  }

  @Override
  public BrainGraph graph() {
    return stored.graph();
  }

  @Override
  public OpenModel open() {
    BrainDyn model = stored.open();
    return new OpenModel(new BrainDynForecaster(name(), model), List.of(model));
  }

  @Override
  public RefitNull.Fit refit() {
    return new RefitModel(stored);
  }

  @Override
  public SavedModel with(ModelChange change) {
    ModelSettings own = stored.settings();
    ModelSettingsBuilder builder = own.change();
    builder.context(change.context() == null ? own.context() : change.context());
    builder.horizon(change.chunk() == null ? own.horizon() : change.chunk());
    builder.method(change.method() == null ? own.method() : change.method());
    builder.precision(change.precision() == null ? own.precision() : change.precision());
    if (change.dt() != null) {
      builder.dt(change.dt());
    }
    return new SavedBrainDyn(
        new StoredModel(
            builder.build(),
            stored.graph(),
            stored.parameters(),
            stored.info(),
            stored.chunkKnown()));
  }
}
