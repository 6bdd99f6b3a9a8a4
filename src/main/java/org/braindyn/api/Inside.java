package org.braindyn.api;

import java.util.List;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;
import org.braindyn.graph.BrainGraph;
import org.braindyn.models.ConnectomeGraph;
import org.braindyn.models.ForecastSignals;
import org.braindyn.perturbation.EffectSummary;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.planning.PlanStimulation;
import org.braindyn.signal.cleaning.CleaningSettings;
import org.braindyn.stimulation.ModelRecordings;

/**
 * What this plugin's own commands need of the answers to draw them. It makes no promise: scripts
 * and other plugins do without it.
 */
public final class Inside {
  private Inside() {}

  /**
   * A connectome whose rows are told in every way that the dialog knows.
   *
   * @param source file, variable, names, order
   * @param regions regions of the signals
   * @param settings which weights become edges
   * @return the graph
   */
  public static Graph connectome(
      ConnectomeGraph.Source source, Regions regions, GraphSettings settings) {
    return Graph.read(source, regions, settings);
  }

  /**
   * Edges, as measures of graphs take them.
   *
   * @param graph a graph
   * @return the same
   */
  public static BrainGraph edges(Graph graph) {
    return graph.edgesOnly();
  }

  /**
   * A perturbation from recordings that were read from a folder.
   *
   * @param model the model
   * @param recordings checked against the model
   * @param plan what is done, as text
   * @param settings frames to follow, and refitted models
   * @return the effect
   */
  public static Effect perturb(
      Model model, ModelRecordings recordings, String plan, AskSettings settings) {
    return Effect.of(model.trained(), recordings, plan, settings);
  }

  /**
   * A plan for recordings that were read from a folder.
   *
   * @param model the model
   * @param recordings checked against the model
   * @param targets names of regions
   * @param settings goal and limits
   * @return the plan
   */
  public static Plan plan(
      Model model, ModelRecordings recordings, String targets, PlanSettings settings) {
    return Plan.of(model.trained(), recordings, targets, settings);
  }

  /**
   * A plan with all it is made of.
   *
   * @param plan a plan
   * @return the same
   */
  public static PlanStimulation made(Plan plan) {
    return plan.made;
  }

  /**
   * Effects of all windows.
   *
   * @param effect an answer
   * @return what it was made from
   */
  public static PerturbationMap map(Effect effect) {
    return effect.map;
  }

  /**
   * Peaks with their tests.
   *
   * @param effect an answer
   * @return one per region
   */
  public static List<EffectSummary> tests(Effect effect) {
    return effect.tests;
  }

  /**
   * A forecast with its context.
   *
   * @param forecast an answer
   * @return what it was made from
   */
  public static ForecastSignals made(Forecast forecast) {
    return forecast.made;
  }

  /**
   * Image and names of labels, to join regions by their places.
   *
   * @param labels a label image
   * @return the same
   */
  public static Atlas atlas(Labels labels) {
    return labels.atlas();
  }

  /**
   * Steps of cleaning, as batches keep them.
   *
   * @param settings the steps
   * @return the same
   */
  public static CleaningSettings steps(CleanSettings settings) {
    return settings.steps;
  }
}
