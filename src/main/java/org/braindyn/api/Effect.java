package org.braindyn.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.braindyn.data.RegionSignals;
import org.braindyn.kind.TrainedModel;
import org.braindyn.perturbation.EffectSummary;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.stimulation.EffectTable;
import org.braindyn.stimulation.ModelRecordings;
import org.braindyn.stimulation.OtherMap;
import org.braindyn.stimulation.PerturbSignals;

/** What a perturbation did to every region, in the model: in sd of the region. */
public final class Effect {
  final PerturbationMap map;
  final List<EffectSummary> tests;
  final int surrogates;
  private final String plan;
  private final String notes;
  private final List<OtherMap> others;

  private Effect(
      PerturbationMap map,
      List<EffectSummary> tests,
      List<OtherMap> others,
      int surrogates,
      String plan,
      String notes) {
    this.surrogates = surrogates;
    this.map = map;
    this.tests = tests;
    this.others = others;
    this.plan = plan;
    this.notes = notes;
  }

  static Effect of(
      TrainedModel model, ModelRecordings recordings, String plan, AskSettings settings) {
    PerturbationMap map =
        PerturbSignals.of(model, recordings, plan, settings.frames(), settings.progress());
    List<EffectSummary> tests =
        PerturbSignals.summaries(
            map, model, recordings, settings.surrogates(), settings.progress());
    List<OtherMap> others = OtherMap.of(model, recordings, map, settings.progress());
    List<String> said =
        new ArrayList<>(
            List.of(
                recordings.describe(),
                model.assumption(),
                EffectTable.significance(tests, settings.surrogates()),
                EffectTable.interval(map, tests)));
    others.forEach(other -> said.add(other.note()));
    String notes = EffectTable.notes(map, said.toArray(String[]::new));
    return new Effect(map, tests, others, settings.surrogates(), plan, notes);
  }

  /**
   * {@return the same effect under other assumptions about links, by their names; none for most
   * kinds of model}
   */
  public Map<String, Signals> others() {
    Map<String, Signals> all = new LinkedHashMap<>();
    for (OtherMap other : others) {
      RegionSignals values =
          new RegionSignals(map.regions(), other.values(), map.interval(), other.assumption());
      all.put(other.assumption(), Signals.of(values));
    }
    return all;
  }

  /** {@return the mean effect over starting windows, [region, frame], in sd} */
  public Signals signals() {
    return Signals.of(PerturbSignals.mean(map, plan));
  }

  /** {@return one row per region: peak, latency, interval, and p and q if they were asked for} */
  public Table table() {
    return Table.of(EffectTable.of(map, tests));
  }

  /** {@return what was done and what is odd about the answer} */
  public String notes() {
    return notes;
  }

  /**
   * Paints the effect over time on the brain.
   *
   * @param labels where the regions are
   * @return an image with one frame per step, in sd, NaN outside of all regions
   * @throws org.braindyn.data.BadInput if it is not sure which region is which
   */
  public Scan paint(Labels labels) {
    return signals().paint(labels, Double.NaN);
  }

  /**
   * Paints the largest effect of every region, with its sign.
   *
   * @param labels where the regions are
   * @return an image of one frame, in sd, NaN outside of all regions
   * @throws org.braindyn.data.BadInput if it is not sure which region is which
   */
  public Scan paintPeaks(Labels labels) {
    ToDoubleFunction<EffectSummary> peak = EffectSummary::peak;
    return Signals.of(EffectTable.column(map, tests, peak, "peak map")).paint(labels, Double.NaN);
  }
}
