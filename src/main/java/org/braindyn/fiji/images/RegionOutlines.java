package org.braindyn.fiji.images;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.io.IOException;
import java.util.TreeSet;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Volume4D;

/** The mean of a scan with the outline of every region as an overlay. */
public final class RegionOutlines {
  private RegionOutlines() {}

  /** Mean over time, as an image with the scan's geometry. */
  public static ImagePlus meanImage(Volume4D scan, Progress progress) throws IOException {
    Grid grid = scan.grid();
    double[] frame = new double[grid.voxels()];
    double[] sum = new double[frame.length];
    try (Volume4D.FrameReader reader = scan.open()) {
      for (int t = 0; t < scan.frames(); t++) {
        Cancelled.check(progress, "Show Regions");
        reader.next(frame);
        for (int v = 0; v < sum.length; v++) {
          sum[v] += frame[v];
        }
        progress.report((t + 1.0) / scan.frames(), "Mean of " + scan.name());
      }
    }
    int plane = grid.size()[0] * grid.size()[1];
    ImageStack stack = new ImageStack(grid.size()[0], grid.size()[1]);
    for (int z = 0; z < grid.size()[2]; z++) {
      float[] pixels = new float[plane];
      for (int i = 0; i < plane; i++) {
        pixels[i] = (float) (sum[z * plane + i] / scan.frames());
      }
      stack.addSlice(null, pixels);
    }
    ImagePlus image = new ImagePlus("regions on mean of " + scan.name(), stack);
    GridInfo.write(image, grid, Double.NaN);
    image.setZ(grid.size()[2] / 2 + 1);
    image.resetDisplayRange();
    return image;
  }

  /** Adds one named outline per region and slice to an image of the same size. */
  public static void draw(ImagePlus image, Labels3D labels, LabelNames names) {
    int nx = labels.grid().size()[0];
    int ny = labels.grid().size()[1];
    Overlay overlay = new Overlay();
    for (int z = 0; z < labels.grid().size()[2]; z++) {
      FloatProcessor plane = new FloatProcessor(nx, ny);
      TreeSet<Integer> present = new TreeSet<>();
      for (int i = 0; i < nx * ny; i++) {
        int label = labels.labels()[z * nx * ny + i];
        plane.setf(i, label);
        if (label > 0) {
          present.add(label);
        }
      }
      for (int label : present) {
        plane.setThreshold(label - 0.5, label + 0.5, ImageProcessor.NO_LUT_UPDATE);
        Roi roi = new ThresholdToSelection().convert(plane);
        roi.setName(names.of(label));
        roi.setStrokeColor(colour(label));
        roi.setPosition(image.getStackSize() > 1 ? z + 1 : 0);
        overlay.add(roi);
      }
    }
    image.setOverlay(overlay);
  }

  public static Color colour(int label) {
    return Color.getHSBColor((float) (label * 0.6180339887 % 1), 0.75f, 1f);
  }
}
