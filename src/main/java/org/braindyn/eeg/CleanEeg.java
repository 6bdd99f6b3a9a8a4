package org.braindyn.eeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.eeg.CleanedEeg.Fill;
import org.braindyn.eeg.artefact.CalmSeconds;
import org.braindyn.eeg.artefact.Reconstructed;
import org.braindyn.eeg.artefact.SubspaceReconstruction;
import org.braindyn.eeg.channel.BadChannels;
import org.braindyn.eeg.channel.BadWords;
import org.braindyn.eeg.channel.ChannelFill;
import org.braindyn.eeg.channel.ChannelQuality;
import org.braindyn.eeg.channel.Electrodes;
import org.braindyn.eeg.channel.FillWeights;
import org.braindyn.eeg.channel.SphereProcess;

/**
 * Bad channels found and filled, artefacts removed: first what was bad for a while is filled, then
 * artefacts are removed from all channels that are not bad throughout, then those are filled from
 * the cleaned ones.
 *
 * <pre>{@code
 * CleanedEeg made = CleanEeg.run(eeg, CleanEegSettings.defaults(), Progress.NONE);
 * made.cleaned();
 * CleanedEeg.restored(made.cleaned(), made.removed()); // eeg again
 * }</pre>
 */
public final class CleanEeg {
  private static final int SAMPLES = 50_000; // to learn from, about
  private static final int LEARN = 20; // calm samples per source, for a regression

  private final RegionSignals eeg;
  private final CleanEegSettings settings;
  private final Progress progress;
  private final Electrodes electrodes;
  private final List<ChannelQuality> quality = new ArrayList<>();
  private final boolean[][] bad; // [channel][time]
  private final String[] why; // [channel], null where good
  private final List<Fill> fills = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private CleanEeg(RegionSignals eeg, CleanEegSettings settings, Progress progress) {
    this.eeg = eeg;
    this.settings = settings;
    this.progress = progress;
    electrodes = Electrodes.of(eeg.regions());
    bad = new boolean[eeg.size()][eeg.frames()];
    why = new String[eeg.size()];
  }

  /**
   * Cleans.
   *
   * @param eeg electrodes x time in any unit, at a known rate; NaN in gaps
   * @throws BadInput if the settings do not fit the recording
   * @throws Cancelled if it was stopped
   */
  public static CleanedEeg run(RegionSignals eeg, CleanEegSettings settings, Progress progress) {
    if (!Double.isFinite(eeg.interval())) {
      throw new BadInput(
          eeg.source()
              + " does not say how long a sample is. Set the pixel width in Image > Properties...,"
              + " in s.");
    }
    if (settings.noneBad() && settings.form() == null) {
      throw new BadInput("bad=none artefacts=none: nothing is asked for. Choose one of them.");
    }
    return new CleanEeg(eeg, settings, progress).clean();
  }

  private CleanedEeg clean() {
    if (!settings.noneBad()) {
      electrodes.refuseBipolar(eeg.source());
      findBad();
    }
    boolean[] throughout = new boolean[bad.length];
    boolean[] good = new boolean[bad.length];
    for (int c = 0; c < bad.length; c++) {
      throughout[c] = all(bad[c]);
      good[c] = why[c] == null;
    }
    List<Integer> judged = where(throughout, false);
    if (settings.form() != null) {
      SubspaceReconstruction.check(judged.size(), 1 / eeg.interval(), settings.threshold());
    }
    boolean[] calm = calm(good);
    double[][] values = Arrays.stream(eeg.values()).map(double[]::clone).toArray(double[][]::new);
    FillWeights[] weights = weights(good, calm);
    fill(values, weights, good, throughout, false);
    Reconstructed made = artefacts(values, judged, calm);
    fill(values, weights, good, throughout, true);
    RegionSignals cleaned = eeg.withValues(values).withFilled(marks(made, judged, values));
    double[][] gone = new double[values.length][];
    for (int c = 0; c < gone.length; c++) {
      gone[c] = eeg.values()[c].clone();
      for (int t = 0; t < gone[c].length; t++) {
        gone[c][t] -= values[c][t];
      }
    }
    RegionSignals removed = eeg.withCells(gone);
    double seconds = settings.form() == null ? 0 : count(calm) * eeg.interval();
    tell(made, seconds);
    return new CleanedEeg(
        cleaned,
        removed,
        List.copyOf(quality),
        List.copyOf(fills),
        made == null ? List.of() : made.stretches(),
        seconds,
        List.copyOf(notes));
  }

