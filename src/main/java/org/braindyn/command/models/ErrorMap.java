package org.braindyn.command.models;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Labels3D;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;
import org.braindyn.data.join.Atlas;
import org.braindyn.fiji.images.Colours;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MapImage;
import org.braindyn.fiji.pictures.MapPicture;
import org.braindyn.fiji.pictures.PictureFiles;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.people.PeopleStudy;
import org.braindyn.training.score.Scores;

/**
 * Mean squared error of every region, painted on the brain.
 *
 * @param labels the regions' places
 * @param names of the forecasters, one per frame
 * @param frames [forecaster][voxel]
 */
record ErrorMap(Labels3D labels, List<String> names, float[][] frames) {

  /**
   * Refuses, before a study is run, what could not be painted after it.
   *
   * @throws BadInput if a region is not in the image
   */
  static void check(Regions regions, ImagePlus image) {
    if (image == null) {
      return;
    }
    int[] rows = LabelImage.atlas(image).join(regions, "the recordings").rows();
    for (int r = 0; r < rows.length; r++) {
      if (rows[r] < 0) {
        throw new BadInput(
            "labels="
                + image.getTitle()
                + " has no region named \""
                + regions.get(r).name()
                + "\". Choose the label image that the signals were made with.");
      }
    }
  }

  /**
   * Paints; regions are found by their labels where both know them, else by their names.
   *
   * @throws BadInput if a region is not in the image
   */
  static ErrorMap of(PeopleStudy study, ImagePlus image) {
    check(study.data().regions(), image);
    Atlas atlas = LabelImage.atlas(image);
    Regions regions = study.data().regions();
    List<Scores> scores = study.scores();
    double[][] values = new double[regions.size()][scores.size()];
    for (int n = 0; n < values.length; n++) {
      for (int f = 0; f < scores.size(); f++) {
        values[n][f] = scores.get(f).byRegion().get(n).mse();
      }
    }
    RegionSignals painted = new RegionSignals(regions, values, Double.NaN, "error by region");
    return new ErrorMap(
        atlas.labels(),
        scores.stream().map(Scores::name).toList(),
        paint(RegionPainter.paint(atlas, painted, 0)));
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
    double[] errors = errors(0);
    image.setLut(Colours.rising());
    image.setDisplayRange(0.9 * errors[0], errors[errors.length - 1]);
    return image;
  }

  /** A forecaster's errors over the voxels of all regions, in rising order. */
  private double[] errors(int forecaster) {
    double[] values = new double[frames[forecaster].length];
    for (int v = 0; v < values.length; v++) {
      values[v] = frames[forecaster][v];
    }
    return Arrays.stream(values).filter(v -> v > 0).sorted().toArray();
  }

  /**
   * The first forecaster's errors: above or below their mean, and beside those of another.
   *
   * @param beside row of the other forecaster in the table
   */
  ColorProcessor picture(int beside) {
    float[] error = frames[0];
    double mean = Arrays.stream(errors(0)).average().orElse(0);
    float[] above = new float[error.length];
    float[] gain = new float[error.length];
    for (int v = 0; v < error.length; v++) {
      above[v] = error[v] > 0 ? (float) (error[v] - mean) : 0;
      gain[v] = error[v] - frames[beside][v];
    }
    String first =
        String.format(
            Locale.ROOT,
            "Mean squared error of %s: difference from the brain's mean, %.3f",
            names.get(0),
            mean);
    String second = "... and from the error of " + names.get(beside) + " (blue: smaller)";
    return PictureFiles.column(
        "Error by region", List.of(slices(above, first), slices(gain, second)));
  }

  private ColorProcessor slices(float[] values, String title) {
    double[] none = new double[values.length];
    float[][] one = {values};
    return MapPicture.of(labels.grid(), none, one, new int[] {0}, Double.NaN, title, "sd\u00b2");
  }
}
