package org.braindyn.guide;

import static org.braindyn.guide.Field.choice;
import static org.braindyn.guide.Field.fixed;
import static org.braindyn.guide.Field.image;
import static org.braindyn.guide.Field.made;
import static org.braindyn.guide.Field.maybe;
import static org.braindyn.guide.Field.open;
import static org.braindyn.guide.Field.save;
import static org.braindyn.guide.Field.text;
import static org.braindyn.guide.Field.tick;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The steps of every kind of data. */
final class GuideSteps {
  private static final Map<String, String> NOTHING = Map.of();

  private GuideSteps() {}

  static List<Step> of(GuideKind kind) {
    return switch (kind) {
      case SAMPLE -> list(List.of(sample(), parcellate(), clean()), tail("30", "10", "1"), true);
      case FMRI ->
          list(
              List.of(openScan(), openLabels(), parcellate(), clean()),
              tail("30", "10", "1"),
              true);
      case TABLE -> list(List.of(table(), clean()), tail("30", "10", "1"), false);
      case EEG -> list(List.of(eeg(), page(), cleanEeg(), scalp()), tail("50", "10", "10"), false);
      case MOVIE ->
          list(List.of(movie(), timing(), cells(), parcellate()), tail("20", "5", "1"), true);
    };
  }

  private static List<Step> list(List<Step> first, List<Step> tail, boolean painted) {
    List<Step> all = new ArrayList<>(first);
    all.addAll(tail);
    all.add(saving(painted));
    all.add(report());
    return all;
  }

  private static Step sample() {
    return Step.needed(
        "open",
        "Open the sample",
        "A made-up scan of 20 regions, of which the true wiring is known, and its label image.",
        "BrainDyn Phantom (fMRI, 4-D)",
        List.of(),
        Map.of("scan", "scan", "labels", "labels"));
  }

  private static Step openScan() {
    return Step.needed(
        "open",
        "Open the scan",
        "A 4-D NIfTI file with its place in the world and its TR.",
        "BrainDyn Open Scan...",
        List.of(open("file", "Scan file (.nii, .nii.gz)", true)),
        Map.of("scan", "scan"));
  }

  private static Step openLabels() {
    return Step.needed(
        "labels",
        "Open the atlas",
        "A label image: a whole number per voxel, one per region; names stand in a table beside it.",
        "BrainDyn Open Scan...",
        List.of(open("file", "Label file (.nii, .nii.gz)", true), fixed("labels", "true")),
        Map.of("labels", "labels"));
  }

  private static Step parcellate() {
    return Step.needed(
        "parcellate",
        "Cut into regions",
        "One signal per region, the mean of its voxels, and a quality table. Look at lost regions.",
        "BrainDyn Parcellate...",
        List.of(
            image("scan", "Scan", "scan"),
            image("labels", "Label image", "labels"),
            tick("resample", "Bring labels of another grid onto the scan's", false),
            choice("lost", "Regions without a voxel", "drop", "keep", "error")),
        Map.of("signals", "signals"));
  }

  private static Step clean() {
    return Step.needed(
            "clean",
            "Clean the signals",
            "Drifts and frequencies that are no brain; leave it out for data that are clean.",
            "BrainDyn Clean Signals...",
            List.of(
                image("signals", "Signals", "signals"),
                text("drop", "Leave out first frames", "0"),
                text("detrend", "Take out a trend of order", "1"),
                text("low", "Lowest frequency (Hz, 0 = all)", "0"),
                text("high", "Highest frequency (Hz, 0 = all)", "0"),
                open("confounds", "Table of confounds", false)),
            Map.of("signals", "signals"))
        .mayBeSkipped();
  }

  private static Step table() {
    return Step.needed(
        "open",
        "Import the table",
        "Which axis is time is found out; say how long a sample is if the file does not.",
        "BrainDyn Import Signals...",
        List.of(
            open("file", "File (.csv, .tsv, .mat, .npy)", true),
            text("interval", "Time between samples (s, 0 = as the file says)", "0")),
        Map.of("signals", "signals"));
  }

  private static Step eeg() {
    return Step.needed(
        "open",
        "Import the EEG",
        "Electrodes of the 10-20 system, resampled and high-pass filtered.",
        "BrainDyn Import EEG...",
        List.of(
            open("file", "File (.edf, .bdf, .vhdr, .set)", true),
            open("labels", "Seizure intervals, if there are any", false),
            text("rate", "Samples per second (cleaning needs 64)", "100"),
            text("lowest", "High-pass (Hz)", "0.5")),
        Map.of("signals", "signals"));
  }

  private static Step page() {
    return Step.needed(
            "page",
            "Look at the first page",
            "Ten seconds of all electrodes; BrainDyn EEG Viewer turns pages.",
            "BrainDyn EEG Viewer...",
            List.of(
                image("signals", "EEG", "signals"),
                text("start", "From (s)", "0"),
                fixed("page", "true")),
            NOTHING)
        .mayBeSkipped();
  }

  private static Step cleanEeg() {
    return Step.needed(
            "clean",
            "Clean the EEG",
            "Blinks and other artefacts are removed; what was removed stays open beside it. Bad"
                + " electrodes are filled if you say so, but no model is tested on what was filled.",
            "BrainDyn Clean EEG...",
            List.of(
                image("signals", "EEG", "signals"),
                text("bad", "Fill bad electrodes (none, auto, or names)", "none"),
                choice("artefacts", "Remove artefacts by", "whitened subspace", "subspace", "none"),
                text("threshold", "Artefact above (sd of calm activity)", "20")),
            Map.of("signals", "signals"))
        .mayBeSkipped();
  }

