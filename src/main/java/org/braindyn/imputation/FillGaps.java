package org.braindyn.imputation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.kernel.linalg.Matrix;

/**
 * Fills scrubbed frames, lost regions and gaps of a recording, with intervals and an honest score.
 *
 * <pre>{@code
 * LagMoments group = LagMoments.pooled(otherPeople, 2); // or null: the recording alone
 * FilledSignals result = new FillGaps(FillSettings.defaults(), group)
 *     .fill(recording, null, Progress.NONE);            // NaN marks what is missing
 * result.signals();                                      // filled
 * result.filled();                                       // which values are estimates
 * result.low(0.9);                                       // 90 % intervals with high(0.9)
 * result.score().all().r2();                             // from values hidden on purpose
 * }</pre>
 */
public final class FillGaps {
  private static final int SECOND_LAG_UP_TO = 200; // regions; above, two lags take minutes

  private static final int LONG_GAP = 10; // frames

  private static final int ENOUGH_FRAMES = 150; // hidden on purpose, to scale at all

  private static final double PRIOR_FRAMES = 80; // hidden frames that "do not scale" counts for

  private final FillSettings settings;
  private final LagMoments group;
  private final Refinement refinement;

  /** What a trained model adds to a linear estimate; others implement it. */
  public interface Refinement {
    /** Moments of the recordings that it has learnt from. */
    LagMoments group();

    /**
     * Estimates anew what is missing.
     *
     * @param z z-scored by what is seen, [region][time]; 0 where missing
     * @param seen [region][time], true where a value is known
     * @param linear the linear estimate and its variance
     * @param interval time between frames in s; NaN if unknown
     * @param progress asked to stop
     * @return estimates, [region][time]; seen values as they are in the linear mean
     */
    double[][] refine(
        double[][] z, boolean[][] seen, Estimate linear, double interval, Progress progress);
  }

  /**
   * @param settings method, rules and seed
   * @param group moments of other people with the same regions; null if there is none
   * @throws BadInput if the method needs a group and there is none
   */
  public FillGaps(FillSettings settings, LagMoments group) {
    this(settings, group, null);
  }

  /**
   * The same with a trained model, for {@link FillMethod#MODEL}.
   *
   * @param others moments of other people; null for those that the model has learnt from
   * @param refinement the model; null for none
   * @throws BadInput if the method needs a group or a model and there is none
   */
  public FillGaps(FillSettings settings, LagMoments others, Refinement refinement) {
    LagMoments group = others == null && refinement != null ? refinement.group() : others;
    if (settings.method() == FillMethod.MODEL && refinement == null) {
      throw new BadInput(
          "The method \"trained model\" needs a model file of a masked autoencoder: give model=, or"
              + " take another method.");
    }
    if (group == null && settings.method().needsGroup()) {
      throw new BadInput(
          "The method \""
              + settings.method().title()
              + "\" needs a group of other recordings. Give one, or take \""
              + FillMethod.OWN.title()
              + "\".");
    }
    this.settings = settings;
    this.group = group;
    this.refinement = refinement;
  }

