package org.braindyn.fiji.windows;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.gui.Plot;
import ij.gui.PlotWindow;
import ij.measure.ResultsTable;
import ij.text.TextPanel;
import ij.text.TextWindow;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.braindyn.fiji.images.ImageKind;

/** The windows that one command opens: enlarged to be seen, then placed side by side. */
public final class ResultWindows {
  private static final int MOST_WIDTH = 560;
  private static final int MOST_HEIGHT = 400;
  private static final Dimension TABLE = new Dimension(520, 260);
  private static final double HALF = 0.55;
  private static final int USUAL_ZOOM = 5;
  private static final int FARTHEST_ZOOM = 9; // for scans of a few voxels
  private static final int LARGE = 330;
  private static final int LOG_HEIGHT = 150;
  private static final int WIDEST_TABLE = 1000;
  private static final int MOST_ROWS = 200;
  private static final int LETTER = 8; // pixels
  private static final int LONGEST = 40; // letters

  private final List<Window> windows = new ArrayList<>();

  /** Shows an image; a scan of 24 x 28 voxels would be a stamp on the screen. */
  public void show(ImagePlus image) {
    image.show();
    int slice = image.getCurrentSlice();
    if (slice > 1 && !image.isHyperStack()) { // ImageJ leaves the slider at the first
      image.setSlice(1);
      image.setSlice(slice);
    }
    if (image.getWindow() != null && ImageKind.LABELS.marks(image)) {
      LabelColours.on(image);
    }
    ImageCanvas canvas = image.getCanvas();
    if (canvas != null) {
      image
          .getWindow()
          .setLocation(room().getLocation()); // ImageJ enlarges no window off the screen
    }
    for (int i = 0; canvas != null && i < FARTHEST_ZOOM; i++) {
      double next = ImageCanvas.getHigherZoomLevel(canvas.getMagnification());
      double large = Math.max(image.getWidth(), image.getHeight()) * next;
      if (image.getWidth() * next > MOST_WIDTH
          || image.getHeight() * next > MOST_HEIGHT
          || i >= USUAL_ZOOM && large > LARGE) {
        break;
      }
      canvas.zoomIn(image.getWidth() / 2, image.getHeight() / 2);
    }
    while (canvas != null
        && canvas.getMagnification() > 1
        && canvas.getSrcRect().width < image.getWidth()) {
      canvas.zoomOut(image.getWidth() / 2, image.getHeight() / 2); // never a part of it
    }
    // Two results stand beside each other, though a picture is drawn for paper.
    Rectangle room = canvas == null ? null : room();
    if (room != null
        && canvas.getMagnification() == 1
        && (image.getWidth() > room.width * HALF || image.getHeight() > room.height * HALF)) {
      canvas.zoomOut(image.getWidth() / 2, image.getHeight() / 2);
    }
    add(image.getWindow());
  }

  /** Shows a plot. */
  public void show(Plot plot) {
    add(plot.show());
  }

  /**
   * Shows a table under a title of its own, beside those that are there already.
   *
   * @return the title, with a number if there was one of this name
   */
  public String show(ResultsTable table, String title) {
    String free = title;
    for (int n = 2; WindowManager.getWindow(free) != null; n++) {
      free = title + " (" + n + ")";
    }
    table.show(free);
    Window window = WindowManager.getWindow(free);
    if (window != null) {
      if (window instanceof TextWindow text) {
        brief(text.getTextPanel());
      }
      int wide = Math.min(width(table), Math.min(WIDEST_TABLE, room().width));
      window.setSize(Math.max(TABLE.width, wide), TABLE.height);
    }
    add(window);
    return free;
  }

  /** Shows long names short; the table keeps them, and saves them. */
  private static void brief(TextPanel panel) {
    for (int row = 0; row < Math.min(panel.getLineCount(), MOST_ROWS); row++) {
      String line = panel.getLine(row);
      String less =
          Arrays.stream(line.split("\t", -1))
              .map(c -> c.length() > LONGEST ? c.substring(0, LONGEST - 1) + "\u2026" : c)
              .collect(Collectors.joining("\t"));
      if (!less.equals(line)) {
        panel.setLine(row, less);
      }
    }
  }

  /** Pixels that the columns take, for a long name at the left hides the numbers. */
  private static int width(ResultsTable table) {
    int letters = 0;
    for (String column : table.getHeadings()) {
      int most = column.length();
      for (int row = 0; row < Math.min(table.size(), MOST_ROWS); row++) {
        String cell = table.getStringValue(column, row);
        most = Math.max(most, cell == null ? 0 : Math.min(LONGEST, cell.length()));
      }
      letters += most + 2;
    }
    return letters * LETTER;
  }

