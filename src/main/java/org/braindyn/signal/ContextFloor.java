package org.braindyn.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A smallest standard deviation of contexts for recordings whose regions are now and then quiet for
 * a whole context and then move, as rates of single neurons are (docs/adr/0051): after a silent
 * context one spike would be an error of millions of standard deviations, and decide every mean.
 * Others keep the usual floor, to the last bit.
 */
public final class ContextFloor {
  private static final int RECORDINGS = 50;
  private static final int WINDOWS = 200;

  /** A context is quiet if it varies by less than this share of the region's median context. */
  private static final double QUIET = 0.01;

  /** Share of contexts that are quiet before something moves; fewer are accidents. */
  private static final double OFTEN = 1e-3;

  private ContextFloor() {}

  /** The windows with the floor that their recordings need. */
  public static WindowSet applied(WindowSet set) {
    double floor = of(set);
    return floor > ContextNormalisation.FLOOR ? set.withFloor(floor) : set;
  }

  /**
   * The floor, in the recordings' unit: of the regions that are quiet at times, the median of the
   * lower quartiles of their other contexts.
   *
   * @return the usual floor if no region is quiet before it moves
   */
  public static double of(WindowSet set) {
    int context = set.context();
    int length = context + set.horizon();
    List<Recording> all = set.recordings();
    List<Double> quartiles = new ArrayList<>();
    long seen = 0;
    long quiet = 0;
    double[] values = new double[length];
    for (int region = 0; region < set.regions(); region++) {
      List<double[]> contexts = new ArrayList<>();
      int every = (all.size() + RECORDINGS - 1) / RECORDINGS;
      for (int r = 0; r < all.size(); r += every) {
        int starts = all.get(r).frames() - length + 1;
        int step = Math.max(1, Math.max(context / 2, starts / WINDOWS));
        for (int start = 0; start < starts; start += step) {
          all.get(r).read(region, start, length, values, 0);
          contexts.add(spread(values, context));
        }
      }
      double[] sd = contexts.stream().mapToDouble(c -> c[0]).sorted().toArray();
      double least = sd.length == 0 ? 0 : QUIET * sd[sd.length / 2];
      long own = contexts.stream().filter(c -> c[0] < least && c[1] > least).count();
      double[] others = Arrays.stream(sd).filter(v -> v >= least && v > 0).toArray();
      seen += sd.length;
      quiet += own;
      if (own > 0 && others.length > 0) {
        quartiles.add(others[others.length / 4]);
      }
    }
    if (quartiles.isEmpty() || quiet < OFTEN * seen) {
      return ContextNormalisation.FLOOR;
    }
    quartiles.sort(null);
    return Math.max(ContextNormalisation.FLOOR, quartiles.get(quartiles.size() / 2));
  }

  /** Standard deviation of a context, and how far what follows lies from its mean at most. */
  private static double[] spread(double[] values, int context) {
    double mean = 0;
    double squares = 0;
    double far = 0;
    for (int t = 0; t < context; t++) {
      mean += values[t] / context;
    }
    for (int t = 0; t < values.length; t++) {
      double d = Math.abs(values[t] - mean);
      squares += t < context ? d * d / context : 0;
      far = t < context ? far : Math.max(far, d);
    }
    return new double[] {Math.sqrt(squares), far};
  }

  /** What a user should know of it; empty where the usual floor holds. */
  public static String sentence(WindowSet set) {
    double floor = set.shape().floor();
    return floor > ContextNormalisation.FLOOR
        ? String.format(
            java.util.Locale.ROOT,
            "Some regions are silent for whole contexts and then move, as rates of neurons do:"
                + " standard deviations of contexts below %.3g count as %.3g in training and tests.",
            floor,
            floor)
        : "";
  }
}
