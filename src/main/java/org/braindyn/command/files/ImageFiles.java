package org.braindyn.command.files;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.text.ResultTable;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.plot.CarpetFigure;
import org.braindyn.fiji.figures.FigureImage;
import org.braindyn.fiji.figures.FigureOf;
import org.braindyn.fiji.images.ImageKind;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.pictures.GridPicture;
import org.braindyn.fiji.pictures.PictureFiles;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.NpySignals;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.cifti.PtSeriesWriter;
import org.braindyn.io.derivatives.DerivativeSignals;
import org.braindyn.io.nifti.NiftiMeaning;
import org.braindyn.io.nifti.NiftiType;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.io.tables.TimeSeriesWriter;

/** Writes images of every kind to files; a file stands complete or not at all. */
public final class ImageFiles {
  private ImageFiles() {}

  /**
   * Writes {@code image} in the format that the ending of {@code file} names.
   *
   * @throws BadInput if the format does not fit the image or the file cannot be written
   */
  public static void save(ImagePlus image, Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".ptseries.nii")) {
        PtSeriesWriter.write(file, shortest(SignalsImage.signals(image)), null);
      } else if (name.endsWith("_timeseries.tsv")) {
        DerivativeSignals.write(file, shortest(SignalsImage.signals(image)));
      } else if (name.matches(".*\\.(nii|nii\\.gz|hdr)")) {
        if (ImageKind.LABELS.marks(image)) {
          NiftiWriter.writeLabels(file, LabelImage.labels(image));
        } else {
          NiftiMeaning meaning =
              ImageKind.MAP.marks(image)
                  ? NiftiMeaning.estimate(image.getTitle())
                  : NiftiMeaning.NONE;
          NiftiWriter.write(file, ScanImage.volume(image), NiftiType.FLOAT32, meaning);
        }
      } else if (name.endsWith(".tif") || name.endsWith(".tiff")) {
        tiff(image, file);
      } else if (name.endsWith(".svg")
          || FigureImage.drawing(image) != null && name.endsWith(".png")) {
        FigureImage.write(drawing(image, file), file);
      } else if (name.endsWith(".png")) {
        look(image, file);
      } else if (name.endsWith(".csv") || name.endsWith(".tsv")) {
        table(image, file);
      } else if (name.endsWith(".npy") || name.endsWith(".npz")) {
        arrays(image, file);
      } else {
        throw new BadInput(
            "file="
                + file
                + ": the ending names no known format. Use .nii, .nii.gz, .hdr, .tif, .png, .svg,"
                + " .csv, .tsv, .npy, .npz, .ptseries.nii or _timeseries.tsv.");
      }
    } catch (IOException e) {
      throw new BadInput(file + " cannot be written: " + Reason.of(e), e);
    }
  }

  /** A figure's own drawing, else that of a matrix or of signals. */
  private static Drawing drawing(ImagePlus image, Path file) {
    Drawing kept = FigureImage.drawing(image);
    if (kept != null) {
      return kept;
    }
    if (ImageKind.GRAPH.marks(image)) {
      return FigureOf.matrix(image, null, "");
    }
    if (ImageKind.SIGNALS.marks(image) || ImageKind.PREDICTION.marks(image)) {
      return CarpetFigure.of(SignalsImage.signals(image));
    }
    throw new BadInput(
        "file="
            + file
            + ": only figures, signals and graphs are lines that .svg can hold. Use .png, or make a"
            + " figure of it with BrainDyn Figure...");
  }

  private static void arrays(ImagePlus image, Path file) throws IOException {
    if (!ImageKind.GRAPH.marks(image)) {
      NpySignals.write(file, SignalsImage.signals(image));
      return;
    }
    double[][] matrix = MatrixImage.matrix(image);
    double[] values =
        java.util.Arrays.stream(matrix).flatMapToDouble(java.util.Arrays::stream).toArray();
    NpyArray array = NpyArray.of(values, new int[] {matrix.length, matrix.length});
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".npy")) {
      Npy.write(file, array);
    } else {
      Npz.write(file, Map.of("matrix", array));
    }
  }

  private static void table(ImagePlus image, Path file) throws IOException {
    if (ImageKind.GRAPH.marks(image)) {
      double[][] matrix = MatrixImage.matrix(image);
      Regions regions = MatrixImage.regions(image);
      Regions named = regions == null ? Regions.numbered("Region", matrix.length) : regions;
      TimeSeriesWriter.write(file, ResultTable.matrix("source", named.names(), matrix));
    } else {
      TimeSeriesWriter.write(
          file, shortest(SignalsImage.signals(image)), SignalsImage.first(image));
    }
  }

  /** Pixels have 24 bits: 0.1 is written as 0.1 again, not as 0.10000000149011612. */
  private static RegionSignals shortest(RegionSignals signals) {
    double[][] values = new double[signals.size()][signals.frames()];
    for (int r = 0; r < values.length; r++) {
      for (int t = 0; t < values[r].length; t++) {
        double v = signals.values()[r][t];
        values[r][t] = (float) v == v ? Double.parseDouble(Float.toString((float) v)) : v;
      }
    }
    return signals.withCells(values);
  }

  /** Writes a TIFF with all slices, the calibration and the Info. */
  public static void tiff(ImagePlus image, Path file) throws IOException {
    Path part = part(file, ".tif");
    FileSaver saver = new FileSaver(image);
    boolean saved =
        image.getStackSize() > 1
            ? saver.saveAsTiffStack(part.toString())
            : saver.saveAsTiff(part.toString());
    finish(saved, part, file);
  }

  /**
   * Writes a picture to look at: signals and matrices with names and a scale, anything else as it
   * shows, small images enlarged.
   */
  private static void look(ImagePlus image, Path file) throws IOException {
    if (ImageKind.GRAPH.marks(image)) {
      double[][] matrix = MatrixImage.matrix(image);
      Regions regions = MatrixImage.regions(image);
      List<String> names =
          (regions == null ? Regions.numbered("Region", matrix.length) : regions).names();
      ColorProcessor picture =
          GridPicture.of(matrix, names, names, image.getTitle(), "row = source, column = target");
      AtomicFile.write(file, out -> PictureFiles.png(picture, out));
    } else if (ImageKind.SIGNALS.marks(image) || ImageKind.PREDICTION.marks(image)) {
      FigureImage.write(CarpetFigure.of(SignalsImage.signals(image)), file);
    } else {
      int zoom = Math.max(1, 400 / Math.max(image.getWidth(), image.getHeight()));
      ImagePlus flat = image.flatten();
      flat.setProcessor(
          flat.getProcessor().resize(flat.getWidth() * zoom, flat.getHeight() * zoom, false));
      picture(flat, file);
    }
  }

  /** Writes what the image shows as PNG. */
  public static void picture(ImagePlus image, Path file) throws IOException {
    Path part = part(file, ".png");
    String title = image.getTitle();
    finish(new FileSaver(image.flatten()).saveAsPng(part.toString()), part, file);
    image.setTitle(title);
  }

  private static Path part(Path file, String ending) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new IOException("there is no writable folder " + folder);
    }
    // Not Files.createTempFile: its files are readable by their owner only.
    return folder.resolve(
        "." + file.getFileName() + "." + java.util.UUID.randomUUID() + ".part" + ending);
  }

  private static void finish(boolean saved, Path part, Path file) throws IOException {
    if (!saved) {
      Files.deleteIfExists(part);
      throw new IOException("ImageJ could not write it (is the disk full?)");
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
