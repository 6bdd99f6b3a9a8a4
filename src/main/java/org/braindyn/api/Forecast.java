package org.braindyn.api;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.models.ForecastBand;
import org.braindyn.models.ForecastSignals;
import org.braindyn.models.Saved;

/** What a model expects of a recording. */
public final class Forecast {
  final ForecastSignals made;
  private final String notes;

  Forecast(ForecastSignals made, String notes) {
    this.made = made;
    this.notes = notes;
  }

  /** {@return the forecast, [region, step], in the recording's unit} */
  public Signals signals() {
    return new Signals(made.forecast(), List.of(notes), new Table(List.of(), List.of()));
  }

  /**
   * Lower ends of an interval.
   *
   * @param level share that it is to hold: 0.5 or 0.9
   * @return [region, step] in the recording's unit; NaN beyond the steps that were calibrated
   * @throws BadInput if there is no such level, or the model has no intervals
   */
  public double[][] low(double level) {
    return band(level).low().values();
  }

  /**
   * Upper ends of an interval.
   *
   * @param level share that it is to hold: 0.5 or 0.9
   * @return [region, step] in the recording's unit; NaN beyond the steps that were calibrated
   * @throws BadInput if there is no such level, or the model has no intervals
   */
  public double[][] high(double level) {
    return band(level).high().values();
  }

  private ForecastBand band(double level) {
    return made.bands().stream()
        .filter(b -> b.level() == level)
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    made.bands().isEmpty()
                        ? ForecastBand.NONE
                        : "level=" + level + ": there are intervals of 0.5 and 0.9 only."));
  }

  /** {@return what was recorded there, [region, step]; null after the recording's end} */
  public Signals truth() {
    return made.truth() == null ? null : Signals.of(made.truth());
  }

  /** {@return the first frame that is forecast} */
  public int start() {
    return made.start();
  }

  /** {@return which model made it, and how wrong it was where the recording goes on} */
  public String notes() {
    return notes;
  }

  /**
   * Paints the forecast on the brain, in sd from the context's mean.
   *
   * @param labels where the regions are
   * @return an image with one frame per step, 0 outside of all regions
   * @throws org.braindyn.data.BadInput if it is not sure which region is which
   */
  public Scan paint(Labels labels) {
    return Signals.of(made.change()).paint(labels);
  }

  /**
   * Writes the forecast; its times go on from the recording's.
   *
   * @param file .csv, .tsv, .npy, .npz or another format of signals
   * @throws org.braindyn.data.BadInput if it cannot be written
   */
  public void write(String file) {
    Saved.signals(Path.of(file), made.forecast(), made.start());
  }
}
