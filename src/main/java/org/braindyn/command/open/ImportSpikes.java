package org.braindyn.command.open;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.data.Region;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.io.spikes.SpikeUnits;
import org.braindyn.signal.SpikeSmoothing;
import org.braindyn.spikes.SpikeImport;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Spikes of a NEST simulation to a population (or neuron) x time image of rates. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Import Spikes",
    description =
        "NEST .gdf and .dat, tables, SONATA .h5, .npz (NEST, Brian, PyNN) to firing rates in Hz",
    attrs = @Attr(name = "no-legacy"))
public class ImportSpikes extends BrainDynCommand {
  @Parameter(persist = false, style = "both", description = "spike file, or folder of them")
  private File spikes;

  @Parameter(
      persist = false,
      required = false,
      description = "table of populations: first and last id per line (none: one row per neuron)")
  private File populations;

  @Parameter(persist = false, min = "0", description = "lowest id, 0 = lowest that fired")
  private int first = 0;

  @Parameter(persist = false, min = "0", description = "highest id, 0 = highest that fired")
  private int last = 0;

  @Parameter(persist = false, min = "0.01", description = "bin in ms")
  private double bin = 10;

  @Parameter(persist = false, min = "0", description = "ms at which the first bin starts")
  private double start = 0;

  @Parameter(persist = false, min = "0", description = "ms at which bins end, 0 = last spike")
  private double until = 0;

  @Parameter(
      persist = false,
      choices = {"causal", "none", "symmetric (looks ahead)"},
      description = "Gaussian smoothing")
  private String smoothing = "causal";

  @Parameter(persist = false, min = "0.01", description = "sd of the Gaussian in ms")
  private double sigma = 20;

  @Parameter(
      persist = false,
      choices = {"auto", "ms", "s", "us"},
      description = "unit of the times where the file does not say it (auto: ms)")
  private String unit = "auto";

  @Parameter(persist = false, min = "0", description = "ms of a step, for times in steps")
  private double step = 0;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus rates;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    boolean none = smoothing.equals("none");
    SpikeSmoothing smooth = none ? null : new SpikeSmoothing(sigma, smoothing.equals("causal"));
    SpikeImport.Result read =
        new SpikeImport(bin, start, until, smooth)
            .read(
                SpikeImport.files(spikes.toPath()),
                new SpikeUnits(unit.equals("auto") ? "" : unit, step),
                populations == null ? null : populations.toPath(),
                first,
                last,
                progress());
    rates = SignalsImage.image(read.rates(), "rates of " + spikes.getName());
    table = new ResultsTable();
    double seconds = read.rates().frames() * bin / 1000;
    for (int g = 0; g < read.spikes().length; g++) {
      Region region = read.rates().regions().get(g);
      table.addRow();
      table.addValue("Group", region.name());
      table.addValue("Neurons", read.neurons()[g]);
      table.addValue("Spikes", read.spikes()[g]);
      table.addValue("Rate (Hz)", read.spikes()[g] / seconds / read.neurons()[g]);
    }
    notes = String.join("\n", read.notes());
  }
}
