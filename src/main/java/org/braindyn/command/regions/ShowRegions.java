package org.braindyn.command.regions;

import ij.ImagePlus;
import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Reason;
import org.braindyn.data.Volume4D;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.RegionOutlines;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.fiji.pictures.OutlinePicture;
import org.braindyn.parcellation.GridMatch;
import org.braindyn.scans.ParcellateScan;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Outlines of the regions over the mean scan: do the labels lie where they should? */
@Plugin(
    type = Command.class,
    label = "BrainDyn Show Regions",
    description = "Outlines of all regions, as an overlay on the mean of the scan",
    attrs = @Attr(name = "no-legacy"))
public class ShowRegions extends BrainDynCommand {
  @Parameter(persist = false, description = "image with frames")
  private ImagePlus scan;

  @Parameter(persist = false, description = "label image")
  private ImagePlus labels;

  @Parameter(persist = false, description = "bring labels on another grid onto the scan's")
  private boolean resample;

  @Parameter(
      persist = false,
      choices = {"nearest", "majority"},
      description = "label at the centre of each voxel, or the one that fills most of it")
  private String resampling = "nearest";

  @Parameter(persist = false, description = "also a picture of all slices, enlarged")
  private boolean montage;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus outlines;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus picture;

  @Override
  protected void execute() {
    Volume4D volume = ScanImage.volume(scan);
    Labels3D matched =
        GridMatch.match(
                volume.grid(),
                volume.name(),
                LabelImage.labels(labels),
                ParcellateScan.resampling(resample, resampling))
            .labels();
    try {
      outlines = RegionOutlines.meanImage(volume, progress());
    } catch (IOException e) {
      throw new BadInput(scan.getTitle() + " cannot be read: " + Reason.of(e), e);
    }
    RegionOutlines.draw(
        outlines, matched, ParcellateScan.names(null, LabelImage.regions(labels), null));
    if (montage) {
      picture =
          new ImagePlus("picture of " + outlines.getTitle(), OutlinePicture.of(outlines, matched));
    }
  }
}
