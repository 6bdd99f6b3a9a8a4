package org.braindyn.io.cifti;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.door.FileStart;
import org.braindyn.io.door.SignalDoor;

/** Signals of parcels: names, step and values of a {@code .ptseries.nii}. */
public final class PtSeries implements SignalDoor {
  @Override
  public String format() {
    return "a CIFTI-2 parcellated series (.ptseries.nii)";
  }

  @Override
  public boolean knows(FileStart file) {
    return CiftiFile.is(file, ".ptseries.nii");
  }

  @Override
  public Imported read(Path path, ImportOptions options) throws IOException {
    CiftiFile file = CiftiFile.open(path);
    boolean seriesAlong = file.along() instanceof CiftiAxis.Series;
    CiftiAxis other = seriesAlong ? file.down() : file.along();
    CiftiAxis time = seriesAlong ? file.along() : file.down();
    if (!(time instanceof CiftiAxis.Series series)
        || !(other instanceof CiftiAxis.Parcels parcels)) {
      throw new BadInput(file.name() + " holds no series of parcels, though its header says so.");
    }
    double[][] matrix = file.matrix();
    if (!seriesAlong) {
      double[][] turned = new double[parcels.size()][series.size()];
      for (int t = 0; t < series.size(); t++) {
        for (int p = 0; p < turned.length; p++) {
          turned[p][t] = matrix[t][p];
        }
      }
      matrix = turned;
    }
    List<String> notes = new ArrayList<>();
    double interval = CiftiFile.interval(series, notes);
    interval = options.interval() > 0 ? options.interval() : interval;
    return new Imported(
        new RegionSignals(regions(parcels, file.name(), notes), matrix, interval, file.name()),
        notes);
  }

  /** Regions in the order of the parcels. */
  static Regions regions(CiftiAxis.Parcels parcels, String file, List<String> notes) {
    List<String> names = parcels.parcels().stream().map(CiftiAxis.Parcel::name).toList();
    if (names.contains("")) {
      throw new BadInput(file + ": parcel " + (names.indexOf("") + 1) + " has no name.");
    }
    if (new HashSet<>(names).size() < names.size()) {
      notes.add("Some regions share a name.");
    }
    List<Region> regions = new ArrayList<>();
    for (Region region : Regions.named(names)) {
      CiftiAxis.Parcel parcel = parcels.parcels().get(regions.size());
      long points = parcel.vertices() + parcel.voxels().length / 3;
      int label = region.hasLabel() ? region.label() : Region.NO_LABEL;
      regions.add(new Region(label, region.name(), points, parcel.centroid()));
    }
    return new Regions(regions);
  }
}
