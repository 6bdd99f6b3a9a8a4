package org.braindyn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every source file keeps to; each list of exceptions is here, whole. */
class HouseRulesTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final int MOST_LINES = 400;
  private static final int MOST_PARAMETERS = 7;

  /**
   * Loops over bare arrays of numbers, whose callers would have to make a record per call
   * (docs/adr/0012), and the field of a chunk, which is run as often.
   */
  private static final Set<String> LONG =
      Set.of(
          "model.field.CoupledField.train",
          "model.field.Field.train",
          "model.field.FieldRemainder.probe",
          "model.field.FieldRemainder.sample",
          "model.field.FieldRemainder.terms",
          "model.field.FrozenField.train");

  /** Exceptions whose message is written for the user. */
  private static final Set<String> OURS = Set.of("BadInput", "Cancelled");

  private static final TreeMap<String, String> sources = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.put(MAIN.relativize(file).toString(), Files.readString(file));
      }
    }
  }

  private static List<String> lines(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    List<String> found = new ArrayList<>();
    sources.forEach(
        (file, text) -> {
          List<String> lines = text.lines().toList();
          for (int i = 0; i < lines.size(); i++) {
            if (wanted.matcher(lines.get(i)).find()) {
              found.add(file + ":" + (i + 1) + " " + lines.get(i).strip());
            }
          }
        });
    return found;
  }

  @Test
  void nothingIsPrintedLeftUndoneOrWaitedFor() {
    assertEquals(
        List.of(),
        lines("System\\.(out|err)\\.|printStackTrace|Thread\\.sleep|\\b(TODO|FIXME|XXX)\\b"));
  }

  /** Java's own returns while others are at work, if a task throws: see {@code Parallel}. */
  @Test
  void tasksAreWaitedForEvenIfOneFails() {
    assertEquals(
        List.of(),
        lines("\\.parallel\\(\\)|parallelStream\\(|parallelSetAll\\(").stream()
            .filter(line -> !line.startsWith("org/braindyn/data/parallel/Parallel.java"))
            .toList());
  }

  @Test
  void noFileIsLong() {
    assertEquals(
        List.of(),
        sources.keySet().stream()
            .filter(file -> sources.get(file).lines().count() > MOST_LINES)
            .toList());
  }

  @Test
  void everyPackageSaysWhatItIs() {
    Set<String> without = new TreeSet<>();
    for (String file : sources.keySet()) {
      String folder = file.substring(0, file.lastIndexOf('/') + 1);
      if (!sources.containsKey(folder + "package-info.java")) {
        without.add(folder);
      }
    }
    assertEquals(Set.of(), without);
  }

  /** Other libraries' messages are for programmers, or null: {@code Reason.of} makes words. */
  @Test
  void messagesOfOtherLibrariesAreNotShownBare() {
    Pattern shown = Pattern.compile("\\be\\w*\\.getMessage\\(\\)(?! [!=]= null)");
    Pattern caught = Pattern.compile("catch\\s*\\(\\s*([\\w\\s|.]+?)\\s+\\w+\\s*\\)");
    List<String> bare = new ArrayList<>();
    sources.forEach(
        (file, text) -> {
          Matcher message = shown.matcher(text);
          while (!file.endsWith("/data/Reason.java") && message.find()) {
            String types = "";
            Matcher before = caught.matcher(text).region(0, message.start());
            while (before.find()) {
              types = before.group(1);
            }
            if (!OURS.containsAll(List.of(types.split("\\s*\\|\\s*")))) {
              int line = (int) text.substring(0, message.start()).lines().count();
              bare.add(file + ":" + line + " catch (" + types + ")");
            }
          }
        });
    assertEquals(List.of(), bare);
  }

  @Test
  void noMethodHasMoreThanSevenParameters() {
    Set<String> found = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.braindyn")
            .stream()
            .filter(type -> !type.getPackageName().endsWith(".kernel"))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> !method.getName().contains("$"))
            .filter(method -> method.getRawParameterTypes().size() > MOST_PARAMETERS)
            .map(HouseRulesTest::name)
            .forEach(found::add);
    assertEquals(new TreeSet<>(LONG), found);
  }

  private static String name(JavaMethod method) {
    String type = method.getOwner().getName().replace("org.braindyn.", "");
    return type + "." + method.getName();
  }
}
