package org.braindyn.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.braindyn.data.text.ResultTable;

/** A plan in sentences and tables. */
final class PlanWords {
  private PlanWords() {}

  static String notes(PlanStimulation plan) {
    List<String> lines = new ArrayList<>();
    SelfSimulation bold = plan.trials().get(0);
    SelfSimulation careful = plan.trials().get(1);
    if (!bold.enough()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "Not enough data to plan by. Were the fitted law the truth, plans made on recordings"
                  + " as long as these would reach %.0f %% of what can be reached (%.0f %% are"
                  + " needed). No plan is written. Record for longer, give an anatomical graph"
                  + " (structure=), or a model of many people.",
              100 * bold.share(),
              100 * SelfSimulation.ENOUGH));
    } else if (!plan.planned()) {
      lines.add(
          "In the model no site moves the targets towards the goal. No plan is written; choose"
              + " other targets or sites.");
    } else {
      String names = String.join(" and ", plan.where().names(plan.waveform().sites()));
      lines.add(
          String.format(
              Locale.ROOT,
              "Stimulate %s: at least %.0f %% of the cost of doing nothing is saved, by the least"
                  + " of %d models (%s, which decided: %.0f %%%s).",
              names,
              100 * plan.promise().least(),
              1 + plan.promise().judged().size(),
              plan.promise().by(),
              100 * plan.promise().promised(),
              judges(plan.promise().judged())));
      lines.add(
          String.format(
              Locale.ROOT,
              "Tried on the law's own simulations, such plans promised %.0f %% and achieved %.0f %%"
                  + " (the best plan would achieve %.0f %%).",
              100 * careful.promised(),
              100 * careful.achieved(),
              100 * careful.attainable()));
      if (plan.promise().least() <= 0) {
        lines.add(
            "Warning: to one of the models this plan is worse than doing nothing. Do not rely on"
                + " it.");
      }
      lines.add("The plan, as BrainDyn Perturb replays it: " + plan.text());
    }
    lines.add(called(plan));
    lines.add("A plan for the model, not for a patient.");
    return lines.stream().filter(l -> !l.isEmpty()).collect(Collectors.joining("\n"));
  }

  private static String judges(Map<String, Double> judged) {
    return judged.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "; %s: %.0f %%", e.getKey(), 100 * e.getValue()))
        .collect(Collectors.joining());
  }

  private static String called(PlanStimulation plan) {
    long tested = plan.sites().stream().filter(r -> Double.isFinite(r.q())).count();
    if (tested == 0) {
      return "Sites are not tested (surrogates=0).";
    }
    long called = plan.sites().stream().filter(r -> r.q() <= 0.05).count();
    if (called == 0 && plan.planned()) {
      return "Warning: none of "
          + tested
          + " sites is called (q > 0.05): the plan may rest on chance. Record for longer.";
    }
    return called
        + " of "
        + tested
        + " sites are called (q <= 0.05): the law promises more there than laws fitted to shifted"
        + " recordings, and the site's own past foretells the targets.";
  }

  static ResultTable waveform(PlanStimulation plan, double interval) {
    List<String> columns = new ArrayList<>(List.of("Block", "Begins (s)"));
    for (int site : plan.waveform().sites()) {
      columns.add(plan.where().name(site) + " (sd)");
    }
    ResultTable table = ResultTable.of(columns.toArray(String[]::new));
    StimulationLimits limits = plan.question().limits();
    for (int b = 0; b < limits.blocks(); b++) {
      List<Object> cells = new ArrayList<>();
      cells.add(b + 1);
      cells.add(b * limits.blockFrames() * interval);
      for (double[] row : plan.waveform().strength()) {
        cells.add(row[b]);
      }
      table.row(cells.toArray());
    }
    return table;
  }
}
