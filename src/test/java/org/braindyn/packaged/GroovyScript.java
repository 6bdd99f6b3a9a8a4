package org.braindyn.packaged;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.scijava.Context;
import org.scijava.command.CommandService;

/** Runs a script of macros/ as Fiji's Script Editor does: its {@code #@} inputs are given to it. */
public final class GroovyScript {
  private GroovyScript() {}

  /**
   * @param arguments script file, output folder
   */
  public static void main(String[] arguments) throws Exception {
    Context context = new Context();
    Binding binding = new Binding();
    binding.setVariable("command", context.service(CommandService.class));
    binding.setVariable("output", new File(arguments[1]));
    String script = Files.readString(Path.of(arguments[0])).replaceAll("(?m)^#@.*$", "");
    new GroovyShell(binding).evaluate(script);
    System.exit(0);
  }
}
