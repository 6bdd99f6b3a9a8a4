package org.braindyn.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.RegionSignals;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.eeg.EegPage;
import org.braindyn.figure.eeg.ScalpFigure;
import org.braindyn.figure.plot.CarpetFigure;
import org.braindyn.signal.montage.TenTen;

/** Pictures of a recording: a page and a scalp map for EEG, else a carpet. */
record DataFigures(Study study) {
  private static final double PAGE = 10;

  /** Drawings with their captions, in order. */
  Map<Drawing, String> all() {
    Map<Drawing, String> figures = new LinkedHashMap<>();
    RegionSignals signals = study.data().signals();
    if (!study.eeg() || !Double.isFinite(signals.interval())) {
      figures.put(
          CarpetFigure.of(signals),
          "Every row is a region, in units of its own standard deviation; grey: no value.");
      return figures;
    }
    EegPage page = new EegPage(signals, List.of(), List.of(), "\u00b5V");
    double height = 90 + 24.0 * signals.size();
    figures.put(
        page.drawing(new EegPage.Look(0, PAGE, 0, ""), 900, height), "The first ten seconds.");
    double[] power = power(signals);
    if (placed(signals, power) >= 3) {
      figures.put(
          ScalpFigure.of(signals.regions(), power, "Power", "variance (dB from the mean)"),
          "Variance of every electrode over the whole recording.");
    }
    return figures;
  }

  private static int placed(RegionSignals signals, double[] power) {
    int known = 0;
    for (int c = 0; c < power.length; c++) {
      boolean counts = TenTen.place(signals.regions().get(c).name()) != null;
      known += counts && Double.isFinite(power[c]) ? 1 : 0;
    }
    return known;
  }

  /** Decibels of the variance above the mean of all electrodes. */
  private static double[] power(RegionSignals signals) {
    double[] power = new double[signals.size()];
    List<Double> known = new ArrayList<>();
    for (int c = 0; c < power.length; c++) {
      double sum = 0;
      double squares = 0;
      int n = 0;
      for (double v : signals.values()[c]) {
        if (!Double.isNaN(v)) {
          sum += v;
          squares += v * v;
          n++;
        }
      }
      double variance = squares / n - sum / n * sum / n;
      power[c] = variance > 0 ? 10 * Math.log10(variance) : Double.NaN;
      if (Double.isFinite(power[c])) {
        known.add(power[c]);
      }
    }
    double mean = known.stream().mapToDouble(v -> v).average().orElse(0);
    for (int c = 0; c < power.length; c++) {
      power[c] -= mean;
    }
    return power;
  }
}
