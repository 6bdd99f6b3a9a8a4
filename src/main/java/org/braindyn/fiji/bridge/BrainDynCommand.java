package org.braindyn.fiji.bridge;

import org.apache.commons.math3.exception.util.ExceptionContextProvider;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.scijava.command.Command;

/**
 * What every BrainDyn command shares: its parameters are checked before anything else, because
 * SciJava checks neither ranges nor choices, and its progress goes to ImageJ's status bar.
 */
public abstract class BrainDynCommand implements Command {
  private Progress progress;
  private Verdict verdict = Verdict.NONE;

  /**
   * Whether the model behind the results forecasts better than a linear one.
   *
   * @param better false if it lost
   * @param sentence what plots, tables and notes repeat; empty if nobody knows
   */
  record Verdict(boolean better, String sentence) {
    static final Verdict NONE = new Verdict(true, "");
  }

  @Override
  public final void run() {
    Parameters.check(this);
    try {
      execute();
      Verdicts.write(this, verdict);
    } catch (RuntimeException e) {
      if (e instanceof ExceptionContextProvider || e instanceof ArithmeticException) {
        throw noAnswer(e);
      }
      throw e;
    }
  }

  /** What the numerical library could not solve; its own words name no region and no remedy. */
  private static BadInput noAnswer(RuntimeException e) {
    return new BadInput(
        "The numbers have no answer ("
            + Reason.of(e)
            + "). Look in the quality table for regions that are constant, copies of others or far"
            + " out of proportion and leave them out, or use more samples.",
        e);
  }

  /**
   * Does the work; inputs are checked, outputs are fields.
   *
   * @throws org.braindyn.data.BadInput with a message for the user
   */
  protected abstract void execute();

  /**
   * Says whether the model behind the results forecasts better than a linear one; plots, tables and
   * notes repeat it.
   *
   * @param better false if it lost
   * @param sentence empty if nobody knows
   */
  protected final void verdict(boolean better, String sentence) {
    verdict = new Verdict(better, sentence);
  }

  /** What was said of the model. */
  final Verdict verdict() {
    return verdict;
  }

  /** Where progress goes; ImageJ's status bar unless a script set another. */
  protected final Progress progress() {
    if (progress == null) {
      progress = new ImageJProgress();
    }
    return progress;
  }

  /** Sets where progress goes, for scripts and tests. */
  public final void setProgress(Progress progress) {
    this.progress = progress;
  }
}
