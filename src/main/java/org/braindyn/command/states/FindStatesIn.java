package org.braindyn.command.states;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.util.List;
import org.braindyn.command.recordings.BatchReport;
import org.braindyn.command.recordings.RecordingInputs;
import org.braindyn.command.recordings.RecordingsCommand;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.states.FindStates;
import org.braindyn.states.FoundStates;
import org.braindyn.states.StateSettings;
import org.braindyn.states.StateTables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** States that switch, as many as people left out support; one where nothing switches. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Find States",
    description = "States that switch: as many as people left out support, or one",
    attrs = @Attr(name = "no-legacy"))
public class FindStatesIn extends RecordingsCommand {
  @Parameter(persist = false, min = "0", max = "20", description = "how many; 0 = as supported")
  private int states = 0;

  @Parameter(persist = false, min = "1", max = "20", description = "at most, where chosen")
  private int most = 6;

  @Parameter(persist = false, min = "0", max = "10", description = "lags; 0 = as supported")
  private int order = 0;

  @Parameter(persist = false, description = "s of sliding windows, which stand beside")
  private double window = 60;

  @Parameter(persist = false, required = false, autoFill = false, description = "paints the states")
  private ImagePlus labels;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "folder for all tables and pictures; empty = none")
  private File output;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "folder for a report of each recording and one of all; empty = none")
  private File report;

  @Parameter(persist = false, description = "the same seed gives the same states")
  private long seed = 1;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT, label = "Transitions")
  private ResultsTable transitions;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus probabilities;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus sequences;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus connectivity;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus map;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    if (report != null) {
      source(); // refuses one image before long work
    }
    StateSettings settings = new StateSettings(states, most, order, window, Seed.of(seed));
    RecordingInputs inputs = inputs();
    List<RegionSignals> recordings = inputs.recordings();
    if (labels != null) {
      RegionPainter.unpainted(LabelImage.atlas(labels), recordings.get(0));
    }
    FoundStates found =
        FindStates.of(recordings, inputs.persons(), settings, progress().part(0.1, 1));
    double seconds = recordings.get(0).interval();
    table = Tables.of(StateTables.times(found, inputs.names(), seconds));
    transitions = Tables.of(StateTables.moves(found, inputs.names()));
    probabilities = StateImages.probabilities(found, 0, recordings.get(0));
    sequences = recordings.size() > 1 ? StateImages.sequences(found, inputs.names()) : null;
    connectivity = StateImages.connectivity(found);
    map = StateImages.map(found, labels);
    notes = StateFiles.write(output == null ? null : output.toPath(), found, inputs);
    if (report != null) {
      notes += "\n" + BatchReport.write(report, this, source(), progress());
    }
  }
}
