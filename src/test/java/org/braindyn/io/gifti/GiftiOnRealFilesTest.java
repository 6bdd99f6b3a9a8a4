package org.braindyn.io.gifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Volume4D;
import org.braindyn.io.door.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Surfaces of other programs; expected values by nibabel 5.0. */
@Tag("real-data")
class GiftiOnRealFilesTest {
  private static double[] first(String name, int frames, int vertices) throws IOException {
    Volume4D scan = new Surfaces().open(SharedData.file("gifti/" + name));
    assertEquals(frames, scan.frames(), name);
    assertEquals(vertices, scan.grid().voxels(), name);
    double[] frame = new double[vertices];
    try (Volume4D.FrameReader reader = scan.open()) {
      reader.next(frame);
    }
    return Arrays.copyOf(frame, 3);
  }

  @Test
  void seriesOfVertices() throws IOException {
    assertArrayEquals(
        new double[] {545.4326, 640.0118, 612.9056}, first("task.func.gii", 10, 642), 1e-4);
    assertArrayEquals(
        new double[] {3.1, 2.09, 2.92}, first("rh.conte69_32k_thickness.gii", 1, 32492), 1e-6);
    assertArrayEquals(new double[] {1, 1, 1}, first("L.atlasroi.4k_fs_LR.shape.gii", 1, 4002), 0);
  }

  @Test
  void labelsOfFreeSurfer() throws IOException {
    Path file = SharedData.file("gifti/rh.aparc.annot.gii");
    Labels3D labels = new Surfaces().labels(file, null);
    assertEquals(151533, labels.labels().length);
    assertEquals(9182740, labels.labels()[0]);
    assertEquals("lateraloccipital", new Surfaces().names(file).of(9182740));
    assertTrue(new Surfaces().names(file).names().containsValue("bankssts"));
  }

  @Test
  void shapesHaveNoValuesAndAnExternalFileIsRead() throws IOException {
    for (String name : List.of("ascii.gii", "base64bin.gii", "external.gii")) {
      Path file = SharedData.file("gifti/" + name);
      BadInput error = assertThrows(BadInput.class, () -> new Surfaces().open(file));
      assertTrue(error.getMessage().contains("shape of a surface"), error.getMessage());
    }
  }
}
