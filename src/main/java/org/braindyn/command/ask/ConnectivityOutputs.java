package org.braindyn.command.ask;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.List;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.fiji.pictures.GraphOverlay;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.stimulation.ConnectionTables;
import org.braindyn.stimulation.EffectTable;
import org.braindyn.stimulation.OtherMap;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/** What an effective connectivity shows: matrices, arrows on the brain, hubs, links, notes. */
abstract class ConnectivityOutputs extends ModelQuestion {
  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus matrix;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus significant;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus links;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus other;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT, label = "Links")
  private ResultsTable pairs;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  /**
   * @param others the same under other assumptions about links
   * @param labels where to draw the strongest links (the significant ones if they were tested), or
   *     null
   */
  final void show(
      ConnectionStatistics result,
      List<OtherMap> others,
      ImagePlus labels,
      int strongest,
      String said) {
    matrix = MatrixImage.image(result.effect(), result.regions(), "effective connectivity");
    MatrixImage.showLinks(matrix);
    for (OtherMap one : others) {
      other =
          MatrixImage.image(
              one.values(), result.regions(), "effective connectivity, " + one.assumption());
      MatrixImage.showLinks(other);
    }
    double[][] kept = result.effect();
    if (result.tested()) {
      kept = result.significant(EffectTable.LEVEL);
      significant = MatrixImage.image(kept, result.regions(), "significant links");
    }
    if (labels != null) {
      links = GraphOverlay.image(LabelImage.atlas(labels), result.regions(), kept, strongest);
    }
    table = Tables.of(ConnectionTables.hubs(result));
    pairs = Tables.of(ConnectionTables.links(result));
    notes = said;
    if (output() != null) {
      ConnectionFiles.write(output(), result, others, links, said);
    }
  }
}
