package org.braindyn.command.files;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;
import org.braindyn.figure.plot.CarpetFigure;
import org.braindyn.fiji.figures.FigureImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.pictures.GridPicture;
import org.braindyn.fiji.pictures.MapPicture;
import org.braindyn.fiji.pictures.PictureFiles;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.ImportOptions;
import org.braindyn.models.SignalsFile;
import org.braindyn.perturbation.EffectPeak;
import org.braindyn.perturbation.MapAgreement;
import org.braindyn.sample.SampleFolder;
import org.braindyn.scans.ParcellateScan;
import org.braindyn.stimulation.EffectCheck;
import org.braindyn.stimulation.EffectTable;

/** The main job's pictures: what a person looks at first. */
public final class JobPictures {
  private static final int[] FRAMES = {0, 2, 4, 7, 12};

  private final Path folder;
  private final BiConsumer<String, String> say;

  public JobPictures(Path folder, BiConsumer<String, String> say) {
    this.folder = folder;
    this.say = say;
  }

  public void write(
      File scan, ImagePlus signals, ImagePlus graph, ImagePlus map, ImagePlus effect, Path sample)
      throws IOException {
    RegionSignals recorded = SignalsImage.signals(signals);
    FigureImage.write(CarpetFigure.of(recorded), folder.resolve("region_signals.png"));
    say.accept("region signals", "region_signals.png");
    Regions regions = recorded.regions();
    png(
        "graph",
        "graph.png",
        GridPicture.of(
            MatrixImage.matrix(graph),
            regions.names(),
            regions.names(),
            "Brain graph: correlation of training contexts",
            "row = source, column = target"));
    Volume4D volume = ParcellateScan.open(scan);
    RegionSignals predicted = SignalsImage.signals(effect);
    String name = SampleFolder.stimulated(sample);
    png(
        "perturbation map",
        "effect_map.png",
        MapPicture.of(
            volume.grid(),
            EffectCheck.mean(volume),
            ScanImage.frames(map),
            FRAMES,
            predicted.interval(),
            "Stimulating " + name + ", by the model; grey: not above refitted models (q > 0.05)",
            "sd"));
    RegionSignals truth =
        SignalsFile.read(sample.resolve(SampleFolder.RESPONSE), ImportOptions.auto(), null)
            .signals();
    MapAgreement explained = EffectCheck.explained(predicted, truth, regions.find(name));
    String agreement =
        String.format(
            Locale.ROOT,
            "correlation over regions at the true peak %.2f, share of the true answer explained"
                + " over all frames %.2f, size true / foretold %.2f",
            EffectCheck.agreement(predicted, truth, regions.find(name)),
            explained.share(),
            explained.size());
    int site = regions.find(name);
    double limit =
        GridPicture.limit(others(predicted.values(), site), others(truth.values(), site));
    png(
        "model against truth",
        "effect_and_truth.png",
        PictureFiles.column(
            "Stimulating " + name,
            List.of(
                GridPicture.of(
                    predicted.values(),
                    regions.names(),
                    null,
                    "the model's answer (sd; one scale, of the regions that were not stimulated)",
                    "frames",
                    limit),
                GridPicture.of(
                    truth.values(),
                    regions.names(),
                    null,
                    "the phantom's true answer (sd)",
                    "frames",
                    limit))));
    ij.IJ.log("Model against the phantom's true response, " + agreement);
  }

  // The stimulated region answers many times as strongly, and would leave the others white.
  private static double[][] others(double[][] values, int site) {
    return IntStream.range(0, values.length)
        .filter(r -> r != site)
        .mapToObj(r -> values[r])
        .toArray(double[][]::new);
  }

  /**
   * The map where answers are sure, that of the stimulated region included: regions whose q is
   * above 0.05 are 0, which pictures show as the grey scan.
   *
   * @param labels label image of the map's grid
   * @param table one row per region, with columns Label and q (FDR)
   */
  public static ImagePlus sure(ImagePlus map, ImagePlus labels, ResultsTable table) {
    Set<Integer> unsure = new HashSet<>();
    for (int row = 0; row < table.size(); row++) {
      if (table.getValue("q (FDR)", row) > EffectTable.LEVEL) {
        unsure.add((int) table.getValue("Label", row));
      }
    }
    ImagePlus shown = map.duplicate();
    int planes = labels.getStackSize();
    for (int s = 1; s <= shown.getStackSize(); s++) {
      ImageProcessor values = shown.getStack().getProcessor(s);
      ImageProcessor where = labels.getStack().getProcessor((s - 1) % planes + 1);
      for (int i = 0; i < values.getPixelCount(); i++) {
        if (unsure.contains((int) where.getf(i))) {
          values.setf(i, 0);
        }
      }
    }
    return shown;
  }

  /** Largest answer of the stimulated region itself, in sd: what a stimulation is told to do. */
  public static double ownPeak(Path sample) throws IOException {
    RegionSignals truth =
        SignalsFile.read(sample.resolve(SampleFolder.RESPONSE), ImportOptions.auto(), null)
            .signals();
    int row = truth.regions().find(SampleFolder.stimulated(sample));
    return truth.values()[row][EffectPeak.largest(truth.values()[row])];
  }

  private void png(String what, String file, ColorProcessor picture) throws IOException {
    AtomicFile.write(folder.resolve(file), out -> PictureFiles.png(picture, out));
    say.accept(what, file);
  }
}
