package org.braindyn.command.regions;

import ij.ImagePlus;
import java.io.File;
import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Volume4D;
import org.braindyn.data.join.Atlas;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.Inputs;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MapImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.scans.ParcellateScan;
import org.braindyn.scans.RegionValues;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Region values back onto the brain, in the geometry of the label image. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Paint Regions",
    description = "Every voxel gets the value of its region: a 3-D or 4-D map",
    attrs = @Attr(name = "no-legacy"))
public class PaintRegions extends BrainDynCommand {
  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "region x time image")
  private ImagePlus signals;

  @Parameter(persist = false, required = false, description = "or: table of values (.tsv, .csv)")
  private File table;

  @Parameter(
      persist = false,
      required = false,
      description = "its column to paint (rows are regions); empty = time in rows")
  private String column = "";

  @Parameter(persist = false, description = "label image that the signals were made with")
  private ImagePlus labels;

  @Parameter(persist = false, required = false, description = "names of the labels, if not in it")
  private File names;

  @Parameter(persist = false, description = "value outside of all regions; NaN for none")
  private String background = "0";

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus map;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    if (table == null && !column.isBlank()) {
      throw new BadInput(
          "column=" + column + " is a column of table=[a file], which is not given.");
    }
    Labels3D image = LabelImage.labels(labels);
    LabelNames known = ParcellateScan.names(names, LabelImage.regions(labels), null);
    RegionSignals values =
        Inputs.one("signals", signals, "table", table, SignalsImage::signals, this::read);
    Atlas atlas = Atlas.of(image, known);
    notes = RegionPainter.unpainted(atlas, values);
    Volume4D painted = RegionPainter.paint(atlas, values, background());
    float[][] frames = new float[painted.frames()][image.labels().length];
    double[] frame = new double[image.labels().length];
    try (Volume4D.FrameReader reader = painted.open()) {
      for (float[] out : frames) {
        Cancelled.check(progress(), "Painting");
        reader.next(frame);
        for (int v = 0; v < out.length; v++) {
          out[v] = (float) frame[v];
        }
      }
    } catch (IOException e) {
      throw new BadInput("Painting failed: " + Reason.of(e), e);
    }
    map = MapImage.image(image.grid(), frames, painted.interval(), "map of " + values.source());
  }

  private double background() {
    double value = Double.POSITIVE_INFINITY;
    try {
      value = background.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(background);
    } catch (NumberFormatException e) {
      // told below
    }
    if (Double.isInfinite(value)) {
      throw new BadInput("background=" + background + " is neither a number nor NaN.");
    }
    return value;
  }

  private RegionSignals read(File file) {
    try {
      return RegionValues.read(file.toPath(), column);
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e), e);
    }
  }
}
