package org.braindyn.command;

import ij.IJ;
import ij.ImagePlus;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.braindyn.benchmark.EegHeads;
import org.braindyn.command.ask.EffectiveConnectivityMap;
import org.braindyn.command.ask.Perturb;
import org.braindyn.command.ask.PlanAddedPower;
import org.braindyn.command.ask.PlanStimulationMap;
import org.braindyn.command.ask.ValidationReport;
import org.braindyn.command.cohort.CompareGroups;
import org.braindyn.command.cohort.Embed;
import org.braindyn.command.cohort.PredictVariable;
import org.braindyn.command.eeg.CleanEegOf;
import org.braindyn.command.eeg.DetectSeizuresIn;
import org.braindyn.command.eeg.ScalpMap;
import org.braindyn.command.eeg.TrainSeizureDetector;
import org.braindyn.command.eeg.ViewEeg;
import org.braindyn.command.figures.MakeFigure;
import org.braindyn.command.figures.WriteReport;
import org.braindyn.command.graph.BuildGraph;
import org.braindyn.command.graph.InferWiring;
import org.braindyn.command.graph.ScoreConnectivityOf;
import org.braindyn.command.models.AdaptToRecording;
import org.braindyn.command.models.Evaluate;
import org.braindyn.command.models.Forecast;
import org.braindyn.command.models.ForecastFromFile;
import org.braindyn.command.models.Generate;
import org.braindyn.command.models.Train;
import org.braindyn.command.models.TrainAcrossPeople;
import org.braindyn.command.models.TryNewScanner;
import org.braindyn.command.open.ImportEeg;
import org.braindyn.command.open.ImportSignals;
import org.braindyn.command.open.ImportSpikes;
import org.braindyn.command.open.OpenScan;
import org.braindyn.command.open.Save;
import org.braindyn.command.regions.MakeLabels;
import org.braindyn.command.regions.PaintRegions;
import org.braindyn.command.regions.Parcellate;
import org.braindyn.command.regions.ParcellateFolder;
import org.braindyn.command.regions.ShowRegions;
import org.braindyn.command.samples.MakeEegSample;
import org.braindyn.command.samples.MakeSample;
import org.braindyn.command.samples.Simulate;
import org.braindyn.command.samples.SimulateSpikes;
import org.braindyn.command.signals.CarpetPlot;
import org.braindyn.command.signals.CleanSignals;
import org.braindyn.command.signals.FillGaps;
import org.braindyn.command.states.FindStatesIn;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.bridge.SciJavaContext;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.kernel.memory.MemoryUse;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/**
 * How soon Esc stops each command: writes a table to the log. Each is given work for several
 * seconds where it can be, and is stopped after half a second. Last comes how often memory outside
 * the heap was freed under a running product ({@code -Dbraindyn.watch=true} watches). Arguments: an
 * empty folder for files; which commands (all); seconds until Esc (0.5).
 */
public final class EscTable {
  private final Path folder;
  private final String only;
  private final double after;
  private double worst;

  private EscTable(Path folder, String only, double after) {
    this.folder = folder;
    this.only = only;
    this.after = after;
  }

  /** Says that Esc was pressed once the time has passed. */
  private final class Pressed implements Progress {
    private final long start = System.nanoTime();

    @Override
    public void report(double fraction, String message) {}

    @Override
    public boolean cancelled() {
      return System.nanoTime() - start > 1e9 * after;
    }
  }

