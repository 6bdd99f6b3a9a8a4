package org.braindyn.api;

import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.planning.PlanCut;
import org.braindyn.planning.SpreadCut;

/** Which region's links to cut against a spread; for the model, not a patient. */
public final class CutPlan {
  private final PlanCut made;

  private CutPlan(PlanCut made) {
    this.made = made;
  }

  /**
   * Where something spreads.
   *
   * @param sources names of regions where it begins
   * @param targets names of regions that it shall not reach
   * @param sites names of regions that may be cut, "left", "right" or "all"; empty for all others
   * @param from first frame after the onset that counts, 1 or more
   * @param frames how many count
   */
  public record Spread(String sources, String targets, String sites, int from, int frames) {}

  /**
   * Plans.
   *
   * @param recording through onsets of what spreads, e.g. the log power of several seizures
   * @param graph anatomical links; null for none
   * @param spread from where to where
   * @param seed of refits and shifts
   * @param watch who watches and may stop it, e.g. a {@link Watch}
   * @return the plan
   * @throws BadInput if a name is not known, is in two of the lists, or nothing is left to be cut
   */
  public static CutPlan of(
      Signals recording, Graph graph, Spread spread, long seed, Progress watch) {
    if (graph != null && !graph.regions().sameAs(recording.regions())) {
      throw new BadInput(
          "The graph is of other regions ("
              + graph.regions().summary()
              + ") than the recording ("
              + recording.regions().summary()
              + "). Make it of the same parcellation.");
    }
    int[] when = {spread.from(), spread.frames()};
    return new CutPlan(
        PlanCut.of(
            recording.data(),
            graph == null ? null : graph.weights(),
            SpreadCut.Question.of(
                spread.sources(), spread.targets(), spread.sites(), when, recording.regions()),
            Seed.of(seed),
            watch));
  }

  /** {@return false if nothing is seen to spread, or no cut stops it} */
  public boolean planned() {
    return made.planned();
  }

  /** {@return name of the region whose cut stops most} */
  public String site() {
    return made.site();
  }

  /** {@return share of the spread that its cut stops, by the law that decides} */
  public double stopped() {
    return made.plan().stopped()[made.plan().best()];
  }

  /** {@return all sites, best first, with ranges over refits, other laws and mean |r|} */
  public Table table() {
    return Table.of(made.table());
  }

  /** {@return what to do, and how sure it is} */
  public String notes() {
    return made.notes();
  }
}
