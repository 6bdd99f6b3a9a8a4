package org.braindyn.command.models;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.LastModel;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.forecast.family.personal.RegionTransfer;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.people.AdaptPerson;
import org.braindyn.people.Transfers;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes a group's model one's own with one recording. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Adapt to Recording",
    description = "Pools one recording with a group's model, or carries it to other regions",
    attrs = @Attr(name = "no-legacy"))
public class AdaptToRecording extends BrainDynCommand {
  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "region x time image of one person, of the model's regions")
  private ImagePlus signals;

  @Parameter(
      persist = false,
      description = "the group's model: BrainDyn Train Across People with variant=auto")
  private File model = LastModel.get();

  @Parameter(
      persist = false,
      min = "0",
      description = "how often each of the person's windows counts, 0 = chosen on frames left out")
  private double weight = 0;

  @Parameter(
      persist = false,
      choices = {"none", "atlas overlap", "homologues"},
      description =
          "other regions than the model's: by voxels two atlases share, or left <-> right")
  private String transfer = "none";

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "of atlas overlap: label image of the model's regions, in MNI space")
  private ImagePlus from;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "of atlas overlap: label image of the recording's regions, in MNI space")
  private ImagePlus to;

  @Parameter(persist = false, style = "save", description = "personal model to write (.npz)")
  private File personal = LastModel.fresh();

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    if (signals == null) {
      throw new BadInput("signals is missing. Choose a region x time image.");
    }
    if (personal.getAbsoluteFile().equals(model.getAbsoluteFile())) {
      throw new BadInput(
          "personal="
              + personal
              + " is the group's model, which others need. Choose another file.");
    }
    try (TrainedModel group = ModelKinds.read(model)) {
      RegionSignals own = SignalsImage.signals(signals);
      boolean same = Transfers.none(transfer, from, to, weight);
      RegionTransfer regions =
          same ? null : Transfers.of(LabelImage.atlas(from), LabelImage.atlas(to), group, own);
      AdaptPerson result =
          AdaptPerson.run(group, own, weight, regions, personal.toPath(), progress());
      LastModel.set(personal);
      table = Tables.cells(List.of("Model", "MSE", "MSE / group"), result.rows(!same));
      notes = String.join("\n", result.notes());
    }
  }
}
