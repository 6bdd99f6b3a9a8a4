package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.eeg.channel.BadChannels;
import org.braindyn.eeg.channel.BadLimits;
import org.braindyn.eeg.channel.ChannelQuality;

/** Channels spoilt on purpose: how many are found, and how many good ones are called bad. */
final class EegBadRows {
  private static final String[] KINDS = {"flat", "loud", "faint", "unrelated", "noise", "mains"};
  private static final int DRAWS = 10;

  private EegBadRows() {}

  static void quality(RegionSignals eeg, double mains) {
    System.out.println(
        "\n"
            + eeg.source()
            + "\n"
            + "| channel | flat | deviation | noise | mains | correlation | alone | prediction |"
            + " unlike | why |");
    for (ChannelQuality q : BadChannels.judge(eeg, BadLimits.usual(mains), Progress.NONE)) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f | %.2f | %s |%n",
          q.name(),
          q.flat(),
          q.deviation(),
          q.noise(),
          q.mains(),
          q.correlation(),
          q.alone(),
          q.prediction(),
          q.unlike(),
          String.join(", ", q.reasons()));
    }
  }

  static void row(String name, RegionSignals eeg, double mains) {
    List<String> clean = bad(eeg, mains);
    StringBuilder text =
        new StringBuilder("| " + name + " | " + clean.size() + " of " + eeg.size());
    int falsely = 0;
    for (String kind : KINDS) {
      int hits = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        Seed.Stream random = Seed.of(draw).stream("spoilt");
        int[] order = random.permutation(eeg.size());
        double[][] values =
            Arrays.stream(eeg.values()).map(double[]::clone).toArray(double[][]::new);
        List<String> spoilt = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
          spoil(values[order[k]], kind, 1 / eeg.interval(), random);
          spoilt.add(eeg.regions().get(order[k]).name());
        }
        List<String> found = bad(eeg.withValues(values), mains);
        hits += (int) spoilt.stream().filter(found::contains).count();
        falsely +=
            (int) found.stream().filter(f -> !spoilt.contains(f) && !clean.contains(f)).count();
      }
      text.append(" | ").append(hits).append(" of ").append(2 * DRAWS);
    }
    System.out.println(
        text + " | " + falsely + " of " + KINDS.length * DRAWS * (eeg.size() - 2) + " |");
  }

  private static List<String> bad(RegionSignals eeg, double mains) {
    return BadChannels.judge(eeg, BadLimits.usual(mains), Progress.NONE).stream()
        .filter(ChannelQuality::bad)
        .map(ChannelQuality::name)
        .toList();
  }

  private static void spoil(double[] row, String kind, double rate, Seed.Stream random) {
    double mean = Arrays.stream(row).average().orElse(0);
    double sd = Math.sqrt(Arrays.stream(row).map(v -> (v - mean) * (v - mean)).average().orElse(1));
    double[] old = row.clone();
    double slow = 0;
    for (int t = 0; t < row.length; t++) {
      slow = 0.9 * slow + random.gaussian();
      row[t] =
          switch (kind) {
            case "flat" -> old[t] * 1e-3;
            case "loud" -> old[t] * 8;
            case "faint" -> old[t] * 0.05;
            case "unrelated" -> slow * sd * 0.43; // as strong, of its own course
            case "noise" -> old[t] + 2 * sd * random.gaussian();
            default -> old[t] + 2 * sd * Math.sin(2 * Math.PI * 40 * t / rate);
          };
    }
  }
}
