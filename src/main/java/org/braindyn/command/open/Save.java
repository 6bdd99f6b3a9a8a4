package org.braindyn.command.open;

import ij.ImagePlus;
import java.io.File;
import org.braindyn.command.files.ImageFiles;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Saves an image in the form its ending names. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Save",
    description =
        "Save as .nii, .nii.gz, .tif; signals, graphs as .csv, .tsv, .npy, .npz; .ptseries.nii",
    attrs = @Attr(name = "no-legacy"))
public class Save extends BrainDynCommand {
  @Parameter(persist = false, description = "what to save")
  private ImagePlus image;

  @Parameter(persist = false, style = "save", description = "file; its ending chooses the format")
  private File file;

  @Override
  protected void execute() {
    ImageFiles.save(image, file.toPath());
  }
}
