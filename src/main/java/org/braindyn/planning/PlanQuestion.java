package org.braindyn.planning;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.perturbation.TargetRegions;

/**
 * What shall be planned.
 *
 * @param goal what shall be reached
 * @param sites rows that may be stimulated, none of them in the goal
 * @param count how many of them at most, at the same time
 * @param limits what the stimulator may do
 * @param energy cost of a squared strength, in squared sd, above 0
 * @param caution how many times the energy's cost the plan is made with, 1 or more
 * @param electrodes true if sites are rows of a reach matrix, not regions
 */
public record PlanQuestion(
    Goal goal,
    int[] sites,
    int count,
    StimulationLimits limits,
    double energy,
    double caution,
    boolean electrodes) {
  /** Sites that may be stimulated together without a graph. */
  public static final int MOST_WITHOUT_GRAPH = 3;

  /**
   * Checks what can be checked without a model.
   *
   * @throws BadInput that names what is wrong
   */
  public PlanQuestion {
    if (!(energy > 0) || Double.isInfinite(energy)) {
      throw new BadInput("energy=" + energy + ": stimulating must cost something. Give e.g. 0.1.");
    }
    if (!(caution >= 1) || Double.isInfinite(caution)) {
      throw new BadInput("caution=" + caution + ": give 1 (none) or more; 5 is usual.");
    }
    if (sites.length == 0) {
      throw new BadInput(
          "No region is left that may be stimulated: sites= names only the targets. Name others.");
    }
    if (count < 1) {
      throw new BadInput("count=" + count + " sites: give 1 or more.");
    }
    for (int site : sites) {
      if (!electrodes && Arrays.stream(goal.regions()).anyMatch(r -> r == site)) {
        throw new BadInput(
            "Region "
                + (site + 1)
                + " is a target and a site at once: what moves there would be the stimulus itself."
                + " Leave it out of one of them.");
      }
    }
    if (goal.from() < limits.delay()) {
      throw new BadInput(
          "The goal begins in frame "
              + goal.from()
              + ", but an answer needs "
              + limits.delay()
              + " frames to appear (delay). Let the goal begin later.");
    }
  }

  /** Regions are stimulated. */
  public PlanQuestion(
      Goal goal, int[] sites, int count, StimulationLimits limits, double energy, double caution) {
    this(goal, sites, count, limits, energy, caution, false);
  }

  /**
   * Rows that may be stimulated.
   *
   * @param text names, left, right or all; empty for all
   * @param targets rows of the goal; left out of left, right and all, refused if named
   */
  public static int[] sites(String text, int[] targets, Regions regions) {
    String words = text.trim();
    boolean group =
        words.isEmpty()
            || words.equalsIgnoreCase("all")
            || words.equalsIgnoreCase("left")
            || words.equalsIgnoreCase("right");
    int[] rows =
        words.isEmpty()
            ? IntStream.range(0, regions.size()).toArray()
            : TargetRegions.rows(words, regions);
    return Arrays.stream(rows)
        .filter(r -> !group || Arrays.stream(targets).noneMatch(t -> t == r))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Refuses more sites than can be planned without known links. */
  void check(boolean graph) {
    if (count > MOST_WITHOUT_GRAPH && !graph) {
      throw new BadInput(
          "count="
              + count
              + " sites need an anatomical graph (structure=): without known links, plans at many"
              + " sites made things worse more often than better (docs/planning.md). Give a graph,"
              + " or "
              + MOST_WITHOUT_GRAPH
              + " sites at most.");
    }
  }

  WaveformSolver solver() {
    return new WaveformSolver(goal, limits, energy, caution);
  }

  /** The way every plan is made: sites one after the other, then the waveform. */
  Waveform plan(WaveformSolver solver, java.util.List<SiteResponses> models) {
    int[] rows = solver.greedy(models, sites, count);
    return solver.best(models, rows.length == 0 ? new int[] {sites[0]} : rows);
  }
}
