package org.braindyn.stimulation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.text.ResultTable;
import org.braindyn.forecast.Differentiable;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.LinearForecast;
import org.braindyn.forecast.SheafForecaster;
import org.braindyn.graph.GraphEstimates;
import org.braindyn.graph.MissingFrames;
import org.braindyn.kind.TrainedModel;
import org.braindyn.model.BrainDyn;
import org.braindyn.models.ModelFit;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.perturbation.EffectiveConnectivity;
import org.braindyn.perturbation.MatrixAgreement;
import org.braindyn.perturbation.StartingWindows;
import org.braindyn.perturbation.significance.NullEffects;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.task.SheafDisagreement;
import org.braindyn.task.WiringInference;

/** Who drives whom in a trained model, as matrices and tables. */
public final class ConnectSignals {

  private static final int LEAST_PER_PERSON = 8;

  private ConnectSignals() {}

  /**
   * How effective connectivity is computed.
   *
   * @param size impulse in sd; 0 for the exact derivative
   * @param horizon frames to follow
   * @param windows starting windows at most
   */
  public record Settings(double size, int horizon, int windows) implements Serializable {}

  /** Effective connectivity of one recording: an impulse into every region in turn. */
  public static EffectiveConnectivity effective(
      TrainedModel stored, RegionSignals signals, Settings how, Progress progress) {
    ModelFit.check(stored, signals, "The model");
    StartingWindows starts = spread(List.of(signals), stored, how.windows());
    return effective(stored.responder(), signals.regions(), starts, how, progress);
  }

  private static StartingWindows spread(List<RegionSignals> of, TrainedModel model, int most) {
    return StartingWindows.spread(of, model.context(), most, model.provenance().data().floor());
  }

  static EffectiveConnectivity effective(
      Forecaster forecaster,
      Regions regions,
      StartingWindows starts,
      Settings how,
      Progress progress) {
    if (how.size() != 0) {
      return EffectiveConnectivity.byRollouts(
          forecaster, regions, starts.contexts(), how.size(), how.horizon(), progress);
    }
    Differentiable exact =
        forecaster
            .as(Differentiable.class)
            .orElseThrow(
                () ->
                    new BadInput(
                        "exact: the derivative of "
                            + forecaster.name()
                            + " is not known. Leave \"exact\" out and give a small impulse, e.g."
                            + " size=0.01."));
    if (slow(forecaster)) {
      progress.report(0, slow(regions.size(), how.horizon()));
    }
    return EffectiveConnectivity.byJacobian(
        exact, regions, starts.contexts(), how.horizon(), progress);
  }

  /** True if the exact derivative takes longer than impulses. */
  private static boolean slow(Forecaster forecaster) {
    return forecaster.as(LinearForecast.class).isEmpty()
        && !forecaster.as(Differentiable.class).map(Differentiable::factors).orElse(false);
  }

  private static String slow(int regions, int frames) {
    return String.format(
        "Exact derivatives of this model take %d x %d passes backwards; an impulse of size=0.01"
            + " takes %d forecasts and differs little",
        regions, frames, regions);
  }

  /**
   * Effective connectivity of every person, all windows together if there is one.
   *
   * @return one per person
   */
  static List<EffectiveConnectivity> effective(
      TrainedModel stored, ModelRecordings recordings, Settings how, Progress progress) {
    List<EffectiveConnectivity> each = new ArrayList<>();
    List<String> people = recordings.people().stream().distinct().toList();
    int windows = Math.max(LEAST_PER_PERSON, how.windows() / people.size());
    for (String person : people) {
      double done = (double) each.size() / people.size();
      StartingWindows starts = spread(recordings.of(person), stored, windows);
      each.add(
          effective(
              stored.responder(),
              recordings.regions(),
              starts,
              how,
              progress.part(done, done + 1.0 / people.size())));
    }
    return each;
  }

  /**
   * Effects, intervals and, with surrogates, p and q of every link.
   *
   * @param surrogates models refitted to circularly shifted recordings; 0 for none
   */
  public static ConnectionStatistics statistics(
      TrainedModel stored,
      ModelRecordings recordings,
      ConnectionStatistics.Summary summary,
      Settings how,
      int surrogates,
      Progress progress) {
    double share = surrogates == 0 ? 1 : 0.2;
    List<EffectiveConnectivity> each = effective(stored, recordings, how, progress.part(0, share));
    NullEffects refits =
        RefittedModels.effects(
            stored,
            recordings,
            surrogates,
            analysis(stored, recordings, summary, how, progress.quiet()),
            progress.part(share, 1));
    return ConnectionStatistics.of(each, summary, refits);
  }

  /** Effects of every ordered pair in a model that was refitted to surrogates. */
  static RefitNull.Analysis analysis(
      TrainedModel stored,
      ModelRecordings recordings,
      ConnectionStatistics.Summary summary,
      Settings how,
      Progress quiet) {
    return (model, fakes) ->
        ConnectionStatistics.pairs(
            summary.of(
                effective(
                    model,
                    recordings.regions(),
                    recordings.starts(fakes, stored, how.windows()),
                    how,
                    quiet)));
  }

