package org.braindyn.data.text;

import java.io.IOException;
import java.io.PrintStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;

/** How a call from a shell ends: what a user can mend is one line and exit code 2, no stack. */
public final class ShellCall {
  /** Exit code of input that cannot be used. */
  public static final int REFUSED = 2;

  /** Work that reads and writes files. */
  @FunctionalInterface
  public interface Task {
    /** Does the work. */
    void run() throws IOException;
  }

  private ShellCall() {}

  /**
   * Runs.
   *
   * @param err where the line goes
   * @return exit code: 0, or {@link #REFUSED}
   */
  public static int run(Task task, PrintStream err) {
    try {
      task.run();
      return 0;
    } catch (BadInput e) {
      err.println(line(e.getMessage()));
    } catch (IOException e) {
      err.println(line(Reason.of(e) + "."));
    }
    return REFUSED;
  }

  private static String line(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
