package org.braindyn.command.regions;

import ij.ImagePlus;
import java.io.File;
import org.braindyn.api.Labels;
import org.braindyn.api.Scan;
import org.braindyn.fiji.images.Inputs;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.ScanImage;

/** Inputs of a dialog as the api takes them: an open image or a file. */
final class Given {
  private Given() {}

  static Scan scan(ImagePlus image, File file) {
    return Inputs.one(
        "scan",
        image,
        "scanfile",
        file,
        i -> Scan.of(ScanImage.volume(i)),
        f -> Scan.open(f.getPath()));
  }

  static Labels labels(ImagePlus image, File file, File names) {
    return Inputs.one(
            "labels",
            image,
            "labelsfile",
            file,
            i -> Labels.of(LabelImage.labels(i), LabelImage.regions(i)),
            f -> Labels.open(f.getPath()))
        .named(path(names));
  }

  static String path(File file) {
    return file == null ? null : file.getPath();
  }
}
