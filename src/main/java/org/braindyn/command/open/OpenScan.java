package org.braindyn.command.open;

import ij.ImagePlus;
import java.io.File;
import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Reason;
import org.braindyn.data.Volume4D;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.parcellation.LabelRegions;
import org.braindyn.scans.ParcellateScan;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens a NIfTI file as a hyperstack that keeps its affine, spacing and TR. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Open Scan",
    description = "NIfTI-1/2 (.nii, .nii.gz, .hdr/.img) with affine, spacing and TR",
    attrs = @Attr(name = "no-legacy"))
public class OpenScan extends BrainDynCommand {
  @Parameter(persist = false, description = "NIfTI file")
  private File file;

  @Parameter(persist = false, description = "it is a label image")
  private boolean labels;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus image;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    if (labels) {
      Labels3D read = ParcellateScan.labels(file);
      LabelNames beside = ParcellateScan.names(null, null, file);
      image =
          LabelImage.image(read, beside == LabelNames.NONE ? null : LabelRegions.of(read, beside));
      return;
    }
    Volume4D volume = ParcellateScan.open(file);
    try {
      image = ScanImage.image(volume, progress());
      notes = String.join("\n", ScanImage.notes(image, volume));
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e), e);
    }
  }
}
