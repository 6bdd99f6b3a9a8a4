package org.braindyn.cohort.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.join.Atlas;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.models.SampleModels;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A masked model tried on another site. */
class NewScannerTest {
  private static final ModelKind KIND = ModelKinds.named("masked");
  private static TrainedModel model;

  @BeforeAll
  static void train() {
    model =
        KIND.train(
            TrainingSplit.all(people(1, 3, 1), 12, 4),
            null,
            org.braindyn.kind.KindSettings.defaults(KIND)
                .with("epochs=3; width=8; depth=1; windows=24; draws=1"),
            TrainingWatch.of(Progress.NONE));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  /** People whose recordings keep every so many frames, as a slower scanner would. */
  private static List<RegionSignals> people(int from, int count, int every) {
    List<RegionSignals> people = new ArrayList<>();
    for (int p = from; p < from + count; p++) {
      RegionSignals fast = SampleModels.recording(p, 120 * every);
      double[][] slow = new double[fast.size()][120];
      for (int n = 0; n < slow.length; n++) {
        for (int t = 0; t < 120; t++) {
          slow[n][t] = fast.values()[n][t * every];
        }
      }
      people.add(
          new RegionSignals(fast.regions(), slow, SampleModels.INTERVAL * every, "person " + p));
    }
    return people;
  }

  private static NewScanner tried(List<RegionSignals> recordings) {
    return NewScanner.of(model, recordings, Seed.of(1), Progress.NONE);
  }

  @Test
  void sameScannerSameAnswersForTheSameSeed() {
    NewScanner one = tried(people(10, 4, 1));
    assertEquals(one.cells(), tried(people(10, 4, 1)).cells());
    double linear = NewScanner.value(one.rows(), "20 % of pieces", NewScanner.LINEAR);
    double lines = NewScanner.value(one.rows(), "20 % of pieces", "time interpolation");
    assertTrue(linear > lines, linear + " " + lines);
    assertEquals(4 * 6 + 3 + 3, one.rows().size());
    for (SiteRow row : one.rows()) {
      assertTrue(Double.isFinite(row.value()), row.toString());
      assertTrue(row.better() <= 4);
    }
    assertTrue(one.notes().get(0).contains("4 kinds of hiding in 4 recordings"));
  }

  /** Twice the time between frames: covariances and patches in seconds. */
  @Test
  void aSlowerScannerIsTakenInSeconds() {
    NewScanner slow = tried(people(10, 3, 2));
    assertTrue(
        slow.notes().stream().anyMatch(n -> n.contains("every 4.000 s, the model every 2.000 s")));
    double linear = NewScanner.value(slow.rows(), "20 % of pieces", NewScanner.LINEAR);
    double network = NewScanner.value(slow.rows(), "20 % of pieces", "network, as it came");
    assertEquals(linear, network, 0.1);
    assertTrue(Double.isFinite(NewScanner.value(slow.rows(), "forecast", "model, as it came")));
  }

  /** A row of voxels, so many to a label; label 0 for the rest. */
  private static Atlas atlas(String name, Regions regions, int... labels) {
    double[][] affine = {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}};
    Grid grid = new Grid(new int[] {labels.length, 1, 1}, affine, Grid.AffineSource.SFORM);
    return Atlas.of(new Labels3D(grid, labels, name), regions);
  }

  private static Regions labelled(List<String> names) {
    List<Region> list = new ArrayList<>();
    for (String name : names) {
      list.add(Region.named(list.size() + 1, name));
    }
    return new Regions(list);
  }

  /** The site cuts the same voxels finer, in another order: means of parts are the wholes again. */
  @Test
  void anotherParcellationIsCarriedByItsVoxels() {
    List<RegionSignals> own = people(10, 3, 1);
    Regions wanted = model.provenance().data().regions();
    int n = wanted.size();
    int[] whole = new int[2 * n];
    int[] parts = new int[2 * n];
    for (int i = 0; i < 2 * n; i++) {
      whole[i] = i / 2 + 1;
      parts[i] = 2 * n - i;
    }
    Regions fine = labelled(IntStream.rangeClosed(1, 2 * n).mapToObj(i -> "Part " + i).toList());
    List<RegionSignals> cut = new ArrayList<>();
    for (RegionSignals r : own) {
      double[][] values = new double[2 * n][r.frames()];
      for (int i = 0; i < 2 * n; i++) {
        for (int t = 0; t < r.frames(); t++) {
          // two parts of a region differ; their mean is its signal
          double apart = 3 * Math.sin(t + i / 2) * (i % 2 == 0 ? 1 : -1);
          values[parts[i] - 1][t] = r.values()[i / 2][t] + apart;
        }
      }
      cut.add(new RegionSignals(fine, values, r.interval(), r.source()));
    }
    Atlas from = atlas("model", labelled(wanted.names()), whole);
    SiteRegions site = SiteRegions.carried(model, cut, from, atlas("site", fine, parts));
    for (int p = 0; p < own.size(); p++) {
      for (int i = 0; i < n; i++) {
        assertArrayEquals(own.get(p).values()[i], site.recordings().get(p).values()[i], 1e-9);
      }
    }
    assertEquals(1, site.notes().size(), site.notes().toString());
    // The last region's voxels are nobody's at the site, and two of its regions are one.
    int[] fewer = parts.clone();
    fewer[2 * n - 1] = 0;
    fewer[2 * n - 2] = 0;
    fewer[0] = fewer[2];
    fewer[1] = fewer[2];
    fewer[3] = fewer[2];
    SiteRegions less = SiteRegions.carried(model, cut, from, atlas("site", fine, fewer));
    assertFalse(less.known()[n - 1]);
    String said = String.join(" ", less.notes());
    assertTrue(said.contains(wanted.get(n - 1).name()), said);
    assertTrue(said.contains("2 of the model's regions have the same signal"), said);
    NewScanner report = NewScanner.of(model, less, Seed.of(1), Progress.NONE);
    for (SiteRow row : report.rows()) {
      assertTrue(Double.isFinite(row.value()), row.toString());
    }
    int[] none = new int[2 * n];
    none[0] = parts[0];
    Atlas small = atlas("site", fine, none);
    BadInput e = assertThrows(BadInput.class, () -> SiteRegions.carried(model, cut, from, small));
    assertTrue(e.getMessage().contains("1 of the model's " + n), e.getMessage());
    refused(cut, "label images of both");
  }

  @Test
  void mistakesAreNamed() {
    refused(people(10, 2, 1), "2 recordings");
    List<RegionSignals> mixed = new ArrayList<>(people(10, 2, 1));
    mixed.addAll(people(12, 1, 2));
    refused(mixed, "each scanner by itself");
    List<RegionSignals> holed = new ArrayList<>(people(10, 3, 1));
    double[][] values =
        Arrays.stream(holed.get(1).values()).map(double[]::clone).toArray(double[][]::new);
    values[1][7] = Double.NaN;
    holed.set(1, holed.get(1).withValues(values));
    refused(holed, "person 11");
  }

  private static void refused(List<RegionSignals> recordings, String reason) {
    BadInput e = assertThrows(BadInput.class, () -> tried(recordings));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }
}
