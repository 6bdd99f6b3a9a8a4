package org.braindyn.fiji.figures;

import ij.ImagePlus;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;
import org.braindyn.figure.brain.BrainShape;
import org.braindyn.figure.brain.ConnectomeCircle;
import org.braindyn.figure.brain.GlassBrain;
import org.braindyn.figure.brain.Links;
import org.braindyn.figure.brain.Places;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.eeg.EegPage;
import org.braindyn.figure.eeg.ScalpFigure;
import org.braindyn.figure.plot.CarpetFigure;
import org.braindyn.figure.plot.MatrixFigure;
import org.braindyn.fiji.images.ImageKind;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SeizureInfo;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.signal.montage.TenTwenty;

/** Figures of open images. */
public final class FigureOf {
  private static final double PAGE = 10;
  private static final double PAGE_WIDTH = 900;
  private static final double ROW = 26;

  private FigureOf() {}

  /** The kind of figure that suits an image best. */
  public static String kindFor(ImagePlus image) {
    if (ImageKind.GRAPH.marks(image)) {
      return "connectome circle";
    }
    boolean signals = ImageKind.SIGNALS.marks(image) || ImageKind.PREDICTION.marks(image);
    if (!signals) {
      return "map";
    }
    return isEeg(SignalsImage.signals(image)) ? "EEG page" : "carpet";
  }

  /** True if most rows are electrodes of the 10-20 system. */
  public static boolean isEeg(RegionSignals signals) {
    long known =
        signals.regions().names().stream().filter(n -> TenTwenty.electrode(n) != null).count();
    return known > signals.size() / 2;
  }

  /** A figure of this kind. */
  public static Drawing of(String kind, FigureInputs in) {
    return switch (kind) {
      case "connectome circle" -> circle(in);
      case "matrix" -> matrix(in.image(), in.significant(), in.unitOr("weight"));
      case "glass brain" -> glass(in);
      case "carpet" -> CarpetFigure.of(SignalsImage.signals(in.image()));
      case "scalp map" -> scalp(in);
      case "EEG page" -> page(in);
      default -> MapFigure.of(in);
    };
  }

  /** A matrix with its names. */
  public static Drawing matrix(ImagePlus image, ImagePlus significant, String unit) {
    double[][] matrix = MatrixImage.matrix(image);
    Regions regions = MatrixImage.regionsOrNumbers(image, matrix.length);
    String what = unit.isBlank() ? "weight" : unit;
    return MatrixFigure.of(
        matrix, marked(significant, matrix.length), regions.names(), image.getTitle(), what);
  }

  private static Drawing circle(FigureInputs in) {
    Links links = links(in);
    Regions named = MatrixImage.regionsOrNumbers(in.image(), links.matrix().length);
    Regions regions = Places.of(named, LabelImage.atlas(in.labels()));
    return ConnectomeCircle.of(regions, links, in.strongest(), in.image().getTitle());
  }

  private static Links links(FigureInputs in) {
    double[][] matrix = MatrixImage.matrix(in.image());
    return new Links(matrix, marked(in.significant(), matrix.length), in.unitOr("weight"));
  }

  /** Where another matrix is not 0; null for none. */
  private static boolean[][] marked(ImagePlus significant, int n) {
    if (significant == null) {
      return null;
    }
    double[][] values = MatrixImage.matrix(significant);
    if (values.length != n) {
      throw new BadInput(
          String.format(
              "significant=%s has %d regions, the matrix has %d. Use one of the same regions.",
              significant.getTitle(), values.length, n));
    }
    boolean[][] marked = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        marked[i][j] = values[i][j] != 0 && !Double.isNaN(values[i][j]);
      }
    }
    return marked;
  }

  private static Drawing glass(FigureInputs in) {
    Atlas atlas = LabelImage.atlas(in.labels());
    boolean graph = ImageKind.GRAPH.marks(in.image());
    Regions named =
        graph
            ? MatrixImage.regionsOrNumbers(in.image(), in.image().getHeight())
            : SignalsImage.signals(in.image()).regions();
    Regions regions = Places.of(named, atlas);
    boolean placed = atlas != null && atlas.labels().grid().placed();
    BrainShape shape = placed ? BrainShape.of(atlas.labels()) : BrainShape.around(regions);
    GlassBrain.Content content =
        graph
            ? new GlassBrain.Content(null, null, "", links(in), in.strongest())
            : new GlassBrain.Content(
                FrameValues.of(SignalsImage.signals(in.image()), in.frame()),
                MapFigure.significant(in.significant(), atlas, regions),
                in.unitOr("value"),
                null,
                0);
    return GlassBrain.of(regions, shape, content, in.image().getTitle());
  }

  private static Drawing scalp(FigureInputs in) {
    RegionSignals eeg = SignalsImage.signals(in.image());
    double[] values = FrameValues.of(eeg, in.frame());
    String unit = in.unitOr("potential (\u00b5V)");
    return ScalpFigure.of(eeg.regions(), values, in.image().getTitle(), unit);
  }

  private static Drawing page(FigureInputs in) {
    RegionSignals eeg = SignalsImage.signals(in.image());
    var seizures = SeizureInfo.read(in.image());
    EegPage page =
        new EegPage(eeg, List.of(), seizures == null ? List.of() : seizures, in.unitOr("\u00b5V"));
    double start = Math.max(0, in.frame() - 1) * eeg.interval();
    EegPage.Look look = new EegPage.Look(start, PAGE, 0, "");
    return page.drawing(look, PAGE_WIDTH, 90 + ROW * eeg.size());
  }
}
