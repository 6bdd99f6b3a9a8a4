package org.braindyn.command.figures;

import ij.ImagePlus;
import java.io.File;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.figures.FigureImage;
import org.braindyn.fiji.figures.FigureInputs;
import org.braindyn.fiji.figures.FigureOf;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A figure for a page: vector lines, names, units, colours that everybody can tell apart. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Figure",
    description =
        "Circle, glass brain, map, matrix, carpet, scalp or EEG page; saved as SVG or PNG",
    attrs = @Attr(name = "no-legacy"))
public class MakeFigure extends BrainDynCommand {
  @Parameter(persist = false, description = "matrix, signals, effect or map to draw")
  private ImagePlus image;

  @Parameter(
      persist = false,
      choices = {
        "auto",
        "connectome circle",
        "glass brain",
        "map",
        "matrix",
        "carpet",
        "scalp map",
        "EEG page"
      },
      description = "kind of figure; auto = what suits the image")
  private String kind = "auto";

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "label image: where the regions lie")
  private ImagePlus labels;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "scan to lie below a map, on the labels' grid")
  private ImagePlus scan;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "matrix or map that is not 0 where the answer is significant; the rest is grey")
  private ImagePlus significant;

  @Parameter(persist = false, min = "1", max = "100000", description = "links to draw")
  private int strongest = 100;

  @Parameter(
      persist = false,
      min = "0",
      description = "frame to draw, from 1; 0 = the largest value over time")
  private int frame = 0;

  @Parameter(
      persist = false,
      required = false,
      description = "what the values are, e.g. effect (sd)")
  private String unit = "";

  @Parameter(
      persist = false,
      required = false,
      style = "save",
      description = "also write it: .svg (lines), .png (144 dpi)")
  private File file;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus figure;

  @Override
  protected void execute() {
    Drawing drawing =
        FigureOf.of(
            kind.equals("auto") ? FigureOf.kindFor(image) : kind,
            new FigureInputs(image, labels, scan, significant, strongest, frame, unit));
    if (file != null) {
      FigureImage.write(drawing, file.toPath());
    }
    figure = FigureImage.of(drawing);
  }
}
