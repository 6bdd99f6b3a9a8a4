package org.braindyn.packaged;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.braindyn.api.Labels;
import org.braindyn.api.Scan;
import org.braindyn.command.Commands;
import org.braindyn.command.samples.MakeEegSample;
import org.braindyn.data.Seed;
import org.braindyn.guide.GuideKind;

/** Small data of every kind, and what a newcomer would type for them. */
public final class GuideData {
  private static final String SCAN = "sample-images/phantom_bold.nii.gz";
  private static final String LABELS = "sample-images/phantom_labels.nii.gz";

  private GuideData() {}

  /**
   * Values by step and field, e.g. "open.file".
   *
   * @param folder where files are made
   */
  public static Map<String, String> of(GuideKind kind, Path folder) throws Exception {
    Map<String, String> given = new HashMap<>();
    given.put("report.surrogates", "0"); // refits take a minute
    switch (kind) {
      case FMRI -> {
        given.put("open.file", Path.of(SCAN).toAbsolutePath().toString());
        given.put("labels.file", Path.of(LABELS).toAbsolutePath().toString());
      }
      case TABLE -> {
        Path table = folder.resolve("signals.csv");
        Scan.open(SCAN).parcellate(Labels.open(LABELS)).write(table.toString());
        given.put("open.file", table.toString());
      }
      case EEG -> {
        run(folder);
        given.put("open.file", folder.resolve("eeg.edf").toString());
        given.put("open.rate", "100");
        given.put("train.variant", "VAR on windows"); // auto tries families for minutes
        given.put("perturb.region", "Cz");
      }
      case MOVIE -> given.put("open.path", movie(folder.resolve("movie.tif")));
      default -> given.remove("");
    }
    return given;
  }

  private static void run(Path folder) throws Exception {
    try {
      Commands.run(MakeEegSample.class, "folder", folder.toFile(), "seconds", 60, "rate", 100);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nine spots that flicker, each after its neighbour. */
  private static String movie(Path file) {
    int side = 30;
    int frames = 300;
    double[][] spots = new double[9][frames];
    Seed.Stream random = Seed.of(3).stream("movie");
    for (int t = 1; t < frames; t++) {
      for (int s = 0; s < 9; s++) {
        double before = spots[(s + 8) % 9][t - 1];
        spots[s][t] = 0.7 * spots[s][t - 1] + 0.25 * before + random.gaussian();
      }
    }
    ImageStack stack = new ImageStack(side, side);
    for (int t = 0; t < frames; t++) {
      short[] plane = new short[side * side];
      for (int i = 0; i < plane.length; i++) {
        int spot = i / side / 10 * 3 + i % side / 10;
        plane[i] = (short) Math.round(1000 + 60 * spots[spot][t] + 5 * random.gaussian());
      }
      stack.addSlice(null, plane);
    }
    IJ.saveAsTiff(new ImagePlus("movie", stack), file.toString());
    return file.toString();
  }
}
