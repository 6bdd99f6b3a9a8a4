package org.braindyn.fiji.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.plugin.ZProjector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Progress;
import org.braindyn.data.Volume4D;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.nifti.NiftiType;
import org.braindyn.io.nifti.NiftiWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeScanTest {
  private static final int FRAMES = 5;
  private static final int VOXELS = 4 * 3 * 2;
  private static final long SHORTS = 2L * VOXELS * FRAMES;

  @TempDir Path folder;

  @Test
  void wholeNumbersTakeTwoBytesAVoxel() throws IOException {
    ImagePlus image = ScanImage.image(file("a.nii", 0, 60_000), SHORTS, Progress.NONE);
    assertEquals(16, image.getBitDepth());
    assertFalse(image.getStack().isVirtual());
    same(image, 0, 60_000);
    assertEquals(100, image.getDisplayRangeMin());
    assertEquals(60_000 + VOXELS - 1, image.getDisplayRangeMax());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4})
  void theFirstOtherValueMakesAllPlanesFloat(int negativeFrame) throws IOException {
    Volume4D volume = file("b.nii", negativeFrame, -1000);
    ImagePlus image = ScanImage.image(volume, 2 * SHORTS, Progress.NONE);
    assertEquals(32, image.getBitDepth());
    assertFalse(image.getStack().isVirtual());
    same(image, negativeFrame, -1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c.nii", "c.nii.gz"})
  void whatDoesNotFitIsAVirtualStack(String name) throws IOException {
    Volume4D volume = file(name, 2, 0.5);
    ImagePlus image = ScanImage.image(volume, 2 * SHORTS - 1, Progress.NONE);
    assertTrue(image.getStack().isVirtual());
    assertEquals(FRAMES, image.getNFrames());
    assertEquals(2, image.getNSlices());
    same(image, 2, 0.5);
    for (int t : new int[] {4, 0, 3}) { // out of order
      float[] plane = (float[]) image.getStack().getPixels(image.getStackIndex(1, 2, t + 1));
      assertEquals(value(t, 12, 2, 0.5), plane[0]);
    }
    assertTrue(ScanImage.notes(image, volume).toString().contains("virtual stack"));
    ImagePlus held = ScanImage.image(volume, Progress.NONE);
    assertEquals(volume.notes(), ScanImage.notes(held, volume));
  }

  @Test
  void aVirtualStackCanBeWorkedOn() throws IOException {
    ImagePlus image = ScanImage.image(file("d.nii", 2, 0), 1, Progress.NONE);
    ImagePlus mean = ZProjector.run(image, "avg all");
    double expected = (value(0, 0, 2, 0) + value(0, 12, 2, 0)) / 2;
    assertEquals(expected, mean.getStack().getVoxel(0, 0, 0), 1e-4);
    image.getStack().deleteSlice(1);
    assertEquals(2 * FRAMES - 1, image.getStack().getSize());
    assertEquals(value(0, 12, 2, 0), image.getStack().getProcessor(1).getf(0));
    ImagePlus copy = ScanImage.image(file("e.nii", 2, 0), 1, Progress.NONE).duplicate();
    assertFalse(copy.getStack().isVirtual());
    same(copy, 2, 0);
  }

  @Test
  void aVirtualStackWhoseFileIsGoneSaysSo() throws IOException {
    ImagePlus image = ScanImage.image(file("f.nii", 0, 0), 1, Progress.NONE);
    Files.delete(folder.resolve("f.nii"));
    BadInput error = assertThrows(BadInput.class, () -> image.getStack().getPixels(10));
    assertTrue(error.getMessage().contains("f.nii"), error.getMessage());
  }

  private static float value(int t, int i, int changedFrame, double offset) {
    return (float) (100 * t + i + (t == changedFrame ? offset : 0));
  }

  private static void same(ImagePlus image, int changedFrame, double offset) throws IOException {
    double[] frame = new double[VOXELS];
    try (Volume4D.FrameReader reader = ScanImage.volume(image).open()) {
      for (int t = 0; t < FRAMES; t++) {
        reader.next(frame);
        int now = t;
        assertArrayEquals(
            IntStream.range(0, VOXELS)
                .mapToDouble(i -> value(now, i, changedFrame, offset))
                .toArray(),
            frame);
      }
    }
  }

  /** 100 t + i in frame t, voxel i; an offset in one frame. */
  private Volume4D file(String name, int changedFrame, double offset) throws IOException {
    Grid grid = Grid.spaced(4, 3, 2, 2, 2, 2);
    Volume4D made =
        new Volume4D() {
          @Override
          public Grid grid() {
            return grid;
          }

          @Override
          public int frames() {
            return FRAMES;
          }

          @Override
          public double interval() {
            return 2;
          }

          @Override
          public String name() {
            return "made";
          }

          @Override
          public FrameReader open() {
            int[] t = {0};
            return new FrameReader() {
              @Override
              public void next(double[] frame) {
                for (int i = 0; i < frame.length; i++) {
                  frame[i] = value(t[0], i, changedFrame, offset);
                }
                t[0]++;
              }

              @Override
              public void close() {}
            };
          }
        };
    Path file = folder.resolve(name);
    NiftiWriter.write(file, made, NiftiType.FLOAT32);
    return Nifti.open(file);
  }
}
