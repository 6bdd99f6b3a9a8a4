package org.braindyn.command.eeg;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.braindyn.data.RegionSignals;
import org.braindyn.eeg.CleanEeg;
import org.braindyn.eeg.CleanEegSettings;
import org.braindyn.eeg.CleanedEeg;
import org.braindyn.eeg.channel.BadLimits;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.SeizureInfo;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Bad electrodes found and filled, artefacts removed, and all of it undone again. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Clean EEG",
    description = "Find and fill bad electrodes, remove artefacts; what was removed is kept",
    attrs = @Attr(name = "no-legacy"))
public class CleanEegOf extends BrainDynCommand {
  @Parameter(persist = false, description = "electrode x time image")
  private ImagePlus signals;

  @Parameter(
      persist = false,
      required = false,
      description = "auto, none, or names with seconds for a stretch: auto, T3, F7 10-60")
  private String bad = "auto";

  @Parameter(
      persist = false,
      choices = {"automatic", "spline", "gaussian process", "regression", "nearest", "empty"},
      description = "how bad electrodes are filled: automatic learns from where they were good")
  private String fill = "automatic";

  @Parameter(
      persist = false,
      choices = {"whitened subspace", "subspace", "none"},
      description = "how artefacts are removed: subspace is as published")
  private String artefacts = "whitened subspace";

  @Parameter(persist = false, min = "1", description = "sd above calm activity; less is stronger")
  private double threshold = 20;

  @Parameter(persist = false, required = false, description = "s: 10-60, 100-120; empty = chosen")
  private String calm = "";

  @Parameter(persist = false, min = "0", description = "Hz of the mains, judged only; 0 = not")
  private double mains = 0;

  @Parameter(persist = false, min = "0.1", description = "robust z above which a channel is bad")
  private double deviation = 5;

  @Parameter(persist = false, min = "0", max = "0.99", description = "least with any other channel")
  private double correlation = 0.4;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "what was removed from signals: gives back the recording, nothing else is done")
  private ImagePlus restore;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus cleaned;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus removed;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable stretches;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    RegionSignals eeg = SignalsImage.signals(signals);
    if (restore != null) {
      RegionSignals whole = CleanedEeg.restored(eeg, SignalsImage.signals(restore));
      cleaned = SignalsImage.image(whole, "restored " + signals.getTitle());
      SeizureInfo.copy(signals, cleaned);
      notes = "The recording as it was before it was cleaned, to float precision.";
      return;
    }
    CleanEegSettings settings =
        CleanEegSettings.defaults()
            .withBad(bad == null || bad.isBlank() ? "none" : bad, fill)
            .withArtefacts(artefacts, threshold, calm)
            .withLimits(BadLimits.usual(mains).with(deviation, correlation));
    CleanedEeg made = CleanEeg.run(eeg, settings, progress());
    cleaned = SignalsImage.image(made.cleaned(), "cleaned " + signals.getTitle());
    removed = SignalsImage.prediction(made.removed(), "removed from " + signals.getTitle());
    SeizureInfo.copy(signals, cleaned);
    SeizureInfo.writeCleaning(cleaned, removed, made.notes());
    table = Tables.cells(CleanedEeg.channelColumns(), made.channelRows());
    if (!made.stretches().isEmpty()) {
      stretches = Tables.cells(CleanedEeg.stretchColumns(), made.stretchRows());
    }
    notes = String.join("\n", made.notes());
  }
}
