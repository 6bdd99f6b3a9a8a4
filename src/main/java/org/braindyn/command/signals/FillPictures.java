package org.braindyn.command.signals;

import ij.ImagePlus;
import ij.gui.Plot;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MapImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.gaps.FillTable;
import org.braindyn.gaps.FilledRecording;
import org.braindyn.gaps.Rival;
import org.braindyn.imputation.FillScore;
import org.braindyn.imputation.FillScore.GapScore;
import org.braindyn.imputation.HiddenScore;
import org.braindyn.parcellation.RegionPainter;

/** What was filled, and how well, to look at. */
final class FillPictures {
  private static final Color[] COLOURS = {
    new Color(200, 30, 40), new Color(30, 90, 180), new Color(120, 120, 120)
  };
  private static final Color HALF = new Color(220, 140, 0);
  private static final Color MOST = new Color(20, 140, 90);
  private static final double LOWEST = -0.5; // an R2 far below 0 would squash the rest

  private static final double TOP = 1.7; // room for the legend

  private FillPictures() {}

  /** Refuses labels that cannot be painted on, before any work is done; else warnings. */
  static String unpainted(ImagePlus labels, RegionSignals recording) {
    return labels == null ? "" : RegionPainter.unpainted(LabelImage.atlas(labels), recording);
  }

  /** 1 where filled, 0 where recorded. */
  static ImagePlus mask(RegionSignals filled, String title) {
    double[][] values = new double[filled.size()][filled.frames()];
    for (int r = 0; r < values.length; r++) {
      for (int t = 0; t < values[r].length; t++) {
        values[r][t] = filled.filled()[r][t] ? 1 : 0;
      }
    }
    ImagePlus image = SignalsImage.prediction(filled.withValues(values), title);
    image.setDisplayRange(0, 1);
    return image;
  }

  /** The correlation matrix that counts how uncertain filled values are; null if there is none. */
  static ImagePlus connectivity(FilledRecording filled, String title) {
    double[][] matrix = filled.result().connectivity();
    boolean whole = matrix != null && matrix.length == filled.signals().size();
    return whole ? MatrixImage.image(matrix, filled.signals().regions(), title) : null;
  }

  /** R2 of all methods and coverage of the first by length of gap. */
  static Plot plot(List<Rival> rivals) {
    List<GapScore> gaps = rivals.get(0).score().byLength();
    List<String> lengths = gaps.stream().map(FillTable::length).map(FillPictures::frames).toList();
    Plot plot =
        new Plot(
            "Score by length of gap",
            "{" + String.join(",", lengths) + "}",
            "R2, and share inside intervals");
    plot.setFrameSize(640, 400);
    plot.setFont(Font.PLAIN, 14);
    List<String> legend = new ArrayList<>();
    double low = 0;
    for (int m = 0; m < rivals.size(); m++) {
      List<GapScore> scores = rivals.get(m).score().byLength();
      double[] r2 = scores.stream().mapToDouble(g -> g.score().r2()).toArray();
      low = Math.min(low, Arrays.stream(r2).filter(Double::isFinite).min().orElse(0));
      add(plot, r2, COLOURS[m % COLOURS.length]);
      legend.add("R2 " + rivals.get(m).method().title());
    }
    double[] half = gaps.stream().mapToDouble(g -> g.score().coverage50()).toArray();
    double[] most = gaps.stream().mapToDouble(g -> g.score().coverage90()).toArray();
    double last = Math.max(0, gaps.size() - 1);
    plot.setLimits(-0.5, last + 0.5, Math.max(LOWEST, low - 0.05), TOP);
    if (Arrays.stream(most).anyMatch(Double::isFinite)) {
      add(plot, half, HALF);
      add(plot, most, MOST);
      legend.add("inside 50 % intervals (dotted: nominal)");
      legend.add("inside 90 % intervals");
      plot.setLineWidth(1);
      plot.setColor(HALF);
      plot.drawDottedLine(-0.5, 0.5, last + 0.5, 0.5, 3);
      plot.setColor(MOST);
      plot.drawDottedLine(-0.5, 0.9, last + 0.5, 0.9, 3);
    }
    plot.setColor(Color.BLACK);
    plot.setLineWidth(1);
    plot.addLegend(String.join("\t", legend), "top-left");
    return plot;
  }

  private static String frames(String length) {
    return length.equals("1") ? "1 frame" : length + " frames";
  }

  private static void add(Plot plot, double[] y, Color colour) {
    double[] x = new double[y.length];
    Arrays.setAll(x, i -> i);
    plot.setColor(colour, colour);
    plot.setLineWidth(2);
    plot.add("connected circle", x, y);
  }

  /** R2 of every region painted on the brain, NaN where nothing was hidden; null without labels. */
  static ImagePlus map(
      FillScore score, RegionSignals recording, ImagePlus labels, Progress progress) {
    if (labels == null) {
      return null;
    }
    double[][] r2 =
        score.byRegion().stream()
            .mapToDouble(HiddenScore::r2)
            .mapToObj(v -> new double[] {v})
            .toArray(double[][]::new);
    RegionSignals values =
        new RegionSignals(recording.regions(), r2, Double.NaN, recording.source());
    return MapImage.image(
        RegionPainter.paint(LabelImage.atlas(labels), values, Double.NaN),
        "R2 of hidden values",
        progress);
  }
}
