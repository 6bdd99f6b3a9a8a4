package org.braindyn.api.eeg;

import java.util.List;
import org.braindyn.api.Signals;
import org.braindyn.api.Table;
import org.braindyn.data.Progress;
import org.braindyn.eeg.CleanEeg;
import org.braindyn.eeg.CleanEegSettings;
import org.braindyn.eeg.CleanedEeg;

/**
 * An EEG whose bad channels are found and filled and whose artefacts are removed
 * (docs/eeg-cleaning.md).
 *
 * <pre>{@code
 * EegCleaning made = EegCleaning.of(Signals.eeg("rest.edf"));
 * made.cleaned();    // signals, what is not as recorded is marked
 * made.removed();    // cleaned + removed = recorded
 * made.channels();   // per channel: how good, why bad
 * }</pre>
 */
public final class EegCleaning {
  private final CleanedEeg made;

  private EegCleaning(CleanedEeg made) {
    this.made = made;
  }

  /**
   * Cleans with the automatic choices.
   *
   * @param eeg electrodes x time, at a known rate
   * @return what became of it
   * @throws org.braindyn.data.BadInput if no channel is good, or no seconds are calm
   */
  public static EegCleaning of(Signals eeg) {
    return of(eeg, "auto", "automatic", "whitened subspace", 20, "", Progress.NONE);
  }

  /**
   * Cleans, watched.
   *
   * @param eeg electrodes x time, at a known rate
   * @param bad "auto", "none", or names, with seconds for a stretch: "auto, T3, F7 10-60"
   * @param fill "automatic", "spline", "gaussian process", "regression", "nearest" or "empty"
   * @param artefacts "whitened subspace", "subspace" or "none"
   * @param threshold robust standard deviations above calm activity, 20 is usual
   * @param calm calm intervals in s, "10-60, 100-120"; empty to choose
   * @param watch who watches and may stop it
   * @return what became of it
   * @throws org.braindyn.data.BadInput if a word, a name or an interval does not fit
   */
  public static EegCleaning of(
      Signals eeg,
      String bad,
      String fill,
      String artefacts,
      double threshold,
      String calm,
      Progress watch) {
    CleanEegSettings settings =
        CleanEegSettings.defaults().withBad(bad, fill).withArtefacts(artefacts, threshold, calm);
    return new EegCleaning(CleanEeg.run(eeg.data(), settings, watch));
  }

  /** {@return the cleaned signals; filled and reconstructed values are marked} */
  public Signals cleaned() {
    return Signals.of(made.cleaned());
  }

  /** {@return what was removed: cleaned and removed add up to the recording} */
  public Signals removed() {
    return Signals.of(made.removed());
  }

  /** {@return [electrode][time], true where a value is not as recorded; null if all are} */
  public boolean[][] mask() {
    return made.cleaned().filled();
  }

  /** {@return per channel: why bad, how filled, what was measured, share removed} */
  public Table channels() {
    return new Table(CleanedEeg.channelColumns(), made.channelRows());
  }

  /** {@return per stretch: when, components removed, share of variance} */
  public Table stretches() {
    return new Table(CleanedEeg.stretchColumns(), made.stretchRows());
  }

  /** {@return what was done and what to mind, in sentences} */
  public List<String> notes() {
    return made.notes();
  }
}
