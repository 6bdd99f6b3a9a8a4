package org.braindyn.fiji.images;

import ij.ImagePlus;

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

  /** True if an image was not marked as any kind: it comes from elsewhere. */
  static boolean unmarked(ImagePlus image) {
    return ImageInfo.get(image, NAME) == null;
  }
}
