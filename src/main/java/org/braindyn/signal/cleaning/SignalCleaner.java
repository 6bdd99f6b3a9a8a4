package org.braindyn.signal.cleaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.signal.cleaning.CleaningSettings.Filter;
import org.braindyn.signal.cleaning.CleaningSettings.Scrubbing;
import org.braindyn.signal.filter.Butterworth;
import org.braindyn.signal.filter.CosineFilter;
import org.braindyn.signal.filter.OrthonormalBasis;

/**
 * Cleans region signals in one stated order: drop first frames, despike, bridge scrubbed frames,
 * detrend, band-pass, regress confounds and global signal, censor, scale.
 *
 * <p>Detrending and band-pass are done to the confounds too, so that regression cannot bring back
 * what a filter took out (Lindquist et al. 2019, Hum Brain Mapp 40:2358). A lost region (all NaN)
 * stays NaN.
 */
public final class SignalCleaner {
  private final CleaningSettings settings;

  /** A cleaner with these settings. */
  public SignalCleaner(CleaningSettings settings) {
    this.settings = settings;
  }

  /**
   * Cleans one recording.
   *
   * @param confounds to be regressed out, as many frames as the signals; null for none
   * @param motion table for scrubbing (see {@link FramewiseDisplacement}); null if not scrubbing
   */
  public Cleaned clean(RegionSignals signals, Confounds confounds, RegionSignals motion) {
    List<String> steps = new ArrayList<>();
    int dropped = settings.dropFirst();
    int frames = signals.frames() - dropped;
    if (frames < 2) {
      throw new BadInput(
          signals.source()
              + " has "
              + signals.frames()
              + " frames; dropping "
              + dropped
              + " leaves "
              + Math.max(0, frames)
              + ". At least 2 are needed.");
    }
    double[][] values = tail(signals.values(), dropped);
    double[][] nuisance = confounds == null ? new double[0][] : confounds(confounds, signals);
    double[] displacement = displacement(motion, signals.frames());
    boolean[] scrubbed = new boolean[frames];
    if (dropped > 0) {
      steps.add("Dropped the first " + dropped + " frames.");
    }
    boolean[] lost = lost(values, signals);
    if (settings.despike()) {
      int changed = 0;
      for (int r = 0; r < values.length; r++) {
        changed += lost[r] ? 0 : Despike.apply(values[r]);
      }
      steps.add("Despiked: " + changed + " values pulled in.");
    }
    if (displacement != null) {
      String understood = FramewiseDisplacement.understood(motion, settings.motion());
      if (!understood.isEmpty()) {
        steps.add(understood);
      }
      scrub(displacement, scrubbed, understood, steps);
      bridge(values, scrubbed);
      bridge(nuisance, scrubbed);
    }
    double[] means = new double[values.length];
    for (int r = 0; r < values.length; r++) {
      means[r] = Arrays.stream(values[r]).sum() / frames;
    }
    Remains remains = Remains.of(values, lost);
    detrend(values, lost, nuisance, steps);
    remains.check(values, "Detrending", signals);
    band(values, lost, nuisance, signals.interval(), steps);
    remains.check(values, "The band-pass", signals);
    boolean censor = displacement != null && settings.scrubbing() == Scrubbing.CENSOR;
    ConfoundRegression regression = new ConfoundRegression(censor ? scrubbed : new boolean[frames]);
    for (double[] column : nuisance) {
      regression.add(column);
    }
    if (settings.globalSignal()) {
      regression.add(GlobalSignal.of(signals.regions(), values, lost));
    }
    double correlation = regression.run(values, lost, signals.source(), steps);
    remains.check(values, "Regressing confounds out", signals);
    remains.tell(values, signals, steps);
    if (censor) {
      steps.add("Scrubbed frames were left out of the regression and are NaN in the result.");
      for (double[] row : values) {
        for (int t = 0; t < frames; t++) {
          row[t] = scrubbed[t] ? Double.NaN : row[t];
        }
      }
    }
    new SignalScale(settings.scale()).apply(values, means, lost, signals.regions(), steps);
    return new Cleaned(
        signals.frames(dropped, signals.frames()).withCells(values),
        displacement,
        scrubbed,
        correlation,
        List.copyOf(steps));
  }

