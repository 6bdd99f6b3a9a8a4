package org.braindyn.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.io.tables.TimeSeriesWriter;

/** Generated data sets, and what lies in folders. */
final class Data {
  private Data() {}

  /** One process, two threads, nothing of it on the network. */
  static SparkConf local() {
    return new SparkConf()
        .setMaster("local[2]")
        .setAppName("test")
        .set("spark.ui.enabled", "false")
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1");
  }

  /** Scans of people and a label image of two regions or more, {@code bids/} and labels.nii. */
  static void scans(Path dir, int people, Grid grid, int frames) throws IOException {
    for (int p = 1; p <= people; p++) {
      Path func = Files.createDirectories(dir.resolve("bids/sub-" + p + "/func"));
      Seed.Stream random = Seed.of(p).stream("frames");
      double[][] values = new double[frames][grid.voxels()];
      for (double[] frame : values) {
        for (int v = 0; v < frame.length; v++) {
          frame[v] = 100 + random.gaussian();
        }
      }
      NiftiWriter.write(
          func.resolve("sub-" + p + "_task-rest_bold.nii.gz"), new Frames(grid, values, 2));
    }
    int[] labels = new int[grid.voxels()];
    for (int v = 0; v < labels.length; v++) {
      labels[v] = v * 8 / labels.length;
    }
    NiftiWriter.writeLabels(dir.resolve("labels.nii"), new Labels3D(grid, labels, "labels"));
  }

  /** Signals of people that drive each other, {@code data/}. */
  static void signals(Path dir, int people, int regions, int frames) throws IOException {
    Path data = Files.createDirectories(dir.resolve("data"));
    for (int p = 0; p < people; p++) {
      Seed.Stream random = Seed.of(p).stream("frames");
      double[][] x = new double[regions][frames];
      for (int t = 1; t < frames; t++) {
        for (int i = 0; i < regions; i++) {
          double from = i == 0 ? 0 : 0.4 * x[i - 1][t - 1];
          x[i][t] = 0.5 * x[i][t - 1] + from + random.gaussian();
        }
      }
      String name = "sub-" + p + ".csv";
      RegionSignals signals = new RegionSignals(Regions.numbered("R", regions), x, 2, name);
      TimeSeriesWriter.write(data.resolve(name), signals);
    }
  }

  /** Files but the lists of calls, name to content. */
  static Map<String, String> content(Path folder) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().startsWith("manifest")) {
          all.put(folder.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return all;
  }
}
