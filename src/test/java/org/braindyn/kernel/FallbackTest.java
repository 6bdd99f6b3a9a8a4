package org.braindyn.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.braindyn.data.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the native library, in a Java of its own. */
class FallbackTest {
  @TempDir Path folder;

  /** What the other Java runs: says why, then multiplies. */
  public static final class Program {
    public static void main(String[] args) {
      System.out.println(Kernel.message());
      System.out.println(Kernel.arrays());
      try (Kernel kernel = Kernel.best(Precision.DOUBLE)) {
        Panel a = kernel.panel(1);
        a.put(0, kernel.vec(new double[] {3}), 0, 1);
        Panel c = kernel.panel(1);
        kernel.multiply(1, 1, 1, a, 0, a, 0, c, 0);
        Vec result = kernel.vec(1);
        c.get(0, result, 0, 1);
        System.out.println(result.get(0));
      }
    }
  }

  private String run(String without, String... options) throws IOException, InterruptedException {
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(p -> !p.matches(without))
            .collect(Collectors.joining(File.pathSeparator));
    java.util.List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(options));
    // An empty cache: a library that an earlier run unpacked must not be found.
    command.add("-Dorg.bytedeco.javacpp.cachedir=" + folder);
    command.addAll(Arrays.asList("-cp", path, Program.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out;
  }

  @Test
  void missingLibraryIsNamedAndReplaced() throws Exception {
    String out = run(".*openblas.*-(linux|windows|macosx).*");
    assertTrue(out.contains("The native library OpenBLAS could not be loaded"), out);
    assertTrue(out.contains("plain Java"), out);
    assertTrue(out.contains("9.0"), out);
  }

  @Test
  void plainJavaOnDemand() throws Exception {
    String out = run("", "-Dbraindyn.products=java");
    assertTrue(out.contains("braindyn.products=java"), out);
    assertTrue(out.contains("9.0"), out);
  }

  /** The small size of the plugin: OpenBLAS without ND4J's jars. */
  @Test
  void withoutNd4jOpenBlasMultipliesAndSaysSo() throws Exception {
    String out = run(".*(nd4j|flatbuffers|neoitertools).*");
    assertTrue(out.startsWith("null"), "products must be native: " + out);
    assertTrue(out.contains("ND4J is not there"), out);
    assertTrue(out.contains("9.0"), out);
  }

  @Test
  void withoutNd4jOnDemand() throws Exception {
    String out = run("", "-Dbraindyn.products=openblas");
    assertTrue(out.contains("braindyn.products=openblas"), out);
    assertTrue(out.contains("9.0"), out);
  }
}
