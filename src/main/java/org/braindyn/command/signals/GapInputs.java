package org.braindyn.command.signals;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.process.ColorProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.pictures.PictureFiles;
import org.braindyn.gaps.FilledRecording;
import org.braindyn.gaps.MissingCells;
import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.FillSettings;
import org.braindyn.imputation.LagMoments;
import org.braindyn.io.AtomicFile;
import org.braindyn.people.FillModel;
import org.braindyn.people.GroupMoments;
import org.braindyn.people.PeopleSource;
import org.scijava.plugin.Parameter;

/** What is missing of a recording, and others' recordings that tell of it. */
abstract class GapInputs extends BrainDynCommand {
  @Parameter(persist = false, description = "region x time image; NaN is missing")
  private ImagePlus signals;

  @Parameter(persist = false, required = false, description = "to fill: A_L, A_R (or electrodes)")
  private String regions = "";

  @Parameter(persist = false, required = false, description = "to fill: 10-14, 30 (first is 0)")
  private String frames = "";

  @Parameter(persist = false, required = false, description = "table: scrubbed (yes/no) or motion")
  private File motion;

  @Parameter(persist = false, min = "0", description = "mm: frames that moved more are filled")
  private double displacement = 0.5;

  @Parameter(persist = false, required = false, description = "others' recordings: folder or table")
  private File group;

  @Parameter(persist = false, description = "which files of the group's folder, e.g. *_tc.mat")
  private String pattern = "*";

  @Parameter(persist = false, required = false, description = "names of the group's rows (table)")
  private File names;

  @Parameter(persist = false, min = "0", description = "s between the group's frames, 0 = own")
  private double interval = 0;

  @Parameter(persist = false, required = false, description = "trained, for method=model")
  private File model;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "folder for the plot as a picture (score.png); empty = none")
  private File output;

  /** The recording. */
  final RegionSignals recording() {
    return SignalsImage.signals(signals);
  }

  /** The recording's title. */
  final String title() {
    return signals.getTitle();
  }

  /** What to fill, [region][time]. */
  final boolean[][] missing(RegionSignals recording) {
    return new MissingCells(regions, frames, path(motion), displacement).of(recording);
  }

  /**
   * Moments of the group; null without one.
   *
   * @param notes where to add how many recordings it has
   */
  final LagMoments group(RegionSignals recording, List<String> notes) {
    if (group == null) {
      if (names != null) {
        throw new BadInput("names=" + names + " names the rows of a group. Add group=[folder].");
      }
      return null;
    }
    double seconds = interval > 0 ? interval : Double.NaN;
    PeopleSource source = new PeopleSource(group.toPath(), pattern, seconds, 0, path(names), null);
    GroupMoments read = GroupMoments.read(source, recording, progress().part(0, 0.2));
    notes.add("The group: " + read.recordings() + " recordings of " + group.getName() + ".");
    notes.addAll(read.notes());
    return read.moments();
  }

  /** Fills, with the model's help if that is the method. */
  final FilledRecording filled(
      RegionSignals recording, boolean[][] missing, LagMoments others, FillSettings settings) {
    boolean used = settings.method() == FillMethod.MODEL;
    if (model != null && !used) {
      throw new BadInput("model=" + model + " is not used. Say method=model, or leave it out.");
    }
    try (FillModel trained = FillModel.read(model, recording)) {
      return FilledRecording.of(
          recording, missing, others, trained.refinement(), settings, progress().part(0.2, 1));
    }
  }

  /** The plot, and its picture where a folder was given. */
  final Plot written(Plot plot) {
    if (output != null) {
      try {
        Files.createDirectories(output.toPath());
        ColorProcessor pixels = plot.getImagePlus().getProcessor().convertToColorProcessor();
        AtomicFile.write(
            output.toPath().resolve("score.png"), out -> PictureFiles.png(pixels, out));
      } catch (IOException e) {
        throw new BadInput("output=" + output + " cannot be written: " + Reason.of(e), e);
      }
    }
    return plot;
  }

  private static Path path(File file) {
    return file == null ? null : file.toPath();
  }
}
