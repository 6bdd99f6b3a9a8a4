package org.braindyn.masked.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.network.Initialisation;
import org.braindyn.masked.network.Masking;
import org.braindyn.masked.network.Probe;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.RegionSettings;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network of ours, written, read again and run by the call from outside. */
class NetworkFileTest {
  private static final int REGIONS = 9;
  private static final int SAMPLES = 40;

  @TempDir Path folder;

  private String put(String name, double[] values, int... shape) throws IOException {
    Path file = folder.resolve(name);
    Npy.write(file, NpyArray.of(values, shape));
    return file.toString();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void writtenReadAndRun(boolean anchored) throws IOException {
    RegionSettings settings = RegionSettings.own(REGIONS, 16, 10, true, anchored);
    RegionNetwork network = RegionNetwork.own(settings, SAMPLES / 10, 0.5);
    Path file = folder.resolve("own.safetensors");
    double[] x = new Random(1).doubles(REGIONS * SAMPLES, -1, 1).toArray();
    double[] millimetres = new Random(2).doubles(REGIONS * 3, -70, 70).toArray();
    double[] noise = new Random(3).doubles(REGIONS * 4).toArray();
    double[] estimate = new Random(4).doubles(REGIONS * SAMPLES, -1, 1).toArray();
    double[] expected;
    try (Team team = Team.of(Precision.FLOAT, 1)) {
      Vec parameters = Initialisation.own(network, team.first().kernel(), Seed.of(1));
      NetworkFile.write(file, network, parameters, 0.5, Map.of("scaling", "Z_SCORE"));
      int[] kept = Masking.natural(Masking.byNoise(noise, Masking.keep(36, 0.75)));
      double[] places = Arrays.stream(millimetres).map(v -> v / 100).toArray();
      Window window = Window.of(REGIONS, SAMPLES, x, places, kept);
      List<Window> windows = List.of(anchored ? window.anchored(estimate) : window);
      var encoded = network.encode(team, parameters, windows, Probe.NONE);
      expected = network.decode(team, parameters, encoded, Probe.NONE).prediction()[0];
    }
    String[] options = {
      "weights=" + file,
      "signals=" + put("signals.npy", x, REGIONS, SAMPLES),
      "coordinates=" + put("coordinates.npy", millimetres, REGIONS, 3),
      "noise=" + put("noise.npy", noise, REGIONS * 4),
      "anchor=" + put("anchor.npy", estimate, REGIONS, SAMPLES),
      "output=" + folder.resolve("out.npz")
    };
    Map<String, NpyArray> result = MaskedFile.of(options).run(Progress.NONE);
    assertArrayEquals(expected, result.get("logits").numbers(), 1e-7);
    assertArrayEquals(new int[] {1, REGIONS, 4, 10}, result.get("logits").shape());
    LoadedNetwork loaded = LoadedNetwork.read(file, null, REGIONS, SAMPLES);
    assertTrue(loaded.own());
    assertEquals("Z_SCORE", loaded.metadata().get("scaling"));
  }

  @Test
  void missingValuesAndOtherParcellationsAreRefused() throws IOException {
    RegionSettings settings = RegionSettings.own(REGIONS, 16, 10, false, false);
    RegionNetwork network = RegionNetwork.own(settings, SAMPLES / 10, 1);
    Path file = folder.resolve("own.safetensors");
    try (Team team = Team.of(Precision.FLOAT, 1)) {
      Vec start = Initialisation.own(network, team.first().kernel(), Seed.of(1));
      NetworkFile.write(file, network, start, 1, Map.of());
    }
    double[] x = new double[REGIONS * SAMPLES];
    x[5] = Double.NaN;
    String places = put("coordinates.npy", new double[REGIONS * 3], REGIONS, 3);
    refused(file, put("nan.npy", x, REGIONS, SAMPLES), places, "NaN");
    String fewer = put("fewer.npy", new double[5 * SAMPLES], 5, SAMPLES);
    refused(file, fewer, put("five.npy", new double[15], 5, 3), "5 regions");
    refused(file, put("x.npy", new double[SAMPLES * 9], 9, SAMPLES), places + "x", "no such file");
    refused(file, put("odd.npy", new double[9 * 25], 9, 25), places, "Cut it to 20");
    refused(file, put("flat.npy", new double[9], 9), places, "[window, region, time]");
    refused(file, put("y.npy", new double[360], 9, 40), fewer, "coordinates has shape");
  }

  /** A vector belongs to each region: other regions, or another order, are refused by name. */
  @Test
  void regionsInAnotherOrderAreRefused() throws IOException {
    RegionNetwork network =
        RegionNetwork.own(RegionSettings.own(REGIONS, 16, 10, true, false), SAMPLES / 10, 1);
    Path file = folder.resolve("own.safetensors");
    double[] millimetres = new Random(2).doubles(REGIONS * 3, -70, 70).toArray();
    List<Region> regions = new ArrayList<>();
    for (int n = 0; n < REGIONS; n++) {
      double[] place = Arrays.copyOfRange(millimetres, 3 * n, 3 * n + 3);
      regions.add(new Region(n + 1, "R" + n, 5, place));
    }
    try (Team team = Team.of(Precision.FLOAT, 1)) {
      Vec start = Initialisation.own(network, team.first().kernel(), Seed.of(1));
      NetworkFile.write(file, network, start, 1, StoredRegions.metadata(new Regions(regions)));
    }
    String signals = put("x.npy", new double[REGIONS * SAMPLES], REGIONS, SAMPLES);
    String right = put("right.npy", millimetres, REGIONS, 3);
    Path names = folder.resolve("names.txt");
    List<String> order = new ArrayList<>(new Regions(regions).names());
    Files.write(names, order);
    String[] options = {
      "weights=" + file,
      "signals=" + signals,
      "coordinates=" + right,
      "regions=" + names,
      "output=" + folder.resolve("out.npz")
    };
    MaskedFile.of(options).run(Progress.NONE);
    Collections.swap(order, 3, 4);
    Files.write(names, order);
    BadInput e = assertThrows(BadInput.class, () -> MaskedFile.of(options).run(Progress.NONE));
    assertTrue(e.getMessage().contains("another order"), e.getMessage());
    assertTrue(e.getMessage().contains("row 3 (counted from 0) is \"R3\""), e.getMessage());
    order.set(0, "elsewhere");
    Files.write(names, order);
    e = assertThrows(BadInput.class, () -> MaskedFile.of(options).run(Progress.NONE));
    assertTrue(e.getMessage().contains("same parcellation"), e.getMessage());
    double[] swapped = millimetres.clone();
    System.arraycopy(millimetres, 9, swapped, 12, 3);
    System.arraycopy(millimetres, 12, swapped, 9, 3);
    refused(file, signals, put("swapped.npy", swapped, REGIONS, 3), "region 3");
  }

  private void refused(Path weights, String signals, String coordinates, String reason) {
    BadInput e =
        assertThrows(
            BadInput.class,
            () ->
                MaskedFile.of(
                        "weights=" + weights,
                        "signals=" + signals,
                        "coordinates=" + coordinates,
                        "output=" + folder.resolve("out.npz"))
                    .run(Progress.NONE));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }
}
