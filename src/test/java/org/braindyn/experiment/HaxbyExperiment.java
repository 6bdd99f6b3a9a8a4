package org.braindyn.experiment;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.Volume4D;
import org.braindyn.fiji.pictures.GridPicture;
import org.braindyn.fiji.pictures.MapPicture;
import org.braindyn.fiji.pictures.PictureFiles;
import org.braindyn.fiji.pictures.Plots;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.OpenModel;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.forecast.Zero;
import org.braindyn.forecast.ridge.DirectRidgeSettings;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.Parcellator;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.perturbation.EffectSummary;
import org.braindyn.perturbation.EffectiveConnectivity;
import org.braindyn.perturbation.Perturbation;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.perturbation.StartingWindows;
import org.braindyn.perturbation.significance.FalseDiscovery;
import org.braindyn.perturbation.significance.NullEffects;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.perturbation.significance.Surrogates;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.cleaning.CleaningSettings;
import org.braindyn.signal.cleaning.SignalCleaner;
import org.braindyn.stimulation.EffectTable;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.residual.ResidualRecipe;
import org.braindyn.training.residual.ResidualTraining;
import org.braindyn.training.score.Evaluation;

/**
 * A perturbation map of a real scan with its null (docs/validation.md, perturbation 4). Arguments:
 * output folder, surrogates, label of the stimulated region, continuous or skip.
 */
public final class HaxbyExperiment {
  private static final int CONTEXT = 15;
  private static final int RUNS = 9;

  private HaxbyExperiment() {}

