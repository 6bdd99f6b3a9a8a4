package org.braindyn.command.ask;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.stimulation.EffectTable;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/** What a perturbation shows: over time, on the brain, as a table and as a plot. */
abstract class PerturbationOutputs extends ModelQuestion {
  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus effect;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus peaks;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus latency;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus significant;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus map;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus other;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus otherMap;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot plot;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  final void show(EffectMaps made, String said) {
    effect = SignalsImage.prediction(made.mean(), "effect");
    map = made.frames(progress());
    if (made.other() != null) {
      other = SignalsImage.prediction(made.other(), made.otherTitle());
      otherMap = made.otherFrames(progress());
    }
    peaks = made.peaks();
    latency = made.latencies();
    significant = made.significant();
    table = Tables.of(EffectTable.of(made.map(), made.tests()));
    plot = made.plot();
    notes = said;
    if (output() != null) {
      made.write(output(), progress());
    }
  }

  /** There is nothing to show but words. */
  final void say(String said) {
    notes = said;
  }
}
