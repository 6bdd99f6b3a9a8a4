package org.braindyn.io.edf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;

/**
 * Seizures in the {@code chbNN-summary.txt} of the CHB-MIT database (physionet.org/content/chbmit):
 * for every recording of a person "File Name:", "Seizure Start Time: 2996 seconds", "Seizure 1 End
 * Time: ...".
 */
public final class ChbSummary {
  private static final Pattern FILE = Pattern.compile("File Name:\\s*(\\S+)");
  private static final Pattern TIME =
      Pattern.compile("Seizure\\s*\\d*\\s*(Start|End) Time:\\s*(\\d+)\\s*seconds?");

  private ChbSummary() {}

  /** True if the file's name is that of a summary. */
  public static boolean knows(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith("-summary.txt");
  }

  /**
   * The seizures of one recording.
   *
   * @param recording its file name; the summary lists many
   * @return intervals labelled "seiz", none if the recording has no seizure
   * @throws BadInput if the recording is not listed or a seizure has no end
   */
  public static List<Annotation> read(Path file, String recording) {
    String name = file.getFileName().toString();
    List<Annotation> found = new ArrayList<>();
    boolean within = false;
    boolean listed = false;
    double start = Double.NaN;
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        Matcher heading = FILE.matcher(line);
        Matcher time = TIME.matcher(line);
        if (heading.find()) {
          within = heading.group(1).equalsIgnoreCase(recording);
          listed |= within;
        } else if (within && time.find()) {
          double seconds = Double.parseDouble(time.group(2));
          if (time.group(1).equals("Start")) {
            start = seconds;
          } else if (seconds > start) {
            found.add(new Annotation(start, seconds - start, "seiz", ""));
            start = Double.NaN;
          } else {
            throw new BadInput(name + ": a seizure of " + recording + " ends before it starts.");
          }
        }
      }
    } catch (IOException e) {
      throw new BadInput(name + " cannot be read: " + Reason.of(e) + ".", e);
    }
    if (!listed || !Double.isNaN(start)) {
      throw new BadInput(
          name
              + (listed ? " gives a seizure of " : " does not list ")
              + recording
              + (listed
                  ? " a start but no end."
                  : ". Give the summary of the same person, and keep the recording's name."));
    }
    return found;
  }
}
