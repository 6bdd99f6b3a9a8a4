package org.braindyn.command.eeg;

import ij.ImagePlus;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.figure.eeg.EegPage;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.eeg.EegViewer;
import org.braindyn.fiji.figures.FigureImage;
import org.braindyn.fiji.images.SeizureInfo;
import org.braindyn.fiji.images.SignalsImage;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** An EEG in pages of seconds, as a clinician reads it. */
@Plugin(
    type = Command.class,
    label = "BrainDyn EEG Viewer",
    description = "Pages of named traces with scale, events and seizures; a page as image headless",
    attrs = @Attr(name = "no-legacy"))
public class ViewEeg extends BrainDynCommand {
  private static final double WIDTH = 1000;
  private static final double ROW = 26;
  private static final double ROOM = 90;

  @Parameter(persist = false, description = "electrode x time image")
  private ImagePlus signals;

  @Parameter(persist = false, min = "0.1", max = "3600", description = "s of a page")
  private double seconds = 10;

  @Parameter(persist = false, min = "0", description = "s at which the first page begins")
  private double start = 0;

  @Parameter(persist = false, required = false, description = "unit of the values")
  private String unit = "\u00b5V";

  @Parameter(persist = false, description = "show the page as an image, not in a window")
  private boolean page = false;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus picture;

  @Override
  protected void execute() {
    RegionSignals eeg = SignalsImage.signals(signals);
    if (!Double.isFinite(eeg.interval())) {
      throw new BadInput(
          signals.getTitle()
              + " does not say how long a sample is. Set the pixel width in Image > Properties...,"
              + " in s.");
    }
    List<Annotation> seizures = SeizureInfo.read(signals);
    EegPage pages =
        new EegPage(
            eeg,
            SeizureInfo.events(signals),
            seizures == null ? List.of() : seizures,
            unit.isBlank() ? "\u00b5V" : unit);
    if (start >= pages.lasts()) {
      throw new BadInput("start=" + start + " is after the end, " + pages.lasts() + " s.");
    }
    if (page || GraphicsEnvironment.isHeadless()) {
      EegPage.Look look = new EegPage.Look(start, seconds, 0, "");
      picture = FigureImage.of(pages.drawing(look, WIDTH, ROOM + ROW * eeg.size()));
    } else {
      EventQueue.invokeLater(() -> EegViewer.open(pages, seconds, start));
    }
  }
}
