package org.braindyn.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.kind.TrainedModel;
import org.braindyn.planning.PlanStimulation;
import org.braindyn.planning.SiteRow;
import org.braindyn.stimulation.ModelRecordings;

/** A stimulation that was planned on a model; a plan for the model, not for a patient. */
public final class Plan {
  final PlanStimulation made;
  private final ModelRecordings recordings;

  private Plan(PlanStimulation made, ModelRecordings recordings) {
    this.made = made;
    this.recordings = recordings;
  }

  static Plan of(
      TrainedModel model, ModelRecordings recordings, String targets, PlanSettings settings) {
    return new Plan(
        PlanStimulation.of(
            model,
            recordings,
            settings.known(recordings.regions()),
            settings.question(targets, recordings.signals().get(0)),
            settings.effort(),
            settings.watch()),
        recordings);
  }

  /** {@return false if there is not enough data to plan by, or no site helps} */
  public boolean planned() {
    return made.planned();
  }

  /**
   * {@return the plan as {@link Model#perturb(Signals, String, int)} replays it; empty for none}
   */
  public String text() {
    return made.text();
  }

  /** {@return names of the sites to stimulate} */
  public List<String> sites() {
    return made.where().names(made.waveform().sites());
  }

  /** {@return strengths, [site][block], in sd of the site's own answer} */
  public double[][] strengths() {
    return Arrays.stream(made.waveform().strength()).map(double[]::clone).toArray(double[][]::new);
  }

  /** {@return share of the cost of doing nothing that is saved, by the least of all models} */
  public double worth() {
    return made.promise().least();
  }

  /** {@return all sites, best first: worth, interval, other models, weights, FC, p and q} */
  public Table table() {
    return Table.of(made.table());
  }

  /** {@return the waveform, one row per block} */
  public Table waveform() {
    return Table.of(made.waveformTable(recordings.interval()));
  }

  /** {@return what the plan does, as Perturb foretells it, in sd; empty if there is no plan} */
  public Optional<Signals> foretold() {
    return Optional.ofNullable(made.foretold())
        .map(
            map ->
                Signals.of(
                    new RegionSignals(map.regions(), map.mean(), map.interval(), made.text())));
  }

  /**
   * Paints what every site is worth.
   *
   * @param labels where the regions are
   * @return an image of one frame; NaN where nothing may be stimulated
   * @throws BadInput if the sites are electrodes
   */
  public Scan paint(Labels labels) {
    double[][] worth = new double[made.regions().size()][1];
    for (double[] row : worth) {
      row[0] = Double.NaN;
    }
    if (!made.where().areRegions()) {
      throw new BadInput("The sites are electrodes, which have no region to be painted.");
    }
    for (SiteRow site : made.sites()) {
      worth[site.row()][0] = site.worth();
    }
    return Signals.of(
            new RegionSignals(made.regions(), worth, recordings.interval(), "worth of sites"))
        .paint(labels, Double.NaN);
  }

  /** {@return what to do, how sure it is, and what is odd about it} */
  public String notes() {
    return made.notes();
  }
}
