package org.braindyn.experiment;

/**
 * Plans of stimulation made on fitted models, judged on the systems they were fitted to
 * (docs/planning.md). Arguments: rate, first seed, networks, goals; or hopf, seed, frames, goals;
 * or power, seed, networks; or null, seed, data sets.
 */
public final class PlanExperiment {
  private PlanExperiment() {}

  public static void main(String[] args) throws Exception {
    String what = args.length > 0 ? args[0] : "rate";
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    int networks = args.length > 2 ? Integer.parseInt(args[2]) : 8;
    int goals = args.length > 3 ? Integer.parseInt(args[3]) : 4;
    if (what.equals("rate")) {
      for (int frames : new int[] {300, 1200, 4800}) {
        PlanRate.run(frames, networks, goals, seed);
      }
    } else if (what.equals("hopf")) {
      PlanHopf.run(seed, networks, goals);
    } else if (what.equals("power")) {
      PlanPower.run(seed, networks);
    } else if (what.equals("null")) {
      PlanNull.run(seed, networks, 20, 600);
    }
  }
}
