package org.braindyn.command;

import org.braindyn.fiji.bridge.BrainDynCommand;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Help: where to start, and how to cite. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Help",
    description = "Where to start, and how to cite",
    attrs = {@Attr(name = "no-legacy"), @Attr(name = "help"), @Attr(name = "beside")})
public class Help extends BrainDynCommand {
  @Parameter(type = ItemIO.OUTPUT)
  private String text;

  @Override
  protected void execute() {
    text =
        String.join(
            "\n",
            "BrainDyn for Fiji: from a 4-D scan to a trained sheaf neural ODE and a stimulation map.",
            "Start: File > Open Samples > BrainDyn Phantom, then Plugins > BrainDyn, from top to bottom:",
            "  Parcellate (scan + labels -> signals), Build Graph, Train, Forecast, Perturb.",
            "Every dialog can be recorded (Plugins > Macros > Record...) and runs headless.",
            "Cite: Viswanath et al. 2026, BrainDyn, arXiv 2605.19324, and this plugin (CITATION.cff).",
            "https://imagej.net/plugins/braindyn");
  }
}
