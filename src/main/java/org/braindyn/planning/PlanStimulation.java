package org.braindyn.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.text.ResultTable;
import org.braindyn.kind.TrainedModel;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.planning.PlanningLaw.Assumption;
import org.braindyn.stimulation.ModelRecordings;
import org.braindyn.stimulation.PerturbSignals;

/**
 * Plans a stimulation on a trained model: which site, what waveform; what it promises, what of it
 * came true on the model's own simulations, what other families say.
 *
 * @param question what was asked
 * @param regions names of rows
 * @param where what the sites are
 * @param sites one row per site that may be stimulated
 * @param waveform the plan, in sd of the sites' own answers
 * @param text the plan as Perturb replays it; empty if there is not enough data
 * @param promise what the plan saves, by the model that decided and by the others
 * @param trials on the law's own simulations: without caution, and with the question's
 * @param foretold what Perturb says the plan does; null if there is not enough data
 */
public record PlanStimulation(
    PlanQuestion question,
    Regions regions,
    Sites where,
    List<SiteRow> sites,
    Waveform waveform,
    String text,
    Promise promise,
    List<SelfSimulation> trials,
    PerturbationMap foretold) {
  private static final int STRETCH = 40;
  private static final int AFTER = 5;

  /**
   * Plans.
   *
   * @param stored the model that is asked; it decides unless there is a graph
   * @param recordings whose they are; also what laws are fitted to
   * @param given what is known beside the recordings
   * @throws org.braindyn.data.BadInput if the question does not fit the model or leaves nothing
   */
  public static PlanStimulation of(
      TrainedModel stored,
      ModelRecordings recordings,
      Known given,
      PlanQuestion question,
      PlanEffort effort,
      Progress progress) {
    double[][] weights = given.links();
    question.check(weights != null);
    Sites where = Sites.of(question, given.reach(), recordings.regions());
    List<RegionSignals> signals = recordings.signals();
    WaveformSolver solver = question.solver();
    int frames = question.goal().end();
    int block = question.limits().blockFrames();
    SiteResponses model =
        where.seen(
            SiteResponses.of(
                stored.responder(),
                recordings.regions(),
                recordings.interval(),
                recordings.starts(signals, stored, effort.windows()).contexts(),
                where.rows(),
                new int[] {frames, block},
                progress.part(0, 0.5)));
    PlanningLaw law = null;
    List<SiteResponses> all = new ArrayList<>(List.of(model));
    for (Assumption assumption : Assumption.values()) {
      if (fits(assumption, weights)) {
        PlanningLaw one = PlanningLaw.of(signals, assumption, weights, effort.seed());
        all.add(where.answers(one, one.sums(signals), frames, block, assumption.toString()));
        law = assumption == Assumption.ONE_LAW && !graded(weights) ? law : one;
      }
    }
    if (weights == null) {
      where.onCorrelations(signals, frames, block).ifPresent(all::add);
    }
    String known = law.assumption().toString();
    SiteResponses decides =
        weights == null
            ? model
            : all.stream().filter(r -> r.name().equals(known)).findFirst().orElseThrow();
    List<SiteResponses> others = all.stream().filter(r -> r != decides).toList();
    SiteTable table = new SiteTable(question);
    List<SiteResponses> refits = refits(law, signals, question, where, effort);
    List<SiteRow> rows =
        table.rows(decides, others, refits, new SiteTable.Seen(weights, signals, where));
    if (effort.surrogates() > 0) {
      rows =
          SiteTable.tested(
              rows, SiteTest.of(law, signals, question, where, effort, progress.part(0.5, 0.7)));
    }
    Waveform waveform = question.plan(solver, List.of(decides));
    Map<String, Double> judged = new LinkedHashMap<>();
    others.forEach(o -> judged.put(o.name(), solver.worth(o, waveform)));
    List<SelfSimulation> trials =
        SelfSimulation.of(
            new SelfSimulation.Trial(law, signals, where, question::plan),
            solver,
            new double[] {1, question.caution()},
            effort.simulations(),
            effort.seed(),
            progress.part(0.7, 0.9));
    Cancelled.check(progress, "Plan Stimulation");
    String text = waveform.text(recordings.regions(), model, question.limits(), given.reach());
    boolean plan = trials.get(0).enough() && !text.isEmpty();
    PerturbationMap foretold =
        plan
            ? PerturbSignals.of(stored, recordings, text, frames + AFTER, progress.part(0.9, 1))
            : null;
    return new PlanStimulation(
        question,
        recordings.regions(),
        where,
        rows,
        waveform,
        plan ? text : "",
        new Promise(decides.name(), solver.worth(decides, waveform), judged),
        trials,
        foretold);
  }

  /** Signed weights say where links are, but not one law on all of them. */
  private static boolean fits(Assumption assumption, double[][] weights) {
    if (weights == null || assumption == Assumption.EVERY_LINK) {
      return assumption == Assumption.EVERY_LINK;
    }
    double[] all = Arrays.stream(weights).flatMapToDouble(Arrays::stream).toArray();
    if (!Arrays.stream(all).allMatch(Double::isFinite)) {
      throw new BadInput(
          "The anatomical graph has weights that are no finite numbers. Set unknown links to 0.");
    }
    return assumption == Assumption.GIVEN_LINKS || Arrays.stream(all).allMatch(w -> w >= 0);
  }

  /** Weights that are all alike say no more than where links are. */
  private static boolean graded(double[][] weights) {
    return Arrays.stream(weights)
            .flatMapToDouble(Arrays::stream)
            .filter(w -> w != 0)
            .distinct()
            .count()
        > 1;
  }

  private static List<SiteResponses> refits(
      PlanningLaw law,
      List<RegionSignals> signals,
      PlanQuestion question,
      Sites where,
      PlanEffort effort) {
    int frames = question.goal().end();
    int block = question.limits().blockFrames();
    return IntStream.range(0, effort.refits())
        .mapToObj(k -> law.drawnAgain(signals, STRETCH, effort.seed().derive("refit", k)))
        .map(sums -> where.answers(law, sums, frames, block, "refit"))
        .toList();
  }

  /**
   * What is known beside recordings.
   *
   * @param links anatomical graph, [source][target]; null for none
   * @param reach what electrodes reach; null if regions are stimulated
   */
  public record Known(double[][] links, Reach reach) {}

  /**
   * Shares of the cost of doing nothing that a plan saves.
   *
   * @param by the model that decided: a law on the given links, else the trained model
   * @param promised what that model says
   * @param judged the same plan in the eyes of the others, by name
   */
  public record Promise(String by, double promised, Map<String, Double> judged) {
    /** The least of all: the headline. */
    public double least() {
      return judged.values().stream().mapToDouble(Double::doubleValue).reduce(promised, Math::min);
    }
  }

  /** True if a plan was written. */
  public boolean planned() {
    return foretold != null;
  }

  /** All sites, best first. */
  public ResultTable table() {
    return SiteTable.table(sites, where);
  }

  /** The waveform as a table: one row per block. */
  public ResultTable waveformTable(double interval) {
    return PlanWords.waveform(this, interval);
  }

  /** What a user should know, in sentences. */
  public String notes() {
    return PlanWords.notes(this);
  }
}