  /**
   * Fills a recording.
   *
   * @param recording signals in any unit; NaN marks missing values, and what was filled before is
   *     filled anew
   * @param missing [region][time], true where a value is to be filled whatever it is; null if NaN
   *     alone says so
   * @param progress reports, and may cancel
   * @throws BadInput if nothing is seen, the regions are not the group's, or a region is lost and
   *     the settings refuse that
   * @throws org.braindyn.data.Cancelled if cancelled
   */
  public FilledSignals fill(RegionSignals recording, boolean[][] missing, Progress progress) {
    boolean[][] seen = Missing.seen(recording, missing);
    boolean[][] given = Arrays.stream(seen).map(boolean[]::clone).toArray(boolean[][]::new);
    Scaling scaling = Scaling.of(recording.values(), seen);
    List<Integer> lost = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    for (int n = 0; n < seen.length; n++) {
      (scaling.sd()[n] > 0 ? kept : lost).add(n);
      if (scaling.sd()[n] == 0) {
        Arrays.fill(seen[n], false);
      }
    }
    List<String> names = lost.stream().map(n -> recording.regions().get(n).name()).toList();
    check(recording, kept, names);
    boolean leave = !lost.isEmpty() && settings.lost() == LostRegions.LEAVE;
    if (leave && settings.method() == FillMethod.MODEL) {
      throw new BadInput(
          "A trained model takes all of its regions: fill lost ones too, or take another method.");
    }
    int[] rows = (leave ? kept.stream() : kept(seen.length)).mapToInt(n -> n).toArray();
    boolean[][] view = pick(seen, rows);
    LagMoments moments = moments(recording, rows);
    double[][] z = pick(scaling.scaled(recording.values(), seen), rows);
    FillMethod method = method(view);
    int order = order(view, moments);
    KalmanSettings kalman = settings.kalman().withOrder(Math.max(1, order));
    Bars bars = new Bars(method, kalman, moments, refinement, recording.interval());
    // a few long gaps hidden on purpose, or a short run, are too little to learn factors from
    boolean wished =
        settings.method() == FillMethod.AUTO
            && !mostlyLongGaps(view)
            && view[0].length >= ENOUGH_FRAMES;
    boolean tried = wished || settings.scored();
    Estimate linear = bars.fill(z, view, progress.part(0, tried ? 0.5 : 0.95));
    Bars.Trial trial =
        tried ? bars.trial(z, view, settings.seed(), progress.part(0.5, 0.95)) : null;
    boolean scaled = wished && trial != null && trial.frames() >= ENOUGH_FRAMES;
    DeviationScales scales = scaled ? trial.scales(PRIOR_FRAMES) : DeviationScales.NONE;
    Estimate estimate = linear.variance() == null ? linear : scales.of(linear);
    FillScore score =
        trial == null || !settings.scored()
            ? null
            : (scaled ? trial.scaled(PRIOR_FRAMES) : trial).score();
    for (int n : leave ? lost : List.<Integer>of()) {
      seen[n] = given[n];
    }
    Written written = new Written(recording, seen, guessed(scaling, kept), rows);
    boolean lags =
        method == FillMethod.OWN_AND_GROUP
            || method == FillMethod.OWN
            || method == FillMethod.MODEL;
    return new FilledSignals(
        written.values(estimate).withFilled(written.filled()),
        written.filled(),
        written.sd(estimate),
        method,
        lags || method == FillMethod.GROUP ? order : 0,
        names,
        connectivity(z, view, linear, progress.part(0.95, 1)),
        score == null ? null : written.spread(score));
  }

  /** From the recording alone where enough frames are seen whole, else by the method's moments. */
  private double[][] connectivity(
      double[][] z, boolean[][] seen, Estimate estimate, Progress progress) {
    double[][] own =
        estimate.posterior() == null
            ? null
            : OwnMoments.connectivity(z, seen, settings.kalman(), progress);
    return own == null ? estimate.connectivity() : own;
  }

  private static java.util.stream.Stream<Integer> kept(int regions) {
    return java.util.stream.IntStream.range(0, regions).boxed();
  }

  private void check(RegionSignals recording, List<Integer> kept, List<String> lost) {
    if (kept.isEmpty()) {
      throw new BadInput(
          recording.source()
              + ": every region is missing or constant, so there is nothing to fill from.");
    }
    if (group != null && group.regions() != recording.size()) {
      throw new BadInput(
          String.format(
              "%s has %d regions, the group %d. Take a group of the same parcellation.",
              recording.source(), recording.size(), group.regions()));
    }
    boolean ungrouped = group == null && settings.lost() == LostRegions.FILL;
    if (!lost.isEmpty() && (ungrouped || settings.lost() == LostRegions.REFUSE)) {
      throw new BadInput(
          String.format(
              "%s: %d regions are never seen or constant (%s). %s",
              recording.source(),
              lost.size(),
              String.join(", ", lost.subList(0, Math.min(8, lost.size()))),
              "Give a group of other recordings to fill them from, or leave them missing."));
    }
  }

