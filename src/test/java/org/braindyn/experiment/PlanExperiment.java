package org.braindyn.experiment;

/**
 * Plans of stimulation made on fitted models, judged on the systems they were fitted to
 * (docs/planning.md). Arguments: rate, first seed, networks, goals; or hopf, seed, frames, goals;
 * or power, seed, networks; or null, seed, data sets, first of them; or calls, seed, networks,
 * frames; or spikes, seed, networks, goals, seconds, pairs of runs; or seizure, seed, networks,
 * seizures, runs.
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
      PlanNull.run(seed, args.length > 3 ? goals : 0, networks, 600);
    } else if (what.equals("calls")) {
      PlanNull.coupled(seed, networks, goals);
    } else if (what.equals("seizure")) {
      PlanSeizure.run(seed, networks, goals, args.length > 4 ? Integer.parseInt(args[4]) : 20);
    } else if (what.equals("spikes")) {
      int pairs = args.length > 5 ? Integer.parseInt(args[5]) : 200;
      PlanSpikes.run(
          seed, networks, goals, args.length > 4 ? Double.parseDouble(args[4]) : 60, pairs);
    }
  }
}
