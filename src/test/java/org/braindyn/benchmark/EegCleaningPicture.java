package org.braindyn.benchmark;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.eeg.CleanEeg;
import org.braindyn.eeg.CleanEegSettings;
import org.braindyn.eeg.CleanedEeg;
import org.braindyn.figure.eeg.EegPage;
import org.braindyn.fiji.figures.FigureImage;

/**
 * Draws docs/images/eeg_cleaning.png: a page before, after, and what was removed. Argument: file.
 */
public final class EegCleaningPicture {
  private EegCleaningPicture() {}

  /** Draws. */
  public static void main(String[] arguments) {
    RegionSignals blinked = new EegBlinkRows(EegHeads.dipoles(60, 100, 8), 0, 60, 200, 2).blinked();
    double[][] v = Arrays.stream(blinked.values()).map(double[]::clone).toArray(double[][]::new);
    Seed.Stream random = Seed.of(1).stream("noise");
    Arrays.setAll(v[11], t -> 60 * random.gaussian());
    RegionSignals eeg = blinked.withValues(v);
    CleanedEeg made = CleanEeg.run(eeg, CleanEegSettings.defaults(), Progress.NONE);
    made.notes().forEach(System.out::println);
    ImagePlus[] pages = {page(eeg), page(made.cleaned()), page(made.removed())};
    int width = pages[0].getWidth();
    ColorProcessor all = new ColorProcessor(3 * width, pages[0].getHeight());
    for (int k = 0; k < 3; k++) {
      all.insert(pages[k].getProcessor().convertToRGB(), k * width, 0);
    }
    new FileSaver(new ImagePlus("cleaning", all)).saveAsPng(arguments[0]);
  }

  private static ImagePlus page(RegionSignals eeg) {
    EegPage page = new EegPage(eeg, List.of(), List.of(), "\u00b5V");
    return FigureImage.of(page.drawing(new EegPage.Look(20, 10, 100, ""), 560, 480));
  }
}
