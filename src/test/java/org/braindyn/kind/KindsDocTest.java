package org.braindyn.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages on kinds of model say what the code says; run as a main class to write them anew. */
class KindsDocTest {
  private static final Path KINDS = Path.of("docs", "kinds.md");
  private static final Path EXTENDING = Path.of("docs", "extending.md");
  private static final Path TOY =
      Path.of("src", "test", "java", "org", "braindyn", "kind", "toy", "FadingKind.java");
  private static final String SERVICES = "META-INF/services/org.braindyn.kind.ModelKind";

  public static void main(String[] args) throws IOException {
    Files.writeString(KINDS, table(Files.readString(KINDS)));
    Files.writeString(EXTENDING, withToy(Files.readString(EXTENDING)));
  }

  /** The page with its two tables made anew. */
  private static String table(String page) {
    StringBuilder kinds = new StringBuilder("| `variant` | in tables | stands as | what it is |\n");
    kinds.append("|---|---|---|---|\n");
    StringBuilder settings =
        new StringBuilder("| variants | setting | preset | range | what it is |\n");
    settings.append("|---|---|---|---|---|\n");
    for (ModelKind kind : ModelKinds.all()) {
      if (kind.getClass().getName().contains(".toy.")) {
        continue;
      }
      kinds.append(
          String.format(
              "| `%s` | %s | %s | %s |%n",
              kind.name(),
              kind.title(),
              kind.role().name().toLowerCase(Locale.ROOT),
              kind.sentence()));
    }
    ModelKinds.all().stream()
        .filter(kind -> !kind.getClass().getName().contains(".toy."))
        .collect(
            Collectors.groupingBy(
                ModelKind::settings, java.util.LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (list, of) -> {
              String names =
                  of.stream().map(k -> "`" + k.name() + "`").collect(Collectors.joining(", "));
              for (Setting s : list) {
                settings.append(
                    String.format(
                        "| %s | `%s` | %s | %s | %s |%n",
                        s == list.get(0) ? names : "",
                        s.name(),
                        s.preset(),
                        s.choices().isEmpty() ? s.range() : String.join(", ", s.choices()),
                        s.sentence()));
              }
            });
    String result = between(page, "kinds", kinds.toString());
    return between(result, "settings", settings.toString()).replace("\r\n", "\n");
  }

  private static String between(String page, String name, String text) {
    String begin = "<!-- " + name + " -->\n";
    String end = "<!-- end of " + name + " -->";
    return page.substring(0, page.indexOf(begin) + begin.length())
        + "\n"
        + text
        + "\n"
        + page.substring(page.indexOf(end));
  }

  private static String withToy(String page) throws IOException {
    String code = "```java\n";
    int from = page.indexOf(code) + code.length();
    return page.substring(0, from)
        + Files.readString(TOY)
        + page.substring(page.indexOf("```", from));
  }

  @Test
  void theTableOfKindsIsThatOfTheCode() throws IOException {
    String page = Files.readString(KINDS);
    assertEquals(table(page), page, "run org.braindyn.kind.KindsDocTest as a main class");
  }

  @Test
  void theToyOfThePageIsTheOneThatIsTested() throws IOException {
    String page = Files.readString(EXTENDING);
    assertEquals(withToy(page), page, "run org.braindyn.kind.KindsDocTest as a main class");
    String line = Files.readString(Path.of("src", "test", "resources", SERVICES)).trim();
    assertTrue(page.contains(line) && page.contains(SERVICES), line);
    assertEquals(line, ModelKinds.named("fading").getClass().getName());
  }
}
