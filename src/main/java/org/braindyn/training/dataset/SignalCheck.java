package org.braindyn.training.dataset;

import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;

/** Refuses recordings that cannot be trained on, naming the file, the region and the remedy. */
public final class SignalCheck {
  private SignalCheck() {}

  /** Refuses NaN and infinite values and constant regions. */
  public static RegionSignals usable(RegionSignals signals) {
    for (int n = 0; n < signals.size(); n++) {
      double[] row = signals.values()[n];
      boolean constant = true;
      for (int t = 0; t < row.length; t++) {
        if (!Double.isFinite(row[t])) {
          if (java.util.Arrays.stream(row).noneMatch(Double::isFinite)) {
            throw new BadInput(
                String.format(
                    "%s: region %s has no value at all; the scan does not cover it. Cut all scans"
                        + " again with BrainDyn Parcellate Folder and lost=drop, which leaves it out"
                        + " of every recording, or leave this recording out.",
                    signals.source(), signals.regions().get(n).name()));
          }
          throw new BadInput(
              String.format(
                  "%s: region %s has the value %s at frame %d. "
                      + "Clean it without censor (scrubbed frames are NaN), drop the region, "
                      + "or leave the recording out.",
                  signals.source(), signals.regions().get(n).name(), row[t], t + 1));
        }
        constant &= row[t] == row[0];
      }
      if (constant) {
        throw new BadInput(
            String.format(
                "%s: region %s is constant (%s in all %d frames), so it cannot be normalised. "
                    + "Drop the region or leave the recording out.",
                signals.source(), signals.regions().get(n).name(), row[0], row.length));
      }
    }
    return signals;
  }

  /** Refuses a recording whose regions are not those of the first, in the same order. */
  public static void sameRegions(RegionSignals first, RegionSignals next) {
    if (next.size() != first.size()) {
      throw new BadInput(
          String.format(
              "%s has %d regions, but %s has %d. All recordings must be cut by one parcellation.",
              next.source(), next.size(), first.source(), first.size()));
    }
    for (int n = 0; n < first.size(); n++) {
      Region a = first.regions().get(n);
      Region b = next.regions().get(n);
      if (!a.same(b)) {
        String expected = a.described(b);
        String found = b.described(a);
        throw new BadInput(
            String.format(
                "%s has region %s in row %d, but %s has %s there. "
                    + "Put the regions of all recordings in one order.",
                next.source(), found, n + 1, first.source(), expected));
      }
    }
  }
}