  private void findBad() {
    if (BadWords.automatic(settings.bad())) {
      quality.addAll(BadChannels.judge(eeg, settings.limits(), progress.part(0, 0.4)));
      for (int c = 0; c < bad.length; c++) {
        if (quality.get(c).bad()) {
          Arrays.fill(bad[c], true);
          why[c] = String.join(", ", quality.get(c).reasons());
        }
      }
    }
    for (BadWords.Named named : BadWords.of(settings.bad(), electrodes.names(), eeg.source())) {
      int c = named.channel();
      int[] ends = {0, eeg.frames()};
      if (!named.seconds().isEmpty()) {
        ends = CalmSeconds.interval(named.seconds(), "bad=" + settings.bad(), eeg);
      }
      Arrays.fill(bad[c], ends[0], ends[1], true);
      why[c] = why[c] == null ? "named" : why[c];
    }
    if (Arrays.stream(why).allMatch(w -> w != null)) {
      throw new BadInput(
          eeg.source() + ": every channel is called bad, so nothing is left to fill them from.");
    }
  }

  /** Calm samples of the good channels; all samples if nothing but a spline is asked for. */
  private boolean[] calm(boolean[] good) {
    boolean learns = settings.form() != null || why(good) && !settings.fill().equals("spline");
    boolean[] calm = new boolean[eeg.frames()];
    Arrays.fill(calm, true);
    if (!learns || settings.leavesEmpty() && settings.form() == null) {
      return calm;
    }
    double[][] rows = where(good, true).stream().map(c -> eeg.values()[c]).toArray(double[][]::new);
    double[][] fast = SubspaceReconstruction.withoutDrifts(rows, 1 / eeg.interval(), progress);
    calm = CalmSeconds.of(settings.calm(), eeg, fast);
    // What was bad for a while is no calm time of the channels that are judged with the others.
    for (int c = 0; c < bad.length; c++) {
      boolean aWhile = !good[c] && !all(bad[c]);
      for (int t = 0; t < calm.length && aWhile; t++) {
        calm[t] &= !bad[c][t];
      }
    }
    return calm;
  }

  /** Evenly fewer of the marked samples: covariances need no more, and Esc is heard in time. */
  private static boolean[] thinned(boolean[] marks) {
    int every = Math.max(1, count(marks) / SAMPLES);
    boolean[] some = new boolean[marks.length];
    int seen = 0;
    for (int t = 0; t < marks.length; t++) {
      some[t] = marks[t] && seen++ % every == 0;
    }
    return some;
  }

  private boolean why(boolean[] good) {
    return !where(good, false).isEmpty();
  }

  private FillWeights[] weights(boolean[] good, boolean[] calm) {
    FillWeights[] weights = new FillWeights[bad.length];
    boolean[] learn = thinned(calm);
    FillWeights.Problem problem = new FillWeights.Problem(electrodes, eeg.values(), learn, good);
    SphereProcess process = null;
    long sources = where(good, true).size();
    for (int c = 0; c < bad.length; c++) {
      if (good[c]) {
        continue;
      }
      Cancelled.check(progress, "Filling channels");
      boolean[] known = new boolean[calm.length];
      int both = 0;
      for (int t = 0; t < calm.length; t++) {
        known[t] = !bad[c][t] && Double.isFinite(eeg.values()[c][t]);
        both += known[t] && learn[t] ? 1 : 0;
      }
      String word = settings.fill();
      if (!settings.leavesEmpty()) {
        ChannelFill way =
            !word.equals(CleanEegSettings.AUTOMATIC)
                ? ChannelFill.of(word)
                : both >= LEARN * sources ? ChannelFill.REGRESSION : ChannelFill.PROCESS;
        if (way == ChannelFill.PROCESS && process == null) {
          process = FillWeights.fitted(SphereProcess.Kernel.DEFAULT, problem, c);
        }
        weights[c] =
            way == ChannelFill.PROCESS
                ? FillWeights.of(process, problem, c)
                : FillWeights.of(way, problem, c, known);
        word = way.word();
      }
      fills.add(new Fill(electrodes.names().get(c), seconds(bad[c]), why[c], word));
    }
    return weights;
  }

