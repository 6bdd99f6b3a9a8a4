package org.braindyn.fiji.images;

import ij.ImagePlus;

/** What is known of the model that made an image, in its Info. */
public final class ModelNote {
  private static final String KEY = "model.verdict";

  private ModelNote() {}

  /** Writes a sentence, e.g. that the model is no better than VAR(1). */
  public static void write(ImagePlus image, String sentence) {
    ImageInfo.set(image, KEY, sentence);
  }

  /** {@return what is known of the model; null for nothing} */
  public static String read(ImagePlus image) {
    return ImageInfo.get(image, KEY);
  }
}
