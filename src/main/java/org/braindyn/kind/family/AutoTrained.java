package org.braindyn.kind.family;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braindyn.data.BadInput;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.OpenModel;
import org.braindyn.forecast.Renamed;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.GroupSums;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.forecast.family.ResponseLaw;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.OtherAnswer;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.kind.TunableNetwork;
import org.braindyn.kind.residual.NetworkBeside;
import org.braindyn.perturbation.significance.RefitNull;
import org.braindyn.training.TrainingLog;

/**
 * What was chosen: a family that forecasts, and a law that answers stimulations, which is another
 * question.
 *
 * @param winner the family
 * @param laws the one that answers first, then those of the other assumption; none in files that
 *     are older than it: then the winner answers
 * @param network BrainDyn for what the winner leaves over; null for none
 */
record AutoTrained(FamilyTrained winner, List<ResponseLaw> laws, NetworkBeside network)
    implements TrainedModel {
  static final String NOTES = "notes";

  /** Whether the graph in the file is one that families were fitted to. */
  static final String GIVEN = "graph_given";

  @Override
  public ModelKind kind() {
    return winner.kind();
  }

  @Override
  public ModelShape shape() {
    return winner.shape();
  }

  @Override
  public Provenance provenance() {
    return winner.provenance();
  }

  @Override
  public Forecaster forecaster() {
    return network == null
        ? new Renamed(title(), winner.forecaster())
        : network.forecaster(title());
  }

  @Override
  public String title() {
    String beside = network == null ? "" : " + BrainDyn";
    return winner.kind().title() + ": " + winner.title() + beside;
  }

  @Override
  public Optional<GroupSums> sums() {
    return winner.sums();
  }

  @Override
  public Optional<TunableNetwork> tunable() {
    return network == null ? Optional.empty() : Optional.of(new AutoTunable(this, network, false));
  }

  @Override
  public List<TrainingLog> logs() {
    return network == null ? List.of() : network.logs();
  }

  /** The law that answers; null for none. */
  private ResponseLaw law() {
    return laws.isEmpty() ? null : laws.get(0);
  }

  private boolean nothing() {
    return winner.model().store().kind().equals("zero");
  }

  @Override
  public Forecaster responder() {
    if (nothing()) {
      throw new BadInput(
          winner.notes().stream().findFirst().orElse("Nothing here can be forecast.")
              + " So there is no map: it would be 0 everywhere, which says nothing about the brain."
              + " Train on a longer recording or on more people, or name a variant in Train.");
    }
    return law() == null ? forecaster() : law().law();
  }

  @Override
  public List<OtherAnswer> otherAnswers() {
    Map<String, List<Forecaster>> others = new LinkedHashMap<>();
    for (ResponseLaw law : laws.subList(Math.min(1, laws.size()), laws.size())) {
      others.computeIfAbsent(law.assumption(), a -> new ArrayList<>()).add(law.law());
    }
    List<OtherAnswer> answers = new ArrayList<>();
    others.forEach((name, forecasters) -> answers.add(answer(name, forecasters)));
    return nothing() ? List.of() : answers;
  }

  private static OtherAnswer answer(String assumption, List<Forecaster> laws) {
    String names = String.join(" and ", laws.stream().map(Forecaster::name).toList());
    String when =
        assumption.equals(ResponseLaw.EVERY_LINK)
            ? "right where links have directions and signs of their own"
            : "right where regions are alike and links go both ways; without an anatomical graph"
                + " given to Train its links are guessed";
    return new OtherAnswer(
        assumption,
        String.format(
            "The other map assumes %s (%s%s): %s.",
            assumption, laws.size() > 1 ? "the mean of " : "", names, when),
        laws);
  }

  @Override
  public String assumption() {
    ResponseLaw law = law();
    if (law == null) {
      return "";
    }
    String how =
        law.assumption().equals(ResponseLaw.ONE_LAW)
            ? "on the graph that was given to Train"
            : "since Train was given no graph";
    return String.format(
        "The answer assumes %s (%s), %s; the model that forecasts best (%s) is not asked, because"
            + " forecast errors do not decide this question.",
        law.assumption(), law.model().name(), how, winner.title());
  }

  @Override
  public Optional<BrainGraph> graph() {
    return network == null ? winner.graph() : Optional.of(network.graph());
  }

  /** Without a given graph the law's own links, summed over lags. */
  @Override
  public Optional<BrainGraph> links() {
    LagModel answers = law() == null ? winner.model().linear().orElse(null) : law().model();
    if (winner.given() != null || answers == null || nothing()) {
      return winner.graph();
    }
    int n = answers.regions();
    double[][] sum = new double[n][n];
    for (double[][] lag : answers.coefficients()) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          sum[i][j] += i == j ? 0 : lag[i][j];
        }
      }
    }
    return Optional.of(BrainGraph.ofMatrix(sum));
  }

  /** The law with what was chosen for it, fitted again; the family is not chosen anew. */
  @Override
  public RefitNull.Fit refit() {
    ResponseLaw law = law();
    if (law == null) {
      return TrainedModel.super.refit();
    }
    return (recordings, seed, progress) -> {
      TrainingSplit all = TrainingSplit.all(recordings, context(), horizon());
      FamilyData data = AutoKind.data(all.train(), winner.given(), seed);
      return new OpenModel(law.again(data).law(), List.of());
    };
  }

  @Override
  public Map<String, NpyArray> arrays() {
    Map<String, NpyArray> all = new LinkedHashMap<>(winner.arrays());
    all.putAll(FamilyFile.arrays(laws));
    if (network != null) {
      all.putAll(network.arrays()); // its graph is the given one, if there is one
    }
    return all;
  }

  @Override
  public Map<String, Object> description() {
    Map<String, Object> all = new HashMap<>(winner.description());
    all.putAll(FamilyFile.description(laws));
    if (network != null) {
      all.putAll(network.description());
    }
    all.put(GIVEN, winner.given() != null);
    return all;
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>(winner.notes());
    if (provenance().more().get(NOTES) instanceof List<?> more) {
      more.forEach(note -> notes.add(note.toString()));
    }
    return notes;
  }

  @Override
  public void close() {
    winner.close();
    if (network != null) {
      network.close();
    }
  }
}
