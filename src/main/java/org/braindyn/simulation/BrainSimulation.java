package org.braindyn.simulation;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;

/**
 * A recording of a simulated brain, and what truly stimulating it does.
 *
 * @param signals the recording, undisturbed, in BOLD sd
 * @param wiring true wiring, [source][target]
 * @param response true effect of the stimulus, [region][frame] in BOLD sd from its onset on; null
 *     if nothing was stimulated
 */
public record BrainSimulation(RegionSignals signals, double[][] wiring, RegionSignals response) {
  /** Which equations. */
  public enum Kind {
    /** Rates that add up. */
    LINEAR,
    /** Rates that saturate. */
    TANH,
    /** Noisy oscillators near the Hopf bifurcation. */
    HOPF;

    /** The kind a user typed. */
    public static Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.name().equalsIgnoreCase(word.trim())) {
          return kind;
        }
      }
      throw new BadInput("There is no simulator \"" + word + "\". Choose linear, tanh or hopf.");
    }
  }

  /**
   * What to simulate.
   *
   * @param kind equations
   * @param gain spectral abscissa that a rate network is scaled to, below 1; for oscillators the
   *     global coupling after dividing the wiring by its largest strength, 0 or more
   * @param frames frames of the recording
   * @param interval time between frames in s, a multiple of 0.1
   * @param noise measurement noise in BOLD sd
   * @param seed the only source of randomness
   */
  public record Settings(
      Kind kind, double gain, int frames, double interval, double noise, long seed) {
    /** Checks the numbers. */
    public Settings {
      boolean tooStrong = kind != Kind.HOPF && !(gain < 1);
      if (!(gain >= 0) || tooStrong || frames < 2 || !(interval > 0) || !(noise >= 0)) {
        throw new BadInput(
            String.format(
                "A simulation needs a gain of 0 or more (below 1 for rate networks), 2 frames or"
                    + " more, an interval above 0 s and noise of 0 or more; got gain %s, %d frames,"
                    + " %s s, noise %s.",
                gain, frames, interval, noise));
      }
    }
  }

  private static final int PAIRS = 8;

  /** The simulated brain behind the settings, for scripts that want more than one recording. */
  public static BoldSimulation brain(Settings settings, double[][] wiring) {
    if (settings.kind() == Kind.HOPF) {
      double[][] scaled = byLargestStrength(wiring);
      Seed.Stream random = Seed.of(settings.seed()).stream("frequencies");
      double[] frequency = new double[wiring.length];
      for (int r = 0; r < frequency.length; r++) {
        frequency[r] = random.uniform(0.02, 0.06); // the band of resting fluctuations
      }
      return new BoldSimulation(
          new HopfNetwork(scaled, settings.gain(), -0.1, frequency, 0.1, 0.1),
          settings.interval(),
          settings.noise());
    }
    double[][] scaled = Wiring.scaled(wiring, settings.gain());
    boolean tanh = settings.kind() == Kind.TANH;
    return new BoldSimulation(
        new RateNetwork(scaled, 3, tanh, 0.3, 0.1), settings.interval(), settings.noise());
  }

  /**
   * A stimulation whose true answer is wanted.
   *
   * @param row region to stimulate, or -1 for none
   * @param size stimulus in the unit of the activity
   * @param seconds how long the stimulus lasts
   * @param frames frames of the response
   */
  public record Wanted(int row, double size, double seconds, int frames) {}

  /**
   * Simulates.
   *
   * @param wiring [source][target]
   * @param stimulated row to stimulate, or -1
   * @param size stimulus in the unit of the activity
   * @param seconds how long the stimulus lasts
   * @param frames frames of the response
   */
  public static BrainSimulation run(
      Settings settings,
      Regions regions,
      double[][] wiring,
      int stimulated,
      double size,
      double seconds,
      int frames) {
    Wanted wanted = new Wanted(stimulated, size, seconds, frames);
    return run(settings, regions, wiring, wanted, Progress.NONE);
  }

  /**
   * Simulates, watched.
   *
   * @param wiring [source][target]
   * @throws org.braindyn.data.Cancelled if it was stopped
   */
  public static BrainSimulation run(
      Settings settings, Regions regions, double[][] wiring, Wanted wanted, Progress progress) {
    if (wiring.length != regions.size()) {
      throw new BadInput(
          "The wiring has " + wiring.length + " regions, but " + regions.size() + " are named.");
    }
    BoldSimulation brain = brain(settings, wiring);
    Seed seed = Seed.of(settings.seed());
    double[][] bold = brain.bold(settings.frames(), List.of(), seed, progress);
    double[][] scale = BoldSimulation.scale(bold);
    RegionSignals signals = brain.record(regions, scale, bold, seed);
    RegionSignals response = null;
    Cancelled.check(progress, "Simulation");
    if (wanted.row() >= 0) {
      Stimulus stimulus = Stimulus.drive(wanted.row(), 0, wanted.seconds(), wanted.size());
      response =
          signals.withValues(
              brain.response(List.of(stimulus), wanted.frames(), scale, PAIRS, seed));
    }
    return new BrainSimulation(signals, used(brain), response);
  }

  private static double[][] used(BoldSimulation brain) {
    return brain.simulator() instanceof RateNetwork network
        ? network.weight()
        : ((HopfNetwork) brain.simulator()).coupling();
  }

  private static double[][] byLargestStrength(double[][] wiring) {
    double largest = 0;
    for (int v = 0; v < wiring.length; v++) {
      double sum = 0;
      for (double[] row : wiring) {
        if (row[v] < 0) {
          throw new BadInput(
              "Oscillators need a wiring of 0 or more, got " + row[v] + ". Use a rate network.");
        }
        sum += row[v];
      }
      largest = Math.max(largest, sum);
    }
    double divisor = largest > 0 ? largest : 1;
    double[][] scaled = new double[wiring.length][];
    for (int u = 0; u < wiring.length; u++) {
      scaled[u] = java.util.Arrays.stream(wiring[u]).map(w -> w / divisor).toArray();
    }
    return scaled;
  }
}
