package org.braindyn.api;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.imputation.FillGaps;
import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.LagMoments;

/** How missing values are filled. Immutable: every method gives a changed copy. */
public final class FillSettings {
  private static final int LAGS = 2;

  final org.braindyn.imputation.FillSettings settings;
  final Progress progress;
  final FillGaps.Refinement model;
  private final List<Signals> group;

  private FillSettings(
      org.braindyn.imputation.FillSettings settings,
      List<Signals> group,
      FillGaps.Refinement model,
      Progress progress) {
    this.settings = settings;
    this.group = group;
    this.model = model;
    this.progress = progress;
  }

  /** {@return the method chosen by what is missing, from the recording alone, scored} */
  public static FillSettings defaults() {
    return new FillSettings(
        org.braindyn.imputation.FillSettings.defaults(), List.of(), null, Progress.NONE);
  }

  /**
   * Fills with the help of other people's recordings.
   *
   * @param others recordings of the same regions; without them lost regions cannot be filled
   * @return a changed copy
   */
  public FillSettings group(List<Signals> others) {
    return new FillSettings(settings, List.copyOf(others), model, progress);
  }

  /**
   * Another method.
   *
   * @param title "automatic", "own and group moments", "group moments", "own moments", "visible
   *     regions", "visible regions, personal covariance", "time interpolation" or "mean"
   * @return a changed copy
   * @throws BadInput if there is no such method
   */
  public FillSettings method(String title) {
    FillMethod method =
        Arrays.stream(FillMethod.values())
            .filter(m -> m.title().equalsIgnoreCase(title.trim()))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInput(
                        "method="
                            + title
                            + " is not known. Choose one of: "
                            + String.join(
                                "; ",
                                Arrays.stream(FillMethod.values()).map(FillMethod::title).toList())
                            + "."));
    return new FillSettings(settings.withMethod(method), group, model, progress);
  }

  /**
   * Fills with a trained masked autoencoder's help, beside its linear estimate.
   *
   * @param trained of the same regions and interval; must stay open until the gaps are filled
   * @return a changed copy
   * @throws BadInput if such a model fills no gaps
   */
  public FillSettings model(Model trained) {
    FillGaps.Refinement refinement =
        trained
            .trained()
            .refinement()
            .orElseThrow(
                () ->
                    new BadInput(
                        "A "
                            + trained.trained().title()
                            + " fills no gaps. Train a masked autoencoder (anchored)."));
    return new FillSettings(settings.withMethod(FillMethod.MODEL), group, refinement, progress);
  }

  /**
   * Fixes which values are hidden on purpose for the score.
   *
   * @param seed the same seed gives the same score
   * @return a changed copy
   */
  public FillSettings seed(long seed) {
    return new FillSettings(settings.withSeed(Seed.of(seed)), group, model, progress);
  }

  /**
   * Who watches and may stop it.
   *
   * @param watch e.g. a {@link Watch}
   * @return a changed copy
   */
  public FillSettings watch(Progress watch) {
    return new FillSettings(settings, group, model, watch);
  }

  LagMoments moments() {
    return group.isEmpty()
        ? null
        : LagMoments.pooled(group.stream().map(Signals::data).toList(), LAGS);
  }
}
