package org.braindyn.api;

import java.io.File;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;
import org.braindyn.data.join.Atlas;
import org.braindyn.models.Saved;
import org.braindyn.scans.ParcellateScan;

/**
 * A label image (atlas, parcellation): a whole number per voxel, 0 outside of all regions, and the
 * names of the numbers; or a 4-D atlas of weights, one frame per region. Labels of vertices and
 * greyordinates are read too (docs/formats.md).
 */
public final class Labels {
  private final File file;
  private final Labels3D given;
  private final Regions carried;
  private final File table;

  private Labels(File file, Labels3D given, Regions carried, File table) {
    this.file = file;
    this.given = given;
    this.carried = carried;
    this.table = table;
  }

  /**
   * A label file. Names are read from a table of the same name beside it (labels.nii.gz:
   * labels.tsv), if there is one.
   *
   * @param file NIfTI, GIFTI, CIFTI ... with whole numbers
   * @return the labels; voxels are read when they are needed
   * @throws org.braindyn.data.BadInput if there is no such file
   */
  public static Labels open(String file) {
    return new Labels(Saved.existing("labels", file), null, null, null);
  }

  /**
   * A label file and a table of its names.
   *
   * @param file NIfTI, GIFTI, CIFTI ... with whole numbers
   * @param names table of label values and names (.tsv, .csv, .txt, .xml)
   * @return the labels
   * @throws org.braindyn.data.BadInput if one of the files is not there
   */
  public static Labels open(String file, String names) {
    return open(file).named(names);
  }

  /**
   * Labels in memory.
   *
   * @param image the label image, [voxel] with x fastest, on its grid
   * @param regions names of its labels; null for "Label 1", "Label 2" ...
   * @return the labels
   */
  public static Labels of(Labels3D image, Regions regions) {
    return new Labels(null, image, regions, null);
  }

  /**
   * The same with the names of a table.
   *
   * @param names table of label values and names; null for none
   * @return the labels
   * @throws org.braindyn.data.BadInput if there is no such file
   */
  public Labels named(String names) {
    return new Labels(file, given, carried, Saved.optional("names", names));
  }

  /** The image for a scan, or for none. */
  Labels3D image(Volume4D scan) {
    return given != null ? given : ParcellateScan.labels(file, scan);
  }

  /** True for a 4-D atlas of weights, one frame per region. */
  boolean weights() {
    return ParcellateScan.isWeights(file);
  }

  File file() {
    return file;
  }

  File table() {
    return table;
  }

  LabelNames names() {
    return ParcellateScan.names(table, carried, file);
  }

  /** Image and names, to paint on. */
  Atlas atlas() {
    return carried != null && table == null
        ? Atlas.of(image(null), carried)
        : Atlas.of(image(null), names());
  }
}
