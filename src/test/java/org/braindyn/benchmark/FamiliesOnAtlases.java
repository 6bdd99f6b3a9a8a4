package org.braindyn.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.join.Atlas;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.DirectModel;
import org.braindyn.forecast.family.DirectSums;
import org.braindyn.forecast.family.GroupSums;
import org.braindyn.forecast.family.LinearFits;
import org.braindyn.forecast.family.personal.Carried;
import org.braindyn.forecast.family.personal.RegionTransfer;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.people.Transfers;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.HcpData;
import org.braindyn.training.score.Evaluation;

/**
 * A model carried from one atlas to another by the voxels they share: see {@link FamiliesStudy}.
 */
final class FamiliesOnAtlases {
  /** Seed on which the adapter was chosen; the others test it. */
  private static final long CHOSEN_ON = 1;

  private static final int SOURCES = 60;
  private static final int FRAMES = 600;
  private static final int TRAIN = 8;
  private static final int PEOPLE = 11;
  private static final double RIDGE = 0.63;

  /** Voxels of the field, with their places in mm. */
  private final List<double[]> voxels = new ArrayList<>();

  private final Seed seed;
  private final double[][] loading;
  private final double[][] coupling = new double[SOURCES][SOURCES];

  /**
   * @param seed of sources, their coupling and people
   * @param width of a source, mm (standard deviation)
   */
  private FamiliesOnAtlases(long seed, double width, Atlas... atlases) {
    this.seed = Seed.of(seed);
    Labels3D first = atlases[0].labels();
    int[] size = first.grid().size();
    for (int i = 0; i < first.labels().length; i++) {
      int x = i % size[0];
      int y = i / size[0] % size[1];
      int z = i / (size[0] * size[1]);
      double[] mm = first.grid().toWorld(x, y, z);
      boolean inside = Arrays.stream(atlases).anyMatch(a -> label(a.labels(), mm) != 0);
      if (x % 2 + y % 2 + z % 2 == 0 && inside) {
        voxels.add(mm);
      }
    }
    Seed.Stream random = this.seed.stream("sources");
    double[][] places = new double[SOURCES][];
    for (int s = 0; s < SOURCES; s++) {
      places[s] = voxels.get((int) (random.uniform() * voxels.size()));
    }
    loading = new double[voxels.size()][SOURCES];
    for (int v = 0; v < loading.length; v++) {
      for (int s = 0; s < SOURCES; s++) {
        double d = distance(voxels.get(v), places[s]) / width;
        loading[v][s] = Math.exp(-d * d / 2);
      }
    }
    for (int s = 0; s < SOURCES; s++) {
      coupling[s][s] = 0.7;
      for (int k = 0; k < 3; k++) { // each hears three others
        coupling[(int) (random.uniform() * SOURCES)][s] += 0.25 * (random.uniform() - 0.3);
      }
    }
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(IntStream.range(0, 3).mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i])).sum());
  }

  private static int label(Labels3D labels, double[] mm) {
    Grid grid = labels.grid();
    double[] at = grid.toVoxel(mm);
    int index = 0;
    for (int d = 2; d >= 0; d--) {
      int v = (int) Math.rint(at[d]);
      if (v < 0 || v >= grid.size()[d]) {
        return 0;
      }
      index = index * grid.size()[d] + v;
    }
    return labels.labels()[index];
  }

  /** The field of one person as [voxel][frame], cut by each atlas to means of its regions. */
  private List<RegionSignals> person(int number, Atlas... atlases) {
    Seed.Stream random = seed.derive("person", number).stream("field");
    double[][] x = new double[SOURCES][FRAMES];
    for (int t = 0; t < FRAMES; t++) {
      for (int s = 0; s < SOURCES; s++) {
        for (int k = 0; k < SOURCES && t > 0; k++) {
          x[s][t] += coupling[k][s] * x[k][t - 1];
        }
        x[s][t] += random.gaussian();
      }
    }
    double[][][] sums = new double[atlases.length][][];
    int[][] counts = new int[atlases.length][];
    List<Map<Integer, Integer>> rows = new ArrayList<>();
    for (int a = 0; a < sums.length; a++) {
      Map<Integer, Integer> rowOf = new HashMap<>();
      atlases[a].regions().forEach(r -> rowOf.put(r.label(), rowOf.size()));
      rows.add(rowOf);
      sums[a] = new double[atlases[a].regions().size()][FRAMES];
      counts[a] = new int[sums[a].length];
    }
    for (int v = 0; v < loading.length; v++) {
      double[] field = new double[FRAMES];
      for (int s = 0; s < SOURCES; s++) {
        for (int t = 0; t < FRAMES && loading[v][s] > 1e-3; t++) {
          field[t] += loading[v][s] * x[s][t];
        }
      }
      for (int t = 0; t < FRAMES; t++) {
        field[t] += random.gaussian();
      }
      for (int a = 0; a < sums.length; a++) {
        Integer row = rows.get(a).get(label(atlases[a].labels(), voxels.get(v)));
        if (row != null) {
          counts[a][row]++;
          for (int t = 0; t < FRAMES; t++) {
            sums[a][row][t] += field[t];
          }
        }
      }
    }
    List<RegionSignals> cut = new ArrayList<>();
    for (int a = 0; a < sums.length; a++) {
      for (int r = 0; r < sums[a].length; r++) {
        for (int t = 0; t < FRAMES; t++) {
          sums[a][r][t] /= Math.max(1, counts[a][r]);
        }
      }
      cut.add(new RegionSignals(atlases[a].regions(), sums[a], 1, "person " + number));
    }
    return cut;
  }

  private static Atlas atlas(String file) throws IOException {
    Path path = HcpData.folder(file.substring(0, file.indexOf('/')));
    return Atlas.of(
        Nifti.labels(path.resolve(file.substring(file.indexOf('/') + 1))), LabelNames.NONE);
  }

  /** From AAL2 to itself and to Schaefer's 200, and back. */
  static void run(String aal2, String schaefer) throws IOException {
    Atlas one = atlas(aal2);
    Atlas two = atlas(schaefer);
    run(CHOSEN_ON, 15, one, two);
    for (long seed = CHOSEN_ON + 1; seed <= CHOSEN_ON + 3; seed++) {
      run(seed, 15, one, two);
    }
    run(CHOSEN_ON + 1, 25, one, two);
  }

  private static void run(long seed, double width, Atlas one, Atlas two) {
    FamiliesOnAtlases study = new FamiliesOnAtlases(seed, width, one, two);
    List<List<RegionSignals>> people = new ArrayList<>();
    for (int p = 0; p < PEOPLE; p++) {
      people.add(study.person(p, one, two));
    }
    System.out.printf(
        Locale.ROOT,
        "%n### Seed %d, a field of %d voxels, sources %.0f mm wide, %d people train, %d test%n%n",
        seed,
        study.voxels.size(),
        width,
        TRAIN,
        PEOPLE - TRAIN);
    System.out.println(
        "| from | to | own past | carried, nothing pooled | carried, chosen | trained on the new"
            + " atlas | share of the gain, nothing pooled | chosen |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    row(people, 0, 1, one, two, "AAL2", "Schaefer");
    if (seed == CHOSEN_ON) {
      row(people, 0, 0, one, one, "AAL2", "AAL2");
      row(people, 1, 0, two, one, "Schaefer", "AAL2");
    }
  }

  private static void row(
      List<List<RegionSignals>> people, int from, int to, Atlas a, Atlas b, String x, String y) {
    GroupSums group = sums(people, from);
    GroupSums ceiling = sums(people, to);
    RegionTransfer transfer = Transfers.overlap(a, a.regions(), b, b.regions());
    double[] mean = new double[4];
    double largest = 0;
    for (int p = TRAIN; p < PEOPLE; p++) {
      RegionSignals own = people.get(p).get(to);
      WindowSet first = windows(own, 0, FRAMES * 8 / 10);
      WindowSet last = windows(own, FRAMES * 8 / 10 - 30, FRAMES);
      DirectModel zero = Carried.zeroShot(group, transfer, first);
      DirectModel full = DirectModel.fit(ceiling.sums(), ceiling.ridge(), LinearFits.OWN_SHARE);
      mean[0] += mse(DirectModel.fitOwn(DirectSums.of(first, Progress.NONE), 0.01), last) / 3;
      mean[1] += mse(zero, last) / 3;
      Carried chosen = Carried.of(group, transfer, windows(own, 0, FRAMES), Progress.NONE);
      mean[2] += chosen.personal() / 3;
      System.err.println("  " + people.get(p).get(to).source() + ": " + chosen.chosen());
      mean[3] += mse(full, last) / 3;
      SignalBatch context = last.all().context();
      double[] u = zero.forecast(context, 10, Progress.NONE).values();
      double[] v = full.forecast(context, 10, Progress.NONE).values();
      for (int i = 0; i < u.length && from == to; i++) {
        largest = Math.max(largest, Math.abs(u[i] - v[i]));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.4f | %.4f | %.4f | %.4f | %.0f %%%s | %.0f %% |%n",
        x,
        y,
        mean[0],
        mean[1],
        mean[2],
        mean[3],
        100 * (mean[0] - mean[1]) / (mean[0] - mean[3]),
        from == to ? String.format(Locale.ROOT, ", largest difference %.1e", largest) : "",
        100 * (mean[0] - mean[2]) / (mean[0] - mean[3]));
  }

  private static GroupSums sums(List<List<RegionSignals>> people, int which) {
    List<RegionSignals> some =
        people.subList(0, TRAIN).stream().map(cut -> cut.get(which)).toList();
    return new GroupSums(DirectSums.of(WindowSet.of(some, 30, 10, 1), Progress.NONE), RIDGE);
  }

  private static WindowSet windows(RegionSignals whole, int from, int to) {
    double[][] values =
        Arrays.stream(whole.values())
            .map(row -> Arrays.copyOfRange(row, from, to))
            .toArray(double[][]::new);
    return WindowSet.of(List.of(whole.withValues(values)), 30, 10, 1);
  }

  private static double mse(Forecaster model, WindowSet test) {
    return Evaluation.of(model, test, Progress.NONE).all().mse();
  }
}
