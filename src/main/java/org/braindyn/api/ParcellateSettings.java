package org.braindyn.api;

import java.io.File;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.Volume4D;
import org.braindyn.models.Saved;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.scans.ParcellateScan;

/**
 * How a scan is cut into regions, in the words of {@code BrainDyn Parcellate}. Immutable: every
 * method gives a changed copy.
 */
public final class ParcellateSettings {
  private final ParcellationSettings settings;
  private final boolean drop;
  private final File mask;
  private final Progress progress;

  private ParcellateSettings(
      ParcellationSettings settings, boolean drop, File mask, Progress progress) {
    this.settings = settings;
    this.drop = drop;
    this.mask = mask;
    this.progress = progress;
  }

  /**
   * {@return the mean over voxels; voxels that are not finite are left out, lost regions kept as
   * NaN, labels on another grid refused}
   */
  public static ParcellateSettings defaults() {
    return new ParcellateSettings(ParcellationSettings.defaults(), false, null, Progress.NONE);
  }

  private ParcellateSettings with(ParcellationSettings other) {
    return new ParcellateSettings(other, drop, mask, progress);
  }

  /**
   * What stands for a region at one time.
   *
   * @param word "mean", "median", "sum", "sd" or "first component"
   * @return a changed copy
   * @throws org.braindyn.data.BadInput if it is another word
   */
  public ParcellateSettings statistic(String word) {
    return with(settings.withStatistic(worded(word, "error", "keep").statistic()));
  }

  /**
   * What is done about voxels that are not finite and regions without a voxel.
   *
   * @param nans "ignore voxel", "drop region" or "error"
   * @param lost "keep" (as NaN), "drop" or "error"
   * @return a changed copy
   * @throws org.braindyn.data.BadInput if one is another word
   */
  public ParcellateSettings policies(String nans, String lost) {
    ParcellationSettings read = worded("mean", nans, lost);
    boolean drops = lost.trim().toLowerCase(Locale.ROOT).equals("drop");
    return new ParcellateSettings(
        settings.withPolicies(read.nanVoxels(), read.lostRegions()), drops, mask, progress);
  }

  private static ParcellationSettings worded(String statistic, String nans, String lost) {
    return ParcellateScan.settings(statistic, nans, lost, false, "nearest", null, 0);
  }

  /**
   * Whether labels on another grid are brought onto the scan's, or refused.
   *
   * @param on whether they are
   * @param word "nearest" (label at the centre of each voxel) or "majority" (the one that fills
   *     most of it)
   * @return a changed copy
   * @throws org.braindyn.data.BadInput if it is another word, or "majority" without the wish
   */
  public ParcellateSettings resample(boolean on, String word) {
    return with(settings.withResampling(ParcellateScan.resampling(on, word)));
  }

  /**
   * Uses only voxels of a mask.
   *
   * @param file image, voxels above 0 are used; null for all voxels
   * @return a changed copy
   * @throws org.braindyn.data.BadInput if there is no such file
   */
  public ParcellateSettings mask(String file) {
    return new ParcellateSettings(settings, drop, Saved.optional("mask", file), progress);
  }

  /**
   * Where the regions are, instead of the centroids of their labels.
   *
   * @param file table of x y z in mm by label value; null for the centroids
   * @return a changed copy
   * @throws org.braindyn.data.BadInput if there is no such file or it is no such table
   */
  public ParcellateSettings positions(String file) {
    return with(
        settings.withPositions(ParcellateScan.positions(Saved.optional("positions", file))));
  }

  /**
   * Time between frames, if the scan's own is wrong or missing.
   *
   * @param seconds TR in s; 0 for the scan's own
   * @return a changed copy
   */
  public ParcellateSettings interval(double seconds) {
    return with(settings.withInterval(seconds > 0 ? seconds : Double.NaN));
  }

  /**
   * Who watches and may stop it.
   *
   * @param watch e.g. a {@link Watch}
   * @return a changed copy
   */
  public ParcellateSettings watch(Progress watch) {
    return new ParcellateSettings(settings, drop, mask, watch);
  }

  ParcellationSettings forScan(Volume4D scan) {
    return mask == null ? settings : settings.withMask(ParcellateScan.labels(mask, scan));
  }

  boolean dropsLost() {
    return drop;
  }

  Progress progress() {
    return progress;
  }
}