  private LagMoments moments(RegionSignals recording, int[] rows) {
    if (group == null) {
      return null;
    }
    int order = settings.kalman().order();
    int wanted = Math.max(order, Math.min(2, group.highest()));
    // A slower recording may need lags that the group does not have; one may do.
    int most = settings.method() == FillMethod.AUTO ? reachable(recording, wanted) : wanted;
    LagMoments moved = group.at(recording.interval(), most);
    if (rows.length == recording.size()) {
      return moved;
    }
    List<Matrix> lags =
        moved.lags().stream().map(m -> Blocks.columns(Blocks.rows(m, rows), rows)).toList();
    return new LagMoments(lags, moved.interval(), moved.frames());
  }

  private int reachable(RegionSignals recording, int wanted) {
    double step = recording.interval() / group.interval();
    boolean further = !Double.isNaN(step) && step * wanted > group.highest() * 1.01;
    return further ? 1 : Math.min(wanted, group.highest());
  }

  private FillMethod method(boolean[][] seen) {
    if (settings.method() != FillMethod.AUTO) {
      return settings.method();
    }
    double share = Missing.count(seen) / ((double) seen.length * seen[0].length);
    if (group == null) {
      return FillMethod.OWN;
    }
    return 1 - share > settings.groupAloneAbove() ? FillMethod.GROUP : FillMethod.OWN_AND_GROUP;
  }

  /**
   * A second lag where most of what is missing are long gaps of whole frames, of which only the
   * past and the future can tell; elsewhere its coefficients cost more than they bring.
   */
  private int order(boolean[][] seen, LagMoments moments) {
    int asked = settings.kalman().order();
    boolean could = seen.length <= SECOND_LAG_UP_TO && (moments == null || moments.highest() > 1);
    boolean free = settings.method() == FillMethod.AUTO && asked == 1 && could;
    return free && mostlyLongGaps(seen) ? 2 : asked;
  }

  private static boolean mostlyLongGaps(boolean[][] seen) {
    VisiblePatterns patterns = new VisiblePatterns(seen);
    long inLongGaps = 0;
    int gap = 0;
    for (int t = 0; t <= patterns.frames(); t++) {
      if (t < patterns.frames() && patterns.visible(patterns.at(t)).length == 0) {
        gap++;
      } else {
        inLongGaps += gap >= LONG_GAP ? (long) gap * seen.length : 0;
        gap = 0;
      }
    }
    long missing = (long) seen.length * seen[0].length - Missing.count(seen);
    return 2 * inLongGaps > missing;
  }

  /** Regions that are never seen get the median mean and standard deviation of the others. */
  private static Scaling guessed(Scaling scaling, List<Integer> kept) {
    double[] mean = scaling.mean().clone();
    double[] sd = scaling.sd().clone();
    double middle = median(kept.stream().mapToDouble(n -> scaling.mean()[n]).toArray());
    double scale = median(kept.stream().mapToDouble(n -> scaling.sd()[n]).toArray());
    for (int n = 0; n < mean.length; n++) {
      mean[n] = sd[n] > 0 ? mean[n] : middle;
      sd[n] = sd[n] > 0 ? sd[n] : scale;
    }
    return new Scaling(mean, sd);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int n = values.length;
    return 0.5 * (values[(n - 1) / 2] + values[n / 2]);
  }

  private static boolean[][] pick(boolean[][] all, int[] rows) {
    return Arrays.stream(rows).mapToObj(n -> all[n]).toArray(boolean[][]::new);
  }

  private static double[][] pick(double[][] all, int[] rows) {
    return Arrays.stream(rows).mapToObj(n -> all[n]).toArray(double[][]::new);
  }
}
