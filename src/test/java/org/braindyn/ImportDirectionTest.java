package org.braindyn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom: each package may import those named beside it and no other of ours. */
class ImportDirectionTest {
  /** Files in one package: above this it is several rooms. */
  private static final int MOST_FILES = 27;

  /** So many more files may stand in the front door. */
  private static final long MOST_DOOR = 20;

  /** A package and what it may know, lowest first; only packages above a line may stand in it. */
  private static final String LAYERS =
      """
      data:
      work: data
      parcellation: data
      signal: data
      kernel: data
      graph: data signal kernel
      imputation: data signal kernel graph
      states: data signal graph kernel
      simulation: data graph
      figure: data signal
      session: data
      guide: data session
      ode: data kernel
      model: data graph ode kernel
      io: data graph model
      report: data signal figure io
      masked: data signal graph ode kernel imputation model io
      forecast: data signal graph kernel model work
      training: data signal graph ode kernel model forecast io work
      perturbation: data signal graph kernel model forecast training simulation work
      task: data signal graph kernel model forecast training perturbation simulation
      longrun: data signal graph kernel forecast states
      kind: data signal graph ode kernel imputation masked model forecast training perturbation io work
      gaps: data signal io imputation
      scans: data parcellation signal io work imputation gaps
      sample: data io simulation
      models: data signal graph kernel model forecast training perturbation io kind longrun
      people: data signal graph kernel model forecast training perturbation io kind models work imputation longrun
      cohort: data signal graph kernel imputation model forecast training perturbation io kind models people
      eeg: data signal graph kernel model forecast training perturbation task simulation io kind models
      spikes: data signal graph io simulation sample
      stimulation: data signal graph kernel model forecast training perturbation task simulation io kind models people sample work
      planning: data signal graph kernel forecast io kind models perturbation stimulation
      pipeline: models
      api: planning data parcellation signal graph kernel model forecast training perturbation task simulation io kind scans sample models people cohort states eeg spikes stimulation imputation gaps masked work figure report longrun
      app: data graph signal parcellation io work scans kind training perturbation people stimulation api
      fiji: data graph signal figure io session guide
      """;

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.braindyn");
  }

  static Stream<String> layers() {
    return LAYERS.lines();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void packageKnowsOnly(String line) {
    String name = line.substring(0, line.indexOf(':'));
    Set<String> allowed = words(line.substring(line.indexOf(':') + 1));
    String[] forbidden =
        Stream.concat(packages().stream(), Stream.of("command"))
            .filter(p -> !p.equals(name) && !allowed.contains(p))
            .map(p -> "org.braindyn." + p + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("org.braindyn." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void knowledgeFlowsOneWay() {
    Set<String> above = new TreeSet<>(Set.of(""));
    LAYERS
        .lines()
        .forEach(
            line -> {
              Set<String> allowed = words(line.substring(line.indexOf(':') + 1));
              assertTrue(above.containsAll(allowed), "knows a package below it: " + line);
              above.add(line.substring(0, line.indexOf(':')));
            });
  }

  @Test
  void everyPackageHasItsLine() {
    Set<String> there =
        classes.stream()
            .map(c -> c.getPackageName().split("\\."))
            .filter(p -> p.length > 2)
            .map(p -> p[2])
            .collect(Collectors.toCollection(TreeSet::new));
    there.removeAll(packages());
    assertEquals(Set.of("command"), there, "packages without a line in this test");
  }

  @Test
  void noPackagesKnowEachOtherInACircle() {
    slices().matching("org.braindyn.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void noRoomIsTooFull() throws IOException {
    Map<Path, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(Path.of("src", "main", "java"))) {
      all.filter(f -> f.toString().endsWith(".java"))
          .filter(f -> !f.endsWith("package-info.java"))
          .forEach(f -> files.merge(f.getParent(), 1L, Long::sum));
    }
    assertTrue(files.size() > 30, "sources are looked for in src/main/java");
    // the front door is one package on purpose: scripts import one (docs/java.md)
    files.merge(
        Path.of("src", "main", "java", "org", "braindyn", "api"), MOST_DOOR, Math::subtractExact);
    files.values().removeIf(n -> n <= MOST_FILES);
    assertEquals(Map.of(), files, "packages with more files than " + MOST_FILES);
  }

  @ParameterizedTest(name = "{0} stays in {1}")
  @CsvSource({
    "org.nd4j..,kernel,kernel",
    "org.bytedeco..,kernel,kernel",
    "ij..,fiji,command",
    "org.scijava..,fiji,command",
    "java.awt..,fiji,command",
    "us.hebi.matlab..,io,io",
    "io.jhdf..,io,io"
  })
  void libraryStaysIn(String library, String home, String second) {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.braindyn." + home + "..", "org.braindyn." + second + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(classes);
  }

  private static Set<String> packages() {
    Map<String, String> names = new LinkedHashMap<>();
    LAYERS.lines().map(l -> l.substring(0, l.indexOf(':'))).forEach(n -> names.put(n, n));
    return names.keySet();
  }

  private static Set<String> words(String text) {
    List<String> words = Arrays.asList(text.trim().split(" "));
    return new TreeSet<>(words);
  }
}
