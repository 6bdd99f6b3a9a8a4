package org.braindyn.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.perturbation.significance.FalseDiscovery;
import org.braindyn.perturbation.significance.NullComparison;
import org.braindyn.perturbation.significance.Surrogates;

/**
 * Is a site called? Two things must hold, so that p and q are the larger of two.
 *
 * <p>The law promises more there than laws fitted to recordings whose regions were shifted against
 * one another. Sites share their targets, so in one recording they are large together or not at
 * all: they are one family, tested by the largest of them (Westfall and Young 1993, single-step
 * maxT). This says that the targets are driven, not by whom: what a law gives every link alike, it
 * gives every site.
 *
 * <p>The site's own past foretells the targets beyond their own past, by a law of the two alone,
 * against the site shifted (false discovery rate over sites, Benjamini and Hochberg 1995).
 */
record SiteTest(double[] p, double[] q) {
  /** A law's promises per site: observed, and of shifted recordings, [surrogate][site]. */
  record Promises(double[] observed, double[][] shifted) {
    /** One family: p per site by its own rank, q by the rank of the largest site. */
    SiteTest family() {
      if (shifted.length < NullComparison.FEWEST) {
        NullComparison.pValues(observed, shifted); // says how many are needed
      }
      int sites = observed.length;
      double[] size = new double[sites];
      for (int s = 0; s < sites; s++) {
        double squares = observed[s] * observed[s]; // exchangeable: the observed one counts too
        for (double[] one : shifted) {
          squares += one[s] * one[s];
        }
        size[s] = Math.sqrt(squares / (shifted.length + 1));
      }
      double[] largest = Arrays.stream(shifted).mapToDouble(one -> largest(one, size)).toArray();
      double[] p = new double[sites];
      double[] q = new double[sites];
      for (int s = 0; s < sites; s++) {
        int site = s;
        double own = ratio(observed[s], size[s]);
        long beside = Arrays.stream(shifted).filter(one -> one[site] >= observed[site]).count();
        long above = Arrays.stream(largest).filter(v -> v >= own).count();
        p[s] = (1.0 + beside) / (1.0 + shifted.length);
        q[s] = (1.0 + above) / (1.0 + shifted.length);
      }
      return new SiteTest(p, q);
    }

    /** Each site by itself. */
    SiteTest single() {
      double[] p = NullComparison.pValues(observed, shifted);
      return new SiteTest(p, FalseDiscovery.adjust(p));
    }

    private static double largest(double[] values, double[] size) {
      double most = 0;
      for (int s = 0; s < values.length; s++) {
        most = Math.max(most, ratio(values[s], size[s]));
      }
      return most;
    }

    private static double ratio(double value, double size) {
      return size > 0 ? value / size : 0;
    }
  }

  /** Both must hold. */
  SiteTest and(SiteTest other) {
    double[] bothP = new double[p.length];
    double[] bothQ = new double[q.length];
    for (int s = 0; s < p.length; s++) {
      bothP[s] = Math.max(p[s], other.p[s]);
      bothQ[s] = Math.max(q[s], other.q[s]);
    }
    return new SiteTest(bothP, bothQ);
  }

  /**
   * Tests every site of a question. Penalties are chosen anew for each shifted recording: chosen
   * once on the recording itself they would favour it.
   *
   * @param law as chosen on the recordings
   */
  static SiteTest of(
      PlanningLaw law,
      List<RegionSignals> recordings,
      PlanQuestion question,
      Sites where,
      PlanEffort effort,
      Progress progress) {
    SitePairs pairs = new SitePairs(question, where, recordings);
    int frames = question.goal().end();
    int block = question.limits().blockFrames();
    double[] observed =
        promises(where.answers(law, law.sums(recordings), frames, block, "law"), question);
    double[] alone = pairs.promises(recordings);
    List<double[]> shifted = new ArrayList<>();
    List<double[]> shiftedAlone = new ArrayList<>();
    for (int k = 0; k < effort.surrogates(); k++) {
      Cancelled.check(progress, "Null distribution");
      progress.report((double) k / effort.surrogates(), "Shifted recordings " + (k + 1));
      List<RegionSignals> fakes = new ArrayList<>();
      for (int r = 0; r < recordings.size(); r++) {
        fakes.add(
            Surrogates.CIRCULAR_SHIFT.of(
                recordings.get(r), effort.seed().derive("shifted " + k, r)));
      }
      PlanningLaw own = PlanningLaw.of(fakes, law.assumption(), law.links(), effort.seed());
      shifted.add(promises(where.answers(own, own.sums(fakes), frames, block, "law"), question));
      shiftedAlone.add(pairs.promises(fakes));
    }
    return new Promises(observed, shifted.toArray(double[][]::new))
        .family()
        .and(new Promises(alone, shiftedAlone.toArray(double[][]::new)).single());
  }

  private static double[] promises(SiteResponses law, PlanQuestion question) {
    WaveformSolver solver = question.solver();
    return Arrays.stream(question.sites()).mapToDouble(s -> promise(law, s, solver)).toArray();
  }

  /** Root of the share that the best waveform at a site saves, by the law itself. */
  static double promise(SiteResponses law, int site, WaveformSolver solver) {
    return Math.sqrt(Math.max(0, solver.worth(law, solver.best(List.of(law), site))));
  }
}
