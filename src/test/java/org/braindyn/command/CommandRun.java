package org.braindyn.command;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.bridge.SciJavaContext;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Runs a command as a script does. */
final class CommandRun {
  private CommandRun() {}

  /**
   * Runs a command.
   *
   * @param keysAndValues its inputs
   */
  static CommandModule run(Class<? extends Command> command, Object... keysAndValues)
      throws Throwable {
    Map<String, Object> inputs = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      inputs.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    try {
      return SciJavaContext.get().service(CommandService.class).run(command, false, inputs).get();
    } catch (ExecutionException e) {
      Throwable cause = e;
      while (cause.getCause() != null && !(cause instanceof BadInput)) {
        cause = cause.getCause();
      }
      throw cause;
    }
  }

  /** What a command says when it refuses. */
  static String refusal(Class<? extends Command> command, Object... keysAndValues) {
    return assertThrows(BadInput.class, () -> run(command, keysAndValues)).getMessage();
  }
}