  /** Writes the table. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("java.awt.headless", "true");
    String only = arguments.length > 1 ? arguments[1] : ".*";
    double after = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 0.5;
    new EscTable(Files.createDirectories(Path.of(arguments[0])), only, after).run();
  }

  private static Map<String, Object> with(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private void run() throws Exception {
    File scans = file("scans");
    Module made = call(MakeSample.class, with("folder", scans, "people", 6, "frames", 200));
    Module brain = call(Simulate.class, with("regions", 60, "frames", 1200));
    ImagePlus signals = (ImagePlus) brain.getOutput("signals");
    ImagePlus wiring = (ImagePlus) brain.getOutput("wiring");
    ImagePlus scan = (ImagePlus) made.getOutput("scan");
    ImagePlus labels = (ImagePlus) made.getOutput("labels");
    File model = file("m.npz");
    call(Train.class, linear("signals", signals, "model", model));
    File atlas = new File(scans, "phantom_labels.nii.gz");
    Map<String, Object> all = with("folder", scans, "pattern", "sub-*bold.nii.gz");
    all.putAll(with("labels", atlas, "output", file("people")));
    call(ParcellateFolder.class, all);
    File people = new File(file("people"), "manifest.tsv");
    IJ.log("| command | from Esc to the end (s) |\n|---|---|");
    row(MakeSample.class, with("regions", 60, "frames", 3000));
    row(
        MakeEegSample.class,
        with("folder", folder.toFile(), "name", "long", "seconds", 3600, "rate", 500));
    row(Simulate.class, with("regions", 100, "frames", 20000));
    row(SimulateSpikes.class, with("neurons", 3000, "duration", 30.0));
    row(OpenScan.class, with("file", new File("sample-images/phantom_bold.nii.gz")));
    row(MakeLabels.class, with("scan", scan, "clusters", 100));
    row(Parcellate.class, with("scan", scan, "labels", labels));
    row(ShowRegions.class, with("scan", scan, "labels", labels, "montage", true));
    all.putAll(with("pattern", "*.nii.gz", "output", file("out")));
    row(ParcellateFolder.class, all);
    row(CleanSignals.class, with("signals", signals, "low", 0.01, "high", 0.1, "drop", 2));
    row(FillGaps.class, with("signals", signals, "frames", "20-40"));
    row(CarpetPlot.class, with("signals", signals));
    ImagePlus eeg = SignalsImage.image(EegHeads.dipoles(1800, 200, 1), "eeg");
    row(CleanEegOf.class, with("signals", eeg, "bad", "auto, T3"));
    row(BuildGraph.class, with("signals", signals, "method", "Granger causality"));
    row(InferWiring.class, with("signals", signals));
    row(ScoreConnectivityOf.class, with("signals", signals, "wiring", wiring, "shifts", 9999));
    File other = file("n.npz");
    row(Train.class, with("signals", signals, "model", other));
    for (String variant : new String[] {"continuous", "released", "masked"}) {
      row(Train.class, with("signals", signals, "model", other, "variant", variant));
    }
    row(TrainAcrossPeople.class, with("data", people, "model", other));
    row(Evaluate.class, with("data", people));
    row(Forecast.class, with("signals", signals, "model", model, "horizon", 5000));
    row(Generate.class, with("signals", signals, "model", model, "frames", 50000));
    row(Perturb.class, with("signals", signals, "model", model, "surrogates", 200));
    row(EffectiveConnectivityMap.class, with("signals", signals, "model", model));
    row(
        EffectiveConnectivityMap.class,
        with("signals", signals, "model", model, "surrogates", 200));
    row(ValidationReport.class, with("regions", 100));
    plans(signals, wiring, model);
    files(signals, labels, model);
    eeg();
    people();
    IJ.log(String.format(Locale.ROOT, "Longest: %.2f s.", worst));
    IJ.log(
        MemoryUse.WATCHED
            ? "Memory freed under a running product, or used after that: " + MemoryUse.faults()
            : "Memory was not watched (-Dbraindyn.watch=true).");
  }

  private static Map<String, Object> linear(Object... more) {
    Map<String, Object> all = with("variant", "linear skip", "stride", 100, "epochs", 1);
    all.putAll(with("context", 10, "horizon", 1));
    all.putAll(with(more));
    return all;
  }

  private void plans(ImagePlus signals, ImagePlus wiring, File model) throws Exception {
    Map<String, Object> plan = with("signals", signals, "model", model, "targets", "1,2,3");
    plan.put("targets", firstNames(signals));
    plan.put("structure", wiring);
    row(PlanStimulationMap.class, plan);
    plan.put("surrogates", 200);
    row(PlanStimulationMap.class, plan);
    Module second = call(Simulate.class, with("regions", 60, "frames", 1200, "seed", 2L));
    ImagePlus towards = (ImagePlus) second.getOutput("signals");
    towards.setTitle("towards");
    row(PlanAddedPower.class, with("signals", signals, "towards", towards, "structure", wiring));
    File report = file("report.html");
    Map<String, Object> all = with("signals", signals, "model", model, "surrogates", 99);
    all.putAll(with("file", report, "connectivity", true));
    row(WriteReport.class, all);
    row(MakeFigure.class, with("image", signals));
  }

  /** Noise for every region of a label image. */
  private static ImagePlus parcels(ImagePlus labels) {
    Regions regions = LabelImage.atlas(labels).regions();
    double[][] values = new double[regions.size()][5000];
    Random random = new Random(1);
    for (double[] row : values) {
      Arrays.setAll(row, t -> random.nextGaussian());
    }
    return SignalsImage.image(new RegionSignals(regions, values, 2, "noise"), "noise");
  }

