package org.braindyn.scans;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import org.braindyn.data.Median;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SameSampling;
import org.braindyn.parcellation.Parcellation;
import org.braindyn.parcellation.RegionQuality;
import org.braindyn.signal.cleaning.Cleaned;

/**
 * What the list of scans says of one result; kept with its recipe, so that no table is read again.
 *
 * @param interval time between frames in s, NaN if there is none
 * @param frames number of frames
 * @param regions number of regions
 * @param lost regions without a value
 * @param tsnr median over regions as text, n/a if there is none
 * @param scrubbed frames left out by cleaning
 * @param message what was noted
 */
record ScanFigures(
    double interval,
    int frames,
    int regions,
    long lost,
    String tsnr,
    int scrubbed,
    String message) {
  static final ScanFigures NONE = new ScanFigures(Double.NaN, 0, 0, 0, "n/a", 0, "");

  /**
   * @param header time between frames that the scan's header gives, in s
   */
  static ScanFigures of(Parcellation p, Cleaned cleaned, double header) {
    RegionSignals signals = p.signals();
    double used = signals.interval();
    String notes = String.join(" ", p.notes());
    if (!SameSampling.equal(used, header)) {
      notes = "Used " + used + " s per frame; the header gives " + header + " s. " + notes;
    }
    int scrubbed = 0;
    if (cleaned != null) {
      notes = (notes + " Cleaning: " + String.join(" ", cleaned.steps())).strip();
      for (boolean frame : cleaned.scrubbed()) {
        scrubbed += frame ? 1 : 0;
      }
    }
    long lost = p.quality().stream().filter(q -> !q.kept()).count();
    double[] tsnr = p.quality().stream().mapToDouble(RegionQuality::tsnr).toArray();
    double median = Median.of(Arrays.stream(tsnr).filter(v -> !Double.isNaN(v)).toArray());
    String middle = Double.isNaN(median) ? "n/a" : String.format(Locale.ROOT, "%.2f", median);
    return new ScanFigures(used, signals.frames(), signals.size(), lost, middle, scrubbed, notes);
  }

  JsonObject json() {
    JsonObject object = new JsonObject();
    object.addProperty("interval", Double.toString(interval));
    object.addProperty("frames", frames);
    object.addProperty("regions", regions);
    object.addProperty("lost", lost);
    object.addProperty("median_tsnr", tsnr);
    object.addProperty("scrubbed", scrubbed);
    object.addProperty("message", message);
    return object;
  }

  static ScanFigures of(JsonObject object) {
    return new ScanFigures(
        Double.parseDouble(object.get("interval").getAsString()),
        object.get("frames").getAsInt(),
        object.get("regions").getAsInt(),
        object.get("lost").getAsLong(),
        object.get("median_tsnr").getAsString(),
        object.get("scrubbed").getAsInt(),
        object.get("message").getAsString());
  }
}
