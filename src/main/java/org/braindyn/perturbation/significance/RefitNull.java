package org.braindyn.perturbation.significance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.OpenModel;
import org.braindyn.work.LocalWork;

/**
 * What an analysis says when there is nothing to find: the model is fitted anew to surrogate
 * recordings and analysed in the same way. Effects of a fitted model are never exactly 0, and a
 * linear one gives every window the same, so that spread over windows alone proves no coupling.
 *
 * @param kind how couplings are destroyed
 * @param surrogates how many refits
 * @param seed of the surrogates and of the fits
 */
public record RefitNull(Surrogates kind, int surrogates, Seed seed) {
  /**
   * Fits a model to recordings; must not remember anything of earlier fits, and may be called by
   * several threads at once.
   */
  @FunctionalInterface
  public interface Fit {
    /**
     * The fitted model, which is closed after use.
     *
     * @throws Cancelled if it was stopped: a half-trained model is no null
     */
    OpenModel fit(List<RegionSignals> recordings, Seed seed, Progress progress);
  }

  /** Number of the refit to the recordings as they are. */
  public static final int OWN = -1;

  /** Turns a fitted model into one number per cell (region, or ordered pair). */
  @FunctionalInterface
  public interface Analysis {
    /** The cells' effects; recordings are those the model was fitted to. */
    double[] effects(Forecaster model, List<RegionSignals> recordings);
  }

  /** Fits and analyses the recordings as they are and every surrogate, several at once. */
  public NullEffects run(
      List<RegionSignals> recordings, Fit fit, Analysis analysis, Progress progress) {
    return effects(
        LocalWork.few("Null distribution")
            .map(
                numbers(surrogates),
                (k, part) -> one(k, recordings, fit, analysis, part),
                progress));
  }

  /** Numbers of the refits: {@link #OWN}, then the surrogates. */
  public static List<Integer> numbers(int surrogates) {
    return IntStream.range(OWN, surrogates).boxed().toList();
  }

  /** What {@link #one} found for each of the {@link #numbers}, put together. */
  public static NullEffects effects(List<double[]> found) {
    return new NullEffects(found.get(0), found.subList(1, found.size()).toArray(double[][]::new));
  }

  /**
   * Fits and analyses one surrogate: the same numbers wherever it is done.
   *
   * @param k its number, from 0; {@link #OWN} for the recordings as they are
   * @return one effect per cell
   */
  public double[] one(
      int k, List<RegionSignals> recordings, Fit fit, Analysis analysis, Progress progress) {
    String what = k == OWN ? "Refitting the recordings" : "Refitting surrogate " + (k + 1);
    progress.report(0, what);
    Seed own = seed.derive("surrogate", k);
    List<RegionSignals> used = k == OWN ? recordings : fakes(recordings, own);
    try (OpenModel model = fit.fit(used, own, progress.part(0, 1, what))) {
      Cancelled.check(progress, "Null distribution");
      return analysis.effects(model.forecaster(), used);
    }
  }

  private List<RegionSignals> fakes(List<RegionSignals> recordings, Seed own) {
    List<RegionSignals> fakes = new ArrayList<>();
    for (int i = 0; i < recordings.size(); i++) {
      fakes.add(kind.of(recordings.get(i), own.derive("recording", i)));
    }
    return fakes;
  }
}
