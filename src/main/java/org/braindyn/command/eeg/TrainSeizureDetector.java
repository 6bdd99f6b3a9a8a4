package org.braindyn.command.eeg;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.eeg.EegImport;
import org.braindyn.eeg.TrainDetector;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.SeizureInfo;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.model.parameter.Variant;
import org.braindyn.task.DetectorReport;
import org.braindyn.task.DetectorSettings;
import org.braindyn.task.Representation;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a seizure detector and tests it beside logistic regression on band power. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Train Seizure Detector",
    description = "From labelled EEG to a detector, tested on blocks or people it never saw",
    attrs = @Attr(name = "no-legacy"))
public class TrainSeizureDetector extends BrainDynCommand {
  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "electrode x time image with seizure labels, from BrainDyn Import EEG")
  private ImagePlus signals;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "or: folder of recordings with label files, split by patient")
  private File folder;

  @Parameter(persist = false, min = "2", description = "samples the model sees")
  private int context = 30;

  @Parameter(persist = false, min = "1", description = "passes of stage 1, forecasting")
  private int epochs = 20;

  @Parameter(persist = false, min = "1", description = "passes of stage 2, the classifier")
  private int passes = 50;

  @Parameter(persist = false, min = "2", max = "1024", description = "size of a stalk (H)")
  private int hidden = 32;

  @Parameter(
      persist = false,
      choices = {"moments", "messages", "stalks"},
      description = "what the classifier sees: mean L or h as released, or rms and amplitude")
  private String representation = "moments";

  @Parameter(persist = false, description = "move the forecasting model too in stage 2")
  private boolean finetune = false;

  @Parameter(persist = false, min = "1", description = "s per block of one recording")
  private double block = 25;

  @Parameter(persist = false, description = "the same seed gives the same detector")
  private long seed = 1;

  @Parameter(persist = false, style = "save", description = "detector file to write (.npz)")
  private File model;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    DetectorSettings settings =
        new DetectorSettings(
            context,
            10,
            10,
            hidden,
            16,
            64,
            epochs,
            passes,
            finetune,
            Representation.of(representation),
            Variant.RELEASED,
            0.3,
            Seed.of(seed));
    List<DetectorReport> reports;
    if (folder != null) {
      reports =
          TrainDetector.onFolder(
              folder.toPath(), EegImport.defaults(), settings, model.toPath(), progress());
    } else {
      List<Annotation> seizures = signals == null ? null : SeizureInfo.read(signals);
      if (seizures == null) {
        throw new BadInput("Give labelled signals (BrainDyn Import EEG, labels=) or a folder.");
      }
      RegionSignals recording = SignalsImage.signals(signals);
      reports =
          TrainDetector.onRecording(
              recording, seizures, block, settings, model.toPath(), progress());
      notes = TrainDetector.estimates(recording);
    }
    table = Tables.of(DetectorReport.table(reports));
  }
}
