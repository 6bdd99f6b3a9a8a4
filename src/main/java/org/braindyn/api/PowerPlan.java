package org.braindyn.api;

import java.util.Arrays;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.planning.PlanPower;
import org.braindyn.planning.PlanQuestion;

/** Which regions to drive with noise so that a covariance moves; for the model, not a patient. */
public final class PowerPlan {
  private final PlanPower made;

  private PowerPlan(PlanPower made) {
    this.made = made;
  }

  /**
   * Plans.
   *
   * @param now the recording as it is
   * @param wanted a recording whose covariance shall be reached, in the same unit
   * @param graph anatomical links; null for none
   * @param sites names, "left", "right" or "all"; empty for all
   * @param cap largest sum of powers in squared sd; 0 for none
   * @param seed of the refits
   * @return the plan
   * @throws org.braindyn.data.BadInput if the recordings are of other regions, or z-scored each by
   *     itself
   */
  public static PowerPlan of(
      Signals now, Signals wanted, Graph graph, String sites, double cap, long seed) {
    return of(now, wanted, graph, sites, cap, seed, Progress.NONE);
  }

  /**
   * Plans, watched.
   *
   * @param now the recording as it is
   * @param wanted a recording whose covariance shall be reached, in the same unit
   * @param graph anatomical links; null for none
   * @param sites names, "left", "right" or "all"; empty for all
   * @param cap largest sum of powers in squared sd; 0 for none
   * @param seed of the refits
   * @param watch told how far it is, and asked whether to stop
   * @return the plan
   * @throws org.braindyn.data.BadInput as above
   */
  public static PowerPlan of(
      Signals now,
      Signals wanted,
      Graph graph,
      String sites,
      double cap,
      long seed,
      Progress watch) {
    return new PowerPlan(
        PlanPower.of(
            now.data(),
            wanted.data(),
            graph == null ? null : graph.weights(),
            PlanQuestion.sites(sites, new int[0], now.regions()),
            cap == 0 ? Double.POSITIVE_INFINITY : cap,
            Seed.of(seed),
            watch));
  }

  /** {@return power per site in squared sd, in the order of {@link #sites()}} */
  public double[] power() {
    return made.plan().power().clone();
  }

  /** {@return rows of the sites} */
  public int[] sites() {
    return Arrays.copyOf(made.plan().sites(), made.plan().sites().length);
  }

  /** {@return share of the squared distance between the covariances that would be removed} */
  public double removed() {
    return made.plan().removed();
  }

  /** {@return all sites, strongest first} */
  public Table table() {
    return Table.of(made.table());
  }

  /** {@return what to do, and how sure it is} */
  public String notes() {
    return made.notes();
  }
}
