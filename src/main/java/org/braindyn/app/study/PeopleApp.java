package org.braindyn.app.study;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.text.ShellCall;
import org.braindyn.work.LocalWork;
import org.braindyn.work.Work;

/**
 * {@code PeopleApp fit DATA MODEL --kind K}, {@code evaluate DATA OUT --kinds K}, {@code null MODEL
 * DATA OUT}, {@code connect MODEL DATA OUT}: the same words on one machine and on a cluster, and
 * the same numbers. See docs/cluster.md.
 */
public final class PeopleApp {
  private static final Map<String, Call> CALLS =
      Map.of(
          "fit", FitCall::run,
          "evaluate", EvaluateCall::run,
          "null", NullCall::run,
          "connect", ConnectCall::run);

  private PeopleApp() {}

  /** One of the calls. */
  interface Call {
    /**
     * @param words after the call's name
     * @return lines for the user
     */
    List<String> run(String[] words, Work work, Progress progress) throws IOException;
  }

  /** Runs from a shell by threads of this program, as many as there are cores but at most four. */
  public static void main(String[] words) {
    int code = run(System.err, LocalWork.few("PeopleApp"), Progress.NONE, words);
    if (code != 0) {
      System.exit(code);
    }
  }

  /**
   * Runs.
   *
   * @param log where lines for the user go
   * @param work who does it
   * @param words fit, evaluate, null or connect, then what that needs
   * @return 0, or {@link ShellCall#REFUSED} if the call is not usable
   */
  public static int run(PrintStream log, Work work, Progress progress, String... words) {
    List<String> said = new ArrayList<>();
    int code =
        ShellCall.run(
            () -> {
              Call call = words.length == 0 ? null : CALLS.get(words[0]);
              if (call == null) {
                throw new BadInput(
                    "Begin with fit, evaluate, null or connect; got " + List.of(words) + ".");
              }
              String[] rest = Arrays.copyOfRange(words, 1, words.length);
              said.addAll(call.run(rest, work, progress));
            },
            log);
    said.forEach(log::println);
    return code;
  }
}
