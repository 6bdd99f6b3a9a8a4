package org.braindyn.planning;

import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** macros/plan.groovy as it stands. */
class PlanScriptTest {
  @Test
  void scriptPlansOnTheSample() throws Exception {
    StringWriter said = new StringWriter();
    Binding binding = new Binding();
    binding.setVariable("out", new PrintWriter(said, true));
    new GroovyShell(binding).evaluate(Path.of("macros", "plan.groovy").toFile());
    String text = said.toString();
    assertTrue(text.contains("A plan for the model, not for a patient."), text);
    assertTrue(
        text.startsWith("Stimulate ") == text.contains("Region"), "a plan is replayed: " + text);
  }
}