  /**
   * Fills what is bad.
   *
   * @param last true for channels that are bad throughout, and once more for the others
   */
  private void fill(
      double[][] values,
      FillWeights[] weights,
      boolean[] good,
      boolean[] throughout,
      boolean last) {
    for (int c = 0; c < bad.length; c++) {
      if (good[c] || !last && throughout[c]) {
        continue;
      }
      // Without weights it stays empty at the end; until then it must not stand in the way.
      for (int t = 0; t < bad[c].length; t++) {
        if (bad[c][t]) {
          values[c][t] = weights[c] == null ? Double.NaN : weights[c].at(values, t);
        }
      }
    }
  }

  private Reconstructed artefacts(double[][] values, List<Integer> judged, boolean[] calm) {
    if (settings.form() == null) {
      return null;
    }
    double[][] rows = judged.stream().map(c -> values[c]).toArray(double[][]::new);
    Reconstructed made =
        SubspaceReconstruction.of(
            rows,
            1 / eeg.interval(),
            calm,
            settings.threshold(),
            settings.form(),
            progress.part(0.4, 1));
    for (int k = 0; k < judged.size(); k++) {
      values[judged.get(k)] = made.values()[k];
    }
    return made;
  }

  /** What is no longer as recorded: filled, reconstructed, or filled before. */
  private boolean[][] marks(Reconstructed made, List<Integer> judged, double[][] values) {
    boolean[][] marks = new boolean[bad.length][];
    boolean any = false;
    for (int c = 0; c < bad.length; c++) {
      marks[c] = eeg.filled() == null ? new boolean[bad[c].length] : eeg.filled()[c].clone();
      boolean touched = made != null && judged.contains(c);
      for (int t = 0; t < marks[c].length; t++) {
        marks[c][t] |= bad[c][t] || touched && made.changed()[t];
        marks[c][t] &= Double.isFinite(values[c][t]);
        any |= marks[c][t];
      }
    }
    return any ? marks : null;
  }

  private void tell(Reconstructed made, double calm) {
    for (Fill f : fills) {
      notes.add(
          String.format(
              "%s (%s): %s; %s.",
              f.channel(),
              f.seconds().equals("all") ? "all the time" : f.seconds() + " s",
              f.why(),
              settings.leavesEmpty() ? "left empty" : "filled by " + f.way()));
    }
    if (!settings.noneBad() && fills.isEmpty()) {
      notes.add("No channel is bad.");
    }
    if (made != null) {
      double changed = count(made.changed()) * eeg.interval();
      notes.add(
          String.format(
              Locale.ROOT,
              "Artefacts were removed in %d stretches, %s of %s s; %s s were taken as calm.",
              made.stretches().size(),
              CalmSeconds.text(changed),
              CalmSeconds.text(eeg.frames() * eeg.interval()),
              CalmSeconds.text(calm)));
    }
    if (fills.stream().anyMatch(f -> f.seconds().equals("all")) && !settings.leavesEmpty()) {
      notes.add(
          "A channel that is filled all the time leaves no frame to test a forecast on. To train"
              + " and test, leave it out instead: Import EEG with channels=!"
              + fills.stream()
                  .filter(f -> f.seconds().equals("all"))
                  .map(Fill::channel)
                  .reduce((a, b) -> a + ", !" + b)
                  .orElse("")
              + ".");
    } else if (!fills.isEmpty() || made != null && !made.stretches().isEmpty()) {
      notes.add("What was filled or made anew is marked; tests leave it out.");
    }
  }

  private String seconds(boolean[] marks) {
    if (all(marks)) {
      return "all";
    }
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < marks.length; from++) {
      int to = from;
      while (to < marks.length && marks[to]) {
        to++;
      }
      if (to > from) {
        parts.add(
            CalmSeconds.text(from * eeg.interval()) + "-" + CalmSeconds.text(to * eeg.interval()));
        from = to;
      }
    }
    return String.join(", ", parts);
  }

  private static List<Integer> where(boolean[] marks, boolean wanted) {
    List<Integer> found = new ArrayList<>();
    for (int c = 0; c < marks.length; c++) {
      if (marks[c] == wanted) {
        found.add(c);
      }
    }
    return found;
  }

  private static boolean all(boolean[] marks) {
    return count(marks) == marks.length;
  }

  private static int count(boolean[] marks) {
    int count = 0;
    for (boolean m : marks) {
      count += m ? 1 : 0;
    }
    return count;
  }
}
