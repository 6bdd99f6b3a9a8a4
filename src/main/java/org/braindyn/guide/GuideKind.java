package org.braindyn.guide;

import java.util.List;

/** What a newcomer comes with. */
public enum GuideKind {
  SAMPLE("The sample (nothing needed)", "a made-up scan of 20 regions with its labels"),
  FMRI("An fMRI scan and an atlas", "a 4-D NIfTI file and a label image on its grid"),
  TABLE("A table of signals", "one column or row per region: .csv, .tsv, .mat, .npy ..."),
  EEG("An EEG", "EDF, BDF, BrainVision or EEGLAB"),
  MOVIE("A calcium movie", "a stack of frames, which ImageJ opens");

  private final String title;
  private final String sentence;

  GuideKind(String title, String sentence) {
    this.title = title;
    this.sentence = sentence;
  }

  /** What a person chooses. */
  public String title() {
    return title;
  }

  /** What is needed for it. */
  public String sentence() {
    return sentence;
  }

  /** Its steps in order. */
  public List<Step> steps() {
    return GuideSteps.of(this);
  }
}
