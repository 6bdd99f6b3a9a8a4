package org.braindyn.fiji.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.io.FileSaver;
import ij.plugin.Binner;
import ij.plugin.Duplicator;
import ij.plugin.Resizer;
import ij.plugin.Scaler;
import ij.plugin.Slicer;
import ij.plugin.SubstackMaker;
import ij.plugin.ZProjector;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Volume4D;
import org.braindyn.parcellation.Parcellation;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.Parcellator;
import org.braindyn.parcellation.Resampling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scans and labels that were edited in ImageJ are where ImageJ says, or are refused. Every voxel
 * holds its own number, so that a wrong place shows as a wrong value.
 */
class EditedImageTest {
  private static final int NX = 16;
  private static final int NY = 12;
  private static final int NZ = 6;
  private static final double[][] AFFINE = {{-2, 0, 0, 30}, {0, 3, 0, -20}, {0, 0, 4, -8}};

  @TempDir Path folder;

  private static Grid grid() {
    return new Grid(new int[] {NX, NY, NZ}, AFFINE, Grid.AffineSource.SFORM);
  }

  /** Region 1 around (7, 7), 100; region 2 around (12, 8), 200; the rest is 0. */
  private static int region(int x, int y) {
    return x >= 6 && x < 9 && y >= 6 && y < 9 ? 1 : x >= 11 && x < 14 && y >= 7 && y < 10 ? 2 : 0;
  }

  private static Labels3D labels() {
    int[] labels = new int[NX * NY * NZ];
    for (int v = 0; v < labels.length; v++) {
      labels[v] = region(v % NX, v / NX % NY);
    }
    return new Labels3D(grid(), labels, "labels");
  }

  private static ImagePlus scan() throws Exception {
    Volume4D volume =
        new Volume4D() {
          @Override
          public Grid grid() {
            return EditedImageTest.grid();
          }

          @Override
          public int frames() {
            return 3;
          }

          @Override
          public double interval() {
            return 2;
          }

          @Override
          public String name() {
            return "scan";
          }

          @Override
          public FrameReader open() {
            return new FrameReader() {
              private int t;

              @Override
              public void next(double[] frame) {
                for (int v = 0; v < frame.length; v++) {
                  frame[v] = 100 * region(v % NX, v / NX % NY) + t;
                }
                t++;
              }

              @Override
              public void close() {}
            };
          }
        };
    return ScanImage.image(volume, Progress.NONE);
  }

  @AfterEach
  void forget() {
    WindowManager.setTempCurrentImage(null);
  }

  private static ImagePlus crop(ImagePlus image, int x, int y, int width, int height) {
    image.setRoi(x, y, width, height);
    WindowManager.setTempCurrentImage(image); // Image > Crop
    new Resizer().run("crop");
    return image;
  }

  private static Parcellation parcellate(ImagePlus scan, Labels3D labels) throws Exception {
    return new Parcellator(ParcellationSettings.defaults().withResampling(Resampling.NEAREST))
        .parcellate(ScanImage.volume(scan), labels, LabelNames.NONE, Progress.NONE);
  }

  @Test
  void aCroppedScanHasTheSignalsOfTheWholeOne() throws Exception {
    ImagePlus cropped = crop(scan(), 5, 5, 10, 6);
    assertEquals(10, cropped.getWidth());
    double[][] values = parcellate(cropped, labels()).signals().values();
    assertArrayEquals(new double[] {100, 101, 102}, values[0], 1e-9);
    assertArrayEquals(new double[] {200, 201, 202}, values[1], 1e-9);
  }

  @Test
  void croppedLabelsMeetTheWholeScan() throws Exception {
    ImagePlus cropped = crop(LabelImage.image(labels(), null), 0, 5, 15, 6);
    double[][] values = parcellate(scan(), LabelImage.labels(cropped)).signals().values();
    assertArrayEquals(new double[] {100, 101, 102}, values[0], 1e-9);
    assertArrayEquals(new double[] {200, 201, 202}, values[1], 1e-9);
  }

  @Test
  void aCropOfACropSurvivesATiffFile() throws Exception {
    ImagePlus cropped = crop(crop(scan(), 2, 3, 13, 9), 3, 2, 10, 6);
    String file = folder.resolve("cropped.tif").toString();
    assertTrue(new FileSaver(cropped).saveAsTiffStack(file));
    Grid now = GridInfo.read(IJ.openImage(file));
    assertArrayEquals(grid().toWorld(5, 5, 0), now.toWorld(0, 0, 0), 1e-9);
    assertEquals(Grid.AffineSource.SFORM, now.source());
  }

