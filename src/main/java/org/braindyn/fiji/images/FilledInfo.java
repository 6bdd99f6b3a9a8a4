package org.braindyn.fiji.images;

import ij.ImagePlus;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.text.CellMarks;

/** Which values of a signals image were filled, in its Info: lines {@code rows | frames}. */
final class FilledInfo {
  private static final String CELLS = "filled";
  private static final String FRAMES = "filled.frames";

  private FilledInfo() {}

  static void write(ImagePlus image, RegionSignals signals) {
    List<String> lines = CellMarks.lines(signals.filled());
    if (!lines.isEmpty()) {
      ImageInfo.set(image, FRAMES, Integer.toString(signals.frames()));
      lines.forEach(line -> ImageInfo.add(image, CELLS, line));
    }
  }

  /**
   * The marks, [region][time]; null if nothing was filled.
   *
   * @throws BadInput if the image was cut after it was filled
   */
  static boolean[][] read(ImagePlus image) {
    String frames = ImageInfo.get(image, FRAMES);
    if (frames == null) {
      return null;
    }
    if (!frames.trim().equals(Integer.toString(image.getWidth()))) {
      throw new BadInput(
          String.format(
              "%s had %s columns when gaps were filled and has %d now; which values were filled"
                  + " cannot be told. Cut the original first and fill then.",
              image.getTitle(), frames.trim(), image.getWidth()));
    }
    return CellMarks.parse(
        ImageInfo.getAll(image, CELLS), image.getHeight(), image.getWidth(), image.getTitle());
  }
}
