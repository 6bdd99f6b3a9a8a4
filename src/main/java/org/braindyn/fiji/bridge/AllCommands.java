package org.braindyn.fiji.bridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.fiji.schema.CommandSchema;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleException;

/** Descriptions of all BrainDyn commands that are installed, also those of other plug-ins. */
public final class AllCommands {
  private AllCommands() {}

  /** In the order of their titles. */
  public static List<CommandSchema> schemas() {
    List<CommandSchema> all = new ArrayList<>();
    for (CommandInfo info : SciJavaContext.get().service(CommandService.class).getCommands()) {
      if (info.getTitle().startsWith("BrainDyn ")) {
        try {
          all.add(BrainDyn_.schema(info.createModule()));
        } catch (ModuleException e) {
          throw new BadInput(
              "The command " + info.getTitle() + " cannot start: " + Reason.of(e) + ".", e);
        }
      }
    }
    all.sort(Comparator.comparing(CommandSchema::title));
    return all;
  }
}
