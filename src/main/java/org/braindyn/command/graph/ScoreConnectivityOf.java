package org.braindyn.command.graph;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.command.recordings.RecordingInputs;
import org.braindyn.command.recordings.RecordingsCommand;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.models.KnownWeights;
import org.braindyn.task.KnownLinks;
import org.braindyn.task.ScoreConnectivity;
import org.braindyn.task.TruthScore;
import org.braindyn.task.TruthTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Connectivity scored against links that are known, beside shifted recordings and turned round. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Score Connectivity",
    description = "Connectivity against known links, beside shifted recordings and turned round",
    attrs = @Attr(name = "no-legacy"))
public class ScoreConnectivityOf extends RecordingsCommand {
  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "N x N image of known links, row = source; NaN = not known")
  private ImagePlus wiring;

  @Parameter(
      persist = false,
      required = false,
      description = "in place of it: file of weights (csv, npy, mat, zip)")
  private File truth;

  @Parameter(
      persist = false,
      min = "0",
      max = "1",
      description = "share of pairs, the strongest of the truth, that are links; 0 = all but 0")
  private double density = 0;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "a matrix made elsewhere to score too, e.g. effective connectivity")
  private ImagePlus matrix;

  @Parameter(persist = false, min = "0", max = "10000", description = "shifted copies, 0 = none")
  private int shifts = 99;

  @Parameter(persist = false, description = "of the shifts")
  private long seed = 1;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    if ((wiring == null) == (truth == null)) {
      throw new BadInput("Give the known links: either wiring=[image] or truth=[file].");
    }
    RecordingInputs inputs = inputs();
    Regions regions = inputs.recordings().get(0).regions();
    List<String> said = new ArrayList<>();
    KnownLinks known = KnownLinks.of(known(regions, said), density);
    List<TruthScore> scores = new ArrayList<>();
    if (matrix != null) {
      double[][] own = MatrixImage.matrix(matrix, regions);
      scores.add(ScoreConnectivity.ofMatrix(matrix.getTitle(), own, known));
    }
    scores.addAll(
        ScoreConnectivity.of(
            inputs.recordings(), known, shifts, Seed.of(seed), progress().part(0.1, 1)));
    table = Tables.of(TruthTable.of(scores));
    said.addAll(0, TruthTable.notes(scores));
    said.addAll(inputs.notes());
    notes = String.join("\n", said);
  }

  private double[][] known(Regions regions, List<String> said) {
    if (wiring != null) {
      return MatrixImage.matrix(wiring, regions);
    }
    return KnownWeights.of(truth.toPath(), regions, said);
  }
}
