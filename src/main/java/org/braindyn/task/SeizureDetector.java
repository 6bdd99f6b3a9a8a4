package org.braindyn.task;

import java.util.List;
import org.braindyn.data.Progress;

/** Anything that gives each second of EEG a probability of seizure. */
public interface SeizureDetector {
  /** Name for tables. */
  String name();

  /**
   * Probabilities.
   *
   * @return one per whole second of the piece
   */
  double[] perSecond(LabelledPiece piece, Progress progress);

  /** All pieces, one after the other. */
  default double[] perSecond(List<LabelledPiece> pieces, Progress progress) {
    double[] all = new double[pieces.stream().mapToInt(LabelledPiece::seconds).sum()];
    int at = 0;
    for (LabelledPiece piece : pieces) {
      double[] one = perSecond(piece, progress);
      System.arraycopy(one, 0, all, at, one.length);
      at += one.length;
    }
    return all;
  }
}
