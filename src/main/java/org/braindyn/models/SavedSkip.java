package org.braindyn.models;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.forecast.DifferentiableEnsemble;
import org.braindyn.forecast.SkipBrainDyn;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.model.ModelInfo;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.perturbation.RefitNull;
import org.braindyn.training.residual.SkipTraining;
import org.braindyn.training.residual.StoredSkip;

/**
 * A file of BrainDyn beside a linear skip.
 *
 * @param stored what the file holds
 */
public record SavedSkip(StoredSkip stored) implements SavedModel {
  static SavedSkip of(StoredSkip stored, BrainGraph graph) {
    if (graph != null) {
      throw new BadInput(
          "graph: the model beside a linear skip has its own. Leave the option out.");
    }
    return new SavedSkip(stored);
  }

  private ModelSettings core() {
    return stored.settings().core();
  }

  @Override
  public String name() {
    return SkipTraining.NAME;
  }

  @Override
  public ModelInfo info() {
    return stored.info();
  }

  @Override
  public int regions() {
    return core().regions();
  }

  @Override
  public int signals() {
    return 1;
  }

  @Override
  public int context() {
    return stored.linear().context();
  }

  @Override
  public int horizon() {
    return stored.linear().horizon();
  }

  @Override
  public Precision precision() {
    return core().precision();
  }

  @Override
  public BrainGraph graph() {
    return stored.graph();
  }

  @Override
  public OpenModel open() {
    List<SkipBrainDyn> members = stored.open();
    return new OpenModel(new DifferentiableEnsemble(name(), members), members);
  }

  @Override
  public RefitNull.Fit refit() {
    return new RefitSkip(stored);
  }

  @Override
  public SavedModel with(ModelChange change) {
    refuse("context", change.context(), context());
    refuse("chunk", change.chunk(), horizon());
    refuse("dt", change.dt(), core().dt());
    return new SavedSkip(
        stored.with(
            change.method() == null ? core().method() : change.method(),
            change.precision() == null ? precision() : change.precision()));
  }

  private static void refuse(String option, Number wanted, Number own) {
    if (wanted != null && wanted.doubleValue() != own.doubleValue()) {
      throw new BadInput(
          String.format(
              "%s=%s: this model, BrainDyn beside a linear skip, was made for %s=%s only. Leave the"
                  + " option out.",
              option, wanted, option, own));
    }
  }
}
