package org.braindyn.training.residual;

import org.braindyn.forecast.FeatureSettings;
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
public record SkipRecipe(
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
  public static SkipRecipe defaults(int[] mirror) {
    return new SkipRecipe(
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
  public SkipRecipe withCoupling(Coupling value) {
    return new SkipRecipe(
        linear, features, value, threshold, hidden, maps, width, state, embedding, method, members,
        training);
  }

  /** The same with other features. */
  public SkipRecipe withFeatures(FeatureSettings value) {
    return new SkipRecipe(
        linear, value, coupling, threshold, hidden, maps, width, state, embedding, method, members,
        training);
  }

  /** The same with another linear part. */
  public SkipRecipe withLinear(DirectRidgeSettings value) {
    return new SkipRecipe(
        value, features, coupling, threshold, hidden, maps, width, state, embedding, method,
        members, training);
  }

  /** The same with another number of state components and numbers per region. */
  public SkipRecipe withState(int components, int own) {
    return new SkipRecipe(
        linear,
        features,
        coupling,
        threshold,
        hidden,
        maps,
        width,
        components,
        own,
        method,
        members,
        training);
  }

  /** The same with another shape. */
  public SkipRecipe withShape(int stalk, int channels, int fieldWidth, String odeMethod) {
    return new SkipRecipe(
        linear,
        features,
        coupling,
        threshold,
        stalk,
        channels,
        fieldWidth,
        state,
        embedding,
        odeMethod,
        members,
        training);
  }

  /** The same with another number of members. */
  public SkipRecipe withMembers(int value) {
    return new SkipRecipe(
        linear, features, coupling, threshold, hidden, maps, width, state, embedding, method, value,
        training);
  }

  /** The same with another training. */
  public SkipRecipe withTraining(TrainingSettings value) {
    return new SkipRecipe(
        linear, features, coupling, threshold, hidden, maps, width, state, embedding, method,
        members, value);
  }
}
