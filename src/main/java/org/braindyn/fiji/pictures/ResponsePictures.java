package org.braindyn.fiji.pictures;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Regions;

/** True and foretold responses side by side, as one picture. */
public final class ResponsePictures {
  private static final int LINES = 4;

  private ResponsePictures() {}

  /**
   * @param truth at the peak, [source][target]
   * @param foretold same shape
   * @param truePaths responses to one stimulation, [target][frame]
   * @param foretoldPaths same shape
   * @param targets rows of the paths to draw
   */
  public static ImagePlus image(
      Regions regions,
      double[][] truth,
      double[][] foretold,
      double[][] truePaths,
      double[][] foretoldPaths,
      int[] targets,
      double interval,
      String title) {
    LinePlot plot = new LinePlot("Response over time", "time (s)", "response (BOLD sd)");
    int frames = truePaths[0].length;
    double[] time = IntStream.range(0, frames).mapToDouble(t -> t * interval).toArray();
    for (int k = 0; k < Math.min(LINES, targets.length); k++) {
      String name = regions.get(targets[k]).name();
      plot.line(name + ", true", time, truePaths[targets[k]], k + 1, 3);
      plot.line(name + ", foretold", time, foretoldPaths[targets[k]], k + 1, 1);
    }
    ColorProcessor page =
        PictureFiles.column(
            title,
            List.of(
                GridPicture.of(
                    truth,
                    regions.names(),
                    regions.names(),
                    "true response to stimulating each region (BOLD sd)",
                    "row = stimulated region, column = responding region"),
                GridPicture.of(
                    foretold,
                    regions.names(),
                    regions.names(),
                    "foretold by the model, which saw no stimulation",
                    "row = stimulated region, column = responding region"),
                plot.picture()));
    return new ImagePlus(title, page);
  }

  /** Writes such a picture as PNG. */
  public static void write(ImagePlus image, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      PictureFiles.png((ColorProcessor) image.getProcessor(), out);
    } catch (IOException e) {
      throw new BadInput(file + " cannot be written: " + Reason.of(e), e);
    }
  }
}