  private static String firstNames(ImagePlus signals) {
    return SignalsImage.signals(signals).regions().names().get(0);
  }

  private boolean none(Class<?>... commands) {
    return Arrays.stream(commands).noneMatch(c -> c.getSimpleName().matches(only));
  }

  private void files(ImagePlus signals, ImagePlus labels, File model) throws Exception {
    if (none(
        Save.class,
        PaintRegions.class,
        ImportSignals.class,
        ImportSpikes.class,
        ForecastFromFile.class)) {
      return;
    }
    row(Save.class, with("image", signals, "file", file("long.csv")));
    row(PaintRegions.class, with("signals", parcels(labels), "labels", labels));
    File long0 = table("table.csv", 200, 20000);
    row(ImportSignals.class, with("file", long0, "interval", 1.0));
    File spikes = file("spikes.dat");
    try (PrintWriter out = new PrintWriter(spikes)) {
      Random random = new Random(1);
      out.println("# NEST version: 3.0\nsender\ttime_ms");
      for (int k = 0; k < 2_000_000; k++) {
        out.printf(Locale.ROOT, "%d\t%.2f%n", 1 + random.nextInt(2000), 0.05 * k);
      }
    }
    row(ImportSpikes.class, with("spikes", spikes, "bin", 1.0));
    File short0 = table("60.csv", 60, 100);
    Map<String, Object> ahead = with("model", model, "signals", short0, "horizon", 200000);
    ahead.put("output", file("ahead.csv"));
    row(ForecastFromFile.class, ahead);
  }

  private void eeg() throws Exception {
    if (none(
        ImportEeg.class,
        ViewEeg.class,
        ScalpMap.class,
        TrainSeizureDetector.class,
        DetectSeizuresIn.class)) {
      return;
    }
    Map<String, Object> shape = with("folder", folder.toFile(), "name", "eeg", "seconds", 600);
    call(MakeEegSample.class, shape);
    Map<String, Object> file = with("file", file("eeg.edf"), "labels", file("eeg.csv_bi"));
    ImagePlus eeg = (ImagePlus) call(ImportEeg.class, file).getOutput("signals");
    row(ImportEeg.class, with("file", file("eeg.edf"), "rate", 150.0, "zerophase", true));
    row(ViewEeg.class, with("signals", eeg, "page", true));
    row(ScalpMap.class, with("signals", eeg, "size", 2000));
    row(TrainSeizureDetector.class, with("signals", eeg, "model", file("detector.npz")));
    Map<String, Object> quick = with("signals", eeg, "model", file("quick.npz"), "epochs", 1);
    quick.putAll(with("passes", 1, "hidden", 4));
    call(TrainSeizureDetector.class, quick);
    row(DetectSeizuresIn.class, with("signals", eeg, "model", file("quick.npz")));
  }

