package org.braindyn.cohort.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.imputation.FillGaps;
import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.FillSettings;
import org.braindyn.imputation.FilledSignals;
import org.braindyn.imputation.HiddenScore;
import org.braindyn.imputation.LagMoments;
import org.braindyn.kind.TrainedModel;

/** Values hidden on purpose at the new site, filled in every way. */
final class SiteFilling {
  static final String RESCALED = "linear, re-scaled on the site";
  static final String NETWORK = "network, re-scaled on the site";
  private static final String CAME = "network, as it came";
  private static final String ALONE = "linear, the site alone";
  private static final String LINES = "time interpolation";
  private static final double PRIOR = 667; // frames that a group's moments count for

  private final TrainedModel model;
  private final FillGaps.Refinement refinement;
  private final List<RegionSignals> recordings;
  private final boolean[] known;
  private final Seed seed;
  private final List<String> notes = new ArrayList<>();
  private Progress stop = Progress.NONE; // says when to stop, and hears nothing

  SiteFilling(TrainedModel model, FillGaps.Refinement refinement, SiteRegions site, Seed seed) {
    this.model = model;
    this.refinement = refinement;
    recordings = site.recordings();
    known = site.known();
    this.seed = seed;
  }

  List<String> notes() {
    return notes;
  }

  List<SiteRow> rows(Progress progress) {
    stop = progress.quiet();
    LagMoments came = came();
    int frames = recordings.stream().mapToInt(RegionSignals::frames).min().orElse(0);
    double seconds = model.horizon() * model.provenance().data().interval();
    double interval = recordings.get(0).interval();
    boolean known = seconds > 0 && interval > 0;
    int wished = known ? (int) Math.round(seconds / interval) : model.horizon();
    int piece = Math.max(2, Math.min(frames / 4, wished));
    notes.add("Pieces and gaps are " + piece + " frames long.");
    Map<String, HiddenScore[]> scores = new LinkedHashMap<>();
    for (int p = 0; p < recordings.size(); p++) {
      LagMoments alone = others(p);
      LagMoments rescaled = rescaled(came, alone);
      for (SiteMasks kind : SiteMasks.values()) {
        Cancelled.check(progress, "Trying the model");
        RegionSignals r = recordings.get(p);
        boolean[][] mask = kind.draw(seed.derive("recording", p), r.size(), r.frames(), piece);
        for (Map.Entry<String, FilledSignals> filled : filled(r, mask, came, alone, rescaled)) {
          HiddenScore[] own =
              scores.computeIfAbsent(kind.title() + "\t" + filled.getKey(), k -> fresh());
          score(r, mask, filled.getValue(), own[0]);
          score(r, mask, filled.getValue(), own[p + 1]);
        }
      }
      progress.report((p + 1.0) / recordings.size(), "trying the model");
    }
    List<SiteRow> rows = new ArrayList<>();
    scores.forEach(
        (key, all) -> {
          String[] names = key.split("\t");
          HiddenScore[] linear = scores.get(names[0] + "\t" + NewScanner.LINEAR);
          int better = 0;
          for (int p = 1; linear != null && p < all.length; p++) {
            better += all[p].r2() > linear[p].r2() ? 1 : 0;
          }
          int shown = linear == null || names[1].equals(NewScanner.LINEAR) ? -1 : better;
          rows.add(new SiteRow(names[0], names[1], "R2", all[0].r2(), shown));
        });
    return rows;
  }

  private HiddenScore[] fresh() {
    HiddenScore[] scores = new HiddenScore[recordings.size() + 1];
    Arrays.setAll(scores, i -> new HiddenScore());
    return scores;
  }

  private List<Map.Entry<String, FilledSignals>> filled(
      RegionSignals recording,
      boolean[][] mask,
      LagMoments came,
      LagMoments alone,
      LagMoments rescaled) {
    List<Map.Entry<String, FilledSignals>> all = new ArrayList<>();
    add(all, LINES, recording, mask, FillMethod.INTERPOLATION, null);
    if (came != null) {
      add(all, NewScanner.LINEAR, recording, mask, FillMethod.GROUP, came);
      add(all, CAME, recording, mask, FillMethod.MODEL, came);
    }
    add(all, RESCALED, recording, mask, FillMethod.OWN_AND_GROUP, rescaled);
    add(all, NETWORK, recording, mask, FillMethod.MODEL, rescaled);
    add(all, ALONE, recording, mask, FillMethod.OWN_AND_GROUP, alone);
    return all;
  }

  private void add(
      List<Map.Entry<String, FilledSignals>> to,
      String name,
      RegionSignals recording,
      boolean[][] mask,
      FillMethod method,
      LagMoments group) {
    FillSettings settings = FillSettings.defaults().withMethod(method).withScored(false);
    FillGaps gaps = new FillGaps(settings, group, method == FillMethod.MODEL ? refinement : null);
    to.add(Map.entry(name, gaps.fill(recording, mask, stop)));
  }

  /** The model's moments at the site's interval; null if they do not reach. */
  private LagMoments came() {
    try {
      return refinement.group().at(recordings.get(0).interval(), 1);
    } catch (BadInput e) {
      notes.add("The model's covariances do not reach to the site's interval: " + e.getMessage());
      return null;
    }
  }

  /** Moments of all recordings of the site but one. */
  private LagMoments others(int person) {
    List<RegionSignals> others = new ArrayList<>(recordings);
    others.remove(person);
    return LagMoments.pooled(others, 1);
  }

  /** The site's moments, shrunk to the model's by how many frames the site has. */
  private static LagMoments rescaled(LagMoments came, LagMoments alone) {
    return came == null ? alone : alone.shrunk(came, alone.frames() / (alone.frames() + PRIOR));
  }

  /** In standard deviations of the whole recording; of regions that the site knows. */
  private void score(
      RegionSignals truth, boolean[][] mask, FilledSignals filled, HiddenScore into) {
    for (int n = 0; n < truth.size(); n++) {
      double[] row = truth.values()[n];
      double mean = Arrays.stream(row).average().orElse(0);
      double sd =
          Math.sqrt(Arrays.stream(row).map(v -> (v - mean) * (v - mean)).average().orElse(0));
      for (int t = 0; known[n] && sd > 0 && t < row.length; t++) {
        if (mask[n][t]) {
          double value = (filled.signals().values()[n][t] - mean) / sd;
          into.add((row[t] - mean) / sd, value, Double.NaN);
        }
      }
    }
  }
}
