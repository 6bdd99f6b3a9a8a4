package org.braindyn.command;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;
import org.braindyn.fiji.LabelImage;
import org.braindyn.fiji.MapImage;
import org.braindyn.fiji.MapPicture;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.pipeline.ParcellateScan;
import org.braindyn.pipeline.PeopleStudy;
import org.braindyn.training.Scores;

/**
 * Mean squared error of every region, painted on the brain.
 *
 * @param labels the regions' places
 * @param names of the forecasters, one per frame
 * @param frames [forecaster][voxel]
 */
record ErrorMap(Labels3D labels, List<String> names, float[][] frames) {

  /**
   * Paints; regions are found by their names, or by their label values where the image has none.
   *
   * @throws BadInput if a region is not in the image
   */
  static ErrorMap of(PeopleStudy study, ImagePlus image) {
    Labels3D labels = LabelImage.labels(image);
    LabelNames known = ParcellateScan.names(null, LabelImage.regions(image), null);
    Map<String, Integer> labelOf = new HashMap<>();
    known.names().forEach((label, name) -> labelOf.put(name, label));
    List<Region> regions = new ArrayList<>();
    for (Region region : study.data().regions()) {
      Integer label = labelOf.isEmpty() ? (Integer) region.label() : labelOf.get(region.name());
      if (label == null) {
        throw new BadInput(
            "labels="
                + image.getTitle()
                + " has no region named \""
                + region.name()
                + "\". Choose the label image that the signals were made with.");
      }
      regions.add(Region.named(label, region.name()));
    }
    List<Scores> scores = study.scores();
    double[][] values = new double[regions.size()][scores.size()];
    for (int n = 0; n < values.length; n++) {
      for (int f = 0; f < scores.size(); f++) {
        values[n][f] = scores.get(f).byRegion().get(n).mse();
      }
    }
    RegionSignals painted =
        new RegionSignals(new Regions(regions), values, Double.NaN, "error by region");
    return new ErrorMap(
        labels,
        scores.stream().map(Scores::name).toList(),
        paint(RegionPainter.paint(labels, painted, 0)));
  }

  private static float[][] paint(Volume4D volume) {
    float[][] frames = new float[volume.frames()][volume.grid().voxels()];
    double[] frame = new double[volume.grid().voxels()];
    try (Volume4D.FrameReader reader = volume.open()) {
      for (float[] out : frames) {
        reader.next(frame);
        for (int v = 0; v < out.length; v++) {
          out[v] = (float) frame[v];
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e); // painted from memory
    }
    return frames;
  }

  ImagePlus image() {
    ImagePlus image = MapImage.image(labels.grid(), frames, Double.NaN, "error by region");
    int slices = image.getStackSize() / frames.length;
    for (int i = 0; i < image.getStackSize(); i++) {
      image.getStack().setSliceLabel("MSE of " + names.get(i / slices), i + 1);
    }
    return image;
  }

  /** The first forecaster's errors. */
  ColorProcessor picture() {
    return MapPicture.of(
        labels.grid(),
        new double[labels.labels().length],
        new float[][] {frames[0]},
        new int[] {0},
        Double.NaN,
        "Mean squared error of " + names.get(0),
        "sd\u00b2");
  }
}
