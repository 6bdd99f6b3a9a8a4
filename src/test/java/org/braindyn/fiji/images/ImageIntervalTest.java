package org.braindyn.fiji.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time between samples of an open image: its unit counts, and whether it can be true. */
class ImageIntervalTest {
  private static ImagePlus foreign(double width, String unit) {
    ImagePlus image = new ImagePlus("kymograph", new FloatProcessor(20, 3));
    image.getCalibration().pixelWidth = width;
    image.getCalibration().setXUnit(unit);
    return image;
  }

  /** What ImageJ's Log is told; without a display it is the standard output. */
  private static String logged(Runnable work) {
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true));
    try {
      work.run();
    } finally {
      System.setOut(out);
    }
    String log = IJ.getLog();
    return said + (log == null ? "" : log);
  }

  @ParameterizedTest
  @CsvSource({
    "0.72, s, 0.72",
    "720, ms, 0.72",
    "720, msec, 0.72",
    "5, \u00b5s, NaN",
    "500, \u00b5s, 0.0005",
    "0.05, min, 3",
    "0.5, \u00b5m, NaN",
    "1, pixel, NaN",
    "2000, s, NaN",
    "2, h, NaN",
    "-2, s, NaN"
  })
  void widthsAreTimesOnlyWithAUnitAndIfTheyCanBe(double width, String unit, double seconds) {
    assertEquals(seconds, SignalsImage.signals(foreign(width, unit)).interval(), 1e-12);
  }

  @Test
  void whatIsNotBelievedIsToldInBothReadings() {
    String said = logged(() -> SignalsImage.signals(foreign(2000, "s")));
    assertTrue(said.contains("2000 s") && said.contains("it is 2 s"), said);
    assertTrue(said.contains("taken as unknown"), said);
  }

  @Test
  void ownImagesKeepWhatWasTyped() {
    RegionSignals slow =
        new RegionSignals(Regions.numbered("R", 3), new double[3][20], 300, "slow");
    ImagePlus image = SignalsImage.image(slow, "slow");
    assertEquals(300, SignalsImage.signals(image).interval());
    image.getCalibration().pixelWidth = 600; // Image > Properties
    String said = logged(() -> assertEquals(600, SignalsImage.signals(image).interval()));
    assertTrue(said.contains("600 s"), said);
  }

  @ParameterizedTest
  @CsvSource({"2000, msec, 2", "2, sec, 2", "2, '', 2", "3, frames, NaN", "3, min, 180"})
  void unitsOfScans(double interval, String unit, double seconds) {
    ImageStack stack = new ImageStack(2, 2);
    for (int t = 0; t < 4; t++) {
      stack.addSlice(new FloatProcessor(2, 2));
    }
    ImagePlus image = new ImagePlus("scan", stack);
    image.setDimensions(1, 1, 4);
    image.getCalibration().frameInterval = interval;
    image.getCalibration().setTimeUnit(unit);
    assertEquals(seconds, ScanImage.volume(image).interval(), 1e-12);
  }
}
