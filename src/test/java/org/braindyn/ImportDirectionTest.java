package org.braindyn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may know whom: each package may import those named beside it and no other of ours. */
class ImportDirectionTest {
  private static final List<String> PACKAGES =
      List.of(
          "data",
          "parcellation",
          "signal",
          "graph",
          "kernel",
          "ode",
          "model",
          "masked",
          "forecast",
          "training",
          "perturbation",
          "task",
          "simulation",
          "io",
          "pipeline",
          "fiji",
          "command");

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.braindyn");
  }

  @ParameterizedTest(name = "{0} knows only: {1}")
  @CsvSource({
    "data,''",
    "parcellation,data",
    "signal,data",
    "graph,data signal",
    "kernel,data",
    "ode,data kernel",
    "model,data graph ode kernel",
    "masked,data kernel io",
    "forecast,data signal graph model",
    "training,data signal graph ode kernel model forecast io",
    "simulation,data graph",
    "perturbation,data signal graph kernel model forecast training simulation",
    "task,data signal graph kernel model forecast training perturbation simulation",
    "io,data graph model",
    "pipeline,data parcellation signal graph kernel ode model forecast training perturbation task simulation io",
    "fiji,data graph signal"
  })
  void packageKnowsOnly(String name, String allowed) {
    List<String> forbidden = new ArrayList<>(PACKAGES);
    forbidden.remove(name);
    forbidden.removeAll(Arrays.asList(allowed.split(" ")));
    noClasses()
        .that()
        .resideInAPackage("org.braindyn." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            forbidden.stream().map(p -> "org.braindyn." + p + "..").toArray(String[]::new))
        .allowEmptyShould(true)
        .check(classes);
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
}
