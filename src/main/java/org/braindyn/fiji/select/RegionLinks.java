package org.braindyn.fiji.select;

import ij.ImageListener;
import ij.ImagePlus;
import ij.text.TextWindow;
import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;
import java.awt.event.WindowEvent;
import java.util.IdentityHashMap;
import java.util.Map;
import org.braindyn.fiji.images.OpenImages;

/** Joins the windows of images and tables to the one selection, as they open. */
public final class RegionLinks implements ImageListener, AWTEventListener {
  private static RegionLinks installed;

  private final Map<ImagePlus, ImageLink> links = new IdentityHashMap<>();
  private final Map<TextWindow, Boolean> tables = new IdentityHashMap<>();

  private RegionLinks() {}

  /** Starts, once; windows that are open are joined too. Does nothing without a screen. */
  public static synchronized void install() {
    if (installed != null || GraphicsEnvironment.isHeadless()) {
      return;
    }
    installed = new RegionLinks();
    ImagePlus.addImageListener(installed);
    Toolkit.getDefaultToolkit().addAWTEventListener(installed, AWTEvent.WINDOW_EVENT_MASK);
    OpenImages.all().forEach(installed::imageOpened);
    for (Window window : Window.getWindows()) {
      installed.table(window);
    }
    Trace trace = new Trace();
    Selection.shared().add(region -> EventQueue.invokeLater(() -> trace.show(region)));
  }

  @Override
  public void imageOpened(ImagePlus image) {
    EventQueue.invokeLater(() -> join(image));
  }

  private void join(ImagePlus image) {
    if (image.getCanvas() == null || links.containsKey(image) || Targets.of(image) == null) {
      return;
    }
    ImageLink link = new ImageLink(image);
    links.put(image, link);
    image.getCanvas().addMouseListener(link);
    Selection.shared().add(link);
    RegionKey chosen = Selection.shared().chosen();
    if (chosen != null) {
      link.accept(chosen);
    }
  }

  @Override
  public void imageClosed(ImagePlus image) {
    EventQueue.invokeLater(
        () -> {
          ImageLink link = links.remove(image);
          if (link != null) {
            Selection.shared().remove(link);
          }
        });
  }

  @Override
  public void imageUpdated(ImagePlus image) {
    // what is chosen does not change
  }

  @Override
  public void eventDispatched(AWTEvent event) {
    if (event.getID() == WindowEvent.WINDOW_OPENED) {
      table(((WindowEvent) event).getWindow());
    }
  }

  private void table(Window window) {
    if (window instanceof TextWindow text && tables.put(text, true) == null) {
      TableLink.join(text, Selection.shared());
    }
  }
}
