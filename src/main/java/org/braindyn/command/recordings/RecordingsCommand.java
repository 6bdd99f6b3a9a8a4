package org.braindyn.command.recordings;

import ij.ImagePlus;
import java.io.File;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.people.PeopleSource;
import org.scijava.plugin.Parameter;

/** One recording or those of many people. */
public abstract class RecordingsCommand extends BrainDynCommand {
  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "region x time image of one recording")
  private ImagePlus signals;

  @Parameter(
      persist = false,
      required = false,
      description = "in place of it: folder of recordings or a manifest (person, file ...)")
  private File data;

  @Parameter(persist = false, description = "which files of a folder, e.g. *_tc.mat")
  private String pattern = "*";

  @Parameter(persist = false, required = false, description = "region names of the rows (table)")
  private File names;

  @Parameter(persist = false, min = "0", description = "s between samples, 0 = as the files say")
  private double interval = 0;

  /** Reads them. */
  protected final RecordingInputs inputs() {
    if ((signals == null) == (data == null)) {
      throw new BadInput("Give either signals=[one recording] or data=[folder or table of many].");
    }
    if (signals != null) {
      return RecordingInputs.of(SignalsImage.signals(signals));
    }
    return RecordingInputs.of(source(), progress().part(0, 0.1));
  }

  /**
   * Where many recordings come from.
   *
   * @throws BadInput if one image was given
   */
  protected final PeopleSource source() {
    if (data == null) {
      throw new BadInput("Reports of people need data=[folder or table of many recordings].");
    }
    double own = interval > 0 ? interval : Double.NaN;
    return new PeopleSource(
        data.toPath(), pattern, own, 0, names == null ? null : names.toPath(), null);
  }
}
