package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.braindyn.data.Regions;

/** Which open images a dialog offers for a parameter, the likeliest first. */
public enum Choosable {
  /** 4-D scans and movies. */
  SCAN,
  /** Label images. */
  LABELS,
  /** Recordings, region x time: never what a model made. */
  SIGNALS,
  /** Recordings that are not known to be as slow as a scanner's. */
  EEG,
  /** Region x time, recorded or made by a model. */
  TRACES,
  /** Matrices, row = source. */
  GRAPH,
  /** Volumes of one frame: masks, labels, maps. */
  MASK,
  /** Values painted on the brain. */
  MAP,
  /** What a model made, region x time. */
  PREDICTION,
  /** Any image. */
  ANY;

  private static final String MADE = "made.by";
  private static final double SLOW = 0.1; // s; no EEG is sampled as rarely

  /**
   * The kind that a word means, e.g. "signals".
   *
   * @return ANY for no or an unknown word
   */
  public static Choosable of(String word) {
    for (Choosable kind : values()) {
      if (kind.name().equals(word.toUpperCase(Locale.ROOT))) {
        return kind;
      }
    }
    return ANY;
  }

  /** Marks what a model made, so that no dialog offers it as a recording. */
  public static void markMade(ImagePlus image) {
    ImageInfo.set(image, MADE, "model");
  }

  private static boolean made(ImagePlus image) {
    return ImageKind.PREDICTION.marks(image) || ImageInfo.get(image, MADE) != null;
  }

  /**
   * The open images of this kind: those that match another chosen image first, then those that were
   * marked as this kind, the active one, the newest.
   *
   * @param beside an image that was chosen already; may be null
   */
  public List<ImagePlus> open(ImagePlus beside) {
    List<ImagePlus> images = new ArrayList<>(OpenImages.all());
    java.util.Collections.reverse(images);
    ImagePlus current = WindowManager.getCurrentImage();
    images.removeIf(image -> !fits(image));
    images.sort(
        Comparator.<ImagePlus>comparingInt(image -> marked(image) ? 0 : 1)
            .thenComparingInt(image -> beside != null && matches(image, beside) ? 0 : 1)
            .thenComparingInt(image -> image == current ? 0 : 1));
    return images;
  }

  /** True if the image was marked as this kind, and not merely looks like it. */
  public boolean marked(ImagePlus image) {
    return switch (this) {
      case ANY -> true;
      case MASK -> ImageKind.LABELS.marks(image) || ImageKind.MAP.marks(image);
      case EEG -> ImageKind.SIGNALS.marks(image);
      case TRACES -> ImageKind.SIGNALS.marks(image) || ImageKind.PREDICTION.marks(image);
      default -> ImageKind.valueOf(name()).marks(image);
    };
  }

  /** True if the image may stand for this kind. */
  public boolean fits(ImagePlus image) {
    boolean free = ImageKind.unmarked(image) && image.getBitDepth() != 24 && !made(image);
    boolean flat = image.getStackSize() == 1;
    return switch (this) {
      case ANY -> true;
      case SCAN -> !made(image) && marked(image) || free && image.getStackSize() > 1;
      case SIGNALS -> !made(image) && marked(image) || free && flat && image.getHeight() > 1;
      case EEG -> SIGNALS.fits(image) && !(SignalsImage.keptInterval(image) >= SLOW);
      case TRACES -> marked(image) || SIGNALS.fits(image);
      case LABELS -> marked(image) || free && image.getNFrames() == 1 && image.getBitDepth() <= 16;
      case GRAPH -> marked(image) || free && flat && image.getWidth() == image.getHeight();
      case MASK -> marked(image) || free && image.getNFrames() == 1;
      case MAP, PREDICTION -> marked(image);
    };
  }

  /** True if two images are of one brain: the same regions, or the same grid. */
  static boolean matches(ImagePlus image, ImagePlus other) {
    Set<String> names = names(image);
    Set<String> others = names(other);
    if (!names.isEmpty() && !others.isEmpty()) {
      return names.containsAll(others) || others.containsAll(names);
    }
    return image.getStackSize() > 1
        && image.getWidth() == other.getWidth()
        && image.getHeight() == other.getHeight()
        && image.getNSlices() == other.getNSlices();
  }

  /** Names of the regions that an image knows; empty for none. */
  public static Set<String> names(ImagePlus image) {
    Regions regions = image == null ? null : RegionInfo.read(image);
    return regions == null ? Set.of() : new HashSet<>(regions.names());
  }

  /** The same in the image's order. */
  public static List<String> namesInOrder(ImagePlus image) {
    Regions regions = image == null ? null : RegionInfo.read(image);
    return regions == null ? List.of() : regions.names();
  }

  /** What a person is told who has one image of this kind where two are needed. */
  public String other() {
    return "no other is open. " + remedy().replaceFirst("^[^.]*[.] ?", "");
  }

  /** What a person does who has no image of this kind. */
  public String remedy() {
    return switch (this) {
      case SCAN -> "no scan is open. Open one with BrainDyn Open Scan..., or the sample";
      case LABELS, MASK ->
          "no label image is open. Open one with BrainDyn Open Scan..., or BrainDyn Make Labels...";
      case EEG -> "no EEG is open. Open one with BrainDyn Import EEG...";
      case SIGNALS, TRACES ->
          "no recording is open. Make one with BrainDyn Parcellate... or BrainDyn Import Signals...";
      case GRAPH -> "no graph is open. Make one with BrainDyn Build Graph...";
      case MAP -> "no map is open. Make one with BrainDyn Perturb... or BrainDyn Paint Regions...";
      case PREDICTION -> "no forecast is open. Make one with BrainDyn Forecast...";
      case ANY -> "no image is open";
    };
  }
}
