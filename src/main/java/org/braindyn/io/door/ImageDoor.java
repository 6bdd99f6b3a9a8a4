package org.braindyn.io.door;

import java.io.IOException;
import java.nio.file.Path;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Volume4D;

/**
 * Reads frames and labels whose places are points of a brain rather than voxels of a box: vertices
 * of a surface, greyordinates. They are given as an image of n x 1 x 1 voxels without a place in
 * the world, so that whatever works on images works on them.
 */
public interface ImageDoor extends Door {
  /**
   * Opens frames; each is read when it is needed.
   *
   * @param file a series
   * @throws IOException if the file cannot be read
   * @throws org.braindyn.data.BadInput if it is damaged or holds no series
   */
  Volume4D open(Path file) throws IOException;

  /**
   * Reads labels for the points of a series.
   *
   * @param file a file of labels
   * @param scan a series opened by this door, or null for the file's own points
   * @throws IOException if the file cannot be read
   * @throws org.braindyn.data.BadInput if it is damaged, holds no labels, or other points
   */
  Labels3D labels(Path file, Volume4D scan) throws IOException;

  /**
   * The names the file itself gives to its labels; {@link LabelNames#NONE} if it has none.
   *
   * @param file a file of labels
   * @throws IOException if the file cannot be read
   */
  LabelNames names(Path file) throws IOException;

  @Override
  default String use() {
    return "Give it to Parcellate together with labels of the same points (scanfile=, labelsfile=).";
  }
}
