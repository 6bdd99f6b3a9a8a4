package org.braindyn.stimulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.forecast.Forecaster;
import org.braindyn.kind.OtherAnswer;
import org.braindyn.kind.TrainedModel;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.perturbation.EffectiveConnectivity;
import org.braindyn.perturbation.MapAgreement;
import org.braindyn.perturbation.PerturbationMap;

/**
 * The same question under another assumption about links, to be seen beside the first answer: where
 * both agree one need not choose. It has no tests.
 *
 * @param assumption its name
 * @param values effects in sd: [region][frame] of a perturbation, [source][target] of links
 * @param note what it is, and how it compares with the first answer
 */
public record OtherMap(String assumption, double[][] values, String note) {
  /**
   * Effects of a perturbation under every other assumption of the model.
   *
   * @param first the answer of the model's own assumption
   */
  public static List<OtherMap> of(
      TrainedModel stored, ModelRecordings recordings, PerturbationMap first, Progress progress) {
    List<OtherMap> maps = new ArrayList<>();
    String text = first.perturbation().toString();
    double[][] own = first.mean();
    for (OtherAnswer answer : stored.otherAnswers()) {
      double[][] mean = new double[own.length][first.frames()];
      for (Forecaster law : answer.laws()) {
        Cancelled.check(progress, "Perturbation");
        add(
            mean,
            PerturbSignals.map(
                    law,
                    stored,
                    recordings,
                    recordings.signals(),
                    text,
                    first.frames(),
                    Progress.NONE)
                .mean(),
            1.0 / answer.laws().size());
      }
      // What is done to the perturbed regions is the same in both and would drown the rest.
      MapAgreement both = MapAgreement.NONE;
      for (int r = 0; r < own.length; r++) {
        boolean perturbed = first.perturbed(r);
        both = perturbed ? both : both.plus(row(own[r], mean[r]));
      }
      maps.add(new OtherMap(answer.assumption(), mean, note(answer, both)));
    }
    return maps;
  }

  /** Links under every other assumption of the model, no matter which frames are kept. */
  public static List<OtherMap> links(
      TrainedModel stored,
      ModelRecordings recordings,
      ConnectionStatistics first,
      ConnectionStatistics.Summary summary,
      ConnectSignals.Settings how) {
    List<OtherMap> maps = new ArrayList<>();
    double[][] own = first.effect();
    for (OtherAnswer answer : stored.otherAnswers()) {
      double[][] mean = new double[own.length][own.length];
      for (Forecaster law : answer.laws()) {
        EffectiveConnectivity effects =
            ConnectSignals.effective(
                law,
                recordings.regions(),
                recordings.starts(recordings.signals(), stored, how.windows()),
                how,
                Progress.NONE);
        add(mean, summary.of(effects), 1.0 / answer.laws().size());
      }
      MapAgreement both = MapAgreement.NONE;
      for (int u = 0; u < own.length; u++) {
        double[][] column = new double[own.length][];
        double[][] other = new double[own.length][];
        for (int v = 0; v < own.length; v++) {
          column[v] = new double[] {own[u][v]};
          other[v] = new double[] {mean[u][v]};
        }
        both = both.plus(MapAgreement.of(column, other, u));
      }
      maps.add(new OtherMap(answer.assumption(), mean, note(answer, both)));
    }
    return maps;
  }

  /** All notes, each on its line. */
  public static String notes(List<OtherMap> maps) {
    return maps.stream().map(m -> m.note() + System.lineSeparator()).collect(Collectors.joining());
  }

  private static MapAgreement row(double[] own, double[] other) {
    return MapAgreement.of(new double[][] {own}, new double[][] {other}, -1);
  }

  private static void add(double[][] sum, double[][] part, double weight) {
    for (int r = 0; r < sum.length; r++) {
      for (int t = 0; t < sum[r].length; t++) {
        sum[r][t] += weight * part[r][t];
      }
    }
  }

  private static String note(OtherAnswer answer, MapAgreement both) {
    return String.format(
        Locale.ROOT,
        "%s Its likeness to the first is %.2f (1 = the same but for size), its effects are %.2f times"
            + " as large.",
        answer.sentence(),
        both.cosine(),
        Math.sqrt(both.truth() / both.foretold()));
  }
}
