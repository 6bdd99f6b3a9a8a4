package org.braindyn.io.cifti;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Volume4D;
import org.braindyn.io.door.FileStart;
import org.braindyn.io.door.ImageDoor;

/**
 * Series of greyordinates ({@code .dtseries.nii}) and their labels ({@code .dlabel.nii}), joined by
 * structure and vertex or voxel, never by position in the file.
 */
public final class Greyordinates implements ImageDoor {
  @Override
  public String format() {
    return "a CIFTI-2 file of greyordinates (.dtseries.nii, .dlabel.nii)";
  }

  @Override
  public boolean knows(FileStart file) {
    return CiftiFile.is(file, ".dtseries.nii") || CiftiFile.is(file, ".dlabel.nii");
  }

  @Override
  public Volume4D open(Path path) throws IOException {
    CiftiFile file = CiftiFile.open(path);
    if (file.down() instanceof CiftiAxis.Greyordinates points
        && file.along() instanceof CiftiAxis.Series series) {
      return new DenseSeries(file, points, series);
    }
    throw new BadInput(
        file.name()
            + " holds no series of greyordinates"
            + (file.along() instanceof CiftiAxis.Maps ? " but maps" : "")
            + ". Give a .dtseries.nii as the scan.");
  }

  @Override
  public Labels3D labels(Path path, Volume4D scan) throws IOException {
    CiftiFile file = CiftiFile.open(path);
    if (!(file.along() instanceof CiftiAxis.Maps maps)
        || maps.labels().isEmpty()
        || !(file.down() instanceof CiftiAxis.Greyordinates points)) {
      throw new BadInput(file.name() + " holds no labels of greyordinates. Give a .dlabel.nii.");
    }
    int[] own = new int[points.size()];
    file.rows(
        (row, at, value) -> {
          if (at == 0) {
            own[row] = label(value, row, file.name());
          }
        });
    String which = file.name();
    List<String> notes = new ArrayList<>();
    if (maps.size() > 1) {
      which = String.format("%s (map \"%s\")", which, maps.names().get(0));
      notes.add(
          String.format(
              "%s holds %d maps; the first, \"%s\", was read. For another: wb_command -cifti-merge"
                  + " one.dlabel.nii -cifti %1$s -column 2",
              file.name(), maps.size(), maps.names().get(0)));
    }
    if (scan == null) {
      return new Labels3D(DenseSeries.line(own.length), own, which, notes);
    }
    if (!(scan instanceof DenseSeries dense)) {
      throw new BadInput(
          file.name()
              + " labels greyordinates, but "
              + scan.name()
              + " is an image of voxels. Give the labels as a NIfTI image, or a .dtseries.nii as"
              + " scan.");
    }
    int[] placed = joined(points, own, dense, file.name());
    return new Labels3D(dense.grid(), placed, which, notes);
  }

  private static int label(double value, int row, String file) {
    int label = (int) value;
    if (label != value || label < 0) {
      throw new BadInput(
          file + ": greyordinate " + row + " has the label " + value + ", which is none.");
    }
    return label;
  }

  /** Labels at the greyordinates of the series; 0 where the labels have no such point. */
  private static int[] joined(
      CiftiAxis.Greyordinates from, int[] labels, DenseSeries to, String file) {
    Map<String, Map<Long, Integer>> byStructure = new HashMap<>();
    for (CiftiAxis.Model model : from.models()) {
      Map<Long, Integer> points = new HashMap<>();
      for (int i = 0; i < model.count(); i++) {
        points.put(point(model, i), labels[model.offset() + i]);
      }
      byStructure.put(model.structure(), points);
    }
    int[] placed = new int[to.grid().voxels()];
    int shared = 0;
    for (CiftiAxis.Model model : to.points().models()) {
      check(from, model, file, to.name());
      Map<Long, Integer> points = byStructure.getOrDefault(model.structure(), Map.of());
      for (int i = 0; i < model.count(); i++) {
        Integer label = points.get(point(model, i));
        placed[model.offset() + i] = label == null ? 0 : label;
        shared += label == null ? 0 : 1;
      }
    }
    if (shared == 0) {
      throw new BadInput(file + " and " + to.name() + " have no greyordinate in common.");
    }
    return placed;
  }

  private static void check(
      CiftiAxis.Greyordinates from, CiftiAxis.Model model, String file, String scan) {
    for (CiftiAxis.Model other : from.models()) {
      if (other.structure().equals(model.structure())
          && other.surfaceVertices() != model.surfaceVertices()) {
        throw new BadInput(
            String.format(
                "%s of %s is a surface of %d vertices, that of %s one of %d. Resample one of them:"
                    + " wb_command -cifti-resample",
                model.structure(), scan, model.surfaceVertices(), file, other.surfaceVertices()));
      }
    }
  }

  private static long point(CiftiAxis.Model model, int i) {
    int[] p = model.points();
    return model.surfaceVertices() > 0
        ? p[i]
        : (p[3 * i] & 0xfffffL) << 40 | (p[3 * i + 1] & 0xfffffL) << 20 | p[3 * i + 2] & 0xfffffL;
  }

  @Override
  public LabelNames names(Path path) throws IOException {
    CiftiFile file = CiftiFile.open(path);
    if (!(file.along() instanceof CiftiAxis.Maps maps) || maps.labels().isEmpty()) {
      return LabelNames.NONE;
    }
    SortedMap<Integer, String> names = new TreeMap<>();
    maps.labels()
        .get(0)
        .forEach(
            (key, name) -> {
              if (key > 0 && !name.isBlank()) {
                names.put(key, name);
              }
            });
    // The table of a file with several maps often names the labels of all of them.
    return new LabelNames(names, maps.size() == 1, file.name());
  }
}
