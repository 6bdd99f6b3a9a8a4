package org.braindyn.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.tables.CellTable;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.scans.CleanRecording;
import org.braindyn.scans.ScanBatch;
import org.braindyn.scans.ScanList;
import org.braindyn.signal.cleaning.Cleaned;
import org.braindyn.signal.cleaning.CleaningSettings;
import org.braindyn.signal.filter.Butterworth;

/**
 * Nine real runs through the batch with one wrong label image, cleaning with real motion
 * parameters, and the band-pass's gain. Arguments: the folder with the data, a folder for results.
 */
public final class SignalsValidation {
  private SignalsValidation() {}

  /** Runs the validation and prints the figures. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]).toAbsolutePath().normalize();
    Path out = Path.of(arguments[1]);
    Path subject = data.resolve("fmri_pymvpa/haxby2001/sub001");
    batch(data, subject, out);
    clean(subject, out);
    gain();
  }

  private static void batch(Path data, Path subject, Path out) throws IOException {
    StringBuilder text = new StringBuilder("file\tlabels\n");
    for (int run = 1; run <= 9; run++) {
      text.append(subject).append("/BOLD/task001_run00").append(run);
      text.append("/bold_25mm.nii.gz\tn/a\n");
    }
    text.append(subject).append("/BOLD/task001_run001/bold_25mm.nii.gz\t");
    text.append(data.resolve("atlas_aal2/AAL2.nii")).append('\n');
    Path hoc = subject.resolve("masks/25mm/hoc.nii.gz");
    Files.createDirectories(out);
    Path manifest = Files.writeString(out.resolve("scans.tsv"), text);
    new ScanBatch(hoc, LabelNames.NONE, ParcellationSettings.defaults(), out)
        .run(ScanList.ofManifest(manifest), Progress.NONE);
    CellTable table = CellTable.read(out.resolve(ScanBatch.MANIFEST));
    byte[] label = bytes(hoc, 2992, 600);
    for (int row = 0; row < table.rows(); row++) {
      String message = table.cell(row, "message");
      System.out.printf(
          Locale.ROOT,
          "run %s: %s, %s regions (%s lost) x %s frames, TR %s s, median tSNR %s%s%n",
          table.cell(row, "run"),
          table.cell(row, "status"),
          table.cell(row, "regions"),
          table.cell(row, "lost"),
          table.cell(row, "frames"),
          table.cell(row, "interval"),
          table.cell(row, "median_tsnr"),
          table.cell(row, "status").equals("failed")
              ? ": " + message.substring(0, 60)
              : difference(
                  out.resolve(table.cell(row, "signals")), label, table.cell(row, "file")));
    }
  }

  private static String difference(Path signals, byte[] label, String bold) throws IOException {
    RegionSignals made = TimeSeriesTable.read(signals, ImportOptions.auto()).signals();
    ByteBuffer scan =
        ByteBuffer.wrap(bytes(Path.of(bold), 352, 600 * made.frames() * 2))
            .order(ByteOrder.LITTLE_ENDIAN);
    double worst = 0;
    for (int r = 0; r < made.size(); r++) {
      int value = Integer.parseInt(made.regions().get(r).name().substring("Label ".length()));
      for (int t = 0; t < made.frames(); t++) {
        double sum = 0;
        int n = 0;
        for (int v = 0; v < 600; v++) {
          if (label[v] == value) {
            sum += scan.getShort(2 * (600 * t + v));
            n++;
          }
        }
        worst = Math.max(worst, Math.abs(made.values()[r][t] * n / sum - 1));
      }
    }
    return String.format(Locale.ROOT, ", largest relative difference %.1e", worst);
  }

  private static void clean(Path subject, Path out) throws IOException {
    Path run = subject.resolve("BOLD/task001_run001");
    RegionSignals signals =
        TimeSeriesTable.read(
                out.resolve(CellTable.read(out.resolve(ScanBatch.MANIFEST)).cell(0, "signals")),
                ImportOptions.auto())
            .signals();
    CleaningSettings settings =
        CleaningSettings.none()
            .withDropFirst(2)
            .withScrubbing(0.3, CleaningSettings.Scrubbing.INTERPOLATE)
            .withDetrend(2)
            .withBand(CleaningSettings.Filter.BUTTERWORTH, 0.01, 0.1, 4)
            .withGlobalSignal(true)
            .withScale(CleaningSettings.Scale.Z_SCORE);
    Cleaned cleaned =
        CleanRecording.run(signals, run.resolve("bold_moest.txt").toFile(), "", null, settings);
    List<String> steps = cleaned.steps();
    steps.forEach(step -> System.out.println("cleaning run 001: " + step));
  }

  private static void gain() {
    for (int order = 2; order <= 6; order++) {
      System.out.printf(
          Locale.ROOT,
          "Butterworth 0.01 to 0.1 Hz, order %d, TR 0.72 s: 0.05 Hz %.3f dB, 0.2 Hz %.1f dB%n",
          order,
          decibels(0.05, order),
          decibels(0.2, order));
    }
  }

  /** Gain of a long sine, from its root mean square in the middle. */
  private static double decibels(double hz, int order) {
    double[] x = new double[4000];
    for (int t = 0; t < x.length; t++) {
      x[t] = Math.sin(2 * Math.PI * hz * 0.72 * t);
    }
    double[] y = x.clone();
    new Butterworth(0.01, 0.1, order, 0.72).apply(y);
    double before = 0;
    double after = 0;
    for (int t = 1000; t < 3000; t++) {
      before += x[t] * x[t];
      after += y[t] * y[t];
    }
    return 10 * Math.log10(after / before);
  }

  private static byte[] bytes(Path path, int skip, int n) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path))) {
      in.skipNBytes(skip);
      return in.readNBytes(n);
    }
  }
}