  /** The windows on the screen now; those of a later moment that are not among them are new. */
  public static Set<Window> open() {
    return Arrays.stream(Window.getWindows())
        .filter(w -> w.isShowing() && w != IJ.getInstance())
        .collect(Collectors.toSet());
  }

  /**
   * Puts the windows that came since side by side, as those of one command are; dialogs stay where
   * they are.
   *
   * @param before what {@link #open} said
   * @param guide a window on the right that they shall not stand under; null for none
   */
  public static void placeSince(Set<Window> before, Window guide) {
    ResultWindows windows = new ResultWindows();
    open().stream()
        .filter(w -> w instanceof Frame f && !f.getTitle().equals("Log") && !before.contains(w))
        .sorted(
            Comparator.comparingInt((Window w) -> w.getName().length())
                .thenComparing(Window::getName)) // frame9 before frame10: as they were made
        .forEach(windows::add);
    windows.place(guide);
    if (guide != null && WindowManager.getWindow("Log") != null) {
      logBeside(WindowManager.getWindow("Log"), guide);
    }
  }

  /** The Log where the guide does not hide it: at the foot, left of it. */
  private static void logBeside(Window log, Window guide) {
    Rectangle room = room();
    if (log.getBounds().intersects(guide.getBounds()) && guide.getX() > room.x + room.width / 3) {
      int foot = room.y + room.height - LOG_HEIGHT;
      log.setBounds(room.x, foot, guide.getX() - room.x, LOG_HEIGHT);
    }
  }

  /** What answers first, and what else there is; a grey strip of numbers last. */
  private static int rank(Window window) {
    if (!(window instanceof ImageWindow image)) {
      return 2;
    }
    ImagePlus shown = image.getImagePlus();
    if (ImageKind.MAP.marks(shown)) {
      return shown.getNFrames() > 1 ? 0 : 2;
    }
    boolean strip = ImageKind.SIGNALS.marks(shown) || ImageKind.PREDICTION.marks(shown);
    return strip ? 3 : window instanceof PlotWindow || shown.getBitDepth() == 24 ? 1 : 2;
  }

  private List<Window> ranked() {
    List<Window> sorted = new ArrayList<>(windows);
    sorted.sort(
        Comparator.comparingInt(ResultWindows::rank)
            .thenComparingInt(w -> w instanceof ImageWindow i ? -i.getImagePlus().getID() : 0));
    List<Window> more = new ArrayList<>(sorted);
    more.removeIf(w -> rank(w) != 0 || w == sorted.get(0)); // maps beside the first of all
    sorted.removeAll(more);
    sorted.addAll(more);
    return sorted;
  }

  private void add(Window window) {
    if (window != null) {
      windows.add(window);
    }
  }

  /** Puts them side by side below ImageJ's window. */
  public void place() {
    place(null);
  }

  private void place(Window guide) {
    if (GraphicsEnvironment.isHeadless() || windows.isEmpty()) {
      return;
    }
    Rectangle room = room();
    if (guide != null && guide.getX() > room.x + room.width / 3) {
      room.width = guide.getX() - room.x;
      windows.forEach(window -> narrow(window, room.width));
    }
    List<Window> ranked = ranked();
    List<Point> places = Tiles.places(room, ranked.stream().map(Window::getSize).toList());
    for (int w = places.size() - 1; w >= 0; w--) {
      ranked.get(w).setLocation(places.get(w));
      ranked.get(w).toFront(); // the first on top, where not all have room
      ranked.get(w).repaint(); // its line above the image may stand there twice since it grew
    }
  }

  /** Makes a window no wider than this, as a user would who zooms out or pulls its border. */
  private static void narrow(Window window, int width) {
    if (window instanceof ImageWindow image && !(window instanceof PlotWindow)) {
      ImageCanvas canvas = image.getCanvas();
      for (int i = 0; i < FARTHEST_ZOOM && window.getWidth() > width; i++) {
        canvas.zoomOut(canvas.getWidth() / 2, canvas.getHeight() / 2);
      }
    }
    if (window instanceof PlotWindow plots && window.getWidth() > width) {
      Dimension size = plots.getPlot().getSize();
      plots.getPlot().setSize(size.width - (window.getWidth() - width), size.height);
      window.pack(); // a plot that nobody clicked yet does not follow its window
    }
    if (window.getWidth() > width) {
      window.setSize(width, window.getHeight());
      window.validate();
    }
  }

  private static Rectangle room() {
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    Frame imagej = IJ.getInstance();
    if (imagej == null) {
      return screen;
    }
    int below = imagej.getY() + imagej.getHeight();
    int top = below < screen.y + screen.height / 3 ? below : screen.y;
    return new Rectangle(screen.x, top, screen.width, screen.y + screen.height - top);
  }
}