  @Test
  void aStretchOfTimeStaysInPlace() throws Exception {
    ImagePlus part = new Duplicator().run(scan(), 1, 1, 1, NZ, 2, 3);
    Volume4D volume = ScanImage.volume(part);
    assertEquals(2, volume.frames());
    assertTrue(volume.grid().samePlace(grid(), 1e-9));
    assertArrayEquals(
        new double[] {101, 102}, parcellate(part, labels()).signals().values()[0], 1e-9);
  }

  private static Arguments edit(String what, UnaryOperator<ImagePlus> how) {
    return Arguments.of(what, how);
  }

  private static ImagePlus selected(ImagePlus image) {
    image.setRoi(5, 5, 10, 6);
    return image;
  }

  static Stream<Arguments> editsWithoutATrace() {
    return Stream.of(
        edit("duplicate a selection", image -> new Duplicator().run(selected(image))),
        edit("crop by script", image -> selected(image).crop("stack")),
        edit(
            "duplicate slices",
            image -> new Duplicator().run(image, 1, 1, 2, 4, 1, image.getNFrames())),
        edit("substack", image -> new SubstackMaker().makeSubstack(image, "2-4")),
        edit("scale", image -> Scaler.resize(image, NX / 2, NY / 2, NZ, "none")),
        edit("scale in z", image -> Scaler.resize(image, NX, NY, NZ / 2, "none")),
        edit("size", image -> image.resize(NX * 2, NY * 2, "none")),
        edit("bin", image -> new Binner().shrink(image, 2, 2, 2, Binner.MAX)),
        edit(
            "calibrate anew",
            image -> {
              image.getCalibration().pixelWidth = 1;
              return image;
            }),
        edit(
            "move the origin",
            image -> {
              image.getCalibration().xOrigin -= 2;
              return image;
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("editsWithoutATrace")
  void whatCannotBeFollowedIsRefused(String what, UnaryOperator<ImagePlus> how) throws Exception {
    ImagePlus scan = how.apply(scan());
    ImagePlus labels = how.apply(LabelImage.image(labels(), null));
    BadInput refused = assertThrows(BadInput.class, () -> ScanImage.volume(scan));
    assertTrue(refused.getMessage().startsWith(scan.getTitle()), refused.getMessage());
    assertTrue(refused.getMessage().contains("Use the "), refused.getMessage());
    assertThrows(BadInput.class, () -> LabelImage.labels(labels));
    assertThrows(BadInput.class, () -> RoiMasks.masks(scan, java.util.List.of()));
  }

  @Test
  void resliceAndProjectionLoseTheirPlaceAndKeepTheirSpacing() throws Exception {
    ImagePlus image = new Slicer().reslice(LabelImage.image(labels(), null));
    Grid resliced = LabelImage.labels(image).grid();
    assertEquals(Grid.AffineSource.SPACING, resliced.source());
    assertEquals(image.getCalibration().pixelHeight, resliced.spacing(1), 1e-9);
    assertThrows(BadInput.class, () -> parcellate(scan(), LabelImage.labels(image)));
    Grid projected = ScanImage.volume(ZProjector.run(scan(), "avg all")).grid();
    assertEquals(Grid.AffineSource.SPACING, projected.source());
    assertEquals(1, projected.size()[2]);
    assertThrows(BadInput.class, () -> parcellate(ZProjector.run(scan(), "avg all"), labels()));
  }

  @Test
  void filesOfOlderVersionsAreStillRead() throws Exception {
    ImagePlus image = scan();
    String info = image.getInfoProperty();
    image.setProperty("Info", info.replaceAll("BrainDyn\\.(grid|origin) = .*\n", ""));
    image.getCalibration().xOrigin = 0;
    assertTrue(GridInfo.read(image).samePlace(grid(), 1e-9));
  }

  @Test
  void aBrokenInfoIsNamed() throws Exception {
    ImagePlus image = scan();
    image.setProperty("Info", image.getInfoProperty().replace("-2.0", "minus two"));
    BadInput refused = assertThrows(BadInput.class, () -> ScanImage.volume(image));
    assertTrue(refused.getMessage().contains("BrainDyn.affine"), refused.getMessage());
  }
}
