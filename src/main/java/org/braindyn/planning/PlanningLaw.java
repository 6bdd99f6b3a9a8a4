package org.braindyn.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.FamilyFolds;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.forecast.family.LinearFits;
import org.braindyn.forecast.family.LinkWeights;
import org.braindyn.forecast.family.NetworkAr;
import org.braindyn.forecast.family.ResponseLaw;
import org.braindyn.forecast.family.SimultaneousAr;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.forecast.family.sums.Stretches;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;

/**
 * A linear law that is fitted to recordings in milliseconds, so that plans can be tried on refits:
 * what it assumes about links, and what was chosen for it.
 *
 * @param assumption about links
 * @param order lags
 * @param penalty towards own past and mean, or on squared coefficients
 * @param links given links, [source][target]; null for none
 */
public record PlanningLaw(Assumption assumption, int order, double penalty, double[][] links) {
  private static final int LAGS = 3;
  private static final int NETWORK_LAGS = 5;

  /** Enough to keep a short recording's equations solvable, in sums of squares. */
  private static final double LEAST = 3;

  private static final int CONTEXT = 30;
  private static final int HORIZON = 10;

  /** What is assumed about links. */
  public enum Assumption {
    /** VAR shrunk to own past and mean: every pair has its own, directed link. */
    EVERY_LINK("every link its own"),
    /** Masked VAR: links only where they are given, each with its own strength and sign. */
    GIVEN_LINKS("the given links, each its own"),
    /** Network autoregression, links acting within a frame, too: strengths are the given ones. */
    ONE_LAW("one law on the given weights");

    private final String words;

    Assumption(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * Chooses the penalty on folds of the recordings, where there is one to choose.
   *
   * @param links given links; null for none
   * @throws BadInput if links are needed and none are given, or they are of other regions
   */
  public static PlanningLaw of(
      List<RegionSignals> recordings, Assumption assumption, double[][] links, Seed seed) {
    if (assumption != Assumption.EVERY_LINK) {
      if (links == null) {
        throw new BadInput(
            "A plan by \"" + assumption + "\" needs a graph. Give structure=, or leave it out.");
      }
      if (links.length != recordings.get(0).size()) {
        throw new BadInput(
            String.format(
                "The graph joins %d regions, the recording has %d. Give a graph of the same"
                    + " parcellation.",
                links.length, recordings.get(0).size()));
      }
      int lags = assumption == Assumption.ONE_LAW ? NETWORK_LAGS : LAGS;
      return new PlanningLaw(assumption, lags, LEAST, links);
    }
    int shortest = recordings.stream().mapToInt(RegionSignals::frames).min().orElse(0);
    int context = Math.min(CONTEXT, shortest / 6);
    int horizon = Math.max(1, Math.min(HORIZON, shortest / 20));
    WindowSet windows = WindowSet.of(recordings, Math.max(LAGS, context), horizon, horizon);
    ResponseLaw law = ResponseLaw.of(FamilyFolds.of(FamilyData.of(windows, null, seed))).get(0);
    return new PlanningLaw(assumption, law.order(), law.penalty(), null);
  }

  /** Sums of recordings, each region in z-scores of its recording. */
  public LagSums sums(List<RegionSignals> recordings) {
    return FamilyData.wholeSums(recordings.stream().map(Recording::of).toList(), order);
  }

  /** Fits to sums; nothing is chosen. */
  public Fitted fit(LagSums sums) {
    return switch (assumption) {
      case EVERY_LINK -> {
        LagModel mean = NetworkAr.fit(sums, order, LinkWeights.uniform(sums.regions()));
        yield new Fitted(LinearFits.shrunk(sums, order, penalty, mean), null, sums);
      }
      case GIVEN_LINKS -> new Fitted(LinearFits.masked(sums, order, penalty, links), null, sums);
      case ONE_LAW -> {
        SimultaneousAr law = SimultaneousAr.fit(sums, order, LinkWeights.of("graph given", links));
        yield new Fitted(law.forecasts(), law, sums);
      }
    };
  }

  /**
   * What one law on all links says where no links are known: the mean of two network
   * autoregressions, on partial correlations and on correlations, which is better than either.
   *
   * @throws BadInput if no pair of regions is positively correlated
   */
  static SiteResponses onCorrelations(
      List<RegionSignals> recordings, int[] sites, int frames, int blockFrames) {
    int shortest = recordings.stream().mapToInt(RegionSignals::frames).min().orElse(0);
    int order = Math.max(1, Math.min(NETWORK_LAGS, shortest / CONTEXT));
    LagSums sums = new PlanningLaw(Assumption.ONE_LAW, order, LEAST, null).sums(recordings);
    return SiteResponses.mean(
        List.of(
            SiteResponses.of(
                NetworkAr.fit(sums, order, LinkWeights.partialCorrelation(sums)),
                sites,
                frames,
                blockFrames),
            SiteResponses.of(
                NetworkAr.fit(sums, order, LinkWeights.correlation(sums)),
                sites,
                frames,
                blockFrames)));
  }

  /**
   * Sums of the same recordings cut into stretches and drawn again with replacement (block
   * bootstrap, Kuensch 1989): what another recording of the same person might have been.
   *
   * @param frames length of a stretch
   */
  public LagSums drawnAgain(List<RegionSignals> recordings, int frames, Seed seed) {
    List<double[][]> stretches = new ArrayList<>();
    for (RegionSignals one : recordings) {
      double[][] z = Stretches.standardised(Recording.of(one));
      int pieces = Math.max(1, one.frames() / frames);
      for (int k = 0; k < pieces; k++) {
        int from = (int) ((long) one.frames() * k / pieces);
        int to = (int) ((long) one.frames() * (k + 1) / pieces);
        stretches.add(
            Arrays.stream(z)
                .map(row -> Arrays.copyOfRange(row, from, to))
                .toArray(double[][]::new));
      }
    }
    Seed.Stream random = seed.stream("drawn again");
    List<double[][]> drawn = new ArrayList<>();
    for (int k = 0; k < stretches.size(); k++) {
      drawn.add(stretches.get(random.integer(stretches.size())));
    }
    return LagSums.of(drawn, order);
  }

  /**
   * A fitted law.
   *
   * @param forecasts what forecasts, and generates
   * @param within the law whose links act within a frame, too; null if none do
   * @param sums what it was fitted to
   */
  public record Fitted(LagModel forecasts, SimultaneousAr within, LagSums sums) {
    /** What a block at each site does. */
    public SiteResponses responses(int[] sites, int frames, int blockFrames) {
      return within == null
          ? SiteResponses.of(forecasts, sites, frames, blockFrames)
          : SiteResponses.of(within, sites, frames, blockFrames);
    }
  }
}
