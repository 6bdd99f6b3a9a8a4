package org.braindyn.packaged;

import ij.IJ;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * Opens every dialog with the sample open and writes its size (table.tsv) and picture. The quick
 * companion of src/test/ui/screens.sh, and what measured the dialogs of commit 09a16660, which are
 * ImageJ's own. Needs a screen, and the plugin's jar in the folder {@code -Dplugins.dir}/plugins.
 * Arguments: a folder; plugins.config.
 */
public final class DialogHeights {
  private DialogHeights() {}

  /** Measures all. */
  public static void main(String[] arguments) throws Exception {
    Path out = Files.createDirectories(Path.of(arguments[0]));
    new ij.ImageJ();
    Robot robot = new Robot();
    IJ.run("BrainDyn Phantom (fMRI, 4-D)");
    IJ.run("BrainDyn Parcellate...", "scan=phantom labels=[phantom labels]");
    IJ.run("BrainDyn Build Graph...", "signals=[signals of phantom]");
    try (PrintWriter table = new PrintWriter(out.resolve("table.tsv").toFile())) {
      for (String line : Files.readAllLines(Path.of(arguments[1]))) {
        if (line.matches(".*\"BrainDyn [^\"]*\\.\\.\\.\".*")) {
          String label = line.replaceFirst("^[^\"]*\"([^\"]*)\".*", "$1");
          Rectangle bounds = measure(label, robot, out);
          table.printf("%s\t%d\t%d%n", label, bounds.width, bounds.height);
        }
      }
    }
    System.exit(0);
  }

  private static Rectangle measure(String label, Robot robot, Path out) throws Exception {
    String name = label.replace("...", "");
    Thread thread = new Thread(() -> IJ.run(label), "Run$_" + name);
    thread.setDaemon(true);
    thread.start();
    Dialog dialog = null;
    for (int k = 0; k < 60 && dialog == null; k++) {
      robot.delay(60);
      dialog = shown(name);
    }
    if (dialog == null) {
      throw new IllegalStateException("no dialog of " + label);
    }
    dialog.toFront();
    robot.delay(400);
    Rectangle bounds = dialog.getBounds();
    String file = name.replace("BrainDyn ", "").replace(' ', '-').toLowerCase() + ".png";
    ImageIO.write(robot.createScreenCapture(bounds), "png", out.resolve(file).toFile());
    for (int k = 0; k < 5 && shown(".*") != null; k++) {
      EventQueue.invokeAndWait(shown(".*")::dispose);
      thread.join(1000);
    }
    return bounds;
  }

  static Dialog shown(String title) {
    return Arrays.stream(Window.getWindows())
        .filter(w -> w instanceof Dialog && w.isVisible())
        .map(Dialog.class::cast)
        .filter(d -> d.getTitle() != null && d.getTitle().matches(title))
        .findFirst()
        .orElse(null);
  }
}
