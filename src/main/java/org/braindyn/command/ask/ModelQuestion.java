package org.braindyn.command.ask;

import ij.ImagePlus;
import java.io.File;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.SignalsFile;
import org.braindyn.stimulation.ModelRecordings;
import org.scijava.plugin.Parameter;

/** What commands share that ask a trained model: recordings of one or many, and how sure. */
abstract class ModelQuestion extends BrainDynCommand {
  @Parameter(
      persist = false,
      required = false,
      description = "instead of signals: folder of recordings or a manifest; intervals over people")
  private File people;

  @Parameter(persist = false, description = "which files of that folder, e.g. *_tc.mat")
  private String pattern = "*";

  @Parameter(
      persist = false,
      choices = {"auto", "time in rows", "regions in rows"},
      description = "which axis of those files is time; auto = as they say")
  private String orientation = "auto";

  @Parameter(
      persist = false,
      min = "0",
      description = "models refitted to shifted recordings for p and q, slow; 19 are usual")
  private int surrogates = 0;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "folder for tables, maps and pictures; empty = none")
  private File output;

  /** The recordings to start from, checked against the model. */
  protected final ModelRecordings recordings(TrainedModel model, ImagePlus signals) {
    if ((signals == null) == (people == null)) {
      throw new BadInput(
          signals == null
              ? "Neither signals (an open image) nor people (a folder or manifest) was given."
              : "Both signals="
                  + signals.getTitle()
                  + " and people="
                  + people
                  + " were given. Choose signals=None to start from people, or leave people empty.");
    }
    return people == null
        ? ModelRecordings.one(model, SignalsImage.signals(signals))
        : ModelRecordings.read(
            model,
            people.toPath(),
            pattern,
            SignalsFile.orientation(orientation),
            progress().part(0, 0.05));
  }

  /** Number of refitted models. */
  protected final int surrogates() {
    return surrogates;
  }

  /** Folder for files, or null. */
  protected final Path output() {
    return output == null ? null : output.toPath();
  }
}
