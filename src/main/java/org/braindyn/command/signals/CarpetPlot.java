package org.braindyn.command.signals;

import ij.ImagePlus;
import org.braindyn.figure.plot.CarpetFigure;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.figures.FigureImage;
import org.braindyn.fiji.images.SignalsImage;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** All regions over time in one picture, with their names. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Carpet Plot",
    description = "Region x time as a picture with names: z-scored, blue below the mean, red above",
    attrs = @Attr(name = "no-legacy"))
public class CarpetPlot extends BrainDynCommand {
  @Parameter(persist = false, description = "region x time image")
  private ImagePlus signals;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus carpet;

  @Override
  protected void execute() {
    carpet =
        FigureImage.of(
            CarpetFigure.of(SignalsImage.signals(signals)), "carpet of " + signals.getTitle());
  }
}
