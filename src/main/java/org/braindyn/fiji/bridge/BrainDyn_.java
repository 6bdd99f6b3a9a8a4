package org.braindyn.fiji.bridge;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Reason;
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
    Module module;
    try {
      module = info.createModule();
    } catch (ModuleException e) {
      throw new BadInput(
          "The command " + info.getTitle() + " cannot start: " + Reason.of(e) + ".", e);
    }
    context.inject(module.getDelegateObject());
    if (!CommandInputs.fill(module)) {
      throw new Cancelled(info.getTitle());
    }
    try {
      module.run();
    } catch (BadInput | Cancelled e) {
      throw e;
    } catch (RuntimeException e) {
      IJ.log(
          "BrainDyn: " + info.getTitle() + " failed with an error of its own, please report it:");
      IJ.handleException(e);
      throw new BadInput(info.getTitle() + " failed: " + e, e);
    }
    CommandOutputs.show(module);
    SessionLog.done(module);
  }
}
