package org.braindyn.command.samples;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.sample.SampleFolder;
import org.braindyn.simulation.BoldPhantom;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes a 4-D phantom whose wiring and whose answer to a stimulation are known. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Make Sample",
    description = "A 4-D phantom with known wiring and a known response to stimulation",
    attrs = @Attr(name = "no-legacy"))
public class MakeSample extends BrainDynCommand {
  @Parameter(persist = false, min = "4", max = "200", description = "regions, an even number")
  private int regions = 20;

  @Parameter(persist = false, min = "2", max = "100000", description = "frames")
  private int frames = 300;

  @Parameter(persist = false, min = "10", max = "100", description = "voxels from left to right")
  private int voxels = 24;

  @Parameter(persist = false, min = "0.1", max = "60", description = "s between frames (TR)")
  private double interval = 2;

  @Parameter(persist = false, min = "0", max = "0.19", description = "voxel noise / mean")
  private double noise = 0.015;

  @Parameter(persist = false, min = "0", max = "0.19", description = "slow drift / mean")
  private double drift = 0.004;

  @Parameter(persist = false, description = "the same seed makes the same voxels")
  private long seed = 1;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "also write NIfTI files and tables to this folder")
  private File folder;

  @Parameter(
      persist = false,
      min = "0",
      max = "1000",
      description = "scans of so many people of the same wiring go to the folder too")
  private int people = 0;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus scan;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus labels;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus wiring;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus response;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Override
  protected void execute() {
    BoldPhantom.Settings base = BoldPhantom.Settings.defaults().withVoxels(voxels);
    BoldPhantom phantom =
        BoldPhantom.make(
            new BoldPhantom.Settings(base.size(), regions, frames, interval, noise, drift, seed),
            progress());
    if (folder == null && people > 0) {
      throw new BadInput("people=" + people + " needs a folder for their scans: folder=[path].");
    }
    if (folder != null) {
      SampleFolder.write(phantom, interval, folder.toPath());
      SampleFolder.writePeople(phantom, people, folder.toPath(), progress());
    }
    try {
      scan = ScanImage.image(phantom.scan(), progress());
    } catch (IOException e) {
      throw new IllegalStateException(e); // a phantom is computed, not read
    }
    scan.setTitle("phantom");
    labels = LabelImage.image(phantom.labels(), phantom.regions());
    labels.setTitle("phantom labels");
    wiring = MatrixImage.image(phantom.wiring(), phantom.regions(), "phantom wiring (true)");
    response =
        SignalsImage.prediction(
            SampleFolder.response(phantom, interval), "phantom response (true)");
    table = Tables.regions(phantom.regions());
  }
}