  /** Refuses an impulse of no size. */
  public static void checkImpulse(boolean exact, double size) {
    if (!exact && size == 0) {
      throw new BadInput(
          "size=0 changes nothing. Give the impulse in sd of the region, or tick \"exact\" for the"
              + " derivative.");
    }
  }

  /** How an effective connectivity was made and what stands out, in lines. */
  public static String notes(
      TrainedModel stored,
      ModelRecordings recordings,
      ConnectionStatistics result,
      Settings how,
      int surrogates) {
    return String.format(
        java.util.Locale.ROOT,
        "%s, %s, %d frames followed%n%s%s%n%s%s",
        stored.title(),
        how.size() == 0 ? "exact derivative" : "impulse of " + how.size() + " sd",
        how.horizon(),
        how.size() == 0 && slow(stored.responder())
            ? slow(stored.regions(), how.horizon()) + "." + System.lineSeparator()
            : "",
        recordings.describe(),
        stored.assumption().isEmpty() ? "" : stored.assumption() + System.lineSeparator(),
        ConnectionTables.significance(result, surrogates) + silent(result.effect()));
  }

  /** Rows that are 0 by construction must not be read as regions that drive nobody. */
  static String silent(double[][] effect) {
    long rows =
        IntStream.range(0, effect.length)
            .filter(
                u -> IntStream.range(0, effect.length).allMatch(v -> u == v || effect[u][v] == 0))
            .count();
    return rows == 0
        ? ""
        : String.format(
            "Note: %d of %d regions move no other by construction: the model's graph has no link of"
                + " theirs, or too few frames were followed.%n",
            rows, effect.length);
  }

  /**
   * Correlations of a matrix with a given one and with what linear methods say of the first
   * recording, one line each.
   *
   * @param given e.g. a connectome, or null
   */
  public static String agreement(
      double[][] matrix, ModelRecordings recordings, double[][] given, String name) {
    Map<String, double[][]> others = new LinkedHashMap<>();
    if (given != null) {
      others.put(name, given);
    }
    others.putAll(WiringInference.comparators(recordings.signals().get(0)));
    return agreement(matrix, others);
  }

  private static String agreement(double[][] matrix, Map<String, double[][]> others) {
    StringBuilder text = new StringBuilder();
    others.forEach(
        (name, other) ->
            text.append(
                String.format(
                    java.util.Locale.ROOT,
                    "Agreement with %s: r = %.3f over ordered pairs (with its transpose %.3f)%n",
                    name,
                    MatrixAgreement.pearson(matrix, other),
                    MatrixAgreement.pearson(matrix, MatrixAgreement.transpose(other)))));
    return text.toString();
  }

  /**
   * Scores of every ordered pair by all methods: comparators that need no model and, with a model,
   * its effective connectivity and the release's sheaf disagreement.
   *
   * @param stored a trained model, or null
   * @param how windows of the correlation, shrinkage of the partial correlation
   * @return method name to [source][target]
   */
  public static Map<String, double[][]> estimates(
      TrainedModel stored, RegionSignals signals, GraphEstimates how, Progress progress) {
    Map<String, double[][]> estimates = new LinkedHashMap<>();
    if (stored != null) {
      ModelFit.checkComplete(signals); // a model cannot leave frames out
      estimates.put(
          "effective connectivity",
          effective(stored, signals, new Settings(0.5, 3, 64), progress).peak());
      Optional<SheafForecaster> sheaf = stored.forecaster().as(SheafForecaster.class);
      if (sheaf.isPresent() && sheaf.get().sheaf().isPresent()) {
        StartingWindows starts = spread(List.of(signals), stored, 64);
        BrainDyn model = sheaf.get().sheaf().get();
        estimates.put(
            "sheaf disagreement",
            SheafDisagreement.scores(
                model.settings(),
                model.parameters(),
                model.embed(starts.contexts()).stalks(),
                model.graph()));
      }
    }
    estimates.putAll(WiringInference.comparators(signals, how));
    return estimates;
  }

  /**
   * How the estimates are made, and what a user should know about the recording, in lines.
   *
   * @throws BadInput if frames are missing and the policy refuses them
   */
  public static String wiringNotes(
      RegionSignals recording, GraphEstimates how, MissingFrames missing) {
    return String.join(
        "\n",
        Stream.of(
                "correlation: " + how.correlationWords() + ". " + how.partialWords() + ".",
                missing.check(recording),
                recording.twinsWarning())
            .filter(note -> !note.isEmpty())
            .toList());
  }

  /** One row per method, best first. */
  public static ResultTable scores(Map<String, double[][]> estimates, double[][] wiring) {
    ResultTable table =
        ResultTable.of(
            "Method", "Precision", "Recall", "F1", "nGED", "AUROC", "AUPRC", "Signed correlation");
    for (WiringInference w : WiringInference.all(estimates, wiring)) {
      table.row(
          w.method(),
          w.score().precision(),
          w.score().recall(),
          Double.toString(w.score().f1()),
          w.score().normalisedEditDistance(),
          w.auroc(),
          w.auprc(),
          w.correlation());
    }
    return table;
  }
}
