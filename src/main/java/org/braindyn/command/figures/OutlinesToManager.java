package org.braindyn.command.figures;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.List;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.figures.OutlineFiles;
import org.braindyn.fiji.images.LabelImage;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Outlines of regions as selections, for ImageJ's own tools. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Outlines",
    description = "Outlines of the regions into the ROI Manager, or into a file that it opens",
    attrs = @Attr(name = "no-legacy"))
public class OutlinesToManager extends BrainDynCommand {
  @Parameter(persist = false, description = "label image")
  private ImagePlus labels;

  @Parameter(
      persist = false,
      required = false,
      description = "names of regions between commas; empty = all")
  private String regions = "";

  @Parameter(
      persist = false,
      required = false,
      style = "save",
      description = "write them here (.zip) in place of the ROI Manager")
  private File file;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    List<Roi> outlines = OutlineFiles.outlines(LabelImage.atlas(labels), regions);
    if (file != null) {
      OutlineFiles.write(outlines, file.toPath());
      notes = outlines.size() + " outlines written to " + file;
      return;
    }
    RoiManager manager =
        GraphicsEnvironment.isHeadless() ? new RoiManager(false) : RoiManager.getRoiManager();
    outlines.forEach(manager::addRoi);
    notes = outlines.size() + " outlines are in the ROI Manager";
  }
}
