package org.braindyn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.api.AskSettings;
import org.braindyn.api.Connectivity;
import org.braindyn.api.Model;
import org.braindyn.api.Signals;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Places;
import org.braindyn.io.tables.LabelTable;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.Resampling;
import org.braindyn.scans.ManifestRow;
import org.braindyn.scans.ParcellateScan;
import org.braindyn.scans.ScanBatch;
import org.braindyn.scans.ScanCleaning;
import org.braindyn.scans.ScanJob;
import org.braindyn.scans.ScanList;
import org.braindyn.signal.cleaning.CleaningSettings;
import org.braindyn.work.LocalWork;

/** The scans of some people: signals, cleaned signals, correlations, effective connectivity. */
final class ParticipantLevel {
  private static final int FRAMES = 3;

  private final BidsOptions call;
  private final Path bids;
  private final Path out;
  private final String atlas;

  ParticipantLevel(BidsOptions call, Path bids, Path out) {
    this.call = call;
    this.bids = bids;
    this.out = out;
    String labels = call.text("--labels", null);
    if (labels == null) {
      throw new BadInput("Give the label image: --labels atlas.nii.gz.");
    }
    String stem = Places.path(labels).getFileName().toString().replaceFirst("\\..*", "");
    atlas = call.text("--atlas", stem.replaceAll("[^A-Za-z0-9]", ""));
    if (!atlas.matches("[A-Za-z0-9]+")) {
      throw new BadInput("--atlas " + atlas + " must be of letters and digits alone.");
    }
  }

  /**
   * Does the scans.
   *
   * @param all people of the data set
   * @return how many scans failed
   */
  int run(List<String> all, List<String> said, Progress progress) throws IOException {
    List<ScanJob> jobs = jobs(call.people(all), said);
    if (jobs.isEmpty()) {
      said.add("There is nothing to do in this share.");
      return 0;
    }
    int threads = call.threads();
    ScanCleaning cleaning = cleaning();
    Path folder = out.resolve(Derivative.INTERNAL);
    List<ManifestRow> rows = scans(jobs, cleaning, folder, progress);
    List<Integer> numbers = IntStream.range(0, rows.size()).boxed().toList();
    List<String> problems =
        new LocalWork(threads, "BidsApp")
            .map(
                numbers,
                (k, watch) -> derive(rows.get(k), folder, cleaning != null, watch),
                progress);
    said.add(ManifestRow.summary(rows));
    problems.stream().filter(text -> !text.isEmpty()).forEach(said::add);
    long failed = rows.stream().filter(row -> row.status().equals("failed")).count();
    return (int) (failed + problems.stream().filter(text -> !text.isEmpty()).count());
  }

  /** The scans of some people, into a folder, and nothing that follows from them. */
  List<ManifestRow> scans(List<String> people, Path folder, Progress progress) throws IOException {
    List<ScanJob> jobs = jobs(people, new ArrayList<>());
    return jobs.isEmpty() ? List.of() : scans(jobs, cleaning(), folder, progress);
  }

  private List<ManifestRow> scans(
      List<ScanJob> jobs, ScanCleaning cleaning, Path folder, Progress progress)
      throws IOException {
    return new ScanBatch(Places.path(call.text("--labels", "")), names(), settings(), folder)
        .withFolders()
        .withList("manifest_" + call.call() + ".tsv")
        .withThreads(call.threads())
        .withCleaning(cleaning)
        .run(jobs, progress);
  }

  private List<ScanJob> jobs(List<String> people, List<String> said) throws IOException {
    String pattern = call.text("--pattern", "*_bold.nii*");
    List<ScanJob> jobs = new ArrayList<>();
    for (String person : people) {
      List<ScanJob> own = ScanList.below(bids, bids.resolve("sub-" + person), pattern);
      if (own.isEmpty()) {
        said.add("sub-" + person + " has no scan named like " + pattern + ".");
      }
      jobs.addAll(own);
    }
    return call.has("--own-mask") ? ScanList.withOwnMasks(jobs) : jobs;
  }

  private LabelNames names() throws IOException {
    String table = call.text("--names", null);
    return table == null
        ? ParcellateScan.names(Places.path(call.text("--labels", "")))
        : LabelTable.read(Places.path(table));
  }

  private ParcellationSettings settings() {
    ParcellationSettings settings = ParcellationSettings.defaults();
    if (call.has("--resample")) {
      Resampling how = ParcellateScan.resampling(true, call.text("--resample", "nearest"));
      settings = settings.withResampling(how);
    }
    double interval = call.number("--interval", 0);
    return interval > 0 ? settings.withInterval(interval) : settings;
  }

  /** The steps that were asked for; null for none. */
  private ScanCleaning cleaning() {
    double[] band = call.pair("--band");
    if (band == null
        && !call.has("--confounds")
        && !call.has("--scrub")
        && !call.has("--detrend")) {
      return null;
    }
    CleaningSettings steps = CleaningSettings.none().withDetrend(call.whole("--detrend", 1));
    if (band != null) {
      steps = steps.withBand(CleaningSettings.Filter.BUTTERWORTH, band[0], band[1], steps.order());
    }
    double scrub = call.number("--scrub", 0);
    if (scrub > 0) {
      steps = steps.withScrubbing(scrub, CleaningSettings.Scrubbing.INTERPOLATE);
    }
    return new ScanCleaning(steps, call.text("--confounds", ""));
  }

  /** Writes what follows from a scan's signals; returns what went wrong, or nothing. */
  private String derive(ManifestRow row, Path folder, boolean cleaned, Progress watch) {
    if (row.status().equals("failed")) {
      return "";
    }
    String scan = row.cell("file");
    try {
      Path source = folder.resolve(row.cell(cleaned ? "cleaned" : "signals"));
      String session = row.cell("session").equals("n/a") ? "" : row.cell("session");
      Derivative to = Derivative.of(out, Places.path(scan), row.cell("person"), session, atlas);
      String kind = call.text("--effective", null);
      if (row.status().equals("skipped") && to.done(source, cleaned, kind != null)) {
        return "";
      }
      RegionSignals signals = TimeSeriesTable.read(source, ImportOptions.auto()).signals();
      to.write(signals, cleaned);
      if (kind != null) {
        effective(kind, signals, to, watch);
      }
      return "";
    } catch (IOException e) {
      return "failed: " + scan + ": " + Reason.of(e) + ".";
    } catch (BadInput e) {
      return "failed: " + scan + ": " + e.getMessage();
    }
  }

  private static void effective(String kind, RegionSignals signals, Derivative to, Progress watch)
      throws IOException {
    Signals own = Signals.of(signals);
    try (Model model = Model.train(kind, own.allForTraining())) {
      AskSettings ask = new AskSettings(FRAMES, 0, watch);
      Connectivity found = model.connectivity(own, 1, ask);
      Files.createDirectories(to.folder());
      Derivative.write(
          to.effective(),
          signals.regions().names(),
          found.matrix(),
          "Effect of one standard deviation of a region (row) on every other (column), the largest"
              + " of "
              + FRAMES
              + " frames, in a model ("
              + kind
              + ") of this recording");
    }
  }
}
