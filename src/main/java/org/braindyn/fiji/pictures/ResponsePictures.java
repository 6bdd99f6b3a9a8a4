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
   * Responses to stimulation in sd of the BOLD signal.
   *
   * @param peaks at the peak of each stimulation, [source][target]
   * @param paths to one stimulation, [target][frame]
   */
  public record Responses(double[][] peaks, double[][] paths) {}

  /**
   * @param truth the true ones
   * @param foretold of the same shape
   * @param targets rows of the paths to draw
   */
  public static ImagePlus image(
      Regions regions,
      Responses truth,
      Responses foretold,
      int[] targets,
      double interval,
      String title) {
    LinePlot plot = new LinePlot("Response over time", "time (s)", "response (BOLD sd)");
    int frames = truth.paths[0].length;
    double[] time = IntStream.range(0, frames).mapToDouble(t -> t * interval).toArray();
    for (int k = 0; k < Math.min(LINES, targets.length); k++) {
      String name = regions.get(targets[k]).name();
      plot.line(name + ", true", time, truth.paths[targets[k]], k + 1, 3);
      plot.line(name + ", foretold", time, foretold.paths[targets[k]], k + 1, 1);
    }
    double limit = GridPicture.limit(truth.peaks, foretold.peaks); // one scale, to compare
    ColorProcessor page =
        PictureFiles.column(
            title,
            List.of(
                GridPicture.of(
                    truth.peaks,
                    regions.names(),
                    regions.names(),
                    "true response to stimulating each region (BOLD sd)",
                    "row = stimulated region, column = responding region",
                    limit),
                GridPicture.of(
                    foretold.peaks,
                    regions.names(),
                    regions.names(),
                    "foretold by the model, which saw no stimulation",
                    "row = stimulated region, column = responding region",
                    limit),
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
