package org.braindyn.command.signals;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.gaps.FillTable;
import org.braindyn.gaps.FillWords;
import org.braindyn.gaps.FilledRecording;
import org.braindyn.gaps.Rival;
import org.braindyn.imputation.FillSettings;
import org.braindyn.imputation.LagMoments;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Fills scrubbed frames, lost regions and gaps, with a score from values hidden on purpose. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Fill Gaps",
    description =
        "Fill scrubbed frames, lost regions and gaps; filled values are marked and scored",
    attrs = @Attr(name = "no-legacy"))
public class FillGaps extends GapInputs {
  @Parameter(
      persist = false,
      choices = {
        "kalman",
        "own moments",
        "group moments",
        "own and group moments",
        "visible regions",
        "personal covariance",
        "model",
        "interpolation",
        "mean"
      },
      description = "kalman chooses moments and lags by itself")
  private String method = "kalman";

  @Parameter(
      persist = false,
      choices = {"fill", "leave"},
      description = "regions that are never seen: from the group, or left missing")
  private String lost = "fill";

  @Parameter(persist = false, required = false, autoFill = false, description = "paints the score")
  private ImagePlus labels;

  @Parameter(persist = false, description = "of what is hidden on purpose")
  private long seed = 1;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus filled;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus mask;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus deviation;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus connectivity;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot plot;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus map;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    FillSettings settings =
        FillSettings.defaults()
            .withMethod(FillWords.method(method))
            .withLost(FilledRecording.lost(lost))
            .withSeed(Seed.of(seed));
    RegionSignals recording = recording();
    String unpainted = FillPictures.unpainted(labels, recording);
    boolean[][] missing = missing(recording);
    List<String> said = new ArrayList<>();
    LagMoments others = group(recording, said);
    FilledRecording result = filled(recording, missing, others, settings);
    filled = SignalsImage.image(result.signals(), "filled " + title());
    mask = FillPictures.mask(result.signals(), "mask of filled " + title());
    RegionSignals sd = recording.withValues(result.result().sd());
    deviation = SignalsImage.prediction(sd, "sd of filled " + title());
    connectivity = FillPictures.connectivity(result, "connectivity of filled " + title());
    List<Rival> rivals = result.rivals();
    if (!rivals.isEmpty()) {
      table = Tables.cells(FillTable.columns(rivals), FillTable.rows(rivals, recording.regions()));
      plot = written(FillPictures.plot(rivals));
      map = FillPictures.map(rivals.get(0).score(), recording, labels, progress());
    }
    said.addAll(0, result.notes());
    said.add(unpainted);
    notes = String.join("\n", said).strip();
  }
}
