package org.braindyn.benchmark;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.Volume4D;
import org.braindyn.figure.plot.CarpetFigure;
import org.braindyn.fiji.figures.FigureImage;
import org.braindyn.fiji.images.RegionOutlines;
import org.braindyn.fiji.images.RoiMasks;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.fiji.pictures.OutlinePicture;
import org.braindyn.parcellation.DataLabels;
import org.braindyn.parcellation.MaskLabels;
import org.braindyn.parcellation.Parcellation;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.Parcellator;

/**
 * Two calcium movies cut into regions: clusters of the data, and outlines from a ROI zip.
 * Arguments: the folder with the data, a folder for pictures.
 */
public final class CalciumValidation {
  private CalciumValidation() {}

  /** Runs the validation, prints figures and saves pictures. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Path out = Path.of(arguments[1]);
    ImagePlus mouse = movie(data.resolve("calcium_thunder_mouse/mouse_500x64x64_uint16.tif"));
    for (DataLabels.Method method : DataLabels.Method.values()) {
      DataLabels.Settings settings =
          new DataLabels.Settings(method, 100, 0.5, null, Double.NEGATIVE_INFINITY, Seed.of(1));
      long start = System.nanoTime();
      Labels3D labels = DataLabels.make(ScanImage.volume(mouse), settings, Progress.NONE);
      double seconds = (System.nanoTime() - start) * 1e-9;
      Parcellation p = run(mouse, labels, LabelNames.NONE, method.toString(), out);
      System.out.printf(
          Locale.ROOT,
          "%s: %d regions of %d to %d voxels in %.2f s; mean correlation of a voxel with its"
              + " region %.3f%n",
          method,
          p.signals().size(),
          p.quality().stream().mapToLong(q -> q.used()).min().getAsLong(),
          p.quality().stream().mapToLong(q -> q.used()).max().getAsLong(),
          seconds,
          homogeneity(mouse, p));
    }
    ImagePlus sima = movie(data.resolve("calcium_sima/example.tif"));
    File zip = data.resolve("calcium_sima/imageJ_ROIs.zip").toFile();
    MaskLabels.Made made =
        MaskLabels.make(
            ScanImage.volume(sima).grid(),
            RoiMasks.masks(sima, RoiMasks.ofFile(zip)).stream()
                .map(m -> new MaskLabels.Mask(m.name(), m.inside()))
                .toList(),
            zip.getName());
    Parcellation p = run(sima, made.labels(), made.names(), "sima", out);
    p.quality()
        .forEach(
            q ->
                System.out.printf(
                    Locale.ROOT,
                    "%s: %d pixels, mean %.2f, sd %.2f, tSNR %.2f%n",
                    q.region().name(),
                    q.used(),
                    q.mean(),
                    q.sd(),
                    q.tsnr()));
  }

  private static ImagePlus movie(Path file) {
    ImagePlus image = IJ.openImage(file.toString());
    if (image.getNFrames() == 1) {
      image.setDimensions(1, 1, image.getStackSize());
    }
    System.out.println(file.getFileName() + ": " + Arrays.toString(image.getDimensions()));
    return image;
  }

  private static Parcellation run(
      ImagePlus movie, Labels3D labels, LabelNames names, String name, Path out)
      throws IOException {
    Volume4D volume = ScanImage.volume(movie);
    Parcellation p =
        new Parcellator(ParcellationSettings.defaults())
            .parcellate(volume, labels, names, Progress.NONE);
    ImagePlus mean = RegionOutlines.meanImage(volume, Progress.NONE);
    RegionOutlines.draw(mean, labels, names);
    save(new ImagePlus("", OutlinePicture.of(mean, labels)), out, "outlines-" + name);
    save(FigureImage.of(CarpetFigure.of(p.signals())), out, "carpet-" + name);
    return p;
  }

  private static void save(ImagePlus image, Path out, String name) {
    String file = out.resolve(name.toLowerCase(Locale.ROOT) + ".png").toString();
    new FileSaver(image).saveAsPng(file);
    System.out.println("wrote " + file);
  }

  private static double homogeneity(ImagePlus movie, Parcellation p) throws IOException {
    Volume4D volume = ScanImage.volume(movie);
    int n = volume.grid().voxels();
    double[][] voxels = new double[n][volume.frames()];
    double[] frame = new double[n];
    try (Volume4D.FrameReader reader = volume.open()) {
      for (int t = 0; t < volume.frames(); t++) {
        reader.next(frame);
        for (int v = 0; v < n; v++) {
          voxels[v][t] = frame[v];
        }
      }
    }
    var correlation = new org.apache.commons.math3.stat.correlation.PearsonsCorrelation();
    double sum = 0;
    int used = 0;
    for (int v = 0; v < n; v++) {
      int label = p.labels().labels()[v];
      if (label > 0) {
        sum += correlation.correlation(voxels[v], p.signals().values()[label - 1]);
        used++;
      }
    }
    return sum / used;
  }
}
