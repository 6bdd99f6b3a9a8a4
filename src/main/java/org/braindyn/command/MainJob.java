package org.braindyn.command;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.braindyn.command.ask.Perturb;
import org.braindyn.command.files.ImageFiles;
import org.braindyn.command.files.JobPictures;
import org.braindyn.command.graph.BuildGraph;
import org.braindyn.command.models.Forecast;
import org.braindyn.command.models.Train;
import org.braindyn.command.open.OpenScan;
import org.braindyn.command.regions.Parcellate;
import org.braindyn.data.BadInput;
import org.braindyn.figure.draw.Words;
import org.braindyn.fiji.bridge.SciJavaContext;
import org.braindyn.sample.SampleFolder;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * README's main job: the whole way on the sample, without a window, into one folder. It calls the
 * same commands as the menus.
 */
public final class MainJob {
  /** Models refitted to shifted recordings, for q-values. */
  private static final int REFITS = 99;

  /** Of a cell of the errors that are printed; tables on file have whole names. */
  private static final int MOST_LETTERS = 40;

  private final CommandService commands = SciJavaContext.get().service(CommandService.class);
  private final Path folder;

  private MainJob(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /**
   * Runs the job.
   *
   * @param arguments output folder ("output" if none), folder of the sample ("sample-images")
   */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path output = Path.of(arguments.length > 0 ? arguments[0] : "output").toAbsolutePath();
    Path sample = Path.of(arguments.length > 1 ? arguments[1] : "sample-images");
    try {
      new MainJob(output).run(sample);
    } catch (BadInput e) {
      IJ.log("BrainDyn: " + e.getMessage());
      throw e;
    }
  }

  private void run(Path sample) throws IOException {
    long start = System.nanoTime();
    File scan = sample.resolve(SampleFolder.SCAN).toFile();
    File labelFile = sample.resolve(SampleFolder.LABELS).toFile();
    CommandModule cut = call(Parcellate.class, Map.of("scanfile", scan, "labelsfile", labelFile));
    ImagePlus signals = (ImagePlus) cut.getOutput("signals");
    table(cut, "region quality", "region_quality.csv");
    save(signals, "region signals", "region_signals.csv", "region_signals.tif");

    CommandModule joined = call(BuildGraph.class, Map.of("signals", signals));
    ImagePlus graph = (ImagePlus) joined.getOutput("graph");
    table(joined, "graph measures", "graph_measures.csv");
    save(graph, "graph", "graph.csv", "graph.tif");

    File model = folder.resolve("model.npz").toFile();
    // As a newcomer who presses OK: no variant, and no graph, since this one is no anatomy.
    CommandModule trained = call(Train.class, Map.of("signals", signals, "model", model));
    IJ.log((String) trained.getOutput("notes"));
    say("trained model", "model.npz");
    table(trained, "forecast errors", "forecast_errors.csv");

    int start0 = signals.getWidth() - 20;
    CommandModule ahead =
        call(Forecast.class, Map.of("signals", signals, "model", model, "start", start0));
    save((ImagePlus) ahead.getOutput("forecast"), "forecast", "forecast.csv", "forecast.tif");
    plot(ahead, "plot", "forecast plot", "forecast.png");

    CommandModule opened = call(OpenScan.class, Map.of("file", labelFile, "labels", true));
    ImagePlus labels = (ImagePlus) opened.getOutput("image");
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("signals", signals);
    question.put("model", model);
    question.put("labels", labels);
    question.put("region", SampleFolder.stimulated(sample));
    // The region's own answer is given, as in every validation; the others' is foretold.
    question.put("kind", "stimulate");
    question.put("size", Math.rint(100 * JobPictures.ownPeak(sample)) / 100);
    question.put("surrogates", REFITS);
    CommandModule effect = call(Perturb.class, question);
    ImagePlus map = (ImagePlus) effect.getOutput("map");
    table(effect, "effect of the stimulation", "effect.csv");
    save(map, "perturbation map", "effect_map.nii.gz", "effect_map.tif");
    plot(effect, "plot", "effect plot", "effect.png");
    IJ.log((String) effect.getOutput("notes"));
    ImagePlus sure = JobPictures.sure(map, labels, (ResultsTable) effect.getOutput("table"));
    new JobPictures(folder, this::say)
        .write(scan, signals, graph, sure, (ImagePlus) effect.getOutput("effect"), sample);
    IJ.log(lines((ResultsTable) trained.getOutput("table")));
    IJ.log(String.format("Done in %.0f s: %s", (System.nanoTime() - start) / 1e9, folder));
    IJ.log(
        "Look at effect_map.png and forecast.png first. A scan of your own: README.md, \"Install in"
            + " Fiji\", then Plugins > BrainDyn > BrainDyn Guide.");
  }

  private CommandModule call(Class<? extends Command> command, Map<String, Object> inputs) {
    try {
      return commands.run(command, false, inputs).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadInput("The job was interrupted.", e);
    } catch (ExecutionException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BadInput known) {
          throw known; // SciJava wraps what a command throws
        }
      }
      throw new IllegalStateException(e);
    }
  }

  private void say(String what, String file) {
    IJ.log(String.format("%-26s %s", what, folder.resolve(file)));
  }

  private void save(ImagePlus image, String what, String... files) {
    for (String file : files) {
      ImageFiles.save(image, folder.resolve(file));
      say(what, file);
    }
  }

  private void table(CommandModule module, String what, String file) throws IOException {
    ResultsTable table = (ResultsTable) module.getOutput("table");
    table.showRowNumbers(false);
    table.saveAs(folder.resolve(file).toString());
    say(what, file);
  }

  private void plot(CommandModule module, String output, String what, String file)
      throws IOException {
    ImagePlus picture = ((Plot) module.getOutput(output)).getImagePlus();
    ImageFiles.picture(picture, folder.resolve(file));
    say(what, file);
  }

  /** The table in columns as wide as what stands in them; long names of forecasters are cut. */
  static String lines(ResultsTable table) {
    StringBuilder text = new StringBuilder();
    text.append("Errors on frames that training never saw (in sd of the context):\n");
    String[] columns = table.getHeadings();
    int[] width = new int[columns.length];
    for (int c = 0; c < columns.length; c++) {
      width[c] = columns[c].length();
      for (int row = 0; row < table.size(); row++) {
        width[c] = Math.max(width[c], cell(table, columns[c], row).length());
      }
    }
    for (int row = -1; row < table.size(); row++) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns.length; c++) {
        String cell = row < 0 ? columns[c] : cell(table, columns[c], row);
        line.append(cell).append(" ".repeat(width[c] + 2 - cell.length()));
      }
      text.append(row < 0 ? "" : "\n").append(line.toString().stripTrailing());
    }
    return text.toString();
  }

  private static String cell(ResultsTable table, String column, int row) {
    return Words.shorten(table.getStringValue(column, row), MOST_LETTERS);
  }
}
