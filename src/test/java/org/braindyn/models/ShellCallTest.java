package org.braindyn.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls from a shell, each in a Java of its own: what is refused is one line and exit code 2. */
class ShellCallTest {
  @ParameterizedTest
  @CsvSource({
    "org.braindyn.masked.file.MaskedFile,weights=none.safetensors,signals=none.npy,output=o.npz",
    "org.braindyn.masked.file.MaskedFile,weigths=x,signals=none.npy,output=o.npz",
    "org.braindyn.models.ForecastFile,model=none.npz,signals=none.npy,output=o.npy",
    "org.braindyn.pipeline.ForecastFile,model=none.npz,signals=none.npy,output=o.txt"
  })
  void refusalIsOneLine(String main, String first, String second, String third) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(first, second, third));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    String error;
    try (InputStream stream = process.getErrorStream()) {
      error = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertEquals(2, process.waitFor(), error);
    List<String> lines = error.lines().filter(l -> !l.startsWith("SLF4J")).toList();
    assertEquals(1, lines.size(), error);
    assertFalse(error.contains("Exception") || error.contains("\tat "), error);
    assertTrue(
        lines.get(0).contains("none.np")
            || lines.get(0).contains("option")
            || lines.get(0).contains("output="),
        error);
  }
}