  private static Step scalp() {
    return Step.needed(
            "scalp",
            "Map the power",
            "Where on the head the signal varies most.",
            "BrainDyn Scalp Map...",
            List.of(
                image("signals", "EEG", "signals"), choice("measure", "Measure", "power", "mean")),
            NOTHING)
        .mayBeSkipped();
  }

  private static Step movie() {
    return Step.needed(
        "open",
        "Open the movie",
        "Any stack that ImageJ opens; its planes are frames.",
        "Open...",
        List.of(open("path", "File (.tif)", true)),
        Map.of("scan", "", "planes", "planes"));
  }

  private static Step timing() {
    return Step.needed(
        "timing",
        "Say what is time",
        "All planes become frames, with the time between them.",
        "Properties...",
        List.of(
            fixed("channels", "1"),
            fixed("slices", "1"),
            new Field("frames", "Number of frames", Field.Kind.TEXT, "", "planes", List.of(), true),
            text("frame", "Time between frames", "0.1 sec")),
        NOTHING);
  }

  private static Step cells() {
    return Step.needed(
        "labels",
        "Find regions",
        "Neighbouring pixels that go together (Ward's clusters); ROIs of your own are better if you"
            + " have them.",
        "BrainDyn Make Labels...",
        List.of(
            image("scan", "Movie", "scan"),
            fixed("method", "Ward"),
            text("clusters", "How many regions", "20"),
            text("least", "Leave out pixels darker than", "0")),
        Map.of("labels", "labels"));
  }

  private static List<Step> tail(String context, String horizon, String stride) {
    Step graph =
        Step.needed(
                "graph",
                "Build a graph",
                "Which regions go together, from the frames that train; some models use it.",
                "BrainDyn Build Graph...",
                List.of(
                    image("signals", "Signals", "signals"),
                    choice(
                        "method",
                        "Method",
                        "correlation",
                        "partial correlation",
                        "Granger causality"),
                    text("threshold", "Least strength of an edge", "0.5")),
                Map.of("graph", "graph"))
            .mayBeSkipped();
    Step train =
        Step.needed(
            "train",
            "Train a model",
            "It learns from the first 60 % and is tested on the last 20 % beside baselines: the"
                + " sentence in the Log says whether it is better than they.",
            "BrainDyn Train...",
            List.of(
                image("signals", "Signals", "signals"),
                maybe("graph", "Graph (empty: correlation)", "graph"),
                text("context", "Context (frames that the model sees)", context),
                text("horizon", "Horizon (frames ahead)", horizon),
                text("stride", "Step (frames from window to window)", stride),
                text("variant", "Kind of model", "auto"),
                text("seed", "Random seed", "1"),
                save("model", "Model file to write", "{folder}model.npz")),
            Map.of("model", "file model"));
    Step forecast =
        Step.needed(
                "forecast",
                "Forecast",
                "What the model expects after the end, with intervals.",
                "BrainDyn Forecast...",
                List.of(
                    image("signals", "Signals", "signals"),
                    made("model", "Model file", "model"),
                    text("horizon", "Frames ahead", horizon)),
                NOTHING)
            .mayBeSkipped();
    Step perturb =
        Step.needed(
            "perturb",
            "Stimulate a region",
            "What the model says would happen; it is the model's answer, not the brain's.",
            "BrainDyn Perturb...",
            List.of(
                image("signals", "Signals", "signals"),
                made("model", "Model file", "model"),
                maybe("labels", "Label image to paint on", "labels"),
                text("region", "Region (empty: the hub)", ""),
                text("size", "How much (sd)", "1"),
                text("duration", "How long (frames)", "2"),
                text("horizon", "Frames to follow", "20")),
            Map.of(
                "effect", "prediction=effect", "map", "map=effect map", "region", "file region"));
    return List.of(graph, train, forecast, perturb);
  }

  private static Step saving(boolean painted) {
    return Step.needed(
            "save",
            "Save the answer",
            painted
                ? "The effect as a 4-D image in the geometry of the labels."
                : "The effect as a table, one column per region.",
            "BrainDyn Save...",
            List.of(
                image("image", "What", painted ? "map" : "effect"),
                save("file", "File", painted ? "{folder}effect_map.nii.gz" : "{folder}effect.csv")),
            NOTHING)
        .mayBeSkipped();
  }

  private static Step report() {
    return Step.needed(
            "report",
            "Write the report",
            "Everything on one HTML page, to hand on.",
            "BrainDyn Report...",
            List.of(
                image("signals", "Signals", "signals"),
                maybe("labels", "Label image", "labels"),
                maybe("graph", "Graph", "graph"),
                made("model", "Model file", "model"),
                new Field(
                    "region",
                    "Region to stimulate (empty: the hub)",
                    Field.Kind.TEXT,
                    "",
                    "region",
                    List.of(),
                    false),
                text("surrogates", "Refits for p and q (0: not tested)", "19"),
                text("title", "First line", ""),
                save("file", "File (.html)", "{folder}report.html")),
            Map.of("report", "file file"))
        .mayBeSkipped();
  }
}
