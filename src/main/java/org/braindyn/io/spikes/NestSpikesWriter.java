package org.braindyn.io.spikes;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.braindyn.data.SpikeTrains;
import org.braindyn.io.AtomicFile;

/** Writes spikes in the layout of NEST 3's ASCII recorder, times to a thousandth of a ms. */
public final class NestSpikesWriter {
  private NestSpikesWriter() {}

  /** Writes one file; its folder is made if it is absent. */
  public static void write(SpikeTrains spikes, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    AtomicFile.write(
        file,
        out -> {
          Writer text = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
          text.write("# Spikes simulated by BrainDyn for Fiji\nsender\ttime_ms\n");
          for (int k = 0; k < spikes.size(); k++) {
            text.write(
                String.format(Locale.ROOT, "%d\t%.3f\n", spikes.senders()[k], spikes.times()[k]));
          }
          text.flush();
        });
  }
}
