package org.braindyn.fiji.images;

import ij.ImagePlus;
import java.io.File;
import java.util.function.Function;
import org.braindyn.data.BadInput;

/** Inputs that may be an open image or a file. */
public final class Inputs {
  private Inputs() {}

  /**
   * Takes the one that was given.
   *
   * @throws BadInput if neither or both were given
   */
  public static <T> T one(
      String imageKey,
      ImagePlus image,
      String fileKey,
      File file,
      Function<ImagePlus, T> ofImage,
      Function<File, T> ofFile) {
    if (image != null && file != null) {
      throw new BadInput(
          "Both "
              + imageKey
              + "="
              + image.getTitle()
              + " and "
              + fileKey
              + "="
              + file
              + " were given. Give one of them.");
    }
    if (image == null && file == null) {
      throw new BadInput(
          "Neither "
              + imageKey
              + " (an open image) nor "
              + fileKey
              + " (a file) was given."
              + " Open an image and choose it, or name a file.");
    }
    return image != null ? ofImage.apply(image) : ofFile.apply(file);
  }
}
