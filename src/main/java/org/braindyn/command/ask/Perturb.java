package org.braindyn.command.ask;

import ij.ImagePlus;
import java.io.File;
import org.braindyn.api.AskSettings;
import org.braindyn.api.Effect;
import org.braindyn.api.Inside;
import org.braindyn.api.Model;
import org.braindyn.api.Signals;
import org.braindyn.data.join.Atlas;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.LastModel;
import org.braindyn.fiji.images.PaintedRegions;
import org.braindyn.kind.ModelVerdict;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.stimulation.ModelRecordings;
import org.braindyn.stimulation.PerturbSignals;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Asks a trained model what a stimulation would do, and paints the answer on the brain. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Perturb",
    description = "What a stimulation would do, in the model: effect per region, frame and voxel",
    attrs = @Attr(name = "no-legacy"))
public class Perturb extends PerturbationOutputs {
  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "region x time image to start from")
  private ImagePlus signals;

  @Parameter(persist = false, description = "model file that BrainDyn Train wrote")
  private File model = LastModel.get();

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "label image to paint the effect on")
  private ImagePlus labels;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "target: regions that this image (not 0) covers by half, on the labels' grid")
  private ImagePlus mask;

  @Parameter(
      persist = false,
      choices = {"impulse", "step", "ramp", "noise", "silence", "hold", "stimulate", "gain", "cut"},
      description = "what is done")
  private String kind = "step";

  @Parameter(
      persist = false,
      required = false,
      description = "names, left, right, all, roi (selection on labels); empty = hub")
  private String region = "";

  @Parameter(persist = false, description = "in sd of the region (a factor for gain)")
  private double size = 1;

  @Parameter(persist = false, description = "first frame; 0 = first forecast frame")
  private int onset = 0;

  @Parameter(persist = false, min = "1", description = "frames it lasts")
  private int duration = 2;

  @Parameter(persist = false, min = "1", max = "10000", description = "frames to follow")
  private int horizon = 20;

  @Parameter(
      persist = false,
      required = false,
      description = "text instead of the above, e.g. step on A size 1; silence on B")
  private String plan = "";

  @Override
  protected void execute() {
    try (Model stored = Model.read(model.getPath())) {
      ModelVerdict known = ModelVerdict.of(stored.trained());
      verdict(known.better(), known.sentence());
      ModelRecordings recordings = recordings(stored.trained(), signals);
      Atlas places = LabelImage.atlas(labels);
      String unpainted = RegionPainter.unpainted(places, recordings.regions(), "the model");
      String text = plan.isBlank() ? plan(stored, recordings, places) : plan;
      AskSettings settings = new AskSettings(horizon, surrogates(), progress());
      Effect made = Inside.perturb(stored, recordings, text, settings);
      EffectMaps maps =
          new EffectMaps(
              Inside.map(made),
              Inside.tests(made),
              made.signals().data(),
              made.others().values().stream().findFirst().map(Signals::data).orElse(null),
              labels);
      show(maps, made.notes() + (unpainted.isEmpty() ? "" : "\n" + unpainted));
    }
  }

  /** What the fields say; a plan in words needs neither a region nor a hub. */
  private String plan(Model stored, ModelRecordings recordings, Atlas places) {
    boolean[] painted = PaintedRegions.of(region, mask, labels);
    String target =
        PerturbSignals.target(region, painted, places, stored.trained(), recordings.regions());
    return PerturbSignals.text(kind, target, size, onset, duration);
  }
}
