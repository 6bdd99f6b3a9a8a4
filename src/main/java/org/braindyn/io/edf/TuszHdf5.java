package org.braindyn.io.edf;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.io.arrays.Hdf5;
import org.braindyn.io.arrays.Hdf5Values;

/**
 * HDF5 files in the layouts that seizure-detection code keeps the TUSZ corpus in: whole recordings
 * ({@code resampled_signal} [channel][time] and {@code resample_freq} in Hz) and windows ({@code x}
 * [channel][time] or [window][channel][time] and {@code y_binary}).
 */
public final class TuszHdf5 {
  private TuszHdf5() {}

  /**
   * Labelled windows.
   *
   * @param x [window][channel][time]
   * @param seizure [window]
   */
  public record LabelledWindows(double[][][] x, boolean[] seizure) {}

  /**
   * Reads a whole recording.
   *
   * @param names of its channels in order; if null, the 19 of TUSZ where there are 19
   */
  public static ChannelRecording recording(Path file, List<String> names) {
    return Hdf5.use(file, hdf -> recording(hdf, file, names));
  }

  private static ChannelRecording recording(HdfFile hdf, Path file, List<String> names) {
    double[][] values = matrix(data(hdf, "resampled_signal", file), "resampled_signal", file);
    double rate = scalar(data(hdf, "resample_freq", file));
    if (!(rate > 0) || rate > 1e6) {
      throw new BadInput(name(file) + ": resample_freq is " + rate + "; a rate in Hz is needed.");
    }
    if (names != null && names.size() != values.length) {
      throw new BadInput(
          name(file) + " has " + values.length + " channels, but " + names.size() + " names.");
    }
    List<Channel> channels = new ArrayList<>();
    for (int c = 0; c < values.length; c++) {
      String channel = names == null ? "channel " + (c + 1) : names.get(c);
      channels.add(new Channel(channel, "uV", rate, values[c]));
    }
    return new ChannelRecording(channels, List.of(), List.of(), null, List.of(), name(file));
  }

  /** Reads labelled windows. */
  public static LabelledWindows windows(Path file) {
    return Hdf5.use(file, hdf -> windows(hdf, file));
  }

  private static LabelledWindows windows(HdfFile hdf, Path file) {
    Object x = data(hdf, "x", file);
    Object y = data(hdf, "y_binary", file);
    boolean single = rank(x) == 2;
    int count = single ? 1 : Array.getLength(x);
    double[][][] windows = new double[count][][];
    boolean[] seizure = new boolean[count];
    if (!single && (!y.getClass().isArray() || Array.getLength(y) != count)) {
      throw new BadInput(name(file) + ": y_binary needs one label for each of " + count);
    }
    for (int w = 0; w < count; w++) {
      windows[w] = matrix(single ? x : Array.get(x, w), "x", file);
      double label = scalar(single ? y : Array.get(y, w));
      if (label != 0 && label != 1) {
        throw new BadInput(name(file) + ": y_binary is " + label + "; 0 or 1 is needed.");
      }
      seizure[w] = label == 1;
    }
    return new LabelledWindows(windows, seizure);
  }

  private static Object data(HdfFile hdf, String key, Path file) {
    if (!(hdf.getChildren().get(key) instanceof Dataset dataset)) {
      throw new BadInput(
          name(file)
              + " has no data set \""
              + key
              + "\". It has "
              + String.join(", ", hdf.getChildren().keySet())
              + ".");
    }
    return Hdf5Values.of(hdf, name(file)).checked(dataset).getData();
  }

  private static double[][] matrix(Object data, String key, Path file) {
    if (rank(data) != 2 || Array.getLength(data) == 0) {
      throw new BadInput(name(file) + ": " + key + " must be a table [channel][time].");
    }
    double[][] values = new double[Array.getLength(data)][];
    for (int c = 0; c < values.length; c++) {
      Object row = Array.get(data, c);
      values[c] = new double[Array.getLength(row)];
      for (int t = 0; t < values[c].length; t++) {
        values[c][t] = ((Number) Array.get(row, t)).doubleValue();
      }
    }
    return values;
  }

  private static int rank(Object data) {
    int rank = 0;
    for (Class<?> c = data.getClass(); c.isArray(); c = c.getComponentType()) {
      rank++;
    }
    return rank;
  }

  private static double scalar(Object data) {
    Object value = data;
    while (value.getClass().isArray()) {
      value = Array.get(value, 0);
    }
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
