package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.List;

/** What an image is to BrainDyn, kept in its Info. */
public enum ImageKind {
  /** 4-D scan or movie. */
  SCAN,
  /** Label image. */
  LABELS,
  /** Region x time. */
  SIGNALS,
  /** Region x time that a model made; never a recording to train on or start from. */
  PREDICTION,
  /** N x N matrix, row = source. */
  GRAPH,
  /** Values painted on the brain. */
  MAP;

  private static final String NAME = "kind";

  /** Marks an image. */
  public void mark(ImagePlus image) {
    ImageInfo.set(image, NAME, name().toLowerCase(java.util.Locale.ROOT));
  }

  /** True if the image was marked as this kind. */
  public boolean marks(ImagePlus image) {
    return name().equalsIgnoreCase(ImageInfo.get(image, NAME));
  }

  /**
   * The open image that a newcomer most likely means by a parameter.
   *
   * @param parameter name of the parameter, e.g. "labels"
   * @param required whether some image must be chosen
   * @return an image, or null for none
   */
  public static ImagePlus suggest(String parameter, boolean required) {
    ImagePlus current = WindowManager.getCurrentImage();
    List<ImagePlus> images = new java.util.ArrayList<>(OpenImages.all());
    java.util.Collections.reverse(images);
    if (current != null) {
      images.remove(current);
      images.add(0, current);
    }
    for (ImageKind kind : values()) {
      if (kind.name().equalsIgnoreCase(parameter)) {
        for (ImagePlus image : images) {
          if (kind.marks(image)) {
            return image;
          }
        }
        for (ImagePlus image : images) {
          if (kind.looksLike(image)) {
            return image;
          }
        }
      }
    }
    return required && !images.isEmpty() ? images.get(0) : null;
  }

  private boolean looksLike(ImagePlus image) {
    boolean unmarked = ImageInfo.get(image, NAME) == null;
    return switch (this) {
      case SCAN -> unmarked && image.getStackSize() > 1 && image.getNFrames() > 1;
      case LABELS -> unmarked && image.getNFrames() == 1 && image.getBitDepth() <= 16;
      default -> false;
    };
  }
}
