package org.braindyn.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.perturbation.NullComparison;
import org.braindyn.perturbation.Surrogates;

/**
 * Does stimulating a site promise more than it does by laws fitted to recordings whose regions were
 * shifted against one another? Sites share their targets, so in one recording they are large
 * together or not at all: they are tested as one family by the largest of them (Westfall and Young
 * 1993, single-step maxT).
 */
record SiteTest(double[] p, double[] q) {
  /**
   * Tests.
   *
   * @param observed what is promised per site, 0 or more
   * @param shifted the same of laws fitted to shifted recordings, [surrogate][site]
   * @return p per site by its own rank, and q adjusted for the family: {@code (1 + surrogates whose
   *     largest site is at least as large) / (1 + surrogates)}
   */
  static SiteTest of(double[] observed, double[][] shifted) {
    if (shifted.length < NullComparison.FEWEST) {
      NullComparison.pValues(observed, shifted); // says how many are needed
    }
    int sites = observed.length;
    double[] size = new double[sites];
    for (int s = 0; s < sites; s++) {
      double squares = observed[s] * observed[s]; // exchangeable: the observed one counts as well
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

  /**
   * Laws fitted to shifted recordings. Penalties are chosen anew for each: chosen once on the
   * recording itself they would favour it.
   *
   * @param law as chosen on the recordings
   */
  static List<SiteResponses> shifted(
      PlanningLaw law,
      List<RegionSignals> recordings,
      PlanQuestion question,
      Sites where,
      PlanEffort effort,
      Progress progress) {
    List<SiteResponses> all = new ArrayList<>();
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
      int block = question.limits().blockFrames();
      all.add(where.answers(own, own.sums(fakes), question.goal().end(), block, "shifted"));
    }
    return all;
  }
}
