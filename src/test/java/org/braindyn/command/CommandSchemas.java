package org.braindyn.command;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.fiji.bridge.BrainDyn_;
import org.braindyn.fiji.bridge.SciJavaContext;
import org.braindyn.fiji.schema.CommandSchema;
import org.scijava.command.CommandService;

/** Descriptions of all commands, found as ImageJ finds them. */
public final class CommandSchemas {
  private CommandSchemas() {}

  /** Of every command. */
  public static List<CommandSchema> all() throws Exception {
    List<CommandSchema> all = new ArrayList<>();
    for (Class<?> command : CommandConventionsTest.commands()) {
      all.add(of(command.getName()));
    }
    return all;
  }

  /** Of the command of this class. */
  public static CommandSchema of(String className) throws Exception {
    CommandService service = SciJavaContext.get().service(CommandService.class);
    return BrainDyn_.schema(service.getCommand(className).createModule());
  }
}
