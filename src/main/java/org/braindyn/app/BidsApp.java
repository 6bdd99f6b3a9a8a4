package org.braindyn.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.text.ShellCall;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.Places;
import org.braindyn.work.LocalWork;
import org.braindyn.work.Work;

/**
 * {@code BidsApp BIDS OUT participant --participant-label X | --shard 7/200} parcellates, cleans
 * and correlates the scans of some people, {@code BidsApp BIDS OUT group} joins, trains and
 * evaluates. Results are a BIDS derivative; what is done is skipped the next time. See
 * docs/cluster.md.
 */
public final class BidsApp {
  /** Exit code when some scan could not be done. */
  public static final int INCOMPLETE = 1;

  private static final String NAME = "BidsApp";

  private BidsApp() {}

  /** Runs from a shell; ends with 0 only if everything is done. */
  public static void main(String[] words) {
    int code = run(System.err, Progress.NONE, words);
    if (code != 0) {
      System.exit(code);
    }
  }

  /**
   * Runs.
   *
   * @param log where the summary goes, one line per scan that failed
   * @param progress may cancel
   * @param words of the call
   * @return 0 if all is done, {@link #INCOMPLETE} if some scan failed, 2 if the call is not usable
   */
  public static int run(PrintStream log, Progress progress, String... words) {
    return run(log, null, progress, words);
  }

  /**
   * The same by whatever does the work; what each piece needs is sent as text.
   *
   * @param work null for threads of this program, as many as {@code --threads} says
   */
  public static int run(PrintStream log, Work work, Progress progress, String... words) {
    List<String> said = new ArrayList<>();
    int[] failed = new int[1];
    int code =
        ShellCall.run(
            () -> {
              BidsOptions call = BidsOptions.of(words);
              Path bids = Places.path(call.bids());
              Path out = Places.path(call.out());
              Files.createDirectories(out);
              describe(out);
              if (call.group()) {
                Work by = work == null ? new LocalWork(call.threads(), NAME) : work;
                failed[0] = new GroupLevel(call, out, by).run(said, progress);
              } else if (work == null) {
                failed[0] = new ParticipantLevel(call, bids, out).run(people(bids), said, progress);
              } else {
                List<String> people = call.people(people(bids));
                failed[0] = spread(people, work, words, said, progress);
                UnfinishedFiles.remove(out, people);
              }
            },
            log);
    said.forEach(log::println);
    return code != 0 ? code : failed[0] > 0 ? INCOMPLETE : 0;
  }

  /** Every person by a call of its own, wherever that runs. */
  private static int spread(
      List<String> people, Work work, String[] words, List<String> said, Progress progress) {
    List<OnePerson.Answer> answers = work.map(people, new OnePerson(List.of(words)), progress);
    int failed = 0;
    for (OnePerson.Answer answer : answers) {
      said.addAll(answer.said());
      failed += answer.code() == 0 ? 0 : 1;
    }
    said.add((answers.size() - failed) + " of " + answers.size() + " people are done.");
    return failed;
  }

  /** Codes of the people of a data set, in order. */
  static List<String> people(Path bids) throws IOException {
    if (!Files.isDirectory(bids)) {
      throw new BadInput("There is no folder " + bids + ".");
    }
    List<String> people;
    try (Stream<Path> folders = Files.list(bids)) {
      people =
          folders
              .filter(Files::isDirectory)
              .map(folder -> folder.getFileName().toString().replaceFirst("/$", ""))
              .filter(name -> name.startsWith("sub-"))
              .map(name -> name.substring("sub-".length()))
              .sorted()
              .toList();
    }
    if (people.isEmpty()) {
      throw new BadInput(
          bids + " has no folder sub-... of a person. Is it the top folder of a BIDS data set?");
    }
    return people;
  }

  /** What other tools know a derivative by; every call writes the same bytes. */
  private static void describe(Path out) throws IOException {
    String text =
        """
        {
          "Name": "Region signals of BrainDyn",
          "BIDSVersion": "1.10.0",
          "DatasetType": "derivative",
          "GeneratedBy": [{"Name": "BrainDyn", "Version": "%s"}]
        }
        """
            .formatted(org.braindyn.data.text.Program.version());
    write(out.resolve("dataset_description.json"), text);
    write(out.resolve(".bidsignore"), Derivative.INTERNAL + "/\nmanifest*.tsv\nmodels/\n");
  }

  private static void write(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      AtomicFile.write(file, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
