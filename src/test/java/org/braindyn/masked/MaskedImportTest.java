package org.braindyn.masked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of the sub-packages: each may know those before it; files belong to the last two. */
class MaskedImportTest {
  private static final List<String> ORDER =
      List.of("token", "attention", "block", "network", "train", "file");

  @Test
  void subPackagesKnowOnlyThoseBefore() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.braindyn.masked");
    for (int i = 0; i < ORDER.size(); i++) {
      List<String> forbidden = new ArrayList<>();
      ORDER
          .subList(i + 1, ORDER.size())
          .forEach(p -> forbidden.add("org.braindyn.masked." + p + ".."));
      if (i < 4) {
        forbidden.add("org.braindyn.io..");
      }
      noClasses()
          .that()
          .resideInAPackage("org.braindyn.masked." + ORDER.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden.toArray(String[]::new))
          .allowEmptyShould(true)
          .check(classes);
    }
  }
}
