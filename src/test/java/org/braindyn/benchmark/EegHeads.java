package org.braindyn.benchmark;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.eeg.ChannelChoice;
import org.braindyn.eeg.EegImport;
import org.braindyn.io.edf.EdfOptions;
import org.braindyn.signal.montage.Montage;
import org.braindyn.signal.montage.TenTen;
import org.braindyn.signal.montage.TenTwenty;

/** EEG for studies of cleaning: real recordings, and heads with known sources. */
public final class EegHeads {
  private static final int SOURCES = 80;
  private static final double AMPLITUDE = 15; // uV, root mean square

  private EegHeads() {}

  /** A file at its own rate, above 0.5 Hz, filtered both ways; the channels that have a place. */
  static RegionSignals read(String file, double rate) {
    EegImport all =
        new EegImport(
            EegImport.Electrodes.ALL,
            Montage.Missing.NAN,
            EegImport.Reference.RECORDED,
            rate,
            0.5,
            0,
            0,
            true,
            new EdfOptions(
                EdfOptions.Gaps.of(false),
                false,
                ChannelChoice.of("!CP5,!CP6,!HL,!HR,!Vb,!ReRef,!ECG")));
    RegionSignals read =
        all.read(new File("../shared/data/" + file).toPath(), null, Progress.NONE).signals();
    List<Region> placed = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (int c = 0; c < read.size(); c++) {
      if (TenTen.place(read.regions().get(c).name()) != null) {
        placed.add(read.regions().get(c));
        values.add(read.values()[c]);
      }
    }
    return new RegionSignals(
        new Regions(placed), values.toArray(double[][]::new), read.interval(), read.source());
  }

  /**
   * The 19 electrodes above dipoles of 1/f noise and alpha in a homogeneous ball, linked to none of
   * the electrodes, in uV, each with a little noise of its own.
   */
  public static RegionSignals dipoles(int seconds, double rate, long seed) {
    int n = TenTwenty.TUSZ.size();
    int length = (int) (seconds * rate);
    double[][] values = new double[n][length];
    for (int s = 0; s < SOURCES; s++) {
      Seed.Stream random = Seed.of(seed).stream("source " + s);
      double[] place = unit(random);
      place[2] = Math.abs(place[2]); // the brain is above
      double[] moment = unit(random);
      double depth = 0.3 + 0.25 * random.uniform(); // skull and scalp smooth as if it were deeper
      double slow = 0;
      double[] wave = {random.gaussian(), random.gaussian()};
      double turn = 2 * Math.PI * (9 + 2 * random.uniform()) / rate;
      double share = place[1] < -0.3 ? 0.3 : 0.05; // alpha at the back
      double[] field = new double[n];
      for (int c = 0; c < n; c++) {
        field[c] = potential(TenTwenty.place(TenTwenty.TUSZ.get(c)), place, depth, moment);
      }
      for (int t = 0; t < length; t++) {
        slow = 0.97 * slow + 0.3 * random.gaussian();
        double a = 0.99 * (wave[0] * Math.cos(turn) - wave[1] * Math.sin(turn));
        double b = 0.99 * (wave[0] * Math.sin(turn) + wave[1] * Math.cos(turn));
        wave[0] = a + 0.14 * random.gaussian();
        wave[1] = b + 0.14 * random.gaussian();
        double course = slow + share * wave[0] * 4;
        for (int c = 0; c < n; c++) {
          values[c][t] += field[c] * course;
        }
      }
    }
    double squares = 0;
    for (double[] row : values) {
      squares += Arrays.stream(row).map(v -> v * v).sum() / n / length;
    }
    double scale = AMPLITUDE / Math.sqrt(squares);
    for (int c = 0; c < n; c++) {
      Seed.Stream random = Seed.of(seed).stream("electrode " + c);
      for (int t = 0; t < length; t++) {
        values[c][t] = scale * values[c][t] + 1.5 * random.gaussian();
      }
    }
    Regions names = Regions.named(TenTwenty.TUSZ.stream().map(TenTwenty::spelled).toList());
    return new RegionSignals(names, values, 1 / rate, "dipoles, seed " + seed);
  }

  /** Of a dipole at depth times place, without bounds: p (r - r0) / |r - r0|^3. */
  private static double potential(double[] at, double[] place, double depth, double[] moment) {
    double top = 0;
    double square = 0;
    for (int i = 0; i < 3; i++) {
      double d = at[i] - depth * place[i];
      top += moment[i] * d;
      square += d * d;
    }
    return top / Math.pow(square, 1.5);
  }

  private static double[] unit(Seed.Stream random) {
    double[] v = {random.gaussian(), random.gaussian(), random.gaussian()};
    double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    return new double[] {v[0] / length, v[1] / length, v[2] / length};
  }
}
