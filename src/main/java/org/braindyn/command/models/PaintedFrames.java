package org.braindyn.command.models;

import ij.ImagePlus;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Volume4D;
import org.braindyn.data.join.Atlas;
import org.braindyn.fiji.images.Choosable;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.parcellation.RegionPainter;

/** Signals painted on labels as a 4-D scan: an open image, or a file when it is too large. */
final class PaintedFrames {
  private static final double MOST = 0.8;

  private PaintedFrames() {}

  /**
   * @param labels label image, null for none
   * @param file NIfTI file to write frame by frame, null for an open image
   * @return the image; null if there are no labels or it went into the file
   */
  static ImagePlus of(
      ImagePlus labels, File file, RegionSignals signals, String title, Progress progress) {
    if (labels == null) {
      return null;
    }
    Atlas places = LabelImage.atlas(labels);
    Volume4D volume = RegionPainter.paint(places, signals, 0);
    try {
      if (file != null) {
        NiftiWriter.write(file.toPath(), volume);
        return null;
      }
      ImagePlus image = ScanImage.image(volume, progress);
      image.setTitle(title);
      Choosable.markMade(image);
      var values = Arrays.stream(signals.values()).flatMapToDouble(Arrays::stream);
      var range = values.summaryStatistics(); // not from the background's 0
      image.setDisplayRange(range.getMin(), range.getMax());
      return image;
    } catch (IOException e) {
      throw new BadInput("The frames cannot be painted: " + Reason.of(e), e);
    }
  }

  /** Refuses, before any work is done, what cannot be painted. */
  static void check(ImagePlus labels, File file, int frames) {
    if (file == null) {
      if (labels != null) {
        checkSpace(4.0 * frames * labels.getWidth() * labels.getHeight() * labels.getNSlices());
      }
      return;
    }
    if (labels == null) {
      throw new BadInput(
          "file=" + file + " is for painted frames, but labels is missing. Choose a label image.");
    }
    if (!file.getName().toLowerCase(Locale.ROOT).matches(".*\\.nii(\\.gz)?")) {
      throw new BadInput("file=" + file + ": painted frames are written as .nii or .nii.gz.");
    }
  }

  private static void checkSpace(double bytes) {
    Runtime java = Runtime.getRuntime();
    double free = java.maxMemory() - (java.totalMemory() - java.freeMemory());
    if (bytes > MOST * free) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "The painted frames need %.1f GB of memory, but %.1f GB are free. Give"
                  + " file=[name.nii.gz] to write them one by one, or generate fewer.",
              bytes / 1e9,
              free / 1e9));
    }
  }
}
