package org.braindyn.packaged;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.braindyn.guide.Field;
import org.braindyn.guide.GuideKind;
import org.braindyn.guide.Step;

/**
 * Walks the guide's window on every kind of data as a person does, field by field and button by
 * button, with a picture of the screen after each step. Needs a screen;
 * src/test/shell/guide-tour.sh makes one and compares what the saved macros write. Argument: a
 * folder.
 */
public final class GuideTour {
  private static final int PATIENCE = 300_000;

  private final Path out;
  private final Robot robot;

  private GuideTour(Path out) throws Exception {
    this.out = out;
    robot = new Robot();
  }

  /** Walks all kinds, or those that are named. */
  public static void main(String[] arguments) throws Exception {
    Path out = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
    new ij.ImageJ();
    GuideTour tour = new GuideTour(out);
    try {
      tour.walkAll(arguments);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }

  private void walkAll(String[] arguments) throws Exception {
    for (GuideKind kind : GuideKind.values()) {
      boolean asked = arguments.length == 1;
      for (int k = 1; k < arguments.length; k++) {
        asked |= kind.name().equalsIgnoreCase(arguments[k]);
      }
      if (asked) {
        walk(kind);
      }
    }
  }

  private void walk(GuideKind kind) throws Exception {
    Path folder = Files.createDirectories(out.resolve(kind.name().toLowerCase()));
    Path walked = Files.createDirectories(folder.resolve("walked"));
    Map<String, String> given = GuideData.of(kind, Files.createDirectories(folder.resolve("data")));
    IJ.run("BrainDyn Guide...", "data=[" + kind.title() + "] folder=[" + walked + "]");
    JFrame guide = await(kind);
    List<Step> steps = kind.steps();
    for (int s = 0; s < steps.size(); s++) {
      Step step = steps.get(s);
      for (Field field : step.fields()) {
        String value = given.get(step.id() + "." + field.key());
        if (value != null) {
          type(guide, field.label(), value);
        }
      }
      robot.delay(300);
      if (s == 1) {
        shot(folder.resolve("asks.png"));
      }
      long start = System.nanoTime();
      EventQueue.invokeLater(button(guide, "Run this step")::doClick);
      await(guide, s, steps.size());
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("%s %d %s: %.1f s%n", kind, s + 1, step.id(), seconds);
      robot.delay(700);
      shot(folder.resolve(String.format("step%02d.png", s + 1)));
      if (kind == GuideKind.EEG && s == 0) {
        view(folder.resolve("viewer.png"));
      }
      if (kind == GuideKind.SAMPLE && step.id().equals("perturb")) {
        point(guide, folder.resolve("selected.png"));
      }
    }
    if (!Files.exists(walked.resolve("report.html"))) {
      throw new IllegalStateException("no report: " + texts(guide));
    }
    save(guide);
    Files.move(
        walked.resolve("braindyn-guide.ijm"),
        folder.resolve("guide.ijm"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    EventQueue.invokeAndWait(guide::dispose);
    close();
  }

  /** The EEG viewer, on its third page. */
  private void view(Path file) throws Exception {
    IJ.run("BrainDyn EEG Viewer...", "signals=eeg.edf start=20");
    Thread.sleep(1500);
    for (Window window : Window.getWindows()) {
      if (window instanceof JFrame frame && frame.getTitle().startsWith("EEG of")) {
        EventQueue.invokeAndWait(
            () -> {
              frame.setLocation(150, 80);
              frame.toFront();
            });
        Thread.sleep(1000);
        shot(file);
        EventQueue.invokeAndWait(frame::dispose);
      }
    }
  }

  /** A click in the label image, after which the region is marked everywhere. */
  private void point(JFrame guide, Path file) throws Exception {
    EventQueue.invokeAndWait(() -> guide.setVisible(false));
    ImagePlus labels = WindowManager.getImage("phantom labels");
    ij.gui.ImageCanvas canvas = labels.getCanvas();
    for (int y = labels.getHeight() / 2; y < labels.getHeight(); y++) {
      int x = labels.getWidth() / 3;
      if (labels.getProcessor().getf(x, y) > 0) {
        int px = canvas.screenX(x);
        int py = canvas.screenY(y);
        EventQueue.invokeAndWait(
            () ->
                canvas.dispatchEvent(
                    new java.awt.event.MouseEvent(
                        canvas, java.awt.event.MouseEvent.MOUSE_CLICKED, 0, 0, px, py, 1, false)));
        break;
      }
    }
    Thread.sleep(1500);
    shot(file);
    EventQueue.invokeAndWait(() -> guide.setVisible(true));
  }

  private void close() throws Exception {
    int[] ids = WindowManager.getIDList();
    for (int k = 0; ids != null && k < ids.length; k++) {
      ImagePlus image = WindowManager.getImage(ids[k]);
      if (image != null) {
        image.changes = false;
        image.close();
      }
    }
    for (Frame frame :
        WindowManager.getNonImageWindows() == null
            ? new Frame[0]
            : WindowManager.getNonImageWindows()) {
      if (!(frame instanceof ij.ImageJ)) {
        EventQueue.invokeAndWait(frame::dispose);
        WindowManager.removeWindow(frame);
      }
    }
    robot.delay(300);
  }

  private static JFrame await(GuideKind kind) throws Exception {
    for (int k = 0; k < 100; k++) {
      for (Window window : Window.getWindows()) {
        if (window instanceof JFrame frame
            && frame.isShowing()
            && frame.getTitle().equals("BrainDyn Guide: " + kind.title())) {
          return frame;
        }
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("no guide");
  }

  /** Until the list stands at the next step and is enabled again. */
  private static void await(JFrame guide, int step, int steps) throws Exception {
    JList<?> list = (JList<?>) all(guide, JList.class).get(0);
    int next = Math.min(steps - 1, step + 1);
    long end = System.currentTimeMillis() + PATIENCE;
    boolean[] idle = {false};
    int[] at = {step};
    int still = 0;
    while (still < 3 && System.currentTimeMillis() < end) {
      Thread.sleep(200);
      EventQueue.invokeAndWait(
          () -> {
            idle[0] = list.isEnabled();
            at[0] = list.getSelectedIndex();
          });
      still = idle[0] ? still + 1 : 0;
    }
    if (at[0] != next) {
      throw new IllegalStateException("step " + (step + 1) + " failed: " + texts(guide));
    }
  }

  private static String texts(JFrame guide) {
    StringBuilder text = new StringBuilder();
    all(guide, javax.swing.JTextArea.class)
        .forEach(a -> text.append(((javax.swing.JTextArea) a).getText()).append(" | "));
    return text.toString();
  }

  private static void type(JFrame guide, String label, String value) throws Exception {
    EventQueue.invokeAndWait(
        () -> {
          for (Component component : all(guide, JLabel.class)) {
            if (label.equals(((JLabel) component).getText())) {
              Container row = component.getParent();
              Component[] parts = row.getComponents();
              for (int k = 0; k + 1 < parts.length; k++) {
                if (parts[k] == component) {
                  List<Component> texts = all(parts[k + 1], JTextField.class);
                  ((JTextField) texts.get(0)).setText(value);
                }
              }
            }
          }
        });
  }

  private static void save(JFrame guide) throws Exception {
    EventQueue.invokeLater(button(guide, "Save as macro...")::doClick);
    for (int k = 0; k < 100; k++) {
      Thread.sleep(100);
      for (Window window : Window.getWindows()) {
        List<Component> choosers = all(window, JFileChooser.class);
        if (window.isShowing() && !choosers.isEmpty()) {
          JFileChooser chooser = (JFileChooser) choosers.get(0);
          File file = chooser.getSelectedFile();
          SwingUtilities.invokeAndWait(
              () -> {
                chooser.setSelectedFile(file);
                chooser.approveSelection();
              });
          Thread.sleep(500);
          return;
        }
      }
    }
    throw new IllegalStateException("no file chooser");
  }

  private static JButton button(JFrame guide, String text) {
    return all(guide, JButton.class).stream()
        .map(JButton.class::cast)
        .filter(b -> b.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static List<Component> all(Component root, Class<?> type) {
    List<Component> found = new ArrayList<>();
    if (type.isInstance(root)) {
      found.add(root);
    } else if (root instanceof Container container) {
      for (Component child : container.getComponents()) {
        found.addAll(all(child, type));
      }
    }
    return found;
  }

  private void shot(Path file) throws Exception {
    Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    ImageIO.write(robot.createScreenCapture(screen), "png", file.toFile());
  }
}
