package org.braindyn.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/**
 * A seizure classifier applied second by second: the mean over its windows in each second. A window
 * longer than what is left of the piece ends with the piece; only pieces shorter than a window have
 * no probability.
 */
public final class BrainDynDetector implements SeizureDetector {
  private static final int BLOCK = 256;

  private final SeizureClassifier classifier;

  /**
   * @param classifier whoever opened it closes it
   */
  public BrainDynDetector(SeizureClassifier classifier) {
    this.classifier = classifier;
  }

  @Override
  public String name() {
    return "BrainDyn, " + classifier.representation().label();
  }

  @Override
  public double[] perSecond(LabelledPiece piece, Progress progress) {
    int rate = (int) Math.round(1 / piece.signals().interval());
    int context = classifier.backbone().settings().context();
    int each = Math.max(1, rate / context);
    List<Integer> starts = new ArrayList<>();
    List<Integer> second = new ArrayList<>();
    for (int s = 0; s < piece.seconds(); s++) {
      for (int k = 0; k < each; k++) {
        int start = piece.firstSample(s) + k * (rate / each);
        int last = piece.signals().frames() - context;
        if (last >= 0) {
          starts.add(Math.min(start, last));
          second.add(s);
        }
      }
    }
    double[] sum = new double[piece.seconds()];
    int[] count = new int[sum.length];
    for (int from = 0; from < starts.size(); from += BLOCK) {
      Cancelled.check(progress, "Detection");
      progress.report((double) from / starts.size(), "Detecting");
      List<Integer> part = starts.subList(from, Math.min(starts.size(), from + BLOCK));
      double[] p = classifier.probabilities(gather(piece, part, context));
      for (int k = 0; k < p.length; k++) {
        sum[second.get(from + k)] += p[k];
        count[second.get(from + k)]++;
      }
    }
    for (int s = 0; s < sum.length; s++) {
      sum[s] = count[s] == 0 ? Double.NaN : sum[s] / count[s];
    }
    return sum;
  }

  /** Raw contexts that begin at the given samples of a piece. */
  static SignalBatch gather(LabelledPiece piece, List<Integer> starts, int context) {
    double[][] rows = piece.signals().values();
    SignalBatch batch = new SignalBatch(starts.size(), rows.length, context);
    for (int w = 0; w < starts.size(); w++) {
      for (int c = 0; c < rows.length; c++) {
        System.arraycopy(rows[c], starts.get(w), batch.values(), batch.index(w, c, 0), context);
      }
    }
    return batch;
  }

  /**
   * Labelled windows of pieces, one after the other without overlap.
   *
   * @return raw contexts; a window is ictal if any of its samples is
   */
  public static SeizureTraining.Labelled windows(List<LabelledPiece> pieces, int context) {
    List<double[]> parts = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    int channels = pieces.get(0).signals().size();
    int total = 0;
    for (LabelledPiece piece : pieces) {
      List<Integer> starts = new ArrayList<>();
      for (int start = 0; start + context <= piece.signals().frames(); start += context) {
        starts.add(start);
        boolean any = false;
        for (int k = start; k < start + context; k++) {
          any |= piece.ictal()[k];
        }
        labels.add(any);
      }
      total += starts.size();
      parts.add(gather(piece, starts, context).values());
    }
    SignalBatch all = new SignalBatch(total, channels, context);
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, all.values(), at, part.length);
      at += part.length;
    }
    boolean[] ictal = new boolean[total];
    for (int w = 0; w < total; w++) {
      ictal[w] = labels.get(w);
    }
    return new SeizureTraining.Labelled(all, Arrays.copyOf(ictal, total));
  }
}
