package org.braindyn.api;

import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.models.Saved;
import org.braindyn.perturbation.TargetRegions;
import org.braindyn.planning.Goal;
import org.braindyn.planning.PlanEffort;
import org.braindyn.planning.PlanQuestion;
import org.braindyn.planning.PlanStimulation;
import org.braindyn.planning.Reach;
import org.braindyn.planning.ReachTable;
import org.braindyn.planning.StimulationLimits;
import org.braindyn.planning.WantedMap;

/** What a stimulation shall reach, and within which limits. Immutable: methods give copies. */
public final class PlanSettings {
  private static final double BOLD_DELAY = 4;

  private String sites = "";
  private int count = 1;
  private double change = 1;
  private int from = 8;
  private int frames = 5;
  private int blocks = 8;
  private int blockFrames = 1;
  private double delay = BOLD_DELAY;
  private double limit = Double.POSITIVE_INFINITY;
  private boolean balanced;
  private int duration;
  private double duty = 1;
  private double energy = 0.1;
  private double caution = 5;
  private int surrogates;
  private long seed = 1;
  private Graph graph;
  private Signals towards;
  private double[] wanted;
  private Scan painted;
  private Labels paintedOn;
  private Reach reach;
  private String reachFile;
  private Progress progress = Progress.NONE;

  private PlanSettings() {}

  /**
   * {@return any one site, 8 blocks of one frame without limits; the targets shall rise by 1 sd for
   * 5 frames from frame 8 on}
   */
  public static PlanSettings defaults() {
    return new PlanSettings();
  }

  private PlanSettings copy() {
    PlanSettings copy = new PlanSettings();
    copy.sites = sites;
    copy.count = count;
    copy.change = change;
    copy.from = from;
    copy.frames = frames;
    copy.blocks = blocks;
    copy.blockFrames = blockFrames;
    copy.delay = delay;
    copy.limit = limit;
    copy.balanced = balanced;
    copy.duration = duration;
    copy.duty = duty;
    copy.energy = energy;
    copy.caution = caution;
    copy.surrogates = surrogates;
    copy.seed = seed;
    copy.graph = graph;
    copy.towards = towards;
    copy.wanted = wanted;
    copy.painted = painted;
    copy.paintedOn = paintedOn;
    copy.reach = reach;
    copy.reachFile = reachFile;
    copy.progress = progress;
    return copy;
  }

  /**
   * Where may be stimulated.
   *
   * @param regions names, "left", "right" or "all"; empty for all but the targets
   * @param most sites at the same time; more than 3 need a graph
   * @return a changed copy
   */
  public PlanSettings sites(String regions, int most) {
    PlanSettings copy = copy();
    copy.sites = regions;
    copy.count = most;
    return copy;
  }

  /**
   * What the targets shall do.
   *
   * @param sd wanted change, in sd; below 0 to suppress
   * @param first first frame, counted from the beginning of the stimulation
   * @param length frames it shall last
   * @return a changed copy
   */
  public PlanSettings reach(double sd, int first, int length) {
    PlanSettings copy = copy();
    copy.change = sd;
    copy.from = first;
    copy.frames = length;
    return copy;
  }

  /**
   * The targets shall go to where they are in another recording, in place of a given change.
   *
   * @param recording of the same regions and in the same unit, e.g. a group's mean
   * @return a changed copy
   */
  public PlanSettings towards(Signals recording) {
    PlanSettings copy = copy();
    copy.towards = recording;
    return copy;
  }

  /**
   * Every target has a change of its own, in place of one for all. Name no targets then.
   *
   * @param sd wanted change per region of the recording, in its order; 0 for regions that are no
   *     target
   * @return a changed copy
   */
  public PlanSettings wanted(double[] sd) {
    PlanSettings copy = copy();
    copy.wanted = sd.clone();
    return copy;
  }

  /**
   * The same, painted: the wanted change of a region is the mean of its voxels.
   *
   * @param image wanted change in sd, on the grid of the labels
   * @param labels where the recording's regions are
   * @return a changed copy
   */
  public PlanSettings wanted(Scan image, Labels labels) {
    PlanSettings copy = copy();
    copy.painted = image;
    copy.paintedOn = labels;
    return copy;
  }

  /**
   * Electrodes that reach several regions each are the sites, in place of regions.
   *
   * @param names of electrodes
   * @param share [electrode][region], from a field model
   * @return a changed copy
   * @throws BadInput if an electrode reaches nothing
   */
  public PlanSettings reach(List<String> names, double[][] share) {
    PlanSettings copy = copy();
    copy.reach = new Reach(names, share);
    return copy;
  }

  /**
   * The same, from a table.
   *
   * @param file .csv or .tsv: a row per electrode, a column per region, names at both
   * @return a changed copy
   */
  public PlanSettings reach(String file) {
    PlanSettings copy = copy();
    copy.reachFile = file;
    return copy;
  }

