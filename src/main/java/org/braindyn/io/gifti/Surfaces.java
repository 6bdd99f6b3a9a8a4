package org.braindyn.io.gifti;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Volume4D;
import org.braindyn.io.door.FileStart;
import org.braindyn.io.door.ImageDoor;

/** Series and labels of the vertices of one surface. */
public final class Surfaces implements ImageDoor {
  private static final String LABEL = "NIFTI_INTENT_LABEL";

  @Override
  public String format() {
    return "a GIFTI file of one surface (.gii)";
  }

  @Override
  public boolean knows(FileStart file) {
    return file.ends(".gii", ".gii.gz") || (file.starts("<?xml") && file.text().contains("<GIFTI"));
  }

  @Override
  public Volume4D open(Path path) throws IOException {
    GiftiFile file = GiftiFile.read(path);
    List<double[]> frames = new ArrayList<>();
    for (GiftiArray array : file.arrays()) {
      if (!array.intent().equals(LABEL)) {
        frames(array, frames);
      }
    }
    if (frames.isEmpty()) {
      throw new BadInput(
          file.name()
              + (file.arrays().isEmpty()
                  ? " is the shape of a surface (places and triangles), without values."
                  : " holds labels, no series.")
              + " Give a .func.gii as the scan.");
    }
    for (double[] frame : frames) {
      if (frame.length != frames.get(0).length) {
        throw new BadInput(
            String.format(
                "%s: its arrays have %d and %d vertices; a series has one number of them.",
                file.name(), frames.get(0).length, frame.length));
      }
    }
    return new VertexSeries(frames, file.name());
  }

  /** An array of [vertex] is one frame, one of [vertex, time] several. */
  private static void frames(GiftiArray array, List<double[]> frames) {
    int vertices = array.dims()[0];
    int each = vertices == 0 ? 0 : array.values().length / vertices;
    for (int t = 0; t < each; t++) {
      double[] frame = new double[vertices];
      for (int v = 0; v < vertices; v++) {
        frame[v] = array.values()[v * each + t];
      }
      frames.add(frame);
    }
  }

  @Override
  public Labels3D labels(Path path, Volume4D scan) throws IOException {
    GiftiFile file = GiftiFile.read(path);
    GiftiArray found = null;
    for (GiftiArray array : file.arrays()) {
      found = found == null && array.intent().equals(LABEL) ? array : found;
    }
    if (found == null) {
      throw new BadInput(file.name() + " holds no labels. Give a .label.gii.");
    }
    int[] labels = new int[found.values().length];
    for (int v = 0; v < labels.length; v++) {
      double value = found.values()[v];
      labels[v] = (int) value;
      if (labels[v] != value || value < 0) {
        throw new BadInput(
            file.name() + ": vertex " + v + " has the label " + value + ", which is none.");
      }
      // Key 0 and FreeSurfer's "unknown" are no region.
      labels[v] = background(file.labels().get(labels[v])) ? 0 : labels[v];
    }
    if (scan != null && !(scan instanceof VertexSeries && scan.grid().voxels() == labels.length)) {
      throw new BadInput(
          String.format(
              "%s labels %d vertices of a surface, but %s has %d %s. Both must be of one surface.",
              file.name(),
              labels.length,
              scan.name(),
              scan.grid().voxels(),
              scan instanceof VertexSeries ? "vertices" : "voxels"));
    }
    return new Labels3D(line(labels.length), labels, file.name());
  }

  @Override
  public LabelNames names(Path path) throws IOException {
    GiftiFile file = GiftiFile.read(path);
    SortedMap<Integer, String> names = new TreeMap<>();
    file.labels()
        .forEach(
            (key, name) -> {
              if (key > 0 && !background(name)) {
                names.put(key, name);
              }
            });
    return names.isEmpty() ? LabelNames.NONE : new LabelNames(names, true, file.name());
  }

  private static boolean background(String name) {
    return name != null && (name.isBlank() || name.equals("???") || name.equals("unknown"));
  }

  /** Vertices in a row, without a place in the world. */
  static Grid line(int n) {
    double[][] affine = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}};
    return new Grid(new int[] {n, 1, 1}, affine, Grid.AffineSource.NONE);
  }
}
