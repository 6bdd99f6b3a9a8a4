package org.braindyn.fiji.help;

import org.braindyn.fiji.schema.CommandSchema;

/** The help window. */
public final class HelpWindow {
  private HelpWindow() {}

  /** Opens a command's page. */
  public static void show(CommandSchema command) {}
}
