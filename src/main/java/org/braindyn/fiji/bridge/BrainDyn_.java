package org.braindyn.fiji.bridge;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Reason;
import org.braindyn.fiji.dialog.Asked;
import org.braindyn.fiji.help.HelpWindow;
import org.braindyn.fiji.help.References;
import org.braindyn.fiji.schema.CommandSchema;
import org.braindyn.fiji.schema.Schemas;
import org.braindyn.fiji.select.RegionLinks;
import org.braindyn.fiji.session.SessionLog;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;

/**
 * The one bridge between ImageJ's menus and macros and the SciJava commands: {@code plugins.config}
 * lists it once per command, with the command's class as argument.
 */
public final class BrainDyn_ implements PlugIn {

  @Override
  public void run(String commandClass) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Plain ImageJ loads plugins in a loader of its own, where services would not be found.
    thread.setContextClassLoader(BrainDyn_.class.getClassLoader());
    try {
      IJ.resetEscape();
      Context context = SciJavaContext.get();
      CommandInfo info = context.service(CommandService.class).getCommand(commandClass);
      if (info == null) {
        throw new BadInput(
            "The command "
                + commandClass
                + " is not installed. Remove older copies of BrainDyn_*.jar, then install it again.");
      }
      runCommand(context, info);
      IJ.showStatus(""); // ImageJ's "Running command" would stay
    } catch (BadInput e) {
      IJ.error("BrainDyn", e.getMessage());
    } catch (Cancelled e) {
      IJ.showStatus("BrainDyn: " + e.getMessage()); // the user knows, and needs no box to close
      Macro.abort();
    } catch (OutOfMemoryError e) {
      IJ.error(
          "BrainDyn",
          "Out of memory ("
              + Runtime.getRuntime().maxMemory() / (1 << 20)
              + " MB of heap). Raise it in Edit > Options > Memory & Threads, or use a smaller batch.");
    } finally {
      IJ.showProgress(1.0);
      thread.setContextClassLoader(before);
    }
  }

  private static void runCommand(Context context, CommandInfo info) {
    Module module = module(context, info);
    CommandSchema schema = schema(module);
    if (CommandInputs.given() || schema.fields().isEmpty()) {
      CommandInputs.fromOptions(module);
      run(module, !CommandInputs.given());
      References.use(schema);
      return;
    }
    OneAtATime.refuse(info);
    if (!Asked.bringToFront(schema)) {
      ask(context, info, schema);
    }
  }

  private static void ask(Context context, CommandInfo info, CommandSchema schema) {
    Module module = module(context, info);
    RecordedLine line = new RecordedLine();
    Asked dialog = new Asked(schema, s -> HelpWindow.show(AllCommands.schemas(), s.name()));
    String wrong = "";
    while (true) {
      Map<String, Object> values = dialog.ask(wrong);
      if (values == null) {
        line.drop();
        Macro.abort(); // a macro that was waiting for the answer ends; nobody needs to be told
        return;
      }
      CommandInputs.fill(module, values);
      try {
        run(module, true);
        line.write(schema, values);
        References.use(schema);
        dialog.close();
        return;
      } catch (BadInput e) {
        wrong = e.getMessage();
        module = module(context, info);
      } catch (Cancelled e) {
        line.drop();
        dialog.close();
        throw e;
      }
    }
  }

  private static Module module(Context context, CommandInfo info) {
    try {
      Module module = info.createModule();
      context.inject(module.getDelegateObject());
      return module;
    } catch (ModuleException e) {
      throw new BadInput(
          "The command " + info.getTitle() + " cannot start: " + Reason.of(e) + ".", e);
    }
  }

  /** A command's description, with the choices that only it knows. */
  public static CommandSchema schema(Module module) {
    Object command = module.getDelegateObject();
    return Schemas.of(module, key -> Parameters.choices(command, key, List.of()));
  }

  private static void run(Module module, boolean person) {
    try (OneAtATime turn = OneAtATime.wait(module.getInfo())) {
      module.run();
    } catch (BadInput | Cancelled e) {
      throw e;
    } catch (RuntimeException e) {
      String title = module.getInfo().getTitle();
      IJ.log("BrainDyn: " + title + " failed with an error of its own, please report it:");
      IJ.handleException(e);
      throw new BadInput(title + " failed: " + e, e);
    }
    CommandOutputs.show(module, person);
    SessionLog.done(module);
    RegionLinks.install();
  }
}
