package org.braindyn.sample;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.text.ResultTable;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.simulation.BoldPhantom;

/** A phantom as a folder of files: scan, labels, names, true wiring, true response, recipe. */
public final class SampleFolder {
  /** The 4-D scan. */
  public static final String SCAN = "phantom_bold.nii.gz";

  /** The label image. */
  public static final String LABELS = "phantom_labels.nii.gz";

  /** Names, sizes and centroids of the labels. */
  public static final String NAMES = "phantom_labels.tsv";

  /** True wiring, row = source. */
  public static final String WIRING = "phantom_wiring.csv";

  /** True response of every region to stimulating the hub. */
  public static final String RESPONSE = "phantom_response.csv";

  /** Settings, enough to make it again. */
  public static final String RECIPE = "phantom_recipe.json";

  private static final int RESPONSE_FRAMES = 20;

  private SampleFolder() {}

  /** The region with the strongest outgoing wiring: the one whose stimulation is simulated. */
  public static int hub(BoldPhantom phantom) {
    double[][] wiring = phantom.wiring();
    int best = 0;
    double most = -1;
    for (int r = 0; r < wiring.length; r++) {
      double sum = 0;
      for (double weight : wiring[r]) {
        sum += Math.abs(weight);
      }
      if (sum > most) {
        most = sum;
        best = r;
      }
    }
    return best;
  }

  /** What stimulating the hub truly does, [region][frame] in BOLD sd. */
  public static RegionSignals response(BoldPhantom phantom, double interval) {
    int hub = hub(phantom);
    return new RegionSignals(
        phantom.regions(),
        phantom.response(hub, RESPONSE_FRAMES),
        interval,
        "true response to stimulating " + phantom.regions().get(hub).name());
  }

  /**
   * Writes every file.
   *
   * @param folder made if it is not there
   */
  public static void write(BoldPhantom phantom, double interval, Path folder) {
    try {
      Files.createDirectories(folder);
      NiftiWriter.write(folder.resolve(SCAN), phantom.scan());
      NiftiWriter.writeLabels(folder.resolve(LABELS), phantom.labels());
      writeNames(folder.resolve(NAMES), phantom.regions());
      TimeSeriesWriter.write(
          folder.resolve(WIRING),
          ResultTable.matrix("source", phantom.regions().names(), phantom.wiring()));
      TimeSeriesWriter.write(folder.resolve(RESPONSE), response(phantom, interval));
      Map<String, String> recipe = new LinkedHashMap<>(phantom.recipe());
      recipe.put("stimulated_region", phantom.regions().get(hub(phantom)).name());
      String json = new GsonBuilder().setPrettyPrinting().create().toJson(recipe) + "\n";
      AtomicFile.write(
          folder.resolve(RECIPE), out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new BadInput("The sample cannot be written to " + folder + ": " + Reason.of(e), e);
    }
  }

  /**
   * Writes one scan per person, {@code sub-01_task-rest_bold.nii.gz} and so on: same anatomy and
   * wiring, other activity.
   *
   * @param people number of people
   */
  public static void writePeople(BoldPhantom phantom, int people, Path folder, Progress progress) {
    for (int person = 1; person <= people; person++) {
      Cancelled.check(progress, "Make Sample");
      progress.report((double) person / people, "Making person " + person + " of " + people);
      String name = String.format(Locale.ROOT, "sub-%02d_task-rest_bold.nii.gz", person);
      try {
        NiftiWriter.write(folder.resolve(name), phantom.scan(person));
      } catch (IOException e) {
        throw new BadInput("The sample cannot be written to " + folder + ": " + Reason.of(e), e);
      }
    }
  }

  /** Name of the region whose true response a sample folder holds. */
  public static String stimulated(Path folder) {
    try {
      String json = Files.readString(folder.resolve(RECIPE));
      JsonObject recipe = JsonParser.parseString(json).getAsJsonObject();
      return recipe.get("stimulated_region").getAsString();
    } catch (IOException | RuntimeException e) {
      throw new BadInput(
          folder
              + " is no sample folder: "
              + RECIPE
              + " cannot be read. Make one with BrainDyn Make"
              + " Sample...",
          e);
    }
  }

  private static void writeNames(Path file, Regions regions) throws IOException {
    ResultTable table = ResultTable.of("index", "name", "voxels", "x", "y", "z");
    for (Region r : regions) {
      table.row(
          r.label(),
          r.name(),
          r.voxels(),
          Arrays.stream(r.centroid())
              .mapToObj(mm -> String.format(Locale.ROOT, "%.2f", mm))
              .toList());
    }
    TimeSeriesWriter.write(file, table);
  }
}
