package org.braindyn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.ItemIO;
import org.scijava.annotations.Index;
import org.scijava.annotations.IndexItem;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The rules that make a command work alike from menus, macros and scripts. */
class CommandConventionsTest {
  private static final Pattern LINE =
      Pattern.compile(
          "([^,]+), \"([^\"]+)\", org\\.braindyn\\.fiji\\.bridge\\.BrainDyn_\\(\"([^\"]+)\"\\)");

  static List<Class<?>> commands() throws ClassNotFoundException {
    List<Class<?>> classes = new ArrayList<>();
    for (IndexItem<Plugin> item : Index.load(Plugin.class)) {
      if (item.className().startsWith("org.braindyn.command.")) {
        classes.add(Class.forName(item.className()));
      }
    }
    assertFalse(classes.isEmpty(), "no command in META-INF/json: annotation processing is off");
    return classes;
  }

  private static List<Field> parameters(Class<?> command, boolean outputs) {
    return Stream.<Class<?>>iterate(command, c -> c != null, c -> c.getSuperclass())
        .flatMap(c -> Stream.of(c.getDeclaredFields()))
        .filter(f -> f.isAnnotationPresent(Parameter.class))
        .filter(f -> (f.getAnnotation(Parameter.class).type() == ItemIO.OUTPUT) == outputs)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void keepsNoLegacyAndDescribesItself(Class<?> command) {
    Plugin plugin = command.getAnnotation(Plugin.class);
    assertTrue(
        Stream.of(plugin.attrs()).anyMatch(a -> a.name().equals("no-legacy")),
        "without no-legacy there are two menu entries");
    assertFalse(plugin.description().isBlank());
    assertFalse(plugin.label().isBlank());
    assertEquals("", plugin.menuPath(), "the menu is plugins.config's");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void parameterNamesAreMacroKeys(Class<?> command) {
    List<Field> inputs = parameters(command, false);
    for (Field field : inputs) {
      String name = field.getName();
      assertTrue(name.matches("[a-z][a-z0-9]*"), name + " is not one lower-case word");
      Parameter parameter = field.getAnnotation(Parameter.class);
      assertFalse(parameter.persist(), name + " must not remember its last value");
      assertFalse(parameter.description().isBlank(), name + " has no description");
      if (field.getType() == ImagePlus.class && !parameter.required()) {
        assertFalse(parameter.autoFill(), name + " would take any open image");
      }
      for (Field other : inputs) {
        assertFalse(
            other != field && other.getName().endsWith(name),
            name + "= is found inside " + other.getName() + "=");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void booleansStartFalse(Class<?> command) throws ReflectiveOperationException {
    Object fresh = command.getDeclaredConstructor().newInstance();
    for (Field field : parameters(command, false)) {
      if (field.getType() == boolean.class) {
        field.setAccessible(true);
        assertFalse(field.getBoolean(fresh), field.getName() + ": a bare word can only switch on");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isShort(Class<?> command) throws IOException {
    Path source = Path.of("src/main/java", command.getName().replace('.', '/').concat(".java"));
    try (Stream<String> lines = Files.lines(source)) {
      long count = lines.count();
      assertTrue(count < 120, source + " has " + count + " lines; move work to a tool class");
    }
  }

  @Test
  void everyMenuEntryIsACommandAndEveryCommandHasAnEntry() throws Exception {
    Set<String> labels = new TreeSet<>();
    Set<String> listed = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("plugins.config"))) {
      if (line.isBlank() || line.startsWith("#") || line.endsWith("\"-\"")) {
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      assertTrue(matcher.matches(), "not a bridge line: " + line);
      assertTrue(labels.add(matcher.group(2)), "two entries labelled " + matcher.group(2));
      assertTrue(matcher.group(2).startsWith("BrainDyn "), "labels share one global table");
      listed.add(matcher.group(3));
    }
    Set<String> commands = new TreeSet<>();
    commands().forEach(c -> commands.add(c.getName()));
    assertEquals(commands, listed);
  }
}
