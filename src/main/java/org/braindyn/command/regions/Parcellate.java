package org.braindyn.command.regions;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.api.ParcellateSettings;
import org.braindyn.api.Scan;
import org.braindyn.api.Signals;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** 4-D scan and labels to region signals, with a quality row for every region. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Parcellate",
    description = "4-D scan + label image -> one signal per region, and a quality table",
    attrs = @Attr(name = "no-legacy"))
public class Parcellate extends BrainDynCommand {
  @Parameter(persist = false, required = false, autoFill = false, description = "image with frames")
  private ImagePlus scan;

  @Parameter(persist = false, required = false, autoFill = false, description = "label image")
  private ImagePlus labels;

  @Parameter(persist = false, required = false, description = "or: scan file (NIfTI), streamed")
  private File scanfile;

  @Parameter(
      persist = false,
      required = false,
      description = "or: label file, or 4-D weights of regions (NIfTI)")
  private File labelsfile;

  @Parameter(persist = false, required = false, description = "names of the labels (table)")
  private File names;

  @Parameter(persist = false, required = false, description = "x y z (mm) of the labels (table)")
  private File positions;

  @Parameter(persist = false, required = false, description = "brain mask file: use voxels above 0")
  private File mask;

  @Parameter(
      persist = false,
      choices = {"mean", "median", "sum", "sd", "first component"},
      description = "what stands for a region")
  private String statistic = "mean";

  @Parameter(
      persist = false,
      choices = {"ignore voxel", "drop region", "error"},
      description = "voxels that are not finite")
  private String nans = "ignore voxel";

  @Parameter(
      persist = false,
      choices = {"keep", "drop", "error"},
      description = "regions without a voxel: keep as NaN, leave out, or stop")
  private String lost = "keep";

  @Parameter(persist = false, description = "bring labels on another grid onto the scan's")
  private boolean resample;

  @Parameter(
      persist = false,
      choices = {"nearest", "majority"},
      description = "label at the centre of each voxel, or the one that fills most of it")
  private String resampling = "nearest";

  @Parameter(persist = false, min = "0", max = "3600", description = "TR in s, 0 = the scan's own")
  private double interval = 0;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus signals;

  @Parameter(type = ItemIO.OUTPUT, label = "BrainDyn region quality")
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    Scan source = Given.scan(scan, scanfile);
    ParcellateSettings settings =
        ParcellateSettings.defaults()
            .statistic(statistic)
            .policies(nans, lost)
            .resample(resample, resampling)
            .positions(Given.path(positions))
            .mask(Given.path(mask))
            .interval(interval)
            .watch(progress());
    Signals result = source.parcellate(Given.labels(labels, labelsfile, names), settings);
    signals = SignalsImage.image(result.data(), "signals of " + source.name());
    table = Tables.cells(result.details().columns(), result.details().rows());
    notes = String.join("\n", result.notes());
  }
}
