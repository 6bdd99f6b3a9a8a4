package org.braindyn.fiji.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves BrainDyn as an image comes back unchanged, also through a TIFF file. */
class ImageRoundTripTest {
  @TempDir Path folder;

  private static final Regions REGIONS =
      new Regions(
          List.of(
              new Region(7, "Left | odd = name", 12, new double[] {-1.5, 2, 1e-3}),
              Region.named(9170, "Zoe's \u00e4rea")));

  private ImagePlus throughTiff(ImagePlus image) {
    String file = folder.resolve("x.tif").toString();
    FileSaver saver = new FileSaver(image);
    assertTrue(image.getStackSize() > 1 ? saver.saveAsTiffStack(file) : saver.saveAsTiff(file));
    return IJ.openImage(file);
  }

  @Test
  void signalsKeepNamesTimesAndNaN() {
    double[][] values = {{1.5, -2, Double.NaN}, {0, 1e6f, 3}};
    RegionSignals signals = new RegionSignals(REGIONS, values, 0.72, "person 1");
    RegionSignals back = SignalsImage.signals(throughTiff(SignalsImage.image(signals, "s")));
    assertEquals(REGIONS.names(), back.regions().names());
    assertEquals(9170, back.regions().get(1).label());
    assertArrayEquals(new double[] {-1.5, 2, 1e-3}, back.regions().get(0).centroid());
    assertNull(back.regions().get(1).centroid());
    assertEquals(0.72, back.interval(), 1e-9);
    assertEquals("person 1", back.source());
    assertArrayEquals(values[0], back.values()[0]);
    assertArrayEquals(values[1], back.values()[1]);
  }

  @Test
  void aForecastKnowsWhereItBegins() throws Exception {
    RegionSignals forecast = new RegionSignals(REGIONS, new double[2][3], 2, "person 1");
    ImagePlus image = throughTiff(SignalsImage.prediction(forecast, "f", 280));
    assertEquals(280, SignalsImage.first(image));
    assertEquals(560, image.getCalibration().getX(0), 1e-3);
    Path file = folder.resolve("f.csv");
    TimeSeriesWriter.write(file, SignalsImage.signals(image), SignalsImage.first(image));
    List<String> lines = Files.readAllLines(file);
    assertTrue(lines.get(1).startsWith("560.0,"), lines.get(1));
    assertTrue(lines.get(3).startsWith("564.0,"), lines.get(3));
  }

  @Test
  void anyImageIsSignalsWithNumberedRegions() {
    RegionSignals signals = SignalsImage.signals(new ImagePlus("plain", new FloatProcessor(5, 3)));
    assertEquals(List.of("Region 1", "Region 2", "Region 3"), signals.regions().names());
    assertTrue(Double.isNaN(signals.interval()));
  }

  @Test
  void aCroppedSignalsImageIsRefused() {
    ImagePlus image =
        SignalsImage.image(new RegionSignals(REGIONS, new double[2][4], 1, "x"), "cropped");
    image.setProcessor(image.getProcessor().resize(4, 1));
    BadInput error = assertThrows(BadInput.class, () -> SignalsImage.signals(image));
    assertTrue(error.getMessage().contains("cropped"), error.getMessage());
  }

  @Test
  void labelsAbove255AndWithGapsSurvive() {
    int[] values = {0, 1, 7, 44, 2001, 9170, 30000, 65535};
    Grid grid = Grid.spaced(2, 2, 2, 2, 3, 4);
    ImagePlus image = throughTiff(LabelImage.image(new Labels3D(grid, values, "l"), REGIONS));
    Labels3D back = LabelImage.labels(image);
    assertArrayEquals(values, back.labels());
    assertTrue(back.grid().samePlace(grid, 1e-9));
    assertEquals(REGIONS.names(), LabelImage.regions(image).names());
    int[] large = {0, 70000, 1, 16777216, 0, 0, 0, 0};
    assertArrayEquals(
        large, LabelImage.labels(LabelImage.image(new Labels3D(grid, large, "l"), null)).labels());
  }

  @Test
  void fractionsAndNegativesAreNoLabels() {
    FloatProcessor half = new FloatProcessor(2, 2, new float[] {0, 1, 1.5f, 2});
    BadInput error =
        assertThrows(BadInput.class, () -> LabelImage.labels(new ImagePlus("half", half)));
    assertTrue(error.getMessage().contains("(0, 1, 0) has the value 1.5"), error.getMessage());
    FloatProcessor minus = new FloatProcessor(2, 2, new float[] {0, 1, -3, 2});
    assertThrows(BadInput.class, () -> LabelImage.labels(new ImagePlus("minus", minus)));
  }

