package org.braindyn.task;

import org.braindyn.data.Seed;
import org.braindyn.model.parameter.Variant;

/**
 * How to make a seizure detector (the released model's for EEG; H, M and V a quarter of it unless
 * asked for, which trains in minutes).
 *
 * @param context samples that the model sees
 * @param horizon samples that stage 1 forecasts
 * @param stride samples between training windows of stage 1
 * @param hidden H
 * @param maps M
 * @param width V
 * @param epochs of stage 1, forecasting
 * @param headEpochs of stage 2, the classifier
 * @param fineTune move the backbone in stage 2 (learning rate 1e-5), or freeze it
 * @param representation what the head sees
 * @param variant of the model
 * @param threshold least absolute correlation of an edge, 0 for a full graph
 */
public record DetectorSettings(
    int context,
    int horizon,
    int stride,
    int hidden,
    int maps,
    int width,
    int epochs,
    int headEpochs,
    boolean fineTune,
    Representation representation,
    Variant variant,
    double threshold,
    Seed seed) {
  /** Defaults. */
  public static DetectorSettings defaults() {
    return new DetectorSettings(
        30,
        10,
        20,
        32,
        16,
        64,
        20,
        50,
        false,
        Representation.MOMENTS,
        Variant.RELEASED,
        0.3,
        Seed.of(1));
  }

  /** The same with other lengths of training. */
  public DetectorSettings withEpochs(int forecast, int head) {
    return new DetectorSettings(
        context,
        horizon,
        stride,
        hidden,
        maps,
        width,
        forecast,
        head,
        fineTune,
        representation,
        variant,
        threshold,
        seed);
  }

  /** The same with another use of the backbone. */
  public DetectorSettings with(Representation seen, boolean tune) {
    return new DetectorSettings(
        context,
        horizon,
        stride,
        hidden,
        maps,
        width,
        epochs,
        headEpochs,
        tune,
        seen,
        variant,
        threshold,
        seed);
  }

  /** The same with another seed. */
  public DetectorSettings withSeed(Seed value) {
    return new DetectorSettings(
        context,
        horizon,
        stride,
        hidden,
        maps,
        width,
        epochs,
        headEpochs,
        fineTune,
        representation,
        variant,
        threshold,
        value);
  }
}
