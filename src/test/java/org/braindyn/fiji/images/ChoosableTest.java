package org.braindyn.fiji.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.util.List;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.junit.jupiter.api.Test;

/** Which images a dialog offers for what. */
class ChoosableTest {
  private static final Regions TWO = Regions.numbered("Region", 2);

  private static RegionSignals signals() {
    return new RegionSignals(TWO, new double[][] {{1, 2, 3}, {3, 2, 1}}, 2, "test");
  }

  private static ImagePlus labels() {
    double[] values = new double[8];
    values[0] = 1;
    values[7] = 2;
    return LabelImage.image(Labels3D.of(Grid.spaced(2, 2, 2, 1, 1, 1), values, "labels"), TWO);
  }

  private static ImagePlus movie() {
    ImageStack stack = new ImageStack(4, 4);
    for (int t = 0; t < 5; t++) {
      stack.addSlice(new ByteProcessor(4, 4));
    }
    return new ImagePlus("movie", stack);
  }

  private static List<Choosable> kinds(ImagePlus image) {
    return List.of(Choosable.SCAN, Choosable.LABELS, Choosable.SIGNALS, Choosable.GRAPH).stream()
        .filter(kind -> kind.fits(image))
        .toList();
  }

  @Test
  void markedImagesStandForTheirKindAlone() {
    assertEquals(List.of(Choosable.SIGNALS), kinds(SignalsImage.image(signals(), "s")));
    assertEquals(List.of(Choosable.LABELS), kinds(labels()));
    ImagePlus graph = MatrixImage.image(new double[][] {{0, 1}, {1, 0}}, TWO, "g");
    assertEquals(List.of(Choosable.GRAPH), kinds(graph));
  }

  @Test
  void whatAModelMadeIsNoRecording() {
    ImagePlus effect = SignalsImage.prediction(signals(), "effect");
    assertEquals(List.of(), kinds(effect));
    assertTrue(Choosable.PREDICTION.fits(effect));
    ImagePlus generated = SignalsImage.image(signals(), "generated");
    Choosable.markMade(generated);
    assertFalse(Choosable.SIGNALS.fits(generated));
    assertEquals(2, SignalsImage.signals(generated).size(), "macros may still name it");
    ImagePlus scan = movie();
    Choosable.markMade(scan);
    assertFalse(Choosable.SCAN.fits(scan));
  }

  @Test
  void imagesFromElsewhereStandForWhatTheyLookLike() {
    assertEquals(List.of(Choosable.SCAN, Choosable.LABELS), kinds(movie()));
    ImagePlus table = new ImagePlus("table", new FloatProcessor(30, 5));
    assertEquals(List.of(Choosable.SIGNALS), kinds(table));
    assertEquals(List.of(), kinds(new ImagePlus("photo", new ColorProcessor(5, 5))));
  }

  @Test
  void oneBrainMatchesItself() {
    ImagePlus own = SignalsImage.image(signals(), "s");
    assertTrue(Choosable.matches(labels(), own), "the same regions");
    RegionSignals others =
        new RegionSignals(Regions.numbered("Area", 2), signals().values(), 2, "other");
    assertFalse(Choosable.matches(labels(), SignalsImage.image(others, "o")));
  }

  @Test
  void aScannersRecordingIsNoEeg() {
    assertFalse(Choosable.EEG.fits(SignalsImage.image(signals(), "two seconds a frame")));
    RegionSignals fast = new RegionSignals(TWO, signals().values(), 0.005, "eeg");
    assertTrue(Choosable.EEG.fits(SignalsImage.image(fast, "eeg")));
    assertTrue(Choosable.EEG.fits(new ImagePlus("table", new FloatProcessor(30, 5))));
  }

  @Test
  void tracesAreRecordedOrMadeAndNoMatrices() {
    assertTrue(Choosable.TRACES.fits(SignalsImage.image(signals(), "s")));
    assertTrue(Choosable.TRACES.fits(SignalsImage.prediction(signals(), "forecast")));
    ImagePlus graph = MatrixImage.image(new double[][] {{0, 1}, {1, 0}}, TWO, "g");
    assertFalse(Choosable.TRACES.fits(graph));
    assertTrue(Choosable.EEG.other().startsWith("no other is open. Open one"));
  }
}
