package org.braindyn.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.text.ResultTable;
import org.braindyn.graph.Correlation;
import org.braindyn.perturbation.significance.Surrogates;
import org.braindyn.planning.PlanningLaw.Assumption;

/**
 * Which region's links to cut, so that what begins in some regions does not spread to others.
 *
 * @param regions names of rows
 * @param question what was asked
 * @param by what was assumed about links by the law that decides
 * @param plan what that law says
 * @param again the same of laws fitted to the recording drawn again
 * @param others what laws of other assumptions say, by name
 * @param fc mean absolute correlation of every site with all regions
 * @param p of the spread itself, against laws fitted to shifted recordings: with penalties chosen
 *     anew, and with that of the recording; the larger
 */
public record PlanCut(
    Regions regions,
    SpreadCut.Question question,
    Assumption by,
    SpreadCut plan,
    List<SpreadCut> again,
    Map<String, SpreadCut> others,
    double[] fc,
    double p) {
  private static final int REFITS = 10;
  private static final int STRETCH = 40;
  private static final int SURROGATES = 19;
  private static final double SEEN = 0.05;

  /**
   * Plans.
   *
   * @param recording through onsets of what spreads, e.g. log power of seizures
   * @param links anatomical graph, [source][target]; null for none
   * @throws BadInput if nothing is left to be cut, or sources, targets and sites overlap
   */
  public static PlanCut of(
      RegionSignals recording,
      double[][] links,
      SpreadCut.Question question,
      Seed seed,
      Progress progress) {
    List<RegionSignals> one = List.of(recording);
    Map<String, SpreadCut> all = new LinkedHashMap<>();
    PlanningLaw law = null;
    for (Assumption assumption : List.of(Assumption.EVERY_LINK, Assumption.GIVEN_LINKS)) {
      if (links != null || assumption == Assumption.EVERY_LINK) {
        law = PlanningLaw.of(one, assumption, links, seed); // known links decide: they come last
        all.put(assumption.toString(), cut(law, one, question));
      }
    }
    PlanningLaw decides = law;
    SpreadCut plan = all.remove(decides.assumption().toString());
    List<SpreadCut> again =
        IntStream.range(0, REFITS)
            .mapToObj(k -> decides.fit(decides.drawnAgain(one, STRETCH, seed.derive("refit", k))))
            .map(fitted -> SpreadCut.of(fitted.forecasts(), question))
            .toList();
    int anew = 1;
    int same = 1;
    for (int k = 0; k < SURROGATES; k++) {
      Cancelled.check(progress, "Plan Cut");
      progress.report((double) k / SURROGATES, "Shifted recordings " + (k + 1));
      List<RegionSignals> fake =
          List.of(Surrogates.CIRCULAR_SHIFT.of(recording, seed.derive("shifted", k)));
      PlanningLaw own = PlanningLaw.of(fake, decides.assumption(), links, seed);
      anew += cut(own, fake, question).spread() >= plan.spread() ? 1 : 0;
      same += cut(decides, fake, question).spread() >= plan.spread() ? 1 : 0;
    }
    double[][] fc = Correlation.of(recording.values());
    double[] mean =
        Arrays.stream(question.sites())
            .mapToDouble(s -> (absolute(fc[s]) - 1) / (fc.length - 1))
            .toArray();
    return new PlanCut(
        recording.regions(),
        question,
        decides.assumption(),
        plan,
        again,
        all,
        mean,
        Math.max(anew, same) / (1.0 + SURROGATES));
  }

  private static SpreadCut cut(
      PlanningLaw law, List<RegionSignals> recordings, SpreadCut.Question question) {
    return SpreadCut.of(law.fit(law.sums(recordings)).forecasts(), question);
  }

  private static double absolute(double[] row) {
    return Arrays.stream(row).map(Math::abs).sum();
  }

  private boolean spreads() {
    return plan.spread() > 0 && p <= SEEN;
  }

  private double least(int site) {
    return again.stream().mapToDouble(a -> a.stopped()[site]).min().orElse(Double.NaN);
  }

  /** True if something is seen to spread, and a cut that stops some of it in every refit, too. */
  public boolean planned() {
    return spreads() && plan.stopped()[plan.best()] > 0 && least(plan.best()) > 0;
  }

  /** Name of the region to cut; the one that stops most. */
  public String site() {
    return name(plan.best());
  }

  private String name(int site) {
    return regions.get(question.sites()[site]).name();
  }

  /** All sites, best first. */
  public ResultTable table() {
    List<String> columns =
        new ArrayList<>(List.of("Site", "Stopped", "Stopped low", "Stopped high"));
    others.keySet().forEach(name -> columns.add("By " + name));
    columns.add("Mean |r|");
    ResultTable table = ResultTable.of(columns.toArray(String[]::new));
    order()
        .forEach(
            s -> {
              List<Object> cells = new ArrayList<>(List.of(name(s), plan.stopped()[s]));
              cells.add(least(s));
              cells.add(again.stream().mapToDouble(a -> a.stopped()[s]).max().orElse(Double.NaN));
              others.values().forEach(o -> cells.add(o.stopped()[s]));
              cells.add(fc[s]);
              table.row(cells.toArray());
            });
    return table;
  }

  private IntStream order() {
    return IntStream.range(0, fc.length)
        .boxed()
        .sorted(Comparator.comparingDouble(s -> -plan.stopped()[s]))
        .mapToInt(Integer::intValue);
  }

  /** What a user should know. */
  public String notes() {
    if (!planned()) {
      return String.format(
          Locale.ROOT,
          "No plan: %s (spread %.3f sd per sd, p %.2f against shifted recordings). Give a recording"
              + " through the onsets, e.g. the log power of several seizures, or other sources and"
              + " targets.",
          spreads()
              ? "laws fitted to the recording drawn again do not agree that any one cut helps"
              : "this recording shows no spread from the sources to the targets",
          plan.spread(),
          p);
    }
    int best = plan.best();
    int strongest =
        IntStream.range(0, fc.length).boxed().max(Comparator.comparingDouble(s -> fc[s])).orElse(0);
    String judges =
        others.entrySet().stream()
            .map(
                e ->
                    String.format(
                        Locale.ROOT,
                        "; %s: %.0f %%",
                        e.getKey(),
                        100 * e.getValue().stopped()[best]))
            .reduce("", String::concat);
    return String.format(
        Locale.ROOT,
        "Cut the links of %s: %.0f %% of what spreads would stop, says a law with %s%s. The region"
            + " of largest mean |r| is %s: %.0f %%.%nWhere seizures recruit every region whatever"
            + " is cut, no plan kept its promise in simulations: look first whether the targets are"
            + " always reached (docs/planning.md).%nA plan for the model, not for a patient.",
        name(best),
        100 * plan.stopped()[best],
        by,
        judges,
        name(strongest),
        100 * plan.stopped()[strongest]);
  }
}
