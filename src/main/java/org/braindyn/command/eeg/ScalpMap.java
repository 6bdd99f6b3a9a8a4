package org.braindyn.command.eeg;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.ScalpImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.signal.montage.ScalpSpline;
import org.braindyn.signal.montage.TenTen;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A value per electrode as a map of the scalp. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Scalp Map",
    description = "Mean or power of every electrode in a stretch of time, on the head",
    attrs = @Attr(name = "no-legacy"))
public class ScalpMap extends BrainDynCommand {
  @Parameter(persist = false, description = "electrode x time image")
  private ImagePlus signals;

  @Parameter(persist = false, min = "0", description = "s at which the stretch starts")
  private double start = 0;

  @Parameter(persist = false, min = "0", description = "s that it lasts, 0 = to the end")
  private double lasting = 0;

  @Parameter(
      persist = false,
      choices = {"mean", "power"},
      description = "mean value, or decibels of the variance above the electrodes' average")
  private String measure = "mean";

  @Parameter(persist = false, min = "16", max = "2000", description = "pixels across the head")
  private int size = 256;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus map;

  @Override
  protected void execute() {
    RegionSignals eeg = SignalsImage.signals(signals);
    int from = (int) Math.round(start / eeg.interval());
    int to = lasting > 0 ? (int) Math.round((start + lasting) / eeg.interval()) : eeg.frames();
    if (from >= Math.min(to, eeg.frames()) || to > eeg.frames()) {
      throw new BadInput(
          "start="
              + start
              + " lasting="
              + lasting
              + " is not within the recording of "
              + eeg.frames() * eeg.interval()
              + " s.");
    }
    List<double[]> places = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Double> found = new ArrayList<>();
    for (int c = 0; c < eeg.size(); c++) {
      double[] place = TenTen.place(eeg.regions().get(c).name());
      double value = value(eeg.values()[c], from, to);
      if (place != null && Double.isFinite(value)) {
        places.add(place);
        names.add(eeg.regions().get(c).name());
        found.add(value);
      }
    }
    double centre =
        measure.equals("power") ? found.stream().mapToDouble(v -> v).average().orElse(0) : 0;
    double[] values = found.stream().mapToDouble(v -> v - centre).toArray();
    double[][] where = places.toArray(double[][]::new);
    map =
        ScalpImage.of(
            new ScalpSpline(where, values).map(size, progress()),
            places.stream().map(ScalpSpline::project).toArray(double[][]::new),
            names.toArray(String[]::new),
            measure + " of " + signals.getTitle(),
            measure.equals("power") ? "dB" : "\u00b5V");
  }

  private double value(double[] row, int from, int to) {
    double sum = 0;
    double squares = 0;
    for (int k = from; k < to; k++) {
      sum += row[k];
      squares += row[k] * row[k];
    }
    double mean = sum / (to - from);
    double variance = squares / (to - from) - mean * mean;
    return measure.equals("mean") ? mean : 10 * Math.log10(variance);
  }
}
