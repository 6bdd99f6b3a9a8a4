package org.braindyn.eeg;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.Seed;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.edf.EdfWriter;
import org.braindyn.signal.montage.TenTwenty;
import org.braindyn.simulation.EegPhantom;

/** A made-up EEG with known seizures as an EDF+ file and a label file. */
public final class EegSample {
  private static final String FOCUS = "T3";

  private EegSample() {}

  /** The recording: the 19 electrodes, seizures from T3. */
  public static ChannelRecording make(int seconds, double rate, long seed) {
    return make(seconds, rate, seed, Progress.NONE);
  }

  /**
   * As {@link #make(int, double, long)}, watched.
   *
   * @throws org.braindyn.data.Cancelled if it was stopped
   */
  public static ChannelRecording make(int seconds, double rate, long seed, Progress progress) {
    double[][] places = TenTwenty.TUSZ.stream().map(TenTwenty::place).toArray(double[][]::new);
    int focus = TenTwenty.TUSZ.indexOf(FOCUS);
    return EegPhantom.make(
        new EegPhantom.Head(TenTwenty.TUSZ, places, focus),
        rate,
        seconds,
        EegPhantom.seizures(seconds),
        Seed.of(seed),
        progress);
  }

  /**
   * Writes {@code name.edf} and {@code name.csv_bi}.
   *
   * @return the EDF file
   */
  public static Path write(ChannelRecording recording, Path folder, String name) {
    Path edf = folder.resolve(name + ".edf");
    EdfWriter.write(recording, edf);
    try {
      AtomicFile.write(
          folder.resolve(name + ".csv_bi"),
          out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write(labels(recording.annotations(), recording.duration(), name));
            text.flush();
          });
    } catch (IOException e) {
      throw new BadInput(folder + " cannot be written to: " + Reason.of(e) + ".", e);
    }
    return edf;
  }

  private static String labels(List<Annotation> seizures, double duration, String name) {
    StringBuilder text = new StringBuilder("# version = csv_v1.0.0\n# bname = " + name + "\n");
    text.append(String.format(Locale.ROOT, "# duration = %.4f secs\n#\n", duration));
    text.append("channel,start_time,stop_time,label,confidence\n");
    double last = 0;
    for (Annotation s : seizures) {
      text.append(String.format(Locale.ROOT, "TERM,%.4f,%.4f,bckg,1.0000\n", last, s.onset()));
      text.append(String.format(Locale.ROOT, "TERM,%.4f,%.4f,seiz,1.0000\n", s.onset(), s.end()));
      last = s.end();
    }
    return text.append(String.format(Locale.ROOT, "TERM,%.4f,%.4f,bckg,1.0000\n", last, duration))
        .toString();
  }
}
