package org.braindyn.command.models;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.util.List;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.images.Tables;
import org.braindyn.fiji.pictures.Plots;
import org.braindyn.models.ForecastBand;
import org.braindyn.models.ForecastSignals;

/** A forecast with its intervals as a table and a plot. */
final class ForecastPictures {
  private ForecastPictures() {}

  /**
   * One row per frame: the forecast of every region as before, then {@code REGION low 50 %}, {@code
   * REGION high 50 %}, {@code REGION low 90 %}, {@code REGION high 90 %} for every region.
   */
  static ResultsTable table(ForecastSignals result) {
    ResultsTable table = Tables.signals(result.forecast(), result.start());
    List<String> names = result.forecast().regions().uniqueNames();
    for (int r = 0; r < names.size(); r++) {
      for (ForecastBand band : result.bands()) {
        column(table, names.get(r) + " low " + band.percent(), band.low(), r);
        column(table, names.get(r) + " high " + band.percent(), band.high(), r);
      }
    }
    return Tables.finish(table);
  }

  private static void column(ResultsTable table, String name, RegionSignals values, int region) {
    for (int t = 0; t < values.frames(); t++) {
      table.setValue(name, t, values.values()[region][t]);
    }
  }

  static Plot plot(ForecastSignals result) {
    return Plots.forecast(
        result.context(),
        result.forecast(),
        result.truth(),
        result.start(),
        result.bands().stream()
            .map(b -> new Plots.Band(b.percent(), b.low().values(), b.high().values()))
            .toList());
  }
}
