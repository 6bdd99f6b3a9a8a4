package org.braindyn.states;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.graph.Correlation;

/**
 * Finds states that switch, as many as people left out support; of one recording, as many as parts
 * of it left out support.
 *
 * <pre>{@code
 * FoundStates found = FindStates.of(recordings, persons, StateSettings.defaults(), progress);
 * found.states();          // 1: nothing switches
 * found.sequences()[0];    // state of every frame of the first recording
 * }</pre>
 */
public final class FindStates {
  private static final int PARTS = 6; // of a single recording
  private static final int LEAST_FRAMES = 100;
  private static final int STARTS = 4;

  private FindStates() {}

  /**
   * Finds.
   *
   * @param recordings of the same regions and interval
   * @param persons whose each is; nobody both learns and is left out
   * @throws BadInput if there are fewer frames than states or parameters need, a region is constant
   *     or missing
   */
  public static FoundStates of(
      List<RegionSignals> recordings,
      List<String> persons,
      StateSettings settings,
      Progress progress) {
    check(recordings, settings);
    List<double[][]> values = recordings.stream().map(RegionSignals::values).toList();
    double[][][] components = LaggedData.components(values);
    List<String> names = persons.stream().distinct().toList();
    boolean alone = names.size() == 1;
    double[][][] people = components;
    int[] who = persons.stream().mapToInt(names::indexOf).toArray();
    if (alone) { // parts of one person's recordings, in turn
      people = parts(components);
      who = IntStream.range(0, people.length).map(p -> p % PARTS).toArray();
    }
    StateChoice choice =
        StateChoice.of(
            people,
            new StateChoice.Wanted(
                settings.states(), settings.most(), settings.order(), who, settings.seed()),
            progress.part(0, 0.7));
    LaggedData data = LaggedData.of(components, choice.order());
    SwitchingFit fit = new SwitchingFit(data, choice.strength());
    Progress last = progress.part(0.7, 0.9);
    last.report(0, "Fitting " + choice.states() + " states to everybody");
    SwitchingModel model =
        fit.states(choice.states(), STARTS, settings.seed().derive("all", 0), last);
    double[][] posterior = model.pass(data).posterior();
    int[] sequence = likeliest(posterior);
    double stability = Double.NaN;
    if (choice.states() > 1) {
      SwitchingModel again =
          fit.states(choice.states(), STARTS, settings.seed().derive("again", 0), last);
      stability = AdjustedRand.index(sequence, likeliest(again.pass(data).posterior()));
    }
    int[] rank = byShare(sequence, choice.states());
    return summary(
        recordings, settings, choice, new Course(posterior, rank, data, alone), stability);
  }

  /** Posteriors of all frames, how states are to be ordered, and whose frames they are. */
  private record Course(double[][] posterior, int[] rank, LaggedData data, boolean alone) {}

  private static FoundStates summary(
      List<RegionSignals> recordings,
      StateSettings settings,
      StateChoice choice,
      Course course,
      double stability) {
    int states = choice.states();
    int order = choice.order();
    double[][][] posterior = new double[recordings.size()][states][];
    int[][] sequences = new int[recordings.size()][];
    List<StateNumbers> numbers = new ArrayList<>();
    for (int r = 0; r < sequences.length; r++) {
      int frames = recordings.get(r).frames();
      int from = course.data().starts()[r];
      for (int k = 0; k < states; k++) {
        double[] own = new double[frames];
        for (int t = 0; t < frames; t++) { // the first frames have no past: as the next
          own[t] = course.posterior()[course.rank()[k]][from + Math.max(0, t - order)];
        }
        posterior[r][k] = own;
      }
      sequences[r] = likeliest(posterior[r]);
      numbers.add(StateNumbers.of(sequences[r], states));
    }
    List<double[][]> values = recordings.stream().map(RegionSignals::values).toList();
    double interval = recordings.get(0).interval();
    int width = (int) Math.round(settings.window() / (interval > 0 ? interval : 1));
    int[][] windows = sequences;
    int[][] patterns = sequences;
    if (states > 1) {
      int[] all = UsualTools.slidingWindows(values, Math.max(10, width), states, settings.seed());
      windows = split(all, recordings);
      patterns = split(UsualTools.coActivation(values, states, settings.seed()), recordings);
    }
    return new FoundStates(
        states,
        order,
        choice.gain(),
        sequences,
        posterior,
        connectivity(recordings, sequences, states),
        activity(recordings, sequences, states),
        numbers,
        states > 1 ? AdjustedRand.index(flat(sequences), flat(windows)) : Double.NaN,
        states > 1 ? AdjustedRand.index(flat(sequences), flat(patterns)) : Double.NaN,
        stability,
        windows,
        patterns,
        recordings.get(0).regions(),
        notes(recordings, settings, choice, course.alone(), stability));
  }