  /** Twenty people of sixty regions; half are called patients. */
  private void people() throws Exception {
    if (none(
        Embed.class,
        PredictVariable.class,
        CompareGroups.class,
        FindStatesIn.class,
        AdaptToRecording.class,
        TryNewScanner.class)) {
      return;
    }
    File many = file("many");
    Files.createDirectories(many.toPath());
    try (PrintWriter out = new PrintWriter(new File(many, "manifest.tsv"))) {
      out.println("person\tfile\tTR\tage\tgroup");
      for (int p = 1; p <= 20; p++) {
        table("many/p" + p + ".csv", 60, 300);
        out.printf("p%d\tp%d.csv\t2\t%d\t%s%n", p, p, 20 + 7 * p % 17, p % 2 > 0 ? "a" : "b");
      }
    }
    File data = new File(many, "manifest.tsv");
    row(Embed.class, with("data", data));
    row(PredictVariable.class, with("data", data, "variable", "age", "permutations", 20000));
    row(CompareGroups.class, with("data", data, "group", "group", "permutations", 100000));
    row(FindStatesIn.class, with("data", data));
    row(FindStatesIn.class, with("data", data, "states", 3));
    File group = file("group.npz");
    call(TrainAcrossPeople.class, with("data", data, "model", group, "variant", "direct ridge"));
    Module one = call(ImportSignals.class, with("file", new File(many, "p1.csv"), "interval", 2.0));
    ImagePlus person = (ImagePlus) one.getOutput("signals");
    Map<String, Object> adapt = with("signals", person, "model", group);
    adapt.put("personal", file("personal.npz"));
    row(AdaptToRecording.class, adapt);
    File masked = file("masked.npz");
    Map<String, Object> small = with("data", data, "model", masked, "variant", "masked");
    small.put("further", "epochs=1; width=16; depth=1; draws=1");
    call(TrainAcrossPeople.class, small);
    row(TryNewScanner.class, with("model", masked, "data", data));
    row(Embed.class, with("data", data, "model", masked));
  }

  private File file(String name) {
    return folder.resolve(name).toFile();
  }

  /** A table of noise, time in rows. */
  private File table(String name, int regions, int frames) throws IOException {
    Random random = new Random(name.hashCode());
    File file = file(name);
    try (PrintWriter out = new PrintWriter(file)) {
      for (int r = 0; r < regions; r++) {
        out.print((r > 0 ? ",Region " : "Region ") + (r + 1));
      }
      out.println();
      for (int t = 0; t < frames; t++) {
        for (int r = 0; r < regions; r++) {
          out.printf(Locale.ROOT, "%s%.4f", r > 0 ? "," : "", random.nextGaussian());
        }
        out.println();
      }
    }
    return file;
  }

  private void row(Class<? extends Command> command, Map<String, Object> inputs) {
    String variant = String.valueOf(inputs.getOrDefault("variant", ""));
    String name = command.getSimpleName() + " " + variant;
    if (!command.getSimpleName().matches(only)) {
      return;
    }
    if (inputs.containsKey("surrogates")) {
      name = name.strip() + ", with surrogates";
    }
    long start = System.nanoTime();
    String end;
    try {
      call(command, inputs, new Pressed());
      end = "ended by itself after %.1f s";
    } catch (Exception e) {
      boolean stopped = e instanceof Cancelled;
      end = stopped ? "" : "error: " + e.toString().replace("%", "%%") + " after %.1f s";
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    worst = Math.max(worst, seconds - after);
    IJ.log(
        String.format(
            Locale.ROOT,
            "| %s | %s |",
            name.strip(),
            end.isEmpty()
                ? String.format(Locale.ROOT, "%.2f", seconds - after)
                : String.format(Locale.ROOT, end, seconds)));
  }

  private static Module call(Class<? extends Command> command, Map<String, Object> inputs)
      throws Exception {
    return call(command, inputs, Progress.NONE);
  }

  private static Module call(
      Class<? extends Command> command, Map<String, Object> inputs, Progress progress)
      throws Exception {
    CommandService service = SciJavaContext.get().service(CommandService.class);
    Module module = service.getCommand(command).createModule();
    SciJavaContext.get().inject(module.getDelegateObject());
    ((BrainDynCommand) module.getDelegateObject()).setProgress(progress);
    inputs.forEach(
        (key, value) -> {
          module.setInput(key, value);
          module.resolveInput(key);
        });
    module.run();
    return module;
  }
}
