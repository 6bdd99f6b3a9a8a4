package org.braindyn.api;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java statements of a document or test, compiled as a stranger's class would be, and run. */
final class Snippet {
  private Snippet() {}

  /**
   * Compiles statements.
   *
   * @param folder where the class file goes
   * @return the compiler's errors; empty if it compiles
   */
  static List<String> errors(String imports, String statements, Path folder) {
    String text =
        imports
            + "\npublic class Stranger {\n  public static void run() throws Exception {\n"
            + statements
            + "\n  }\n}\n";
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("mem:///Stranger.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", classPath());
    compiler.getTask(null, null, said, options, null, List.of(source)).call();
    List<String> errors = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> d : said.getDiagnostics()) {
      if (d.getKind() == Diagnostic.Kind.ERROR) {
        errors.add(d.getMessage(null));
      }
    }
    return errors;
  }

  /** Class path of this test, however it was started. */
  static String classPath() {
    StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
    if (Snippet.class.getClassLoader() instanceof URLClassLoader loader) {
      for (URL url : loader.getURLs()) {
        path.append(File.pathSeparator).append(new File(url.getPath()));
      }
    }
    return path.toString();
  }

  /** Runs what was compiled. */
  static void run(Path folder) throws ReflectiveOperationException, IOException {
    URL[] where = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(where, Snippet.class.getClassLoader())) {
      loader.loadClass("Stranger").getMethod("run").invoke(null);
    }
  }
}
