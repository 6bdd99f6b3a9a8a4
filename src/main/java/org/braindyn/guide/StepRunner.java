package org.braindyn.guide;

import java.util.List;
import org.braindyn.session.MacroLine;

/** Runs the lines of a guide. */
public interface StepRunner {
  /**
   * Runs a command.
   *
   * @return what it made
   * @throws org.braindyn.data.BadInput if it could not, with the reason
   */
  List<Made> run(MacroLine line);
}
