package org.braindyn.training.residual;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Precision;
import org.braindyn.forecast.ContextFeatures;
import org.braindyn.forecast.DirectRidge;
import org.braindyn.forecast.SkipBrainDyn;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.model.ModelInfo;
import org.braindyn.model.ResidualDynamics;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.ResidualSettings;

/**
 * What a file of BrainDyn beside a linear skip holds.
 *
 * @param linear the linear part
 * @param features what the residual sees
 * @param settings shape and arithmetic of the residual
 * @param graph the graph that messages run on
 * @param mirror row of every region's mirror image, null for none
 * @param members arrays of every model that was trained
 * @param info where it comes from
 */
public record StoredSkip(
    DirectRidge linear,
    ContextFeatures features,
    ResidualSettings settings,
    BrainGraph graph,
    int[] mirror,
    List<Parameters> members,
    ModelInfo info) {
  /** The models, ready to run; close them. */
  public List<SkipBrainDyn> open() {
    List<SkipBrainDyn> open = new ArrayList<>();
    for (Parameters parameters : members) {
      ResidualDynamics residual = ResidualDynamics.of(settings, graph, parameters);
      open.add(new SkipBrainDyn("member " + (open.size() + 1), linear, features, residual, mirror));
    }
    return open;
  }

  /** A recipe that makes models of this shape. */
  public SkipRecipe recipe() {
    ModelSettings core = settings.core();
    return SkipRecipe.defaults(mirror)
        .withFeatures(features.settings())
        .withCoupling(core.coupling())
        .withShape(core.hidden(), core.maps(), core.width(), core.method())
        .withState(core.signals(), settings.embedding())
        .withMembers(members.size());
  }

  /** The same, computed otherwise. */
  public StoredSkip with(String method, Precision precision) {
    ResidualSettings changed =
        new ResidualSettings(
            settings.core().change().method(method).precision(precision).build(),
            settings.features(),
            settings.embedding());
    return new StoredSkip(linear, features, changed, graph, mirror, members, info);
  }

  /** The same on another graph of the same regions. */
  public StoredSkip with(BrainGraph other) {
    return new StoredSkip(linear, features, settings, other, mirror, members, info);
  }
}
