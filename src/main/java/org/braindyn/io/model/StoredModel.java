package org.braindyn.io.model;

import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;

/**
 * What a model file holds.
 *
 * @param settings shape and arithmetic
 * @param graph the graph that messages run on
 * @param parameters its arrays
 * @param info where it comes from
 * @param chunkKnown false if the file does not say how long a chunk is, as a bare state_dict
 */
public record StoredModel(
    ModelSettings settings,
    BrainGraph graph,
    Parameters parameters,
    ModelInfo info,
    boolean chunkKnown) {
  /** The model, ready to run; close it. */
  public BrainDyn open() {
    return BrainDyn.of(settings, graph, parameters);
  }

  /** The model with other settings of the same shape, e.g. another method or precision. */
  public BrainDyn open(ModelSettings changed) {
    return BrainDyn.of(changed, graph, parameters);
  }
}
