package org.braindyn.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;

/**
 * How much of a plan's promise would come true if the fitted law were the truth: recordings are
 * made by the law, as many and as long as those it was fitted to; the law is fitted to them, the
 * plan is made again, and judged on the law that made them. Refits of the recordings themselves
 * share their bias and are no judge.
 *
 * @param caution with which the plans were made
 * @param promised mean share of the cost that the plans promise to save
 * @param achieved mean share that they save
 * @param attainable mean share that the best plan would save
 */
public record SelfSimulation(double caution, double promised, double achieved, double attainable) {
  /**
   * Below this share of the attainable, reached without caution, there is not enough data to plan
   * by: it was chosen on rate networks of 20 regions (docs/planning.md).
   */
  public static final double ENOUGH = 0.8;

  /** Makes a plan from what blocks do: sites and waveform. */
  @FunctionalInterface
  public interface Planner extends BiFunction<WaveformSolver, List<SiteResponses>, Waveform> {}

  /**
   * What is tried.
   *
   * @param law as it was chosen on the recordings
   * @param recordings what it was fitted to
   * @param sites where may be stimulated
   * @param planner makes the plans
   */
  public record Trial(
      PlanningLaw law, List<RegionSignals> recordings, Sites sites, Planner planner) {}

  /** Share of what could be saved that is saved. */
  public double share() {
    return attainable > 0 ? achieved / attainable : 0;
  }

  /** True if a plan of this caution, 1, shows that the data suffice. */
  public boolean enough() {
    return share() >= ENOUGH;
  }

  /**
   * Simulates.
   *
   * @param trial what is tried
   * @param solver goal, limits and energy
   * @param cautions to be tried
   * @param runs simulations
   * @return one per caution
   */
  public static List<SelfSimulation> of(
      Trial trial,
      WaveformSolver solver,
      double[] cautions,
      int runs,
      Seed seed,
      Progress progress) {
    PlanningLaw law = trial.law();
    List<RegionSignals> recordings = trial.recordings();
    Planner planner = trial.planner();
    PlanningLaw.Fitted truth = law.fit(law.sums(recordings));
    LawSimulator simulator = new LawSimulator(truth);
    int block = solver.limits().blockFrames();
    int frames = solver.goal().end();
    SiteResponses real = trial.sites().answers(truth, frames, block, "truth");
    WaveformSolver bold = solver.withCaution(1);
    double attainable = bold.worth(real, planner.apply(bold, List.of(real)));
    double[] promised = new double[cautions.length];
    double[] achieved = new double[cautions.length];
    for (int run = 0; run < runs; run++) {
      Cancelled.check(progress, "Simulating the model");
      progress.report((double) run / runs, "The plan on the model's own simulations");
      List<RegionSignals> made = new ArrayList<>();
      for (int r = 0; r < recordings.size(); r++) {
        RegionSignals one = recordings.get(r);
        made.add(
            simulator.record(
                one.regions(), one.frames(), one.interval(), seed.derive("run " + run, r)));
      }
      SiteResponses refit = trial.sites().answers(law, law.sums(made), frames, block, "refit");
      for (int c = 0; c < cautions.length; c++) {
        WaveformSolver careful = solver.withCaution(cautions[c]);
        Waveform plan = planner.apply(careful, List.of(refit));
        promised[c] += careful.worth(refit, plan) / runs;
        achieved[c] += careful.worth(real, plan) / runs;
      }
    }
    List<SelfSimulation> all = new ArrayList<>();
    for (int c = 0; c < cautions.length; c++) {
      all.add(new SelfSimulation(cautions[c], promised[c], achieved[c], attainable));
    }
    return all;
  }
}
