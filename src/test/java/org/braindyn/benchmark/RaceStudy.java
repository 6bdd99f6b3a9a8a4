package org.braindyn.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.braindyn.data.Seed;
import org.braindyn.io.AtomicFile;

/**
 * Two processes write one result over and over, one is killed at a random moment, and the result is
 * looked at: {@code RaceStudy 100}. It is whole and of one writer, or there is none. On Linux as
 * root every writer is process 1 of a name space of its own ({@code unshare}), else they are
 * processes as any. Ends only processes that it started.
 */
public final class RaceStudy {
  private static final int LINES = 300;
  private static final int LONGEST_MS = 400;

  private RaceStudy() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("write")) {
      write(Path.of(arguments[1]), arguments[2]);
      return;
    }
    Path dir = Files.createTempDirectory("race");
    Seed.Stream random = Seed.of(19).stream("moments");
    TreeMap<String, Integer> seen = new TreeMap<>();
    boolean apart =
        new ProcessBuilder("unshare", "-p", "-f", "true").inheritIO().start().waitFor() == 0;
    for (int k = 0; k < Integer.parseInt(arguments[0]); k++) {
      Path file = dir.resolve("result" + k + ".tsv");
      Process a = start(apart, file, "A");
      Process b = start(apart, file, "B");
      for (Process p : List.of(a, b)) {
        p.getInputStream().read(); // it writes now
      }
      Process killed = random.integer(2) == 0 ? a : b;
      Process other = killed == a ? b : a;
      Thread.sleep(random.integer(LONGEST_MS));
      killed.descendants().forEach(ProcessHandle::destroyForcibly);
      killed.destroyForcibly().waitFor();
      seen.merge("after the kill: " + what(file), 1, Integer::sum);
      other.getOutputStream().close(); // it may end
      int code = other.waitFor();
      seen.merge("at the end: " + what(file) + ", the other ended with " + code, 1, Integer::sum);
    }
    long parts;
    try (Stream<Path> files = Files.list(dir)) {
      parts = files.filter(f -> f.toString().endsWith(".part")).count();
    }
    System.out.println("separate pid namespaces: " + apart);
    seen.forEach((text, times) -> System.out.println(times + " times " + text));
    System.out.println(parts + " unfinished temporary files of killed writers, each of its own");
  }

  private static Process start(boolean apart, Path file, String letter) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> own =
        List.of(
            java,
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            RaceStudy.class.getName(),
            "write",
            file.toString(),
            letter);
    Stream<String> before = apart ? Stream.of("unshare", "-p", "-f") : Stream.empty();
    return new ProcessBuilder(Stream.concat(before, own.stream()).toList())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Writes one result until nobody wants it any more, in many pieces. */
  private static void write(Path file, String letter) throws Exception {
    byte[] line = (letter.repeat(99) + "\n").getBytes(StandardCharsets.UTF_8);
    System.out.write('.');
    System.out.flush();
    AtomicBoolean over = new AtomicBoolean();
    Thread waits =
        new Thread(
            () -> {
              try {
                over.set(System.in.read() < 0); // the other side has closed it
              } catch (IOException e) {
                over.set(true);
              }
            });
    waits.setDaemon(true);
    waits.start();
    do {
      AtomicFile.write(
          file,
          to -> {
            for (int k = 0; k < LINES; k++) {
              to.write(line);
              if (k % 10 == 0) {
                to.flush();
              }
            }
          });
    } while (!over.get());
  }

  private static String what(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "none yet";
    }
    String text = Files.readString(file);
    boolean whole =
        List.of("A", "B").stream()
            .anyMatch(letter -> text.equals((letter.repeat(99) + "\n").repeat(LINES)));
    return whole ? "whole, of one writer" : "MIXED OR CUT";
  }
}
