package org.braindyn.api;

import java.util.List;
import org.braindyn.imputation.FilledSignals;

/** A recording whose missing values are filled, and which ones those are. */
public final class Filled {
  private final FilledSignals made;

  Filled(FilledSignals made) {
    this.made = made;
  }

  /** {@return seen values as they were, filled ones in the recording's unit} */
  public Signals signals() {
    return Signals.of(made.signals());
  }

  /** {@return [region][time], true where the value is an estimate, which must not be scored} */
  public boolean[][] mask() {
    return made.filled();
  }

  /**
   * Lower end of the intervals.
   *
   * @param level share of truth meant to lie inside, e.g. 0.9
   * @return [region][time], in the recording's unit; the value itself where it was seen
   */
  public double[][] low(double level) {
    return made.low(level);
  }

  /**
   * Upper end of the intervals.
   *
   * @param level share of truth meant to lie inside, e.g. 0.9
   * @return [region][time], in the recording's unit; the value itself where it was seen
   */
  public double[][] high(double level) {
    return made.high(level);
  }

  /** {@return the method that was used, by its title} */
  public String method() {
    return made.method().title();
  }

  /** {@return names of regions that were never seen} */
  public List<String> lost() {
    return made.lost();
  }

  /**
   * {@return explained variance of values hidden on purpose, 1 at best; NaN if nothing was missing}
   */
  public double explained() {
    return made.score() == null ? Double.NaN : made.score().all().r2();
  }
}