  /**
   * The stimulator's clock.
   *
   * @param number blocks
   * @param length frames of a block
   * @param seconds between a block and the site's own answer: about 4 for BOLD, 0 for EEG
   * @return a changed copy
   */
  public PlanSettings blocks(int number, int length, double seconds) {
    PlanSettings copy = copy();
    copy.blocks = number;
    copy.blockFrames = length;
    copy.delay = seconds;
    return copy;
  }

  /**
   * What the stimulator must not exceed.
   *
   * @param sd largest strength, in sd of the site's own answer; 0 for none
   * @param charge true if the strengths of a site must add up to 0
   * @param use blocks that may be used, from the first; 0 for all
   * @param share largest sum of absolute strengths, as a share of the limit in all blocks
   * @return a changed copy
   */
  public PlanSettings limits(double sd, boolean charge, int use, double share) {
    PlanSettings copy = copy();
    copy.limit = sd == 0 ? Double.POSITIVE_INFINITY : sd;
    copy.balanced = charge;
    copy.duration = use;
    copy.duty = share;
    return copy;
  }

  /**
   * What strength costs, and how little the model is believed.
   *
   * @param cost of a squared strength, in squared sd
   * @param times how many times that cost the plan is made with
   * @return a changed copy
   */
  public PlanSettings energy(double cost, double times) {
    PlanSettings copy = copy();
    copy.energy = cost;
    copy.caution = times;
    return copy;
  }

  /**
   * Known links, which plans gain most from.
   *
   * @param anatomical weights of 0 or more; null for none
   * @return a changed copy
   */
  public PlanSettings graph(Graph anatomical) {
    PlanSettings copy = copy();
    copy.graph = anatomical;
    return copy;
  }

  /**
   * Tests of sites.
   *
   * @param number laws fitted to shifted recordings, for p and q; 0 for none, 99 are usual
   * @param seed seed of simulations, refits and surrogates
   * @return a changed copy
   */
  public PlanSettings tests(int number, long seed) {
    PlanSettings copy = copy();
    copy.surrogates = number;
    copy.seed = seed;
    return copy;
  }

  /**
   * Who watches and may stop it.
   *
   * @param watch e.g. a {@link Watch}
   * @return a changed copy
   */
  public PlanSettings progress(Progress watch) {
    PlanSettings copy = copy();
    copy.progress = watch;
    return copy;
  }

  PlanQuestion question(String targets, RegionSignals now) {
    Regions regions = now.regions();
    int behind = (int) Math.round(now.interval() > 0 ? delay / now.interval() : 0);
    StimulationLimits limits =
        new StimulationLimits(
            blocks, blockFrames, behind, limit, balanced, duration == 0 ? blocks : duration, duty);
    Goal goal = goal(targets, now);
    int[] rows = goal.regions();
    Reach electrodes = electrodes(regions);
    int[] where =
        electrodes == null
            ? PlanQuestion.sites(sites, rows, regions)
            : IntStream.range(0, electrodes.names().size()).toArray();
    return new PlanQuestion(goal, where, count, limits, energy, caution, electrodes != null);
  }

  private Goal goal(String targets, RegionSignals now) {
    Regions regions = now.regions();
    if (wanted == null && painted == null) {
      if (targets.isBlank()) {
        throw new BadInput(
            "targets is empty. Name the regions that shall change, e.g. targets=[Precentral_L], or"
                + " paint them.");
      }
      int[] rows = TargetRegions.rows(targets, regions);
      return towards == null
          ? Goal.shift(rows, change, from, frames)
          : Goal.towards(now, towards.data(), rows, from, frames);
    }
    if (!targets.isBlank() || towards != null) {
      throw new BadInput(
          "Both wanted= and "
              + (towards == null ? "targets=" + targets : "towards=" + towards.data().source())
              + " say what shall change. Give one of them.");
    }
    double[] each =
        painted == null
            ? wanted
            : WantedMap.of(paintedOn.atlas(), regions, painted.values()[0], painted.name());
    if (each.length != regions.size()) {
      throw new BadInput(
          String.format(
              "wanted= has %d values, the recording %d regions. Give one per region, 0 for none.",
              each.length, regions.size()));
    }
    return WantedMap.goal(each, from, frames);
  }

  PlanEffort effort() {
    return PlanEffort.usual(Seed.of(seed)).withSurrogates(surrogates);
  }

  PlanStimulation.Known known(Regions regions) {
    if (graph != null && !graph.regions().sameAs(regions)) {
      throw new BadInput(
          "The graph is of other regions ("
              + graph.regions().summary()
              + ") than the recording ("
              + regions.summary()
              + "). Make it of the same parcellation.");
    }
    return new PlanStimulation.Known(graph == null ? null : graph.weights(), electrodes(regions));
  }

  private Reach electrodes(Regions regions) {
    return reachFile == null
        ? reach
        : ReachTable.read(Saved.existing("reach", reachFile).toPath(), regions);
  }

  Progress watch() {
    return progress;
  }
}
