package org.braindyn.cohort.site;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.cohort.FeatureTable;
import org.braindyn.cohort.embed.Identification;
import org.braindyn.cohort.features.FeatureSet;
import org.braindyn.cohort.features.FunctionalConnectivity;
import org.braindyn.cohort.features.ModelEmbedding;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.kind.TrainedModel;

/** Who is recognised by half a recording: by the model's embedding and by connectivity. */
final class SiteRecognition {
  private SiteRecognition() {}

  static List<SiteRow> rows(
      TrainedModel model, List<RegionSignals> site, List<String> notes, Progress progress) {
    List<SiteRow> rows = new ArrayList<>();
    rows.add(row(new FunctionalConnectivity(), site, "connectivity"));
    progress.report(0.5, "embedding");
    List<RegionSignals> recordings = SiteResampling.to(model, site);
    int frames = recordings.stream().mapToInt(RegionSignals::frames).min().orElse(0);
    if (model.embedder().isEmpty()) {
      notes.add("The model's network has learnt nothing, so it embeds nothing.");
    } else if (frames / 2 < model.embedder().get().frames()) {
      notes.add("Half a recording is shorter than a window of the model: no embedding.");
    } else {
      rows.add(row(new ModelEmbedding(model), recordings, "embedding"));
    }
    rows.add(new SiteRow("half a recording", "chance", "recognised", 1.0 / site.size(), -1));
    return rows;
  }

  private static SiteRow row(FeatureSet set, List<RegionSignals> recordings, String name) {
    int n = recordings.size();
    double[][][] made = new double[3][n][];
    for (int i = 0; i < n; i++) {
      RegionSignals whole = recordings.get(i);
      int middle = whole.frames() / 2;
      made[0][i] = set.of(whole);
      made[1][i] = set.of(whole.frames(0, middle));
      made[2][i] = set.of(whole.frames(middle, whole.frames()));
    }
    double rate = Identification.of(new FeatureTable(set, made[0], made[1], made[2])).rate();
    return new SiteRow("half a recording", name, "recognised", rate, -1);
  }
}
