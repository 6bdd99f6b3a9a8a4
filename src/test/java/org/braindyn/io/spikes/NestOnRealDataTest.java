package org.braindyn.io.spikes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SpikeTrains;
import org.braindyn.signal.SpikeBinning;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spike files of NEST 2 and 3, counted here a second time line by line. */
@Tag("real-data")
class NestOnRealDataTest {
  private static Path shared(String name) {
    Path file = Path.of(System.getProperty("braindyn.shared", "../shared")).resolve("data/" + name);
    assumeTrue(Files.exists(file), "skipped: " + file + " is absent");
    return file;
  }

  private static List<Path> spikes(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.getFileName().toString().startsWith("spike_")).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nest/nest2_gdf, population_GIDs.dat, 0, 1000",
    "nest/nest3_1f6556390, population_nodeids.dat, 0, 1000",
    "nest/nest3_4ca4c6e7c, population_nodeids.dat, 500, 1500"
  })
  void populationCountsEqualAPlainCount(String name, String table, double start, double end)
      throws IOException {
    Path folder = shared(name);
    List<Path> files = spikes(folder);
    assertEquals(8, files.size());
    SpikeTrains read = NestSpikes.read(files, Progress.NONE);
    List<SpikeBinning.Group> groups = new ArrayList<>();
    for (NestSpikes.Population p : NestSpikes.populations(folder.resolve(table))) {
      groups.add(new SpikeBinning.Group(p.name(), p.first(), p.last()));
    }
    SpikeBinning bins = new SpikeBinning(start, end, 10);
    SpikeBinning.Counts counts = bins.count(read, groups);
    double[][] plain = new double[8][100];
    long total = 0;
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        if (Character.isDigit(line.charAt(0))) {
          String[] parts = line.split("\t");
          int id = Integer.parseInt(parts[0]);
          // In tenths of ms, so that no rounding is involved.
          long tenth = Math.round(Double.parseDouble(parts[1]) * 10);
          long bin = (tenth - (long) (start * 10)) / 100;
          total++;
          for (int g = 0; g < 8; g++) {
            if (id >= groups.get(g).first()
                && id <= groups.get(g).last()
                && bin >= 0
                && bin < 100) {
              plain[g][(int) bin]++;
            }
          }
        }
      }
    }
    assertEquals(total, read.size());
    assertEquals(0, counts.unknown());
    double counted = 0;
    for (int g = 0; g < 8; g++) {
      for (int k = 0; k < 100; k++) {
        assertEquals(plain[g][k], counts.counts()[g][k], "population " + g + ", bin " + k);
        counted += plain[g][k];
      }
    }
    assertEquals(total, counted + counts.outside());
    RegionSignals rates = bins.rates(read, groups, null);
    assertEquals(plain[2][7] / 0.01 / groups.get(2).size(), rates.values()[2][7], 1e-9);
  }

  @Test
  void unsortedTimesAreRead() {
    SpikeTrains read =
        NestSpikes.read(List.of(shared("nest/brunel_gdf/brunel-py-in-12503-0.gdf")), Progress.NONE);
    boolean sorted = true;
    for (int k = 1; k < read.size(); k++) {
      sorted &= read.times()[k] >= read.times()[k - 1];
    }
    assertTrue(!sorted && read.size() > 1000);
  }
}
