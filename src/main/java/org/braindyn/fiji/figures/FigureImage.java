package org.braindyn.fiji.figures;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Svg;
import org.braindyn.io.AtomicFile;

/** A drawing as an image that ImageJ shows; it keeps the drawing, to be saved as SVG. */
public final class FigureImage {
  private static final String DRAWING = "BrainDyn.drawing";

  /** Pixels per point on the screen. */
  private static final double SCREEN = 1;

  /** Pixels per point in a file: 144 dots per inch at the size of the page, for print. */
  private static final double FILE = 2;

  private FigureImage() {}

  /** The image, one pixel per point. */
  public static ImagePlus of(Drawing drawing) {
    return of(drawing, drawing.title());
  }

  /** The same under a title of its own. */
  public static ImagePlus of(Drawing drawing, String title) {
    ImagePlus image = new ImagePlus(title, new ColorProcessor(Painter.image(drawing, SCREEN)));
    image.setProperty(DRAWING, drawing);
    return image;
  }

  /** What an image was drawn from; null if it is no figure, or was changed in size since. */
  public static Drawing drawing(ImagePlus image) {
    Object kept = image.getProperty(DRAWING);
    boolean same =
        kept instanceof Drawing d
            && image.getWidth() == (int) Math.ceil(d.width() * SCREEN)
            && image.getHeight() == (int) Math.ceil(d.height() * SCREEN);
    return same ? (Drawing) kept : null;
  }

  /**
   * Writes a drawing.
   *
   * @param file .svg, or .png at twice the size
   * @throws BadInput if the ending is another one or the file cannot be written
   */
  public static void write(Drawing drawing, Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.matches("(?s).*\\.(svg|png)")) {
      throw new BadInput("file=" + file + ": a figure is written as .svg or .png.");
    }
    try {
      AtomicFile.write(
          file,
          out -> {
            if (name.endsWith(".svg")) {
              out.write(Svg.of(drawing).getBytes(StandardCharsets.UTF_8));
            } else if (!ImageIO.write(Painter.image(drawing, FILE), "png", out)) {
              throw new IOException("this Java cannot write PNG");
            }
          });
    } catch (IOException e) {
      throw new BadInput(file + " cannot be written: " + Reason.of(e), e);
    }
  }
}
