package org.braindyn.command;

import ij.IJ;
import ij.ImagePlus;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.benchmark.EegHeads;
import org.braindyn.command.ask.EffectiveConnectivityMap;
import org.braindyn.command.ask.Perturb;
import org.braindyn.command.ask.ValidationReport;
import org.braindyn.command.eeg.CleanEegOf;
import org.braindyn.command.graph.BuildGraph;
import org.braindyn.command.graph.InferWiring;
import org.braindyn.command.models.Evaluate;
import org.braindyn.command.models.Forecast;
import org.braindyn.command.models.Generate;
import org.braindyn.command.models.Train;
import org.braindyn.command.models.TrainAcrossPeople;
import org.braindyn.command.open.OpenScan;
import org.braindyn.command.regions.MakeLabels;
import org.braindyn.command.regions.Parcellate;
import org.braindyn.command.regions.ParcellateFolder;
import org.braindyn.command.samples.MakeEegSample;
import org.braindyn.command.samples.MakeSample;
import org.braindyn.command.samples.Simulate;
import org.braindyn.command.samples.SimulateSpikes;
import org.braindyn.command.signals.CleanSignals;
import org.braindyn.command.signals.FillGaps;
import org.braindyn.data.Progress;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.bridge.SciJavaContext;
import org.braindyn.fiji.images.SignalsImage;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

/**
 * How soon Esc stops each command: writes a table to the log. Each is given work for several
 * seconds where it can be, and is stopped after half a second. Arguments: an empty folder for
 * files; which commands (all).
 */
public final class EscTable {
  private static final long AFTER = 500_000_000L;

  private final Path folder;
  private final String only;

  private EscTable(Path folder, String only) {
    this.folder = folder;
    this.only = only;
  }

  /** Says that Esc was pressed once half a second has passed. */
  private static final class Pressed implements Progress {
    private final long start = System.nanoTime();

    @Override
    public void report(double fraction, String message) {}

    @Override
    public boolean cancelled() {
      return System.nanoTime() - start > AFTER;
    }
  }

  /** Writes the table. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("java.awt.headless", "true");
    String only = arguments.length > 1 ? arguments[1] : ".*";
    new EscTable(Files.createDirectories(Path.of(arguments[0])), only).run();
  }

  private void run() throws Exception {
    File scans = folder.resolve("scans").toFile();
    Module made =
        call(MakeSample.class, Map.of("folder", scans, "people", 6, "frames", 200), Progress.NONE);
    Map<String, Object> large = new LinkedHashMap<>(Map.of("regions", 60, "frames", 1200));
    ImagePlus signals = (ImagePlus) call(Simulate.class, large, Progress.NONE).getOutput("signals");
    ImagePlus scan = (ImagePlus) made.getOutput("scan");
    ImagePlus labels = (ImagePlus) made.getOutput("labels");
    File model = folder.resolve("m.npz").toFile();
    call(
        Train.class,
        Map.of(
            "signals",
            signals,
            "model",
            model,
            "variant",
            "linear skip",
            "stride",
            100,
            "epochs",
            1,
            "context",
            10,
            "horizon",
            1),
        Progress.NONE);
    File people = folder.resolve("people").toFile();
    call(
        ParcellateFolder.class,
        Map.of(
            "folder",
            scans,
            "pattern",
            "sub-*bold.nii.gz",
            "labels",
            new File(scans, "phantom_labels.nii.gz"),
            "output",
            people),
        Progress.NONE);
    IJ.log("| command | from Esc to the end (s) |\n|---|---|");
    row(MakeSample.class, Map.of("regions", 60, "frames", 3000));
    row(MakeEegSample.class, Map.of("folder", folder.toFile(), "seconds", 3600, "rate", 500));
    row(Simulate.class, Map.of("regions", 100, "frames", 20000));
    row(SimulateSpikes.class, Map.of("neurons", 3000, "duration", 30.0));
    row(OpenScan.class, Map.of("file", new File("sample-images/phantom_bold.nii.gz")));
    row(MakeLabels.class, Map.of("scan", scan, "clusters", 100));
    row(Parcellate.class, Map.of("scan", scan, "labels", labels));
    row(
        ParcellateFolder.class,
        Map.of(
            "folder",
            scans,
            "pattern",
            "*.nii.gz",
            "labels",
            new File(scans, "phantom_labels.nii.gz"),
            "output",
            folder.resolve("out").toFile()));
    row(CleanSignals.class, Map.of("signals", signals, "low", 0.01, "high", 0.1, "drop", 2));
    row(FillGaps.class, Map.of("signals", signals, "frames", "20-40"));
    ImagePlus eeg = SignalsImage.image(EegHeads.dipoles(1800, 200, 1), "eeg");
    row(CleanEegOf.class, Map.of("signals", eeg, "bad", "auto, T3"));
    row(BuildGraph.class, Map.of("signals", signals, "method", "Granger causality"));
    row(InferWiring.class, Map.of("signals", signals));
    File other = folder.resolve("n.npz").toFile();
    row(Train.class, Map.of("signals", signals, "model", other));
    row(Train.class, Map.of("signals", signals, "model", other, "variant", "continuous"));
    row(TrainAcrossPeople.class, Map.of("data", new File(people, "manifest.tsv"), "model", other));
    row(Evaluate.class, Map.of("data", new File(people, "manifest.tsv")));
    row(Forecast.class, Map.of("signals", signals, "model", model, "horizon", 5000));
    row(Generate.class, Map.of("signals", signals, "model", model, "frames", 50000));
    row(Perturb.class, Map.of("signals", signals, "model", model, "surrogates", 200));
    row(
        EffectiveConnectivityMap.class,
        Map.of("signals", signals, "model", model, "surrogates", 200));
    row(ValidationReport.class, Map.of("regions", 100));
  }

  private void row(Class<? extends Command> command, Map<String, Object> inputs) {
    String name = command.getSimpleName() + " " + inputs.getOrDefault("variant", "");
    if (!command.getSimpleName().matches(only)) {
      return;
    }
    long start = System.nanoTime();
    String end = "";
    try {
      call(command, inputs, new Pressed());
      end = "ended by itself after %.1f s";
    } catch (Exception e) {
      end = e.getClass().getSimpleName().equals("Cancelled") ? "" : e + " after %.1f s";
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    IJ.log(
        String.format(
            "| %s | %s |",
            name.strip(),
            end.isEmpty()
                ? String.format("%.2f", seconds - AFTER / 1e9)
                : String.format(end, seconds)));
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
