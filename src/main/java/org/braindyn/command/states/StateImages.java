package org.braindyn.command.states;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.fiji.images.Colours;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MapImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.states.FoundStates;

/** States to look at. */
final class StateImages {
  private StateImages() {}

  /** Probability of every state of a recording over time, [state, time]. */
  static ImagePlus probabilities(FoundStates found, int recording, RegionSignals of) {
    Regions states = Regions.numbered("State", found.states());
    RegionSignals course =
        new RegionSignals(states, found.posterior()[recording], of.interval(), of.source());
    ImagePlus image = SignalsImage.prediction(course, "states of " + of.source());
    image.setDisplayRange(0, 1);
    return image;
  }

  /** The state of every frame from 1, one row per recording; 0 beyond its end. */
  static ImagePlus sequences(FoundStates found, List<String> names) {
    int width = Arrays.stream(found.sequences()).mapToInt(s -> s.length).max().orElse(1);
    FloatProcessor pixels = new FloatProcessor(width, names.size());
    for (int r = 0; r < names.size(); r++) {
      for (int t = 0; t < found.sequences()[r].length; t++) {
        pixels.setf(t, r, found.sequences()[r][t] + 1);
      }
    }
    pixels.setLut(Colours.rising());
    ImagePlus image = new ImagePlus("states of all recordings", pixels);
    image.setDisplayRange(0, found.states());
    image.getCalibration().setXUnit("frame");
    image.getCalibration().setYUnit("recording");
    return image;
  }

  /** Connectivity of every state, one slice each. */
  static ImagePlus connectivity(FoundStates found) {
    int n = found.regions().size();
    ImageStack stack = new ImageStack(n, n);
    for (int k = 0; k < found.states(); k++) {
      FloatProcessor pixels = new FloatProcessor(n, n);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          pixels.setf(j, i, (float) found.connectivity()[k][i][j]);
        }
      }
      stack.addSlice("state " + (k + 1), pixels);
    }
    stack.setColorModel(Colours.diverging());
    ImagePlus image = new ImagePlus("connectivity of states", stack);
    image.setDisplayRange(-1, 1);
    return image;
  }

  /** Mean activity of every state on the brain, one frame each; null without labels. */
  static ImagePlus map(FoundStates found, ImagePlus labels) {
    if (labels == null) {
      return null;
    }
    int n = found.regions().size();
    double[][] rows =
        IntStream.range(0, n)
            .mapToObj(i -> Arrays.stream(found.activity()).mapToDouble(a -> a[i]).toArray())
            .toArray(double[][]::new);
    RegionSignals activity =
        new RegionSignals(found.regions(), rows, Double.NaN, "activity of states");
    return MapImage.image(
        RegionPainter.paint(LabelImage.atlas(labels), activity, Double.NaN),
        "activity of states",
        Progress.NONE);
  }
}
