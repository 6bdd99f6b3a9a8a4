package org.braindyn.api;

import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.longrun.LongRuns;
import org.braindyn.models.GenerateSignals;

/**
 * What stays the same however long a system runs: where its states lie, its spectra, how fast
 * neighbouring runs part, how many dimensions it fills; of a recording, of rivals, and of a run
 * that claims to be like it.
 *
 * <pre>{@code
 * Invariants made = Invariants.of(model, signals, AskSettings.follow(1000), 1);
 * made.table();     // recording, its halves, turned phases, autoregression, the model
 * made.verdict();   // nearer to the recording than the autoregression, or not
 * }</pre>
 */
public final class Invariants {
  private final LongRuns runs;

  private Invariants(LongRuns runs) {
    this.runs = runs;
  }

  /**
   * Of a model's free run.
   *
   * @param model the model
   * @param signals recording of the model's regions and sampling, 200 frames or more
   * @param settings frames to make, 200 or more, and who watches
   * @param seed fixes all that is drawn
   * @return the run beside recording and rivals
   * @throws org.braindyn.data.BadInput if the recording does not fit the model or is too short
   */
  public static Invariants of(Model model, Signals signals, AskSettings settings, long seed) {
    GenerateSignals.Wanted wanted =
        new GenerateSignals.Wanted(settings.frames(), 1, Seed.of(seed), true);
    return new Invariants(
        GenerateSignals.of(model.trained(), signals.data(), wanted, settings.progress())
            .longRuns());
  }

  /**
   * Of any run, without its Lyapunov exponent, since its law is not known.
   *
   * @param signals recording, 200 frames or more
   * @param made the run, of the same regions, sampling and unit
   * @param seed fixes all that is drawn
   * @param watch who watches and may stop it
   * @return the run beside recording and rivals
   * @throws org.braindyn.data.BadInput if the two do not fit or are too short
   */
  public static Invariants of(Signals signals, Signals made, long seed, Progress watch) {
    LongRuns runs =
        LongRuns.of(signals.values(), signals.interval(), Seed.of(seed), watch.part(0, 0.7));
    runs.add("the run", made.values(), Double.NaN, watch.part(0.7, 1));
    return new Invariants(runs);
  }

  /** {@return one row per run; what cannot be known is NaN} */
  public Table table() {
    return Table.of(runs.table());
  }

  /** {@return whether the run is nearer to the recording than an autoregression} */
  public String verdict() {
    return runs.verdict();
  }
}
