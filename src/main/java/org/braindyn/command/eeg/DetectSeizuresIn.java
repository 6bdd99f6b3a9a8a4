package org.braindyn.command.eeg;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.RegionSignals;
import org.braindyn.eeg.DetectSeizures;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.EegTables;
import org.braindyn.fiji.images.SeizureInfo;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.pictures.EegPicture;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Applies a seizure detector to a recording. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Detect Seizures",
    description = "Probability of a seizure per second, as a trace, a picture and alarms",
    attrs = @Attr(name = "no-legacy"))
public class DetectSeizuresIn extends BrainDynCommand {
  @Parameter(persist = false, description = "electrode x time image from BrainDyn Import EEG")
  private ImagePlus signals;

  @Parameter(persist = false, description = "detector file (.npz)")
  private File model;

  @Parameter(persist = false, min = "0", max = "1", description = "probability of an alarm")
  private double threshold = 0.5;

  @Parameter(persist = false, min = "1", description = "s that an alarm lasts at least")
  private double shortest = 3;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus trace;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus picture;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    RegionSignals eeg = SignalsImage.signals(signals);
    List<Annotation> labels = SeizureInfo.read(signals);
    List<Annotation> known = labels == null ? List.of() : labels;
    DetectSeizures found =
        DetectSeizures.run(eeg, known, model.toPath(), threshold, shortest, progress());
    trace = SignalsImage.image(found.trace(), "seizure probability of " + signals.getTitle());
    picture =
        new ImagePlus(
            "seizures in " + signals.getTitle(),
            EegPicture.of(eeg, found.trace().values()[0], found.alarms().alarms(), known));
    table = EegTables.events(found.alarms().alarms());
    if (labels != null) {
      notes =
          String.format(
              "%d of %d labelled seizures found, %.2f false alarms per hour, delay %.1f s.",
              found.alarms().found(),
              found.alarms().seizures(),
              found.alarms().falsePerHour(),
              found.alarms().delay());
    }
  }
}