  public static void main(String[] args) throws Exception {
    Path out = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "target/haxby"));
    int surrogates = args.length > 1 ? Integer.parseInt(args[1]) : 19;
    Path subject =
        Path.of(System.getProperty("braindyn.shared", "../shared"))
            .resolve("data/fmri_pymvpa/haxby2001/sub001");
    Labels3D labels = Nifti.labels(subject.resolve("masks/25mm/hoc.nii.gz"));
    List<RegionSignals> runs = new ArrayList<>();
    for (int run = 1; run <= RUNS; run++) {
      RegionSignals raw =
          new Parcellator(ParcellationSettings.defaults())
              .parcellate(
                  Nifti.open(subject.resolve("BOLD/task001_run00" + run + "/bold_25mm.nii.gz")),
                  labels,
                  LabelNames.NONE,
                  Progress.NONE)
              .signals();
      runs.add(
          new SignalCleaner(CleaningSettings.none().withDetrend(1))
              .clean(raw, null, null)
              .signals());
    }
    Regions regions = runs.get(0).regions();
    int region = args.length > 2 ? regions.find(args[2]) : 0;
    String target = Integer.toString(regions.get(region).label());
    String text = "stimulate on " + target + " size 1 duration 2";
    RefitNull.Fit fit =
        args.length > 3 && args[3].equals("skip")
            ? (own, seed, progress) -> OpenModel.of(skip(own, seed, progress))
            : (own, seed, progress) -> OpenModel.of(fit(own, seed, progress));
    Forecaster model = fit.fit(runs.subList(0, RUNS - 1), Seed.of(1), Progress.NONE).forecaster();
    WindowSet train = WindowSet.of(runs.subList(0, RUNS - 1), CONTEXT, 3, 1);
    List<Forecaster> models =
        List.of(
            model,
            VectorAutoregression.fitWindows(train, 1, new double[] {30}, Progress.NONE).get(0),
            new Zero());
    Evaluation.of(models, WindowSet.of(runs.subList(RUNS - 1, RUNS), CONTEXT, 3, 1), Progress.NONE)
        .forEach(
            s ->
                System.out.printf(
                    Locale.ROOT, "run 9 forecast by %s: MSE %.4f%n", s.name(), s.all().mse()));
    StartingWindows starts = StartingWindows.spread(runs, CONTEXT, 64);
    PerturbationMap map = map(model, regions, runs, text, true);
    double[] effects = cells(model, regions, runs, text);
    NullEffects nulls =
        new RefitNull(Surrogates.CIRCULAR_SHIFT, surrogates, Seed.of(2))
            .run(
                runs.subList(0, RUNS - 1),
                fit,
                (refit, fakes) -> cells(refit, regions, fakes, text),
                Progress.NONE);
    int n = regions.size();
    NullEffects unscaled = nulls.cells(effects.length - n, effects.length);
    long before =
        EffectSummary.of(map(model, regions, runs, text, false), starts.person(), unscaled).stream()
            .filter(s -> s.q() <= 0.05)
            .count();
    List<EffectSummary> list = EffectSummary.of(map, starts.person(), nulls.cells(0, n));
    long answer = list.stream().filter(s -> s.q() <= 0.05).count();
    System.out.printf(
        Locale.ROOT,
        "RESULT stimulating %s: %d of %d other regions respond above the null (q <= 0.05), %d"
            + " surrogates; without scaling contexts anew (docs/adr/0044) %d%n",
        regions.get(region).name(),
        answer,
        n - 1,
        surrogates,
        before);
    double[] pairs = Arrays.copyOfRange(effects, n, effects.length - n);
    double[] q = FalseDiscovery.adjust(nulls.cells(n, effects.length - n).pValues(pairs));
    System.out.printf(
        Locale.ROOT,
        "RESULT effective connectivity: %d of %d ordered pairs above the null (q <= 0.05)%n",
        Arrays.stream(q).filter(x -> x <= 0.05).count(),
        q.length);
    RegionSignals mean = new RegionSignals(regions, map.mean(), map.interval(), text);
    Volume4D painted = RegionPainter.paint(labels, mean, 0);
    NiftiWriter.write(out.resolve("haxby_effect_map.nii.gz"), painted);
    TimeSeriesWriter.write(out.resolve("haxby_effect.csv"), EffectTable.of(map, list));
    pictures(out, subject, painted, mean, connectivity(model, regions, runs), regions, region);
  }

  private static void pictures(
      Path out,
      Path subject,
      Volume4D painted,
      RegionSignals mean,
      double[][] matrix,
      Regions regions,
      int region)
      throws Exception {
    Volume4D scan = Nifti.open(subject.resolve("BOLD/task001_run001/bold_25mm.nii.gz"));
    double[] anatomy = new double[scan.grid().voxels()];
    double[] frame = new double[anatomy.length];
    try (Volume4D.FrameReader reader = scan.open()) {
      for (int t = 0; t < scan.frames(); t++) {
        reader.next(frame);
        for (int i = 0; i < frame.length; i++) {
          anatomy[i] += frame[i] / scan.frames();
        }
      }
    }
    float[][] frames = new float[painted.frames()][anatomy.length];
    try (Volume4D.FrameReader reader = painted.open()) {
      for (float[] to : frames) {
        reader.next(frame);
        for (int i = 0; i < frame.length; i++) {
          to[i] = (float) frame[i];
        }
      }
    }
    String name = regions.get(region).name();
    png(
        out.resolve("haxby_map.png"),
        PictureFiles.column(
            "Model response to stimulating " + name + " for 5 s",
            List.of(
                MapPicture.of(
                    scan.grid(),
                    anatomy,
                    frames,
                    new int[] {2, 3, 5, 8},
                    mean.interval(),
                    "haxby2001 sub001, 25 mm voxels",
                    "sd"),
                Plots.effect(mean.values(), regions.names(), mean.interval()).picture())));
    for (int r = 0; r < matrix.length; r++) {
      matrix[r][r] = Double.NaN; // grey: what a region does to itself would drown the rest
    }
    png(
        out.resolve("haxby_connectivity.png"),
        GridPicture.of(
            matrix,
            regions.names(),
            regions.names(),
            "effective connectivity of the model (sd per sd)",
            "row = perturbed region, column = responding region"));
  }

  private static void png(Path file, ij.process.ColorProcessor picture) throws Exception {
    try (OutputStream to = Files.newOutputStream(file)) {
      PictureFiles.png(picture, to);
    }
  }

  private static PerturbationMap map(
      Forecaster model, Regions regions, List<RegionSignals> runs, String text, boolean rescaled) {
    double interval = runs.get(0).interval();
    return PerturbationMap.compute(
        model,
        regions,
        interval,
        StartingWindows.spread(runs, CONTEXT, 64).contexts(),
        Perturbation.parse(text, interval),
        PerturbationMap.Settings.frames(12).withRescaled(rescaled),
        Progress.NONE);
  }

  /** Peaks of the stimulation, all off-diagonal effects of impulses, peaks without scaling. */
  private static double[] cells(
      Forecaster model, Regions regions, List<RegionSignals> runs, String text) {
    double[] peaks = EffectSummary.peaks(map(model, regions, runs, text, true).mean());
    double[] unscaled = EffectSummary.peaks(map(model, regions, runs, text, false).mean());
    double[][] matrix = connectivity(model, regions, runs);
    double[] all = Arrays.copyOf(peaks, regions.size() * (regions.size() + 1));
    int k = regions.size();
    for (int u = 0; u < regions.size(); u++) {
      for (int v = 0; v < regions.size(); v++) {
        if (u != v) {
          all[k++] = matrix[u][v];
        }
      }
    }
    System.arraycopy(unscaled, 0, all, k, unscaled.length);
    return all;
  }

  private static double[][] connectivity(
      Forecaster model, Regions regions, List<RegionSignals> runs) {
    StartingWindows starts = StartingWindows.spread(runs, CONTEXT, 32);
    return EffectiveConnectivity.byRollouts(
            model, regions, starts.contexts(), 0.5, 3, Progress.NONE)
        .peak();
  }

  /** BrainDyn beside a linear skip; no choice of ridge (the middle one) and of epoch. */
  private static Forecaster skip(List<RegionSignals> runs, Seed seed, Progress progress) {
    ResidualRecipe d = ResidualRecipe.defaults(null);
    DirectRidgeSettings l = d.linear();
    ResidualRecipe recipe =
        d.withLinear(new DirectRidgeSettings(l.ridges(), l.lagExponent(), l.ownShare(), null, 0))
            .withTraining(d.training().withShare(1).withSeed(seed));
    return ResidualTraining.run(WindowSet.of(runs, CONTEXT, 3, 1), null, recipe, progress)
        .ensemble();
  }

  private static BrainDynForecaster fit(List<RegionSignals> runs, Seed seed, Progress progress) {
    int n = runs.get(0).size();
    double[][] all = new double[n][n];
    Arrays.stream(all).forEach(row -> Arrays.fill(row, 1));
    ModelSettings settings =
        ModelSettings.builder(n)
            .hidden(8)
            .maps(16)
            .width(32)
            .context(CONTEXT)
            .horizon(3)
            .method("midpoint")
            .variant(Variant.CONTINUOUS)
            .perMapXavier(true)
            .degreeNormalised(true)
            .build();
    BrainDyn model = BrainDyn.create(settings, BrainGraph.ofMatrix(all), seed);
    new Trainer(
            TrainingSettings.defaults()
                .withEpochs(12)
                .withBatch(16)
                .withLearningRate(3e-3)
                .withWeightDecay(1e-2)
                .withSeed(seed))
        .train(model, WindowSet.of(runs, CONTEXT, 3, 1), null, progress);
    return new BrainDynForecaster(model);
  }
}
