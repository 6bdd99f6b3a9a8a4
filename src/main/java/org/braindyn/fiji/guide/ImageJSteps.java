package org.braindyn.fiji.guide;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import java.awt.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.images.ImageKind;
import org.braindyn.fiji.images.OpenImages;
import org.braindyn.fiji.windows.ResultWindows;
import org.braindyn.guide.Made;
import org.braindyn.guide.StepRunner;
import org.braindyn.session.MacroLine;

/** Runs a step as a macro would, and tells the Recorder. */
public final class ImageJSteps implements StepRunner {
  private String told = "";

  /** What the last step said in the Log. */
  String told() {
    return told;
  }

  @Override
  public List<Made> run(MacroLine line) {
    Set<Integer> before = ids();
    Set<Window> windows = ResultWindows.open();
    String log = log();
    IJ.redirectErrorMessages(); // the guide shows them beside the step
    try {
      IJ.run(line.command(), line.optionText());
    } catch (RuntimeException e) {
      if (!e.toString().contains(ij.Macro.MACRO_CANCELED)) {
        throw e;
      }
    }
    ResultWindows.placeSince(windows, guide(windows));
    String now = log();
    told = now.startsWith(log) ? now.substring(log.length()) : now;
    String error = IJ.getErrorMessage();
    if (error != null) {
      throw new BadInput(error);
    }
    if (Recorder.record) {
      Recorder.recordString(line.text() + "\n");
    }
    List<Made> made = new ArrayList<>();
    for (ImagePlus image : OpenImages.all()) {
      if (!before.contains(image.getID())) {
        made.add(new Made(kind(image), image.getTitle(), image.getStackSize()));
      }
    }
    return made;
  }

  private static Window guide(Set<Window> windows) {
    return windows.stream().filter(GuideWindow.class::isInstance).findFirst().orElse(null);
  }

  private static String log() {
    String text = IJ.getLog();
    return text == null ? "" : text;
  }

  private static Set<Integer> ids() {
    Set<Integer> ids = new HashSet<>();
    int[] open = WindowManager.getIDList();
    for (int k = 0; open != null && k < open.length; k++) {
      ids.add(open[k]);
    }
    return ids;
  }

  /** What an image is, as the guide's steps name it. */
  static String kind(ImagePlus image) {
    for (ImageKind kind : ImageKind.values()) {
      if (kind.marks(image)) {
        return kind.name().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }
}
