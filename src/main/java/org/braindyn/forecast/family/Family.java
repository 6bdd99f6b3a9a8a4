package org.braindyn.forecast.family;

import java.util.List;
import org.braindyn.data.Progress;

/**
 * A way to forecast that can be fitted with several settings.
 *
 * @param name name for tables, without numbers
 * @param grid settings to choose from, one or more
 * @param fitter fits one of them
 */
public record Family(String name, List<Settings> grid, Fitter fitter) {
  /** Copies the grid. */
  public Family {
    grid = List.copyOf(grid);
  }

  /**
   * What is chosen within a family.
   *
   * @param order lags; 0 where there are none
   * @param ridge penalty; 0 where there is none
   */
  public record Settings(int order, double ridge) {}

  /** Fits. */
  @FunctionalInterface
  public interface Fitter {
    /** The fitted model. */
    FamilyModel fit(FamilyData data, Settings settings, Progress progress);
  }

  /** Fits one of the settings to training data. */
  public FamilyModel fit(FamilyData data, Settings settings, Progress progress) {
    return fitter.fit(data, settings, progress);
  }
}
