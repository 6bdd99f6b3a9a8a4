package org.braindyn.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.GroupSums;
import org.braindyn.graph.BrainGraph;
import org.braindyn.imputation.FillGaps;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.training.TrainingLog;

/**
 * A model of any kind with intervals; all else is the model's own.
 *
 * @param model the model; closed with this one
 * @param widths its intervals
 */
record WithIntervals(TrainedModel model, ModelIntervals widths) implements TrainedModel {
  private static final String NOTE = "Intervals of 50 and 90 % are ";

  @Override
  public Optional<ModelIntervals> intervals() {
    return Optional.of(widths);
  }

  @Override
  public Map<String, NpyArray> arrays() {
    Map<String, NpyArray> all = new LinkedHashMap<>(model.arrays());
    all.putAll(
        new TreeMap<>(widths.arrays())); // in one order, so that equal models give equal files
    return all;
  }

  @Override
  public Map<String, Object> description() {
    Map<String, Object> all = new LinkedHashMap<>(model.description());
    all.putAll(widths.description());
    return all;
  }

  /** Widths hold for the context and the chunks that they were calibrated with. */
  @Override
  public TrainedModel with(ModelChange change) {
    TrainedModel changed = model.with(change);
    boolean same =
        changed.context() == context()
            && changed.horizon() == horizon()
            && (change.dt() == null || Objects.equals(change.dt(), 1.0));
    return same ? new WithIntervals(changed, widths) : changed;
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>(model.notes());
    notes.removeIf(note -> note.startsWith(NOTE)); // of narrower ones inside
    notes.add(NOTE + widths.from() + ".");
    return notes;
  }

  @Override
  public ModelKind kind() {
    return model.kind();
  }

  @Override
  public ModelShape shape() {
    return model.shape();
  }

  @Override
  public Provenance provenance() {
    return model.provenance();
  }

  @Override
  public Forecaster forecaster() {
    return model.forecaster();
  }

  @Override
  public Forecaster responder() {
    return model.responder();
  }

  @Override
  public String assumption() {
    return model.assumption();
  }

  @Override
  public List<OtherAnswer> otherAnswers() {
    return model.otherAnswers();
  }

  @Override
  public Optional<BrainGraph> links() {
    return model.links();
  }

  @Override
  public Optional<Embedder> embedder() {
    return model.embedder();
  }

  @Override
  public Optional<TunableEncoder> tunableEncoder() {
    return model.tunableEncoder();
  }

  @Override
  public Optional<FillGaps.Refinement> refinement() {
    return model.refinement();
  }

  @Override
  public Optional<GroupSums> sums() {
    return model.sums();
  }

  @Override
  public Optional<TunableNetwork> tunable() {
    return model.tunable();
  }

  @Override
  public Optional<BrainGraph> graph() {
    return model.graph();
  }

  @Override
  public String title() {
    return model.title();
  }

  @Override
  public boolean horizonKnown() {
    return model.horizonKnown();
  }

  @Override
  public List<TrainingLog> logs() {
    return model.logs();
  }

  @Override
  public RefitNull.Fit refit() {
    return model.refit();
  }

  @Override
  public void close() {
    model.close();
  }
}