  @Test
  void matricesKeepDirection() {
    double[][] matrix = {{0, 0.25}, {-1, 0}};
    ImagePlus image = MatrixImage.image(matrix, REGIONS, "g");
    assertEquals(0.25, image.getProcessor().getf(1, 0), "x is the target");
    assertArrayEquals(matrix, MatrixImage.matrix(throughTiff(image)));
    assertEquals(-image.getDisplayRangeMax(), image.getDisplayRangeMin());
  }

  @Test
  void aScanKeepsAffineTimeAndValues() throws Exception {
    double[][] affine = {{-2, 0.1, 0, 90}, {0.1, 2, 0, -126}, {0, 0, 2, -72}};
    Grid grid = new Grid(new int[] {3, 2, 2}, affine, Grid.AffineSource.SFORM);
    ImagePlus image = throughTiff(ScanImage.image(new Counting(grid), Progress.NONE));
    assertEquals(16, image.getBitDepth(), "whole numbers need no 32 bits");
    Volume4D back = ScanImage.volume(image);
    assertEquals(3, back.frames());
    assertEquals(2.5, back.interval(), 1e-9);
    assertEquals(Grid.AffineSource.SFORM, back.grid().source());
    assertArrayEquals(affine[0], back.grid().affine()[0]);
    double[] frame = new double[12];
    double[] expected = new double[12];
    try (Volume4D.FrameReader a = back.open();
        Volume4D.FrameReader b = new Counting(grid).open()) {
      for (int t = 0; t < 3; t++) {
        a.next(frame);
        b.next(expected);
        assertArrayEquals(expected, frame);
      }
    }
  }

  @Test
  void colourAndChannelsAreRefused() {
    ImageStack stack = new ImageStack(2, 2);
    stack.addSlice(new ByteProcessor(2, 2));
    stack.addSlice(new ByteProcessor(2, 2));
    ImagePlus image = new ImagePlus("two channels", stack);
    image.setDimensions(2, 1, 1);
    BadInput error = assertThrows(BadInput.class, () -> ScanImage.volume(image));
    assertTrue(error.getMessage().contains("2 channels"), error.getMessage());
  }

  @Test
  void signed16BitScansAreRead() throws Exception {
    ShortProcessor pixels = new ShortProcessor(2, 1);
    pixels.set(0, 32768 - 5); // ImageJ stores signed values with an offset
    pixels.set(1, 32768 + 7);
    ImagePlus image = new ImagePlus("signed", pixels);
    image.getCalibration().setSigned16BitCalibration();
    double[] frame = new double[2];
    ScanImage.volume(image).open().next(frame);
    assertArrayEquals(new double[] {-5, 7}, frame);
  }

  @Test
  void calibrationGivesSpacingInMillimetres() {
    ImagePlus image = new ImagePlus("microscope", new ByteProcessor(2, 2));
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().setUnit("micron");
    assertEquals(0.5e-3, GridInfo.read(image).spacing(0), 1e-12);
    image.getCalibration().setUnit("pixel");
    assertEquals(Grid.AffineSource.NONE, GridInfo.read(image).source());
    image.getCalibration().frameInterval = 720;
    image.getCalibration().setTimeUnit("ms");
    assertEquals(0.72, GridInfo.interval(image), 1e-12);
  }

  private record Counting(Grid grid) implements Volume4D {
    @Override
    public int frames() {
      return 3;
    }

    @Override
    public double interval() {
      return 2.5;
    }

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public FrameReader open() {
      int[] t = {0};
      return new FrameReader() {
        @Override
        public void next(double[] frame) {
          for (int i = 0; i < frame.length; i++) {
            frame[i] = 1000 * t[0] + i;
          }
          t[0]++;
        }

        @Override
        public void close() {}
      };
    }
  }

  @Test
  void aForecastThatWasCutInTimeKnowsWhereItBeginsNow() {
    RegionSignals forecast = new RegionSignals(REGIONS, new double[2][9], 2, "person 1");
    ImagePlus image = SignalsImage.prediction(forecast, "f", 280);
    image.setRoi(3, 0, 4, 2);
    ij.WindowManager.setTempCurrentImage(image); // Image > Crop
    new ij.plugin.Resizer().run("crop");
    ij.WindowManager.setTempCurrentImage(null);
    assertEquals(283, SignalsImage.first(image));
    ImagePlus other = SignalsImage.prediction(forecast, "f", 280);
    other.setRoi(3, 0, 4, 2);
    ImagePlus part = new ij.plugin.Duplicator().run(other);
    assertThrows(BadInput.class, () -> SignalsImage.first(part));
  }
}
