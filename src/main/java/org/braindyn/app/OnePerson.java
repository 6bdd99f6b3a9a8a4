package org.braindyn.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.work.Work;

/**
 * A call for all people as a call for one of them.
 *
 * @param words of the call
 */
record OnePerson(List<String> words) implements Work.Task<String, OnePerson.Answer> {
  OnePerson {
    words = new ArrayList<>(words); // a list that every engine can send
  }

  /**
   * How it ended.
   *
   * @param code exit code
   * @param said lines for the user
   */
  record Answer(int code, List<String> said) implements Serializable {}

  @Override
  public Answer of(String person, Progress progress) {
    List<String> own = new ArrayList<>();
    boolean passed = false;
    for (String word : words) {
      String option = word.replace('_', '-');
      if (word.startsWith("--")) {
        passed = option.equals("--participant-label") || option.equals("--shard");
      }
      if (!passed) {
        own.add(word);
      }
    }
    own.addAll(List.of("--participant-label", person));
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(log, true, StandardCharsets.UTF_8);
    int code = BidsApp.run(to, progress, own.toArray(String[]::new));
    List<String> said = log.toString(StandardCharsets.UTF_8).lines().toList();
    // Of people that went well one line of the whole is enough.
    return new Answer(code, code == 0 ? new ArrayList<>() : new ArrayList<>(said));
  }
}
