package org.braindyn.io.brainvision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.io.door.Beside;

/**
 * What a .vhdr says.
 *
 * @param data file of the samples
 * @param markers file of the markers, null if none is named
 * @param ascii true for samples as text
 * @param vectorized true if one channel follows the other, false if one sample does
 * @param type INT_16, UINT_16, INT_32 or IEEE_FLOAT_32
 * @param big true for the high byte first
 * @param rate samples per second
 * @param points samples per channel as the header states them, 0 if it does not
 * @param channels in order
 * @param text the header itself
 */
record VhdrHeader(
    Path data,
    Path markers,
    boolean ascii,
    boolean vectorized,
    String type,
    boolean big,
    double rate,
    long points,
    List<ChannelInfo> channels,
    IniText text) {
  private static final int MOST_CHANNELS = 100_000;

  /**
   * One channel.
   *
   * @param resolution unit of one step of the stored numbers
   * @param unit e.g. uV
   */
  record ChannelInfo(String name, double resolution, String unit) {}

  static VhdrHeader read(Path path) throws IOException {
    IniText ini = IniText.read(path);
    String file = ini.file;
    if (!ini.first.replace(" ", "").toLowerCase(Locale.ROOT).contains("brainvision")) {
      throw new BadInput(
          file + " is not a BrainVision header: its first line is \"" + cut(ini.first) + "\".");
    }
    String common = "common infos";
    String domain = ini.get(common, "datatype");
    if (!domain.isEmpty() && !domain.equalsIgnoreCase("TIMEDOMAIN")) {
      throw new BadInput(file + ": DataType=" + domain + "; only TIMEDOMAIN is read.");
    }
    double micros = ini.number(common, "samplinginterval");
    if (!(micros > 0) || Double.isInfinite(micros)) {
      throw new BadInput(
          file + ": SamplingInterval=" + ini.get(common, "samplinginterval") + " is no time (us).");
    }
    double count = ini.number(common, "numberofchannels");
    if (!(count >= 1 && count <= MOST_CHANNELS && count == Math.rint(count))) {
      throw new BadInput(
          file + ": NumberOfChannels=" + ini.get(common, "numberofchannels") + " is impossible.");
    }
    String format = ini.get(common, "dataformat").toUpperCase(Locale.ROOT);
    if (!format.equals("BINARY") && !format.equals("ASCII")) {
      throw new BadInput(file + ": DataFormat=" + format + "; BINARY or ASCII is needed.");
    }
    String order = ini.get(common, "dataorientation").toUpperCase(Locale.ROOT);
    if (!order.equals("VECTORIZED") && !order.equals("MULTIPLEXED")) {
      throw new BadInput(
          file + ": DataOrientation=" + order + "; MULTIPLEXED or VECTORIZED is needed.");
    }
    double points = ini.number(common, "datapoints");
    String marker = ini.get(common, "markerfile");
    return new VhdrHeader(
        Beside.of(path, named(ini.get(common, "datafile"), file)),
        marker.isEmpty() ? null : Beside.of(path, named(marker, file)),
        format.equals("ASCII"),
        order.equals("VECTORIZED"),
        format.equals("ASCII") ? "" : type(ini),
        ini.get("binary infos", "usebigendianorder").equalsIgnoreCase("YES"),
        1e6 / micros,
        points >= 1 ? (long) points : 0,
        channels(ini, (int) count),
        ini);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(40, text.length()));
  }

  /** $b stands for the header's own name. */
  private static String named(String name, String file) {
    return name.replace("$b", file.replaceFirst("(?i)\\.[av]hdr$", ""));
  }

  private static String type(IniText ini) {
    String type = ini.get("binary infos", "binaryformat").toUpperCase(Locale.ROOT);
    if (!Set.of("INT_16", "UINT_16", "INT_32", "IEEE_FLOAT_32").contains(type)) {
      throw new BadInput(
          ini.file
              + ": BinaryFormat="
              + type
              + "; INT_16, UINT_16, INT_32 and IEEE_FLOAT_32 are read.");
    }
    return type;
  }

  private static List<ChannelInfo> channels(IniText ini, int count) {
    List<ChannelInfo> channels = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (int c = 1; c <= count; c++) {
      String value = ini.get("channel infos", "ch" + c);
      if (value.isEmpty()) {
        throw new BadInput(
            ini.file + " announces " + count + " channels but does not describe Ch" + c + ".");
      }
      String[] parts = IniText.parts(value);
      String name = parts[0].isEmpty() ? "channel " + c : parts[0];
      for (int k = 2; !used.add(name); k++) {
        name = parts[0] + " (" + k + ")";
      }
      double resolution =
          parts.length < 3 || parts[2].isEmpty() ? 1 : ini.parse(parts[2], "resolution of Ch" + c);
      if (!Double.isFinite(resolution) || resolution == 0) {
        throw new BadInput(ini.file + ": the resolution of Ch" + c + " is " + resolution + ".");
      }
      String unit = parts.length < 4 || parts[3].isEmpty() ? "uV" : parts[3];
      // Two signs look like this letter: micro and the Greek mu.
      channels.add(
          new ChannelInfo(name, resolution, unit.replace('\u00b5', 'u').replace('\u03bc', 'u')));
    }
    return channels;
  }
}
