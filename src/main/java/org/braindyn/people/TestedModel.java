package org.braindyn.people;

import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.forecast.Renamed;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.ModelFit;
import org.braindyn.training.dataset.DataSet;

/**
 * A model from a file, tested beside others. Close it to free its memory.
 *
 * @param model the model
 * @param name its name in tables: that of its file
 * @param seen people it was trained on who are in the data
 */
public record TestedModel(TrainedModel model, String name, Set<String> seen)
    implements AutoCloseable {

  /**
   * Opens a model file.
   *
   * @param file the file; null for none
   * @param context samples of the windows it is tested on
   * @throws BadInput if it is a model of other regions, another interval or another context
   */
  public static TestedModel open(File file, DataSet data, int context) {
    if (file == null) {
      return null;
    }
    TrainedModel saved = ModelKinds.read(file);
    double[][] empty = new double[data.regions().size()][1];
    ModelFit.check(
        saved,
        new RegionSignals(data.regions(), empty, data.interval(), "the data set"),
        file.getName());
    if (saved.context() != context || saved.signals() != 1) {
      throw new BadInput(
          String.format(
              "%s sees %d frames of context and %d signals, but the windows have context=%d and one"
                  + " signal. Use context=%d.",
              file.getName(), saved.context(), saved.signals(), context, saved.context()));
    }
    Set<String> seen = new TreeSet<>(saved.provenance().seen());
    seen.retainAll(Set.copyOf(data.persons()));
    return new TestedModel(saved, file.getName(), seen);
  }

  /** As it stands in the comparison: a model, whatever its file is called. */
  Contender contender() {
    return new Contender(
        new Renamed(name, model.forecaster()),
        false,
        model.kind().runsFreely(),
        Contender.widths(model));
  }

  /** A warning if people who test have trained the model; else empty. */
  public static String warning(TestedModel tested, PeopleStudy study) {
    Set<String> both = new TreeSet<>(tested == null ? Set.of() : tested.seen);
    both.retainAll(Set.copyOf(study.scores().get(0).persons()));
    return both.isEmpty()
        ? ""
        : "\nWarning: "
            + tested.name
            + " has seen the test people "
            + String.join(", ", both)
            + " in its training, so its error is too good. Give split=[the file that its training"
            + " wrote].";
  }

  @Override
  public void close() {
    model.close();
  }
}
