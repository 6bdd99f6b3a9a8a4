package org.braindyn.command.samples;

import ij.ImagePlus;
import java.io.File;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.text.Words;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.graph.BrainGraph;
import org.braindyn.simulation.SpikingIntervention;
import org.braindyn.simulation.SpikingIntervention.Kind;
import org.braindyn.spikes.NeuronList;
import org.braindyn.spikes.SpikeBenchmark;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Paired runs of a spiking network, without and with something done to it. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Simulate Spikes",
    description = "Leaky integrate-and-fire network: rates without and with a true intervention",
    attrs = @Attr(name = "no-legacy"))
public class SimulateSpikes extends BrainDynCommand {
  @Parameter(persist = false, min = "11", max = "20000", description = "number of neurons")
  private int neurons = 100;

  @Parameter(
      persist = false,
      choices = {"small world", "k nearest", "distance", "Erdos-Renyi"},
      description = "who sends to whom")
  private String wiring = "small world";

  @Parameter(persist = false, min = "0.1", max = "1000", description = "s per run")
  private double duration = 2;

  @Parameter(
      persist = false,
      choices = {"extra drive", "silence", "current", "scale synapses"},
      description = "what is done in the second run")
  private String intervention = "extra drive";

  @Parameter(persist = false, description = "neurons it is done to, e.g. 1,5,20-25")
  private String targets = "1";

  @Parameter(persist = false, description = "Hz, pA or factor; not used by silence")
  private double amount = 1500;

  @Parameter(persist = false, min = "0", description = "s after which it begins")
  private double onset = 1;

  @Parameter(persist = false, min = "0.001", description = "s that it lasts")
  private double lasting = 0.2;

  @Parameter(persist = false, description = "the same seed gives the same spikes")
  private long seed = 1;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "also write spikes as NEST 3 files to this folder")
  private File folder;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus rates;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus perturbed;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus synapses;

  @Override
  protected void execute() {
    if (onset >= duration) {
      throw new BadInput(
          "onset=" + onset + " s is after the end of the run (duration=" + duration + " s).");
    }
    BrainGraph graph = SpikeBenchmark.wiring(wiring, neurons, Seed.of(seed));
    SpikeBenchmark standard = SpikeBenchmark.standard(graph, Seed.of(seed));
    SpikeBenchmark run =
        new SpikeBenchmark(
            standard.network(),
            duration * 1000,
            standard.settling(),
            standard.bin(),
            standard.smoothing(),
            standard.seed());
    Kind kind = Words.choice(Kind.class, "intervention", intervention);
    List<SpikingIntervention> done =
        List.of(
            new SpikingIntervention(
                kind,
                NeuronList.parse(targets, neurons),
                onset * 1000,
                (onset + lasting) * 1000,
                amount));
    RegionSignals free = run.rates(0, List.of(), progress());
    rates = SignalsImage.image(free, "spike rates");
    perturbed = SignalsImage.image(run.rates(0, done, progress()), "spike rates perturbed");
    synapses = MatrixImage.image(graph.toMatrix(), free.regions(), "synapses (true)");
    if (folder != null) {
      run.write(0, done, folder.toPath(), progress());
    }
  }
}
