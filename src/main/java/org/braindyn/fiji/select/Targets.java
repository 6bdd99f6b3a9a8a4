package org.braindyn.fiji.select;

import ij.ImagePlus;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.fiji.figures.FigureImage;
import org.braindyn.fiji.images.ImageKind;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.OpenImages;
import org.braindyn.fiji.images.ScalpImage;
import org.braindyn.fiji.images.SignalsImage;

/** How the pixels of an image stand for regions. */
final class Targets {
  private Targets() {}

  /** The target of an image; null if its pixels stand for no region. */
  static RegionTarget of(ImagePlus image) {
    try {
      return known(image);
    } catch (BadInput e) {
      return null; // an image that was cropped or is no longer what its Info says
    }
  }

  private static RegionTarget known(ImagePlus image) {
    Drawing drawing = FigureImage.drawing(image);
    if (drawing != null) {
      return new FigureTarget(drawing);
    }
    if (ImageKind.LABELS.marks(image)) {
      return new LabelTarget(LabelImage.atlas(image));
    }
    if (ImageKind.SIGNALS.marks(image) || ImageKind.PREDICTION.marks(image)) {
      return new RowTarget(SignalsImage.signals(image).regions(), image.getWidth(), false);
    }
    if (ImageKind.GRAPH.marks(image)) {
      Regions regions = MatrixImage.regions(image);
      return regions == null ? null : new RowTarget(regions, image.getWidth(), true);
    }
    if (ImageKind.MAP.marks(image) || ImageKind.SCAN.marks(image)) {
      ImagePlus labels = labelsOn(image);
      return labels == null ? null : new LabelTarget(LabelImage.atlas(labels));
    }
    return ScalpImage.electrodes(image).isEmpty() ? null : new ScalpTarget(image);
  }

  /** The newest label image of the same size. */
  private static ImagePlus labelsOn(ImagePlus image) {
    ImagePlus found = null;
    for (ImagePlus one : OpenImages.all()) {
      boolean same =
          one.getWidth() == image.getWidth()
              && one.getHeight() == image.getHeight()
              && one.getNSlices() == image.getNSlices();
      found = same && ImageKind.LABELS.marks(one) ? one : found;
    }
    return found;
  }
}
