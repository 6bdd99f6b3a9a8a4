package org.braindyn.masked.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.text.ShellCall;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.masked.token.Team;

/**
 * Runs a weights file on windows and writes what it reconstructs: {@code weights=FILE
 * signals=FILE.npy coordinates=FILE.npy noise=FILE.npy ratio=0.75 variant=released precision=double
 * output=FILE.npz}. See docs/formats.md, "Masked reconstruction from a weights file".
 */
public final class MaskedFile {
  private final MaskedOptions options;

  private MaskedFile(MaskedOptions options) {
    this.options = options;
  }

  /**
   * The run that these options ask for.
   *
   * @param options key=value pairs
   * @throws BadInput if a key is unknown, given twice or missing
   */
  public static MaskedFile of(String... options) {
    return new MaskedFile(MaskedOptions.of(options));
  }

  /**
   * Runs from a shell: {@code java -cp ... org.braindyn.masked.file.MaskedFile weights=... ...}.
   * What cannot be used ends it with one line on the error output and exit code 2.
   */
  public static void main(String[] args) {
    int code = ShellCall.run(() -> of(args).run(Progress.NONE), System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  /**
   * Reads, reconstructs and writes.
   *
   * @param progress reports and stops
   * @return what was written, by name: logits, mask, cls, loss
   * @throws BadInput if a file or an option cannot be used
   * @throws Cancelled if stopped
   */
  public Map<String, NpyArray> run(Progress progress) throws IOException {
    Path output = options.output();
    MaskedInput input = MaskedInput.read(options);
    Map<String, NpyArray> result = new LinkedHashMap<>();
    try (Team team = Team.of(options.precision(), 0)) {
      MaskedOutput sums = new MaskedOutput(input);
      int together = input.loaded().network().windowsMeet() ? input.windows().size() : 1;
      var parameters = input.loaded().parameters(team.first().kernel());
      for (int w = 0; w < input.windows().size(); w += together) {
        Cancelled.check(progress, "Masked reconstruction");
        sums.add(team, parameters, input.windows().subList(w, w + together));
        progress.report((w + together) / (double) input.windows().size(), "reconstructing");
      }
      result.putAll(sums.arrays(options.precision() == Precision.FLOAT));
    }
    Npz.write(output, result);
    return result;
  }
}
