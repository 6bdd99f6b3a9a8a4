package org.braindyn.benchmark;

import java.util.Arrays;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.eeg.artefact.CalmSeconds;
import org.braindyn.eeg.artefact.Reconstructed;
import org.braindyn.eeg.artefact.SubspaceReconstruction;
import org.braindyn.eeg.channel.RobustScale;
import org.braindyn.signal.filter.Filters;
import org.braindyn.signal.montage.TenTen;

/** Blinks added to a recording: how much of them each way removes, and of the rest. */
public final class EegBlinkRows {
  private static final double EVERY = 5; // s between blinks, about
  private static final double LASTS = 0.35; // s

  private final RegionSignals eeg;
  private final double rate;
  private final double[][] blinked;
  private final boolean[] calmBefore; // [time]
  private final boolean[] blink; // [time], within a second of one

  /**
   * Adds blinks between two times: strongest beneath the eyes, falling towards the back.
   *
   * @param peak at Fp1, in uV
   */
  public EegBlinkRows(RegionSignals eeg, double from, double to, double peak, long seed) {
    this.eeg = eeg;
    rate = 1 / eeg.interval();
    blinked = Arrays.stream(eeg.values()).map(double[]::clone).toArray(double[][]::new);
    blink = new boolean[eeg.frames()];
    calmBefore = strictlyCalm();
    Seed.Stream random = Seed.of(seed).stream("blinks");
    double[] field = new double[eeg.size()];
    double[] eyes = {0, 0.95, -0.31};
    for (int c = 0; c < field.length; c++) {
      double[] p = TenTen.place(eeg.regions().get(c).name());
      double near = Math.acos(p[1] * eyes[1] + p[2] * eyes[2]);
      field[c] = Math.exp(-near * near / 0.5);
    }
    double scale = peak / Arrays.stream(field).max().orElse(1);
    for (double at = from + 1; at < to - 1; at += EVERY * (0.6 + 0.8 * random.uniform())) {
      double height = scale * (0.7 + 0.6 * random.uniform());
      int start = (int) (at * rate);
      int length = (int) (LASTS * rate);
      for (int t = 0; t < length; t++) {
        double course = Math.pow(Math.sin(Math.PI * t / length), 2);
        for (int c = 0; c < field.length; c++) {
          blinked[c][start + t] += height * field[c] * course;
        }
      }
      // The second around it.
      int middle = start + length / 2;
      for (int t = Math.max(0, (int) (middle - rate / 2)); t < middle + rate / 2; t++) {
        blink[Math.min(t, blink.length - 1)] = true;
      }
    }
  }

  /** Seconds of the recording in which no channel is beyond 5 robust standard deviations. */
  private boolean[] strictlyCalm() {
    int window = (int) Math.round(rate);
    boolean[] calm = new boolean[eeg.frames()];
    Arrays.fill(calm, 0, eeg.frames() / window * window, true);
    for (double[] row : eeg.values()) {
      double[] rms = new double[row.length / window];
      for (int t = 0; t < rms.length * window; t++) {
        rms[t / window] += row[t] * row[t];
      }
      double[] z = RobustScale.z(Arrays.stream(rms).map(Math::sqrt).toArray());
      for (int t = 0; t < rms.length * window; t++) {
        calm[t] &= Math.abs(z[t / window]) <= 5;
      }
    }
    return calm;
  }

  /** The recording with blinks. */
  public RegionSignals blinked() {
    return eeg.withValues(blinked);
  }

  /**
   * Decibels that the blinks' seconds gain, and relative change of the seconds that were calm
   * before any blink was added, both pooled over channels.
   */
  public double[] score(double[][] cleaned) {
    double before = 0;
    double after = 0;
    double change = 0;
    double calm = 0;
    for (int c = 0; c < cleaned.length; c++) {
      for (int t = 0; t < blink.length; t++) {
        double truth = eeg.values()[c][t];
        if (blink[t]) {
          before += Math.pow(blinked[c][t] - truth, 2);
          after += Math.pow(cleaned[c][t] - truth, 2);
        } else if (calmBefore[t]) {
          change += Math.pow(cleaned[c][t] - truth, 2);
          calm += truth * truth;
        }
      }
    }
    return new double[] {10 * Math.log10(before / after), Math.sqrt(change / calm)};
  }

  /** What is left of the contaminated seconds' own variance, i.e. their signal to noise in dB. */
  private double raw() {
    double noise = 0;
    double signal = 0;
    for (int c = 0; c < blinked.length; c++) {
      for (int t = 0; t < blink.length; t++) {
        if (blink[t]) {
          noise += Math.pow(blinked[c][t] - eeg.values()[c][t], 2);
          signal += Math.pow(eeg.values()[c][t], 2);
        }
      }
    }
    return 10 * Math.log10(signal / noise);
  }

  public double[][] subspace(SubspaceReconstruction.Form form, double threshold) {
    double[][] fast = SubspaceReconstruction.withoutDrifts(blinked, rate, Progress.NONE);
    boolean[] calm = CalmSeconds.of("", blinked(), fast);
    Reconstructed made =
        SubspaceReconstruction.of(blinked, rate, calm, threshold, form, Progress.NONE);
    return made.values();
  }

  /** Each channel less its regression on the mean of Fp1 and Fp2, as if that were an EOG. */
  private double[][] regression() {
    int a = row("FP1");
    int b = row("FP2");
    double[] eye = new double[blink.length];
    for (int t = 0; t < eye.length; t++) {
      eye[t] = (blinked[a][t] + blinked[b][t]) / 2;
    }
    double[][] out = new double[blinked.length][eye.length];
    double power = Arrays.stream(eye).map(v -> v * v).sum();
    for (int c = 0; c < out.length; c++) {
      double sum = 0;
      for (int t = 0; t < eye.length; t++) {
        sum += blinked[c][t] * eye[t];
      }
      for (int t = 0; t < eye.length; t++) {
        out[c][t] = blinked[c][t] - sum / power * eye[t];
      }
    }
    return out;
  }

  private int row(String electrode) {
    for (int c = 0; c < eeg.size(); c++) {
      if (Arrays.equals(TenTen.place(eeg.regions().get(c).name()), TenTen.place(electrode))) {
        return c;
      }
    }
    throw new IllegalArgumentException(electrode);
  }

  void print(String what, double... thresholds) {
    int seconds = 0;
    for (boolean b : blink) {
      seconds += b ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%n%s: %.0f s of %.0f with a blink, signal to noise there %.1f dB%n",
        what,
        seconds / rate,
        blink.length / rate,
        raw());
    System.out.println("| way | gain (dB) | change of calm seconds (%) |\n|---|---|---|");
    for (double threshold : thresholds) {
      for (SubspaceReconstruction.Form form : SubspaceReconstruction.Form.values()) {
        line(form + ", " + threshold + " sd", score(subspace(form, threshold)));
      }
    }
    line("regression on Fp1 and Fp2", score(regression()));
    double[][] band = new double[blinked.length][];
    for (int c = 0; c < band.length; c++) {
      band[c] = Filters.highPass(2, 3, rate).zeroPhase(blinked[c]);
    }
    line("3 Hz high-pass", score(band));
  }

  private static void line(String way, double[] score) {
    System.out.printf(Locale.ROOT, "| %s | %.1f | %.2f |%n", way, score[0], 100 * score[1]);
  }
}