  private static void check(List<RegionSignals> recordings, StateSettings settings) {
    RegionSignals first = recordings.get(0);
    for (RegionSignals one : recordings) {
      if (one.size() != first.size()) {
        throw new BadInput(
            String.format(
                "%s has %d regions, %s has %d. States are of one parcellation: cut all recordings by"
                    + " the same labels.",
                one.source(), one.size(), first.source(), first.size()));
      }
      if (one.frames() < LEAST_FRAMES || one.frames() < 10 * settings.states()) {
        throw new BadInput(
            String.format(
                "%s has %d frames; %d or more are needed to find %s. Use longer recordings.",
                one.source(),
                one.frames(),
                Math.max(LEAST_FRAMES, 10 * settings.states()),
                settings.states() > 0 ? settings.states() + " states" : "states"));
      }
      String constant = one.constantWarning();
      if (!constant.isEmpty()) {
        throw new BadInput(
            one.source() + ": " + constant.replace("Warning: ", "") + " Drop these regions.");
      }
      for (double[] row : one.values()) {
        if (!Arrays.stream(row).allMatch(Double::isFinite)) {
          throw new BadInput(
              one.source()
                  + " has missing values. Fill them (BrainDyn Fill Gaps...) or leave it out.");
        }
      }
    }
  }

  private static double[][][] parts(double[][][] recordings) {
    List<double[][]> parts = new ArrayList<>();
    for (double[][] one : recordings) {
      for (int p = 0; p < PARTS; p++) {
        int from = p * one.length / PARTS;
        parts.add(Arrays.copyOfRange(one, from, (p + 1) * one.length / PARTS));
      }
    }
    return parts.toArray(double[][][]::new);
  }

  private static int[] likeliest(double[][] posterior) {
    int[] best = new int[posterior[0].length];
    for (int t = 0; t < best.length; t++) {
      for (int k = 1; k < posterior.length; k++) {
        best[t] = posterior[k][t] > posterior[best[t]][t] ? k : best[t];
      }
    }
    return best;
  }

  private static int[] byShare(int[] sequence, int states) {
    int[] count = new int[states];
    for (int k : sequence) {
      count[k]++;
    }
    Integer[] order = new Integer[states];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, Comparator.comparingInt(k -> -count[k]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private static int[] flat(int[][] rows) {
    return Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
  }

  private static int[][] split(int[] all, List<RegionSignals> recordings) {
    int[][] rows = new int[recordings.size()][];
    int at = 0;
    for (int r = 0; r < rows.length; r++) {
      rows[r] = Arrays.copyOfRange(all, at, at + recordings.get(r).frames());
      at += recordings.get(r).frames();
    }
    return rows;
  }

  /** Correlation over a state's frames of all recordings, each in its own standard deviations. */
  private static double[][][] connectivity(
      List<RegionSignals> recordings, int[][] sequences, int states) {
    double[][][] made = new double[states][][];
    double[][][] z = LaggedData.scaled(recordings.stream().map(RegionSignals::values).toList());
    for (int k = 0; k < states; k++) {
      List<double[]> frames = new ArrayList<>();
      for (int r = 0; r < sequences.length; r++) {
        for (int t = 0; t < sequences[r].length; t++) {
          if (sequences[r][t] == k) {
            frames.add(z[r][t]);
          }
        }
      }
      int n = recordings.get(0).size();
      double[][] rows = new double[n][frames.size()];
      for (int t = 0; t < frames.size(); t++) {
        for (int i = 0; i < n; i++) {
          rows[i][t] = frames.get(t)[i];
        }
      }
      made[k] = frames.size() > 2 ? Correlation.of(rows) : new double[n][n];
    }
    return made;
  }

  private static double[][] activity(
      List<RegionSignals> recordings, int[][] sequences, int states) {
    int n = recordings.get(0).size();
    double[][] mean = new double[states][n];
    int[] count = new int[states];
    double[][][] z = LaggedData.scaled(recordings.stream().map(RegionSignals::values).toList());
    for (int r = 0; r < sequences.length; r++) {
      for (int t = 0; t < sequences[r].length; t++) {
        count[sequences[r][t]]++;
        for (int i = 0; i < n; i++) {
          mean[sequences[r][t]][i] += z[r][t][i];
        }
      }
    }
    for (int k = 0; k < states; k++) {
      for (int i = 0; i < n; i++) {
        mean[k][i] /= Math.max(1, count[k]);
      }
    }
    return mean;
  }

  private static List<String> notes(
      List<RegionSignals> recordings,
      StateSettings settings,
      StateChoice choice,
      boolean alone,
      double stability) {
    List<String> notes = new ArrayList<>();
    String who = alone ? "parts left out" : "people left out";
    if (settings.states() == 0 && choice.states() == 1) {
      notes.add(
          "One state: more than one do not foretell "
              + who
              + " any better. A stationary process explains these recordings; states that other"
              + " tools show here may be its random fluctuations.");
    } else {
      double[] gain = choice.gain()[choice.states() - 1];
      notes.add(
          choice.states() == 1
              ? "One state, as asked for."
              : String.format(
                  Locale.ROOT,
                  "%d states%s: %s are foretold %s than by one state, by %.4f nats per frame"
                      + " (standard error %.4f). Two fits from other starts agree to %.2f (adjusted"
                      + " Rand index).",
                  choice.states(),
                  settings.states() > 0 ? ", as asked for" : "",
                  who,
                  StateChoice.mean(gain) > 0 ? "better" : "worse",
                  Math.abs(StateChoice.mean(gain)),
                  StateChoice.error(gain),
                  stability));
    }
    notes.add(
        String.format(
            Locale.ROOT,
            "%d recordings, autoregression of %d lags%s, shared law worth %.0f frames in every"
                + " state.",
            recordings.size(),
            choice.order(),
            recordings.get(0).size() > LaggedData.MOST
                ? " on " + LaggedData.MOST + " principal components"
                : "",
            choice.strength()));
    return notes;
  }
}
