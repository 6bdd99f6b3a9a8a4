package org.braindyn.fiji.bridge;

import org.braindyn.data.Progress;
import org.scijava.command.Command;

/**
 * What every BrainDyn command shares: its parameters are checked before anything else, because
 * SciJava checks neither ranges nor choices, and its progress goes to ImageJ's status bar.
 */
public abstract class BrainDynCommand implements Command {
  private Progress progress;

  @Override
  public final void run() {
    Parameters.check(this);
    execute();
  }

  /**
   * Does the work; inputs are checked, outputs are fields.
   *
   * @throws org.braindyn.data.BadInput with a message for the user
   */
  protected abstract void execute();

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
