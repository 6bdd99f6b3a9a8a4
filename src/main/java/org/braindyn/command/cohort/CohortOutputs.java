package org.braindyn.command.cohort;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.command.files.ImageFiles;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.text.ResultTable;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MapImage;
import org.braindyn.fiji.pictures.GridPicture;
import org.braindyn.fiji.pictures.PictureFiles;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.parcellation.RegionPainter;

/** Results across people as files of one folder, and painted on the brain. */
final class CohortOutputs {
  private final Path folder;

  /**
   * @param folder where to; null for nowhere
   */
  CohortOutputs(Path folder) {
    this.folder = folder;
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  CohortOutputs table(String name, ResultTable table) {
    if (folder != null) {
      try {
        TimeSeriesWriter.write(folder.resolve(name), table);
      } catch (IOException e) {
        throw cannot(e);
      }
    }
    return this;
  }

  CohortOutputs picture(String name, ImagePlus image) {
    if (folder != null) {
      try {
        ImageFiles.picture(image, folder.resolve(name));
      } catch (IOException e) {
        throw cannot(e);
      }
    }
    return this;
  }

  /** A matrix with the names of its regions. */
  CohortOutputs matrix(String name, double[][] values, Regions regions, String title) {
    if (folder != null) {
      List<String> names = regions.names();
      ColorProcessor picture =
          GridPicture.of(values, names, names, title, "row and column = region");
      try {
        AtomicFile.write(folder.resolve(name), out -> PictureFiles.png(picture, out));
      } catch (IOException e) {
        throw cannot(e);
      }
    }
    return this;
  }

  CohortOutputs plot(String name, Plot plot) {
    return folder == null ? this : picture(name, plot.getImagePlus());
  }

  /** Sentences, as shown and as notes.txt. */
  String notes(List<String> sentences) {
    String text = String.join("\n", sentences).strip();
    if (folder != null) {
      try {
        AtomicFile.write(
            folder.resolve("notes.txt"), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw cannot(e);
      }
    }
    return text;
  }

  private BadInput cannot(IOException e) {
    return new BadInput("output=" + folder + " cannot be written: " + Reason.of(e), e);
  }

  /** Refuses labels that regions cannot be painted on, before long work is done. */
  static void check(ImagePlus labels, Regions regions) {
    if (labels != null) {
      RegionPainter.unpainted(LabelImage.atlas(labels), regions, "the recordings");
    }
  }

  /** A number per region on the brain; null without labels. */
  static ImagePlus map(ImagePlus labels, Regions regions, double[] values, String title) {
    if (labels == null) {
      return null;
    }
    double[][] rows = new double[values.length][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = new double[] {values[r]};
    }
    RegionSignals map = new RegionSignals(regions, rows, Double.NaN, title);
    return MapImage.image(
        RegionPainter.paint(LabelImage.atlas(labels), map, Double.NaN), title, Progress.NONE);
  }
}
