package org.braindyn.api;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.models.ForecastSignals;

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
