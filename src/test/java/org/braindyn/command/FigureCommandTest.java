package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.braindyn.command.figures.MakeFigure;
import org.braindyn.command.open.Save;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures by command: every kind, as SVG and as PNG. */
class FigureCommandTest {
  private static final List<String> NAMES = List.of("Fp1", "Fp2", "C3", "C4", "O1");

  @TempDir Path folder;

  private static ImagePlus signals() {
    double[][] values = new double[5][400];
    for (int c = 0; c < 5; c++) {
      for (int t = 0; t < 400; t++) {
        values[c][t] = Math.sin(0.1 * t * (c + 1)) * (c + 1);
      }
    }
    return SignalsImage.image(new RegionSignals(Regions.named(NAMES), values, 0.02, "eeg"), "eeg");
  }

  private static ImagePlus matrix() {
    double[][] matrix = new double[5][5];
    matrix[0][1] = 0.5;
    matrix[3][2] = -1;
    return MatrixImage.image(matrix, Regions.named(NAMES), "links");
  }

  @Test
  void everyKindIsWrittenTwice() throws Throwable {
    for (String kind : List.of("carpet", "scalp map", "EEG page", "matrix", "connectome circle")) {
      boolean links = kind.equals("matrix") || kind.equals("connectome circle");
      ImagePlus of = links ? matrix() : signals();
      Path svg = folder.resolve(kind.replace(' ', '_') + ".svg");
      ImagePlus made =
          (ImagePlus)
              run(MakeFigure.class, "image", of, "kind", kind, "file", svg.toFile())
                  .getOutput("figure");
      String text = Files.readString(svg);
      assertTrue(text.startsWith("<svg") && text.contains("C3"), kind);
      Path png = folder.resolve("figure.png");
      run(Save.class, "image", made, "file", png.toFile());
      assertEquals(2 * made.getWidth(), ImageIO.read(png.toFile()).getWidth(), 1, kind);
      Path again = folder.resolve("again.svg");
      run(Save.class, "image", made, "file", again.toFile());
      assertEquals(text, Files.readString(again), kind);
    }
  }

  @Test
  void theKindFollowsTheImage() throws Throwable {
    ImagePlus page = (ImagePlus) run(MakeFigure.class, "image", signals()).getOutput("figure");
    assertTrue(page.getTitle().startsWith("EEG page"), page.getTitle());
    ImagePlus circle = (ImagePlus) run(MakeFigure.class, "image", matrix()).getOutput("figure");
    assertTrue(circle.getTitle().startsWith("Circle"), circle.getTitle());
  }

  @Test
  void refusalsNameWhatIsMissing() {
    refuses("label image", MakeFigure.class, "image", matrix(), "kind", "glass brain");
    refuses("labels=", MakeFigure.class, "image", signals(), "kind", "map");
    refuses(
        ".svg or .png",
        MakeFigure.class,
        "image",
        matrix(),
        "file",
        folder.resolve("figure.pdf").toFile());
    refuses("frame=999", MakeFigure.class, "image", signals(), "kind", "scalp map", "frame", 999);
  }
}
