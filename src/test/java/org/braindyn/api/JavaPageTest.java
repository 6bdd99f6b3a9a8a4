package org.braindyn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.GroovyShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/java.md, read from the page and run. */
class JavaPageTest {
  private static final int MOST_STATEMENTS = 10;

  @TempDir Path folder;

  /** Code blocks of a language; results go to the test's folder. */
  private List<String> blocks(String language) throws IOException {
    String page = Files.readString(Path.of("docs", "java.md"));
    Matcher matcher = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(page);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      String results = folder.toString().replace('\\', '/') + "/";
      found.add(matcher.group(1).replace("\"results/", "\"" + results));
    }
    return found;
  }

  @Test
  void javaFromScanToAnswerInTenStatementsAndOneImport() throws Exception {
    List<String> blocks = blocks("java");
    assertEquals(1, blocks.size());
    List<String> lines = blocks.get(0).lines().filter(l -> !l.isBlank()).toList();
    List<String> imports = lines.stream().filter(l -> l.startsWith("import ")).toList();
    assertEquals(List.of("import org.braindyn.api.*;"), imports);
    String code = String.join("\n", lines.subList(1, lines.size()));
    // Semicolons outside of texts end statements.
    long statements = code.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == ';').count();
    assertTrue(statements <= MOST_STATEMENTS, statements + " statements");
    String print = "\nSystem.setProperty(\"braindyn.test.verdict\", worth.verdict());";
    assertEquals(List.of(), Snippet.errors(imports.get(0), code + print, folder));
    Snippet.run(folder);
    String verdict = System.clearProperty("braindyn.test.verdict");
    assertTrue(verdict.contains("baseline"), verdict);
    try (Model read = Model.read(folder.resolve("model.npz").toString())) {
      assertEquals("linear skip", read.trained().kind().name());
    }
    assertEquals(20, Scan.open(folder.resolve("effect.nii.gz").toString()).frames());
  }

  @Test
  void groovyBlocksRun() throws IOException {
    List<String> blocks = blocks("groovy");
    assertEquals(3, blocks.size());
    for (String block : blocks) {
      assertEquals(1, block.lines().filter(l -> l.startsWith("import ")).count(), block);
      GroovyShell shell = new GroovyShell(getClass().getClassLoader());
      StringBuilder said = new StringBuilder();
      shell.setVariable("out", new java.io.PrintWriter(new Collect(said), true));
      shell.evaluate(block);
      assertTrue(said.length() > 0, "the script says something: " + block);
    }
    Signals forecast = Signals.open(folder.resolve("forecast.csv").toString());
    assertEquals(10, forecast.frames());
    assertTrue(Files.size(folder.resolve("links.csv")) > 0);
  }

  private static final class Collect extends java.io.Writer {
    private final StringBuilder text;

    Collect(StringBuilder text) {
      this.text = text;
    }

    @Override
    public void write(char[] buffer, int from, int length) {
      text.append(buffer, from, length);
    }

    @Override
    public void flush() {
      // it is there already
    }

    @Override
    public void close() {
      // nothing to free
    }
  }
}
