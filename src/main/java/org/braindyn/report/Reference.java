package org.braindyn.report;

import java.util.ArrayList;
import java.util.List;

/** A paper that a report cites. */
enum Reference {
  METHOD(
      "Viswanath et al. 2026. BrainDyn: sheaf neural ODEs for brain dynamics.",
      "https://arxiv.org/abs/2605.19324"),
  FIJI(
      "Schindelin et al. 2012. Fiji: an open-source platform for biological-image analysis. Nature"
          + " Methods 9:676.",
      "https://doi.org/10.1038/nmeth.2019"),
  IMAGEJ(
      "Schneider, Rasband and Eliceiri 2012. NIH Image to ImageJ: 25 years of image analysis. Nature"
          + " Methods 9:671.",
      "https://doi.org/10.1038/nmeth.2089"),
  DISCOVERY(
      "Benjamini and Hochberg 1995. Controlling the false discovery rate. Journal of the Royal"
          + " Statistical Society B 57:289.",
      "https://doi.org/10.1111/j.2517-6161.1995.tb02031.x"),
  CARPET(
      "Power 2017. A simple but useful way to assess fMRI scan qualities. NeuroImage 154:150.",
      "https://doi.org/10.1016/j.neuroimage.2016.08.009"),
  SCALP(
      "Perrin et al. 1989. Spherical splines for scalp potential and current density mapping."
          + " Electroencephalography and Clinical Neurophysiology 72:184.",
      "https://doi.org/10.1016/0013-4694(89)90180-6");

  private final String text;
  private final String address;

  Reference(String text, String address) {
    this.text = text;
    this.address = address;
  }

  String text() {
    return text;
  }

  String address() {
    return address;
  }

  /** What a study used. */
  static List<Reference> of(Study study) {
    List<Reference> used = new ArrayList<>(List.of(METHOD, FIJI, IMAGEJ));
    used.add(study.eeg() ? SCALP : CARPET);
    boolean tested =
        study.effect() != null && study.effect().surrogates() > 0
            || study.connectivity() != null && study.connectivity().shown() != null;
    if (tested) {
      used.add(DISCOVERY);
    }
    return used;
  }
}
