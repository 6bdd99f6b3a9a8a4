package org.braindyn.training.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.SameSampling;
import org.braindyn.signal.Recording;

/**
 * Recordings of many people with the same regions and sampling interval.
 *
 * @param entries one per recording
 * @param recordings the recordings, in the same order; in memory or mapped from files
 * @param regions the one region order
 * @param interval time between samples in s
 */
public record DataSet(
    List<DataSetEntry> entries, List<Recording> recordings, Regions regions, double interval) {
  /** Checks that recordings belong together and keeps them in memory. */
  public static DataSet of(List<DataSetEntry> entries, List<RegionSignals> signals) {
    RegionSignals first = signals.get(0);
    List<Recording> recordings = new ArrayList<>();
    for (int i = 0; i < signals.size(); i++) {
      check(first, signals.get(i));
      recordings.add(Recording.of(signals.get(i), entries.get(i).person()));
    }
    return new DataSet(entries, recordings, first.regions(), first.interval());
  }

  /**
   * Refuses a recording that cannot be trained on, or that does not belong to the first: other
   * regions, another order, another interval.
   */
  public static void check(RegionSignals first, RegionSignals next) {
    SignalCheck.usable(next);
    SignalCheck.sameRegions(first, next);
    if (!SameSampling.same(next.interval(), first.interval())) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s has a sampling interval of %.4g s, but %s has %.4g s. "
                  + "Bring them to one interval (resample), or train on each alone.",
              next.source(),
              next.interval(),
              first.source(),
              first.interval()));
    }
  }

  /** The person of every recording. */
  public List<String> persons() {
    return entries.stream().map(DataSetEntry::person).toList();
  }

  /** The site of every recording. */
  public List<String> sites() {
    return entries.stream().map(DataSetEntry::site).toList();
  }

  /** Some of the recordings. */
  public List<Recording> recordings(List<Integer> indices) {
    return indices.stream().map(recordings::get).toList();
  }
}
