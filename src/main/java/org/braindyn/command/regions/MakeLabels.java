package org.braindyn.command.regions;

import ij.ImagePlus;
import ij.gui.Roi;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Reason;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.RoiMasks;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.parcellation.DataLabels;
import org.braindyn.parcellation.DataLabels.Method;
import org.braindyn.parcellation.LabelRegions;
import org.braindyn.parcellation.MaskLabels;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A label image where there is none: from ROIs, or from the scan itself. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Make Labels",
    description = "Label image from ROIs, or from voxels that lie and go together",
    attrs = @Attr(name = "no-legacy"))
public class MakeLabels extends BrainDynCommand {
  @Parameter(persist = false, description = "image with frames whose grid the labels get")
  private ImagePlus scan;

  @Parameter(
      persist = false,
      choices = {"Ward", "k-means", "SLIC", "ROI Manager", "ROI file"},
      description = "how; Ward gives exactly the number asked for")
  private String method = "Ward";

  @Parameter(persist = false, min = "1", description = "number of regions (clusterings)")
  private int clusters = 100;

  @Parameter(persist = false, min = "0", description = "weight of place (k-means, SLIC)")
  private double compactness = 0.5;

  @Parameter(persist = false, description = "background: voxels with a smaller mean")
  private double least = 0;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "cluster voxels above 0 of this image only")
  private ImagePlus mask;

  @Parameter(persist = false, required = false, description = ".zip or .roi (method ROI file)")
  private File rois;

  @Parameter(persist = false, description = "seed of k-means")
  private long seed = 1;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus labels;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    if (method.startsWith("ROI")) {
      if (method.equals("ROI file") && rois == null) {
        throw new BadInput("method=[ROI file] needs rois=[a .zip or .roi file].");
      }
      List<Roi> found = method.equals("ROI file") ? RoiMasks.ofFile(rois) : RoiMasks.open(scan);
      MaskLabels.Made made =
          MaskLabels.make(
              ScanImage.volume(scan).grid(),
              RoiMasks.masks(scan, found).stream()
                  .map(m -> new MaskLabels.Mask(m.name(), m.inside()))
                  .toList(),
              "labels of " + scan.getTitle());
      labels = LabelImage.image(made.labels(), LabelRegions.of(made.labels(), made.names()));
      notes = String.join("\n", made.notes());
      return;
    }
    Method how =
        method.equals("Ward") ? Method.WARD : method.equals("SLIC") ? Method.SLIC : Method.K_MEANS;
    Labels3D inside = mask == null ? null : LabelImage.labels(mask);
    DataLabels.Settings settings =
        new DataLabels.Settings(how, clusters, compactness, inside, least, Seed.of(seed));
    try {
      Labels3D made = DataLabels.make(ScanImage.volume(scan), settings, progress());
      Regions regions = LabelRegions.of(made, LabelNames.NONE);
      labels = LabelImage.image(made, regions);
      notes = regions.size() + " regions by " + method;
    } catch (IOException e) {
      throw new BadInput(scan.getTitle() + " cannot be read: " + Reason.of(e), e);
    }
  }
}
