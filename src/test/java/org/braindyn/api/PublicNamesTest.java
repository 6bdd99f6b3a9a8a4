package org.braindyn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * What is promised to strangers. Adding to it is a conscious act: the file of names must be changed
 * too; taking away breaks somebody's script.
 */
class PublicNamesTest {
  private static final Path NAMES =
      Path.of("src", "test", "resources", "org", "braindyn", "api", "public-names.txt");
  private static final Path SOURCES = Path.of("src", "main", "java", "org", "braindyn");

  private static List<Class<?>> types() throws Exception {
    List<Class<?>> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES.resolve("api"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String path = SOURCES.relativize(file).toString().replace(".java", "");
        if (!path.endsWith("package-info")) {
          Class<?> type = Class.forName("org.braindyn." + path.replace('/', '.'));
          if (Modifier.isPublic(type.getModifiers()) && type != Inside.class) {
            all.add(type);
          }
        }
      }
    }
    return all;
  }

  private static String signature(String name, Executable of) {
    return name
        + Arrays.stream(of.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static Set<String> names() throws Exception {
    Set<String> names = new TreeSet<>();
    for (Class<?> type : types()) {
      names.add(type.getSimpleName());
      for (Method m : type.getDeclaredMethods()) {
        boolean own = !m.isSynthetic() && !m.isBridge();
        boolean objects = Set.of("toString", "equals", "hashCode").contains(m.getName()) || !own;
        if (Modifier.isPublic(m.getModifiers()) && !objects) {
          names.add(
              type.getSimpleName()
                  + "."
                  + signature(m.getName(), m)
                  + " "
                  + m.getReturnType().getSimpleName());
        }
      }
      for (Executable c : type.getDeclaredConstructors()) {
        if (Modifier.isPublic(c.getModifiers())) {
          names.add(type.getSimpleName() + "." + signature("new", c));
        }
      }
      for (Field f : type.getDeclaredFields()) {
        if (Modifier.isPublic(f.getModifiers())) {
          names.add(type.getSimpleName() + "." + f.getName());
        }
      }
    }
    return names;
  }

  @Test
  void namesAreThoseThatWerePromised() throws Exception {
    String now = String.join("\n", names()) + "\n";
    assertEquals(Files.readString(NAMES), now, "public names of org.braindyn.api; see " + NAMES);
  }

  @Test
  void onlyPromisedTypesAndPlainDataAreSeen() throws Exception {
    Set<String> strange = new TreeSet<>();
    for (Class<?> type : types()) {
      for (Method m : type.getDeclaredMethods()) {
        if (Modifier.isPublic(m.getModifiers()) && !m.isSynthetic()) {
          List<Class<?>> seen = new ArrayList<>(List.of(m.getParameterTypes()));
          seen.add(m.getReturnType());
          for (Class<?> one : seen) {
            Class<?> element = one;
            while (element.isArray()) {
              element = element.getComponentType();
            }
            String name = element.getName();
            if (!element.isPrimitive()
                && !name.matches(
                    "java\\..*|org\\.braindyn\\.(api(\\.[a-z]+)?|data|kind)\\.[A-Z].*")) {
              strange.add(type.getSimpleName() + "." + m.getName() + ": " + name);
            }
          }
        }
      }
    }
    assertEquals(Set.of(), strange);
  }

  /**
   * All comments of the api, with every parameter and result; what stands in kind is well-formed.
   */
  @Test
  void javadocIsComplete() throws IOException {
    assertEquals(List.of(), doclint("api", "all/protected"));
    assertEquals(List.of(), doclint("kind", "all,-missing"));
  }

  private static List<String> doclint(String room, String groups) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, null);
        Stream<Path> all = Files.list(SOURCES.resolve(room))) {
      List<Path> sources = all.filter(f -> f.toString().endsWith(".java")).toList();
      assertTrue(sources.size() > 10);
      Path out = Files.createTempDirectory("doclint");
      List<String> options =
          List.of(
              "-proc:none",
              "-Xdoclint:" + groups,
              "-Xmaxwarns",
              "1000",
              "-d",
              out.toString(),
              "-cp",
              Snippet.classPath());
      compiler
          .getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
      try (Stream<Path> made = Files.walk(out)) {
        made.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
      }
    }
    for (Diagnostic<? extends JavaFileObject> d : said.getDiagnostics()) {
      if (d.getCode() != null && d.getCode().contains("proc.messager")) {
        found.add(d.getSource().getName() + ":" + d.getLineNumber() + " " + d.getMessage(null));
      }
    }
    return found;
  }
}
