package org.braindyn.training.residual;

import java.util.function.Consumer;
import org.braindyn.forecast.residual.FeatureSettings;
import org.braindyn.forecast.ridge.DirectRidgeSettings;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.ResidualSettings;
import org.braindyn.training.TrainingSettings;

/**
 * Everything that fixes how BrainDyn beside a linear skip is made, one field per ingredient of the
 * ablation table in docs/validation.md.
 *
 * @param linear how the linear part is fitted, with or without mirroring and folds
 * @param features what the residual sees
 * @param coupling how regions send messages
 * @param threshold least |r| of pooled training contexts that makes an edge
 * @param hidden size of a stalk
 * @param maps channels of the restriction maps
 * @param width width of the vector field
 * @param state components of the state; 1 makes residuals monotone within a chunk
 * @param embedding numbers of its own per region
 * @param method ODE method
 * @param members models trained from different seeds and averaged
 * @param training how every member is trained
 */
public record ResidualRecipe(
    DirectRidgeSettings linear,
    FeatureSettings features,
    Coupling coupling,
    double threshold,
    int hidden,
    int maps,
    int width,
    int state,
    int embedding,
    String method,
    int members,
    TrainingSettings training) {

  /**
   * The recipe chosen on the validation people of the HCP set (docs/adr/0033), who prefer no
   * mirroring.
   *
   * @param mirror row of every region's mirror image for a model that treats both sides alike, null
   *     for none
   */
  public static ResidualRecipe defaults(int[] mirror) {
    return new ResidualRecipe(
        DirectRidgeSettings.defaults(mirror),
        FeatureSettings.ALL,
        Coupling.SHEAF,
        0.5,
        32,
        8,
        32,
        3,
        8,
        "midpoint",
        5,
        TrainingSettings.defaults()
            .withEpochs(4)
            .withBatch(32)
            .withWeightDecay(0.01)
            .withShare(0.25)
            .withCosine(true));
  }

  /** Shape of the residual dynamics for data of this shape. */
  public ResidualSettings residual(int regions, int context, int horizon, int featureCount) {
    ModelSettings core =
        ModelSettings.builder(regions)
            .signals(state)
            .hidden(hidden)
            .maps(maps)
            .width(width)
            .method(method)
            .coupling(coupling)
            .context(context)
            .horizon(horizon)
            .perMapXavier(true)
            .degreeNormalised(true)
            .build();
    return new ResidualSettings(core, featureCount, embedding);
  }

  /** The same with other messages. */
  public ResidualRecipe withCoupling(Coupling value) {
    return with(d -> d.coupling = value);
  }

  /** The same with other features. */
  public ResidualRecipe withFeatures(FeatureSettings value) {
    return with(d -> d.features = value);
  }

  /** The same with another linear part. */
  public ResidualRecipe withLinear(DirectRidgeSettings value) {
    return with(d -> d.linear = value);
  }

  /** The same with another number of state components and numbers per region. */
  public ResidualRecipe withState(int components, int own) {
    return with(
        d -> {
          d.state = components;
          d.embedding = own;
        });
  }

  /** The same with another shape. */
  public ResidualRecipe withShape(int stalk, int channels, int fieldWidth, String odeMethod) {
    return with(
        d -> {
          d.hidden = stalk;
          d.maps = channels;
          d.width = fieldWidth;
          d.method = odeMethod;
        });
  }

  /** The same with another number of members. */
  public ResidualRecipe withMembers(int value) {
    return with(d -> d.members = value);
  }

  /** The same with another training. */
  public ResidualRecipe withTraining(TrainingSettings value) {
    return with(d -> d.training = value);
  }

  private ResidualRecipe with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }

  /** The recipe while something of it is changed; the only place that copies it one by one. */
  private static final class Draft {
    private DirectRidgeSettings linear;
    private FeatureSettings features;
    private Coupling coupling;
    private final double threshold;
    private int hidden;
    private int maps;
    private int width;
    private int state;
    private int embedding;
    private String method;
    private int members;
    private TrainingSettings training;

    private Draft(ResidualRecipe r) {
      linear = r.linear;
      features = r.features;
      coupling = r.coupling;
      threshold = r.threshold;
      hidden = r.hidden;
      maps = r.maps;
      width = r.width;
      state = r.state;
      embedding = r.embedding;
      method = r.method;
      members = r.members;
      training = r.training;
    }

    private ResidualRecipe done() {
      return new ResidualRecipe(
          linear, features, coupling, threshold, hidden, maps, width, state, embedding, method,
          members, training);
    }
  }
}
