package org.braindyn.command.models;

import ij.ImagePlus;
import java.util.Locale;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.pictures.ConnectivityPicture;
import org.braindyn.graph.Correlation;
import org.braindyn.training.score.Realism;

/** Connectivity of a recording and of what was generated like it, on one scale. */
final class GeneratedPicture {
  private GeneratedPicture() {}

  static ImagePlus of(RegionSignals real, double[][] like, String name) {
    double[][] own = Correlation.of(real.values());
    String agreement =
        String.format(Locale.ROOT, "Connectivity, r = %.2f", Realism.fcCorrelation(own, like));
    return new ImagePlus(
        "FC real and generated of " + name,
        ConnectivityPicture.of(
            own, like, real.regions(), agreement, "left: " + name + ", right: generated"));
  }
}
