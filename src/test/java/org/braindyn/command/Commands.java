package org.braindyn.command;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.bridge.SciJavaContext;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Runs a command as a script does, by its class and parameters, for all tests of commands. */
public final class Commands {
  private Commands() {}

  /**
   * Runs a command.
   *
   * @param keysAndValues parameter, value, parameter, value ...
   * @throws Throwable what the command threw: the BadInput in it, else the innermost cause
   */
  public static CommandModule run(Class<? extends Command> command, Object... keysAndValues)
      throws Throwable {
    Map<String, Object> inputs = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      inputs.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return runWith(command, inputs);
  }

  /** The same with parameters in a map. */
  public static CommandModule runWith(Class<? extends Command> command, Map<String, Object> inputs)
      throws Throwable {
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

  /** What a command says that must refuse its input. */
  public static String refusal(Class<? extends Command> command, Object... keysAndValues) {
    return assertThrows(BadInput.class, () -> run(command, keysAndValues)).getMessage();
  }

  /** Checks that a command refuses its input with a message that holds these words. */
  public static void refuses(
      List<String> words, Class<? extends Command> command, Object... keysAndValues) {
    String said = refusal(command, keysAndValues);
    for (String word : words) {
      assertTrue(said.contains(word), word + " is not in: " + said);
    }
  }

  /** The same for one stretch of words. */
  public static void refuses(
      String words, Class<? extends Command> command, Object... keysAndValues) {
    refuses(List.of(words), command, keysAndValues);
  }
}
