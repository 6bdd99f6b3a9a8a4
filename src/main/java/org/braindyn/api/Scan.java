package org.braindyn.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Volume4D;
import org.braindyn.io.nifti.NiftiMeaning;
import org.braindyn.io.nifti.NiftiType;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.models.Saved;
import org.braindyn.parcellation.Parcellation;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.QualityTable;
import org.braindyn.scans.ParcellateScan;

/**
 * A brain image over time, [x, y, z, time]: a recording, or an answer painted on the brain. Frames
 * are read when they are needed; a scan in a file may be larger than memory.
 */
public final class Scan {
  private final Volume4D volume;
  private final NiftiMeaning meaning;

  private Scan(Volume4D volume, NiftiMeaning meaning) {
    this.volume = volume;
    this.meaning = meaning;
  }

  /**
   * Opens a scan file of any format that is read (NIfTI, GIFTI, CIFTI; docs/formats.md).
   *
   * @param file name of the file
   * @return the scan
   * @throws BadInput if there is no such file, or it holds no scan
   */
  public static Scan open(String file) {
    return of(ParcellateScan.open(Saved.existing("scan", file)));
  }

  /**
   * A scan in memory or of another reader.
   *
   * @param volume frames of voxels, x fastest, on a grid in mm
   * @return the scan
   */
  public static Scan of(Volume4D volume) {
    return new Scan(volume, NiftiMeaning.NONE);
  }

  /** An answer, painted. */
  static Scan painted(Volume4D volume, String what) {
    return new Scan(volume, NiftiMeaning.estimate(what));
  }

  /** Frames of voxels. */
  Volume4D volume() {
    return volume;
  }

  /** {@return where it came from: a file or a title} */
  public String name() {
    return volume.name();
  }

  /** {@return the number of frames} */
  public int frames() {
    return volume.frames();
  }

  /** {@return the time between frames in s (TR); NaN if unknown} */
  public double interval() {
    return volume.interval();
  }

  /**
   * Cuts the scan into regions: one signal per region, the mean over its voxels.
   *
   * @param labels where the regions are, on the scan's grid
   * @return signals [region, time] in the scan's unit, with a quality row per region ({@link
   *     Signals#details()}) and notes
   * @throws BadInput if the labels lie on another grid, or a file cannot be read
   */
  public Signals parcellate(Labels labels) {
    return parcellate(labels, ParcellateSettings.defaults());
  }

  /**
   * As {@link #parcellate(Labels)}, the way the settings say.
   *
   * @param labels where the regions are
   * @param settings what stands for a region, and what becomes of voxels and regions without value
   * @return signals [region, time], with a quality row per region and notes
   * @throws BadInput if the labels lie on another grid and are not to be resampled, or a policy
   *     refuses what is there
   */
  public Signals parcellate(Labels labels, ParcellateSettings settings) {
    ParcellationSettings wanted = settings.forScan(volume);
    Parcellation made =
        labels.weights()
            ? ParcellateScan.byWeights(
                volume, labels.file(), labels.table(), wanted, settings.progress())
            : ParcellateScan.run(
                volume, labels.image(volume), labels.names(), wanted, settings.progress());
    return new Signals(
        settings.dropsLost() ? ParcellateScan.withoutLost(made) : made.signals(),
        made.notes(),
        Table.of(QualityTable.of(made.quality())));
  }

  /**
   * Writes the scan.
   *
   * @param file .nii, .nii.gz or .hdr
   * @throws BadInput if the ending is another one or the file cannot be written
   */
  public void write(String file) {
    if (!file.toLowerCase(Locale.ROOT).matches("(?s).*\\.(nii|nii\\.gz|hdr)")) {
      throw new BadInput("file=" + file + ": a scan is written as .nii, .nii.gz or .hdr.");
    }
    Saved.write(Path.of(file), to -> NiftiWriter.write(to, volume, NiftiType.FLOAT32, meaning));
  }

  /**
   * All values.
   *
   * @return [frame][voxel], x fastest, in the scan's unit
   * @throws BadInput if the file cannot be read
   */
  public double[][] values() {
    double[][] all = new double[volume.frames()][volume.grid().voxels()];
    try (Volume4D.FrameReader reader = volume.open()) {
      for (double[] frame : all) {
        reader.next(frame);
      }
    } catch (IOException e) {
      throw new BadInput(volume.name() + " cannot be read: " + Reason.of(e), e);
    }
    return all;
  }
}
