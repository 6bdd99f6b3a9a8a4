package org.braindyn.fiji.help;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.braindyn.fiji.bridge.AllCommands;
import org.braindyn.fiji.schema.CommandSchema;
import org.braindyn.fiji.schema.FieldSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Help that comes with the plugin: a page per command, no link that leads nowhere. */
class HelpPagesTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

  static List<CommandSchema> schemas() {
    return AllCommands.schemas();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void aPageTellsEveryFieldAndItsKey(CommandSchema command) {
    String page = HelpPages.page(command, schemas());
    for (FieldSchema field : command.fields()) {
      assertTrue(page.contains("<code>" + field.key() + "</code>"), field.key());
      assertTrue(page.contains(HelpPages.text(field.text())), field.text());
    }
    assertTrue(page.contains("run(&quot;") || page.contains("run(\""), page);
    command.cites().forEach(key -> assertNotNull(References.of(key), "no reference " + key));
    check(page);
  }

  @Test
  void pagesOfWordsLeadSomewhere() {
    check(HelpWindow.resource("start.html"));
    check(HelpWindow.resource("glossary.html"));
  }

  private static void check(String page) {
    Set<String> names = schemas().stream().map(CommandSchema::name).collect(Collectors.toSet());
    Matcher link = LINK.matcher(page);
    while (link.find()) {
      String to = link.group(1);
      assertFalse(to.startsWith("http"), to + " needs a network");
      if (to.startsWith("page:")) {
        String name = to.substring(5);
        assertTrue(names.contains(name) || name.equals("Glossary"), to);
      } else {
        assertNotNull(HelpWindow.class.getResource(to), "no picture " + to);
      }
    }
  }

  @Test
  void citesWhatWasUsed() {
    assertTrue(References.used().contains("BrainDyn"));
    CommandSchema train =
        schemas().stream().filter(s -> s.name().equals("Train")).findFirst().orElseThrow();
    References.use(train);
    assertTrue(References.used().contains("Neural ordinary differential equations"));
  }
}
