package org.braindyn.fiji.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.Macro;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/** How a command ends that cannot end well. */
class BridgeEndsTest {
  /** A command whose numbers have no answer. */
  public static final class Numeric extends BrainDynCommand {
    static RuntimeException thrown;

    @Override
    protected void execute() {
      throw thrown;
    }
  }

  /** A command that the user cancels. */
  public static final class Stopped extends BrainDynCommand {
    @Override
    protected void execute() {
      throw new Cancelled("Training");
    }
  }

  @Test
  void numericFailuresAreSentences() {
    for (RuntimeException e :
        new RuntimeException[] {
          new NonPositiveDefiniteMatrixException(0, 3, 1e-10),
          new SingularMatrixException(),
          new MaxCountExceededException(30),
          new ArithmeticException("/ by zero")
        }) {
      Numeric.thrown = e;
      BadInput said = assertThrows(BadInput.class, () -> new Numeric().run());
      assertTrue(said.getMessage().startsWith("The numbers have no answer"), said.getMessage());
      assertTrue(said.getMessage().contains("leave them out"), said.getMessage());
      assertEquals(e, said.getCause());
    }
    Numeric.thrown = new IllegalStateException("a fault of the program");
    assertThrows(IllegalStateException.class, () -> new Numeric().run());
  }

  private static void install(Class<? extends Command> command) {
    Context context = SciJavaContext.get();
    PluginInfo<Command> plugin = new PluginInfo<>(command, Command.class);
    context.service(PluginService.class).addPlugin(plugin);
    CommandInfo info = context.service(CommandService.class).getCommand(command.getName());
    assertEquals(command.getName(), info.getDelegateClassName());
    assertFalse(context.service(ModuleService.class).getModules().isEmpty());
  }

  @Test
  void cancellingIsNoError() throws Exception {
    install(Stopped.class);
    IJ.getErrorMessage(); // forgets what another test left
    boolean[] goesOn = {false};
    Thread macro =
        new Thread(
            () -> {
              try {
                new BrainDyn_().run(Stopped.class.getName());
                goesOn[0] = true;
              } catch (RuntimeException e) {
                assertEquals(Macro.MACRO_CANCELED, e.getMessage());
              }
            },
            "Run$_stopped");
    Macro.setOptions(macro, " ");
    macro.start();
    macro.join();
    assertEquals(null, IJ.getErrorMessage(), "no box to close");
  }
}
