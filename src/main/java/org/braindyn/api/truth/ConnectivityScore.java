package org.braindyn.api.truth;

import java.util.List;
import org.braindyn.api.Signals;
import org.braindyn.api.Table;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.text.ResultTable;
import org.braindyn.task.KnownLinks;
import org.braindyn.task.ScoreConnectivity;
import org.braindyn.task.TruthScore;
import org.braindyn.task.TruthTable;

/**
 * Connectivity scored against links that are known.
 *
 * <pre>{@code
 * ConnectivityScore score = ConnectivityScore.of(recordings, wiring, 0.1, 99, 1, Progress.NONE);
 * score.table().number(0, "AUROC");   // the best method
 * score.notes();                      // is it better than shifted recordings, is direction read
 * }</pre>
 */
public final class ConnectivityScore {
  private final List<TruthScore> scores;

  private ConnectivityScore(List<TruthScore> scores) {
    this.scores = scores;
  }

  /**
   * Scores correlation, partial correlation, Granger causality and an autoregression.
   *
   * @param recordings of the same regions; their matrices are averaged
   * @param truth [source][target]; NaN is not known
   * @param density share of pairs, the strongest, that are links; 0 for all other than 0
   * @param shifts shifted copies of the recordings for the null, 0 for none
   * @param seed of the shifts
   * @param watch who watches and may stop it
   * @return one score per method, the best first
   * @throws org.braindyn.data.BadInput if the truth is of other regions, or all pairs are links
   */
  public static ConnectivityScore of(
      List<Signals> recordings,
      double[][] truth,
      double density,
      int shifts,
      long seed,
      Progress watch) {
    List<RegionSignals> data =
        recordings.stream()
            .map(s -> new RegionSignals(s.regions(), s.values(), s.interval(), "recording"))
            .toList();
    KnownLinks known = KnownLinks.of(truth, density);
    return new ConnectivityScore(ScoreConnectivity.of(data, known, shifts, Seed.of(seed), watch));
  }

  /** {@return one row per method: AUROC with interval, shifted recordings, transposed} */
  public Table table() {
    ResultTable made = TruthTable.of(scores);
    return new Table(made.columns(), made.rows());
  }

  /** {@return what the scores mean, one sentence per method} */
  public List<String> notes() {
    return TruthTable.notes(scores);
  }
}
