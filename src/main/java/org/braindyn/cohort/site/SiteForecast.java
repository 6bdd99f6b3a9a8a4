package org.braindyn.cohort.site;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.forecast.Forecaster;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.score.Evaluation;

/** Forecasts at the new site by the model and by a linear one of half of the site's recordings. */
final class SiteForecast {
  private static final String QUESTION = "forecast";
  private static final String MEASURE = "MSE";

  private SiteForecast() {}

  static List<SiteRow> rows(
      TrainedModel model, List<RegionSignals> site, List<String> notes, Progress progress) {
    List<RegionSignals> recordings = SiteResampling.to(model, site);
    List<SiteRow> rows = new ArrayList<>();
    int context = model.context();
    int horizon = model.horizon();
    int frames = recordings.stream().mapToInt(RegionSignals::frames).min().orElse(0);
    if (frames < context + horizon) {
      notes.add("The recordings are too short for the model's context and horizon: no forecasts.");
      return rows;
    }
    double[] mean = new double[3];
    for (int half = 0; half < 2; half++) {
      List<RegionSignals> learn = new ArrayList<>();
      List<RegionSignals> test = new ArrayList<>();
      for (int p = 0; p < recordings.size(); p++) {
        (p % 2 == half ? test : learn).add(recordings.get(p));
      }
      WindowSet windows = WindowSet.of(test, context, horizon, horizon);
      double share = (double) test.size() / recordings.size();
      mean[0] += share * mse(model.forecaster(), windows, progress);
      mean[2] += share * silence(windows);
      ModelKind kind = model.kind();
      KindSettings settings = KindSettings.defaults(kind);
      try (TrainedModel linear =
          kind.train(
              TrainingSplit.all(learn, context, horizon),
              null,
              settings.has("keep") ? settings.with("keep", "estimate") : settings,
              TrainingWatch.of(progress.quiet()))) {
        mean[1] += share * mse(linear.forecaster(), windows, progress);
      } catch (BadInput e) {
        mean[1] = Double.NaN;
      }
    }
    rows.add(new SiteRow(QUESTION, "model, as it came", MEASURE, mean[0], -1));
    rows.add(new SiteRow(QUESTION, "linear, half of the site", MEASURE, mean[1], -1));
    rows.add(new SiteRow(QUESTION, "mean of the context", MEASURE, mean[2], -1));
    return rows;
  }

  private static double mse(Forecaster forecaster, WindowSet windows, Progress progress) {
    return Evaluation.of(forecaster, windows, progress).all().mse();
  }

  private static double silence(WindowSet windows) {
    double sum = 0;
    double[] targets = windows.all().target().values();
    for (double v : targets) {
      sum += v * v / targets.length;
    }
    return sum;
  }
}