  private static double[][] tail(double[][] rows, int dropped) {
    double[][] copy = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      copy[r] = Arrays.copyOfRange(rows[r], dropped, rows[r].length);
    }
    return copy;
  }

  private double[][] confounds(Confounds confounds, RegionSignals signals) {
    if (confounds.frames() != signals.frames()) {
      throw new BadInput(
          String.format(
              "The confounds have %d frames but %s has %d. Use the confounds of the same run.",
              confounds.frames(), signals.source(), signals.frames()));
    }
    return tail(confounds.values(), settings.dropFirst());
  }

  private double[] displacement(RegionSignals motion, int frames) {
    if (settings.displacement() == 0) {
      return null;
    }
    if (motion == null) {
      throw new BadInput("Scrubbing needs motion parameters. Give the confound or motion table.");
    }
    double[] all = FramewiseDisplacement.of(motion, settings.motion());
    if (all.length != frames) {
      throw new BadInput(
          motion.source() + " has " + all.length + " frames but the signals have " + frames + ".");
    }
    return Arrays.copyOfRange(all, settings.dropFirst(), all.length);
  }

  private static boolean[] lost(double[][] values, RegionSignals signals) {
    boolean[] lost = new boolean[values.length];
    for (int r = 0; r < values.length; r++) {
      long bad = Arrays.stream(values[r]).filter(v -> !Double.isFinite(v)).count();
      lost[r] = bad == values[r].length;
      if (bad > 0 && !lost[r]) {
        throw new BadInput(
            String.format(
                "%s: region %s is NaN or infinite in %d of %d frames. Parcellate again with NaN"
                    + " voxels ignored, or leave the region out.",
                signals.source(), signals.regions().get(r).name(), bad, values[r].length));
      }
    }
    return lost;
  }

  private void scrub(
      double[] displacement, boolean[] scrubbed, String understood, List<String> steps) {
    int n = 0;
    for (int t = 0; t < scrubbed.length; t++) {
      scrubbed[t] = displacement[t] > settings.displacement();
      n += scrubbed[t] ? 1 : 0;
    }
    String found = n + " of " + scrubbed.length + " frames moved more than ";
    if (2 * n > scrubbed.length || scrubbed.length - n < 2) {
      throw new BadInput(
          found
              + settings.displacement()
              + " mm, more than half; too few are left. Allow more with displacement, or leave the"
              + " recording out."
              + (understood.isEmpty()
                  ? ""
                  : " Are order and units right? " + understood + " Give convention otherwise."));
    }
    steps.add("Scrubbing: " + found + settings.displacement() + " mm; bridged by straight lines.");
  }

  /** Straight lines over scrubbed frames; at the ends the nearest value that was kept. */
  static void bridge(double[][] rows, boolean[] scrubbed) {
    for (double[] row : rows) {
      int last = -1;
      for (int t = 0; t <= row.length; t++) {
        if (t < row.length && scrubbed[t]) {
          continue;
        }
        for (int gap = last + 1; gap < t; gap++) {
          double a = last < 0 ? row[Math.min(t, row.length - 1)] : row[last];
          double b = t == row.length ? a : row[t];
          row[gap] = last < 0 ? b : a + (b - a) * (gap - last) / (t - last);
        }
        last = t;
      }
    }
  }

  private void detrend(double[][] values, boolean[] lost, double[][] nuisance, List<String> steps) {
    if (settings.detrend() < 0) {
      return;
    }
    OrthonormalBasis basis = Detrend.basis(values[0].length, settings.detrend());
    removeAll(basis, values, lost, nuisance);
    steps.add("Removed a polynomial of order " + settings.detrend() + ".");
  }

  private void band(
      double[][] values, boolean[] lost, double[][] nuisance, double interval, List<String> steps) {
    double low = settings.low();
    double high = settings.high();
    if (low == 0 && high == 0) {
      return;
    }
    if (!(interval > 0)) {
      throw new BadInput(
          "A band-pass needs the time between frames, which is unknown. Give it (TR in s).");
    }
    Butterworth.checkBand(low, high, interval);
    Remains.checkLength(high, interval, values[0].length);
    Butterworth butterworth = new Butterworth(low, high, settings.order(), interval);
    String kind = "cosine";
    if (settings.filter() == Filter.COSINE) {
      removeAll(
          CosineFilter.outside(values[0].length, low, high, interval), values, lost, nuisance);
    } else {
      kind = "zero-phase Butterworth of order " + settings.order();
      for (int r = 0; r < values.length; r++) {
        if (!lost[r]) {
          butterworth.apply(values[r]);
        }
      }
      for (double[] column : nuisance) {
        butterworth.apply(column);
      }
    }
    String band =
        low > 0 && high > 0
            ? "Band-pass " + low + " to " + high
            : low > 0 ? "High-pass " + low : "Low-pass " + high;
    steps.add(band + " Hz, " + kind + ".");
  }

  private static void removeAll(
      OrthonormalBasis basis, double[][] values, boolean[] lost, double[][] nuisance) {
    for (int r = 0; r < values.length; r++) {
      if (!lost[r]) {
        basis.remove(values[r]);
      }
    }
    for (double[] column : nuisance) {
      basis.remove(column);
    }
  }
}
