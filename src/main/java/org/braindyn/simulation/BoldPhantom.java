package org.braindyn.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.Volume4D;

/**
 * A 4-D scan with a known answer: a brain-like ellipsoid of labelled regions whose signals come
 * from a directed network of known wiring through a haemodynamic response, with voxel noise and
 * drift. The same seed gives the same voxels on every machine.
 */
public final class BoldPhantom {
  /** Input of a stimulation, in units of the network's activity. */
  public static final double STIMULUS_SIZE = 2;

  /** Length of a stimulation in s. */
  public static final double STIMULUS_DURATION = 4;

  /**
   * What to make.
   *
   * @param size voxels along x, y, z
   * @param regions number of regions, even, 4 to 200
   * @param frames number of frames
   * @param interval time between frames in s, a multiple of 0.1
   * @param noise voxel noise, share of the mean intensity
   * @param drift size of the slow drift, share of the mean intensity
   * @param seed the only source of randomness
   */
  public record Settings(
      int[] size, int regions, int frames, double interval, double noise, double drift, long seed) {
    /** 24 x 28 x 20 voxels, 20 regions, 300 frames every 2 s. */
    public static Settings defaults() {
      return new Settings(new int[] {24, 28, 20}, 20, 300, 2, 0.015, 0.004, 1);
    }

    /**
     * The same with so many voxels from left to right, and of the others in proportion; a brain
     * stays as wide.
     *
     * @param across 10 to 256
     */
    public Settings withVoxels(int across) {
      int[] grid = {across, (int) Math.round(across * 7 / 6.0), (int) Math.round(across * 5 / 6.0)};
      return new Settings(grid, regions, frames, interval, noise, drift, seed);
    }

    /** The same with other sizes. */
    public Settings with(int newRegions, int newFrames, long newSeed) {
      return new Settings(size, newRegions, newFrames, interval, noise, drift, newSeed);
    }
  }

  private final Settings settings;
  private final PhantomAnatomy anatomy;
  private final BoldSimulation simulation;
  private final double[][] signals;
  private final double[][] scale;

  private BoldPhantom(
      Settings settings,
      PhantomAnatomy anatomy,
      BoldSimulation simulation,
      double[][] signals,
      double[][] scale) {
    this.settings = settings;
    this.anatomy = anatomy;
    this.simulation = simulation;
    this.signals = signals;
    this.scale = scale;
  }

  /**
   * Simulates the network; voxels are made when they are read.
   *
   * @throws BadInput if a setting is out of range
   */
  public static BoldPhantom make(Settings settings) {
    return make(settings, Progress.NONE);
  }

  /**
   * As {@link #make(Settings)}, watched.
   *
   * @throws org.braindyn.data.Cancelled if it was stopped
   */
  public static BoldPhantom make(Settings settings, Progress progress) {
    if (settings.frames() < 2 || settings.frames() > 100_000) {
      throw new BadInput("A phantom needs 2 to 100000 frames, got " + settings.frames() + ".");
    }
    if (!(settings.noise() >= 0 && settings.noise() < 0.2)
        || !(settings.drift() >= 0 && settings.drift() < 0.2)) {
      throw new BadInput(
          String.format(
              "Noise and drift are shares of the mean intensity, 0 to 0.2; got %s and %s.",
              settings.noise(), settings.drift()));
    }
    Seed seed = Seed.of(settings.seed());
    PhantomAnatomy anatomy = PhantomAnatomy.make(settings.size(), settings.regions(), seed);
    int outputs = Math.min(2, (settings.regions() - 1) / 2);
    double[][] wiring = Wiring.random(settings.regions(), outputs, 0.25, 0.9, seed);
    RateNetwork network = new RateNetwork(wiring, 3, true, 0.3, 0.1);
    BoldSimulation simulation = new BoldSimulation(network, settings.interval(), 0);
    double[][] bold = simulation.bold(settings.frames(), List.of(), seed, progress);
    double[][] scale = BoldSimulation.scale(bold);
    for (int r = 0; r < bold.length; r++) {
      for (int f = 0; f < bold[r].length; f++) {
        bold[r][f] = (bold[r][f] - scale[r][0]) / scale[r][1];
      }
    }
    return new BoldPhantom(settings, anatomy, simulation, bold, scale);
  }

  /** The scan, whole numbers from 0 to about 1400, made frame by frame. */
  public Volume4D scan() {
    return new PhantomScan(settings, anatomy, signals);
  }

  /**
   * A scan of another person with the same anatomy and wiring: other activity, other noise.
   *
   * @param person 1 or more
   */
  public Volume4D scan(int person) {
    Seed own = Seed.of(settings.seed()).derive("person", person);
    double[][] bold = simulation.bold(settings.frames(), List.of(), own, Progress.NONE);
    for (int r = 0; r < bold.length; r++) {
      for (int f = 0; f < bold[r].length; f++) {
        bold[r][f] = (bold[r][f] - scale[r][0]) / scale[r][1];
      }
    }
    Settings noise = settings.with(settings.regions(), settings.frames(), own.value());
    return new PhantomScan(noise, anatomy, bold);
  }

  /** The label image, on the scan's grid. */
  public Labels3D labels() {
    return anatomy.labels();
  }

  /** Labels (with gaps), names, sizes and centroids. */
  public Regions regions() {
    return anatomy.regions();
  }

  /** True wiring, [source][target], signed. */
  public double[][] wiring() {
    return ((RateNetwork) simulation.simulator()).weight();
  }

  /** BOLD of every region before voxel noise and drift, in sd, [region][frame]. */
  public double[][] signals() {
    return signals;
  }

  /** The simulated brain itself, for more recordings and other stimuli. */
  public BoldSimulation simulation() {
    return simulation;
  }

  /** Mean and sd of every region's noise-free BOLD, [region][2]. */
  public double[][] scale() {
    return scale;
  }

  /**
   * The true answer: what stimulating one region with {@link #STIMULUS_SIZE} for {@link
   * #STIMULUS_DURATION} does to every region's BOLD, under the same random numbers, mean of 8
   * pairs.
   *
   * @param region row of the stimulated region
   * @param frames frames from the onset on
   * @return difference in BOLD sd, [region][frame]
   */
  public double[][] response(int region, int frames) {
    Stimulus stimulus = Stimulus.drive(region, 0, STIMULUS_DURATION, STIMULUS_SIZE);
    return simulation.response(List.of(stimulus), frames, scale, 8, Seed.of(settings.seed()));
  }

  /** Settings and constants, enough to make the phantom again. */
  public Map<String, String> recipe() {
    Map<String, String> recipe = new LinkedHashMap<>();
    int[] size = settings.size();
    recipe.put("phantom", size[0] + " x " + size[1] + " x " + size[2]);
    recipe.put("regions", Integer.toString(settings.regions()));
    recipe.put("frames", Integer.toString(settings.frames()));
    recipe.put("interval_s", Double.toString(settings.interval()));
    recipe.put("voxel_noise", Double.toString(settings.noise()));
    recipe.put("drift", Double.toString(settings.drift()));
    recipe.put("seed", Long.toString(settings.seed()));
    recipe.put("network", "tanh rate network, time constant 3 s, spectral abscissa 0.9");
    recipe.put("haemodynamic_response", "double gamma, SPM parameters");
    recipe.put("stimulus", STIMULUS_SIZE + " for " + STIMULUS_DURATION + " s");
    return recipe;
  }
}
