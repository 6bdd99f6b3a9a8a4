package org.braindyn.validation;

import ij.IJ;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Annotation;

/** Several probability traces below one another. */
final class ProbabilityPicture {
  private ProbabilityPicture() {}

  static void write(
      Path file, Map<String, double[]> traces, List<Annotation> seizures, int seconds) {
    ImagePlus picture =
        new ImagePlus(
            "probabilities",
            TracePicture.of(traces, 1, seizures, "out-of-fold probability of seizure"));
    IJ.saveAs(picture, "png", file.toString());
    System.out.println(file + ": " + seconds + " s");
  }
}
