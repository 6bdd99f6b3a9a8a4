package org.braindyn.fiji.guide;

import ij.ImagePlus;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.figures.FigureOf;
import org.braindyn.fiji.images.ImageKind;
import org.braindyn.fiji.images.OpenImages;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.guide.Guide;
import org.braindyn.guide.GuideKind;
import org.braindyn.session.Lineage;
import org.braindyn.session.Session;

/** What is open when the guide starts. */
final class OpenData {
  private OpenData() {}

  /** The kind that suits what is open. */
  static GuideKind kind() {
    ImagePlus signals = newest(ImageKind.SIGNALS);
    if (signals != null) {
      try {
        return FigureOf.isEeg(SignalsImage.signals(signals)) ? GuideKind.EEG : GuideKind.TABLE;
      } catch (BadInput e) {
        return GuideKind.TABLE; // cropped by hand; the step that takes it says so
      }
    }
    return newest(ImageKind.SCAN) != null ? GuideKind.FMRI : GuideKind.SAMPLE;
  }

  /** Puts what is open in the place of the steps that would open it. */
  static void into(Guide guide) {
    if (guide.kind() == GuideKind.SAMPLE) {
      return;
    }
    boolean signals = guide.kind() == GuideKind.TABLE || guide.kind() == GuideKind.EEG;
    for (ImageKind kind :
        signals ? List.of(ImageKind.SIGNALS) : List.of(ImageKind.SCAN, ImageKind.LABELS)) {
      ImagePlus image = newest(kind);
      if (image != null) {
        guide.already(
            kind.name().toLowerCase(java.util.Locale.ROOT),
            image.getTitle(),
            Lineage.of(Session.all(), List.of(image.getTitle())));
      }
    }
  }

  private static ImagePlus newest(ImageKind kind) {
    ImagePlus found = null;
    for (ImagePlus image : OpenImages.all()) {
      found = kind.marks(image) ? image : found;
    }
    return found;
  }
}
