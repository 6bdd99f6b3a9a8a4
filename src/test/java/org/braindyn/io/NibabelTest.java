package org.braindyn.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;
import org.braindyn.io.cifti.PtSeriesWriter;
import org.braindyn.io.derivatives.DerivativeSignals;
import org.braindyn.io.door.PythonCheck;
import org.braindyn.io.nifti.NiftiMeaning;
import org.braindyn.io.nifti.NiftiType;
import org.braindyn.io.nifti.NiftiWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written is what nibabel reads: src/test/python/check_with_nibabel.py, if there is one.
 */
@Tag("real-data")
class NibabelTest {
  private static final double[][] AFFINE = {{2, 0, 0, -4}, {0, 3, 0, 5}, {0, 0, 4, 6}};

  @TempDir Path dir;

  @Test
  void nibabelReadsTheSameValues() throws IOException {
    Grid grid = new Grid(new int[] {4, 3, 2}, AFFINE, Grid.AffineSource.SFORM);
    int[] labels = new int[24];
    for (int i = 0; i < 24; i++) {
      labels[i] = i % 5 == 0 ? 7 : i % 5 == 1 ? 9 : 0;
    }
    Labels3D image = new Labels3D(grid, labels, "atlas");
    Regions regions =
        new Regions(List.of(Region.named(7, "V1 & V2 <left>"), Region.named(9, "M1 \u00e9")));
    double[][] values = {{1.1, Math.PI, 1e-300}, {-0.1, Double.NaN, 7}};
    RegionSignals signals = new RegionSignals(regions, values, 0.72, "scan.nii.gz");
    PtSeriesWriter.write(dir.resolve("a.ptseries.nii"), signals, null);
    PtSeriesWriter.write(dir.resolve("b.ptseries.nii"), signals, image);
    DerivativeSignals.write(dir.resolve("sub-1_timeseries.tsv"), signals);
    double[] map = new double[24];
    Arrays.setAll(map, i -> Math.sin(i));
    NiftiMeaning meaning = NiftiMeaning.estimate("effect of V1");
    NiftiWriter.write(dir.resolve("map.nii.gz"), one(grid, map), NiftiType.FLOAT32, meaning);
    NiftiWriter.writeLabels(dir.resolve("labels.nii.gz"), image);
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("names", regions.names());
    expected.put("label_values", List.of(7, 9));
    expected.put("step", 0.72);
    expected.put("values", values);
    expected.put("labels", labels);
    expected.put("map", map);
    expected.put("affine", new double[][] {AFFINE[0], AFFINE[1], AFFINE[2], {0, 0, 0, 1}});
    String json = new GsonBuilder().serializeSpecialFloatingPointValues().create().toJson(expected);
    Files.writeString(dir.resolve("expected.json"), json);
    assertEquals("equal", PythonCheck.run("check_with_nibabel.py", "nibabel, numpy", dir));
  }

  private static Volume4D one(Grid grid, double[] values) {
    return new Volume4D() {
      @Override
      public Grid grid() {
        return grid;
      }

      @Override
      public int frames() {
        return 1;
      }

      @Override
      public double interval() {
        return Double.NaN;
      }

      @Override
      public String name() {
        return "map";
      }

      @Override
      public FrameReader open() {
        return new FrameReader() {
          @Override
          public void next(double[] frame) {
            System.arraycopy(values, 0, frame, 0, frame.length);
          }

          @Override
          public void close() {}
        };
      }
    };
  }
}
