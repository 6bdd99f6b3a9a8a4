package org.braindyn.packaged;

import ij.IJ;
import ij.WindowManager;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.JButton;

/**
 * From a fresh start to a map on the sample, by what every dialog proposes: counts the clicks after
 * the menu. Needs a screen, and the plugin's jar in the folder {@code -Dplugins.dir}/plugins.
 * Argument: a folder for the picture at the end.
 */
public final class FewestClicks {
  private static final int PATIENCE_S = 240;

  private final Robot robot;
  private int clicks;

  private FewestClicks() throws Exception {
    robot = new Robot();
    robot.setAutoDelay(120);
  }

  /** Walks and counts. */
  public static void main(String[] arguments) throws Exception {
    new ij.ImageJ();
    Path out = Files.createDirectories(Path.of(arguments[0]));
    new FewestClicks().walk(out);
    System.exit(0);
  }

  private void walk(Path out) throws Exception {
    IJ.run("BrainDyn Phantom (fMRI, 4-D)"); // the menu: File > Open Samples
    step("BrainDyn Parcellate", "signals of phantom.*");
    step("BrainDyn Train", null);
    step("BrainDyn Perturb", "effect map.*");
    robot.delay(1500);
    Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    ImageIO.write(robot.createScreenCapture(screen), "png", out.resolve("map.png").toFile());
    System.out.println("clicks after the menu: " + clicks);
  }

  /** A command from the menu, its OK, and what it makes. */
  private void step(String name, String image) throws Exception {
    Thread thread = new Thread(() -> IJ.run(name + "..."), "Run$_" + name);
    thread.start();
    Dialog dialog = null;
    for (int k = 0; k < 100 && dialog == null; k++) {
      robot.delay(100);
      dialog = DialogHeights.shown(name);
    }
    robot.delay(500);
    JButton ok = button(dialog);
    Point at = ok.getLocationOnScreen();
    robot.mouseMove(at.x + ok.getWidth() / 2, at.y + ok.getHeight() / 2);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    clicks++;
    thread.join(1000L * PATIENCE_S);
    boolean there = image == null;
    for (int id : WindowManager.getIDList()) {
      there |= image != null && WindowManager.getImage(id).getTitle().matches(image);
    }
    if (!there) {
      throw new IllegalStateException("no " + image + " after " + name);
    }
    System.out.println(name + ": OK");
  }

  private static JButton button(Container in) {
    for (Component child : in.getComponents()) {
      if (child instanceof JButton one && "OK".equals(one.getText())) {
        return one;
      }
      JButton inside = child instanceof Container more ? button(more) : null;
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }
}
