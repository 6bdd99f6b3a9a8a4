package org.braindyn.eeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.eeg.artefact.Reconstructed.Stretch;
import org.braindyn.eeg.channel.ChannelQuality;

/**
 * A cleaned recording and what was taken from it.
 *
 * @param cleaned filled and reconstructed values are marked as filled
 * @param removed the recording less the cleaned one, with the marks that the recording had; their
 *     sum is the recording
 * @param quality per channel; empty if bad channels were only named
 * @param fills per bad channel: name, seconds, how it was filled
 * @param stretches in which artefacts were removed
 * @param calm s that were taken as calm; 0 if none were asked for
 * @param notes what a user should know, in sentences
 */
public record CleanedEeg(
    RegionSignals cleaned,
    RegionSignals removed,
    List<ChannelQuality> quality,
    List<Fill> fills,
    List<Stretch> stretches,
    double calm,
    List<String> notes) {
  /**
   * A bad channel.
   *
   * @param seconds "10-60", or "all"
   * @param why reasons, or "named"
   * @param way how it was filled
   */
  public record Fill(String channel, String seconds, String why, String way) {}

  /**
   * The recording as it was before it was cleaned, to float precision where images are added.
   *
   * @param cleaned a cleaned recording
   * @param removed what was removed from it
   * @throws BadInput if they do not belong together
   */
  public static RegionSignals restored(RegionSignals cleaned, RegionSignals removed) {
    if (cleaned.size() != removed.size() || cleaned.frames() != removed.frames()) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s has %d channels x %d samples, what was removed %d x %d: they do not belong"
                  + " together. Choose the image that Clean EEG made beside it.",
              cleaned.source(),
              cleaned.size(),
              cleaned.frames(),
              removed.size(),
              removed.frames()));
    }
    double[][] values = new double[cleaned.size()][cleaned.frames()];
    for (int c = 0; c < values.length; c++) {
      if (!cleaned.regions().get(c).name().equals(removed.regions().get(c).name())) {
        throw new BadInput(
            "Channel "
                + (c + 1)
                + " is "
                + cleaned.regions().get(c).name()
                + " in "
                + cleaned.source()
                + " and "
                + removed.regions().get(c).name()
                + " in what was removed: they do not belong together.");
      }
      for (int t = 0; t < values[c].length; t++) {
        values[c][t] = cleaned.values()[c][t] + removed.values()[c][t];
      }
    }
    return cleaned.withValues(values).withFilled(removed.filled());
  }

  /** Headings of {@link #channelRows}. */
  public static List<String> channelColumns() {
    return List.of(
        "Channel",
        "Bad",
        "Why",
        "Filled by",
        "Missing",
        "Flat",
        "Deviation (z)",
        "Noise above 40 Hz (z)",
        "Mains (z)",
        "Correlation",
        "No neighbour",
        "Prediction",
        "Unlike prediction",
        "Removed (share)");
  }

  /** One row per channel: what was measured, why it is bad, and the share of variance removed. */
  public List<List<String>> channelRows() {
    List<List<String>> rows = new ArrayList<>();
    for (int c = 0; c < cleaned.size(); c++) {
      String name = cleaned.regions().get(c).name();
      List<Fill> of = fills.stream().filter(f -> f.channel().equals(name)).toList();
      List<String> row = new ArrayList<>();
      row.add(name);
      row.add(of.isEmpty() ? "no" : String.join(", ", of.stream().map(Fill::seconds).toList()));
      row.add(String.join("; ", of.stream().map(Fill::why).distinct().toList()));
      row.add(String.join("; ", of.stream().map(Fill::way).distinct().toList()));
      if (quality.isEmpty()) {
        row.addAll(java.util.Collections.nCopies(9, "n/a"));
      } else {
        ChannelQuality q = quality.get(c);
        for (double v :
            new double[] {
              q.missing(),
              q.flat(),
              q.deviation(),
              q.noise(),
              q.mains(),
              q.correlation(),
              q.alone(),
              q.prediction(),
              q.unlike()
            }) {
          row.add(number(v));
        }
      }
      row.add(number(share(c)));
      rows.add(row);
    }
    return rows;
  }

  private double share(int channel) {
    double gone = 0;
    double all = 0;
    double mean = 0;
    int count = 0;
    for (int t = 0; t < cleaned.frames(); t++) {
      double r = removed.values()[channel][t];
      double before = cleaned.values()[channel][t] + r;
      if (Double.isFinite(before)) {
        gone += r * r;
        count++;
        double step = before - mean;
        mean += step / count;
        all += step * (before - mean);
      }
    }
    return all > 0 ? gone / all : Double.NaN;
  }

  /** Headings of {@link #stretchRows}. */
  public static List<String> stretchColumns() {
    return List.of("Start (s)", "End (s)", "Components removed", "Share of variance removed");
  }

  /** One row per stretch of time in which artefacts were removed. */
  public List<List<String>> stretchRows() {
    return stretches.stream()
        .map(
            s ->
                List.of(
                    number(s.start()),
                    number(s.end()),
                    Integer.toString(s.components()),
                    number(s.share())))
        .toList();
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : "n/a";
  }
}
