package org.braindyn.scans;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.Region;
import org.braindyn.data.RegionPositions;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;
import org.braindyn.data.text.Words;
import org.braindyn.io.door.Doors;
import org.braindyn.io.door.FileStart;
import org.braindyn.io.door.ImageDoor;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.tables.LabelTable;
import org.braindyn.io.tables.PositionTable;
import org.braindyn.parcellation.Parcellation;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.ParcellationSettings.LostPolicy;
import org.braindyn.parcellation.ParcellationSettings.NanPolicy;
import org.braindyn.parcellation.ParcellationSettings.Statistic;
import org.braindyn.parcellation.Parcellator;
import org.braindyn.parcellation.Resampling;
import org.braindyn.parcellation.WeightedRegions;

/** Files, names and words of a dialog to one parcellation. */
public final class ParcellateScan {
  private ParcellateScan() {}

  /** Opens a scan file; frames are read when they are needed. */
  public static Volume4D open(File file) {
    return open(file.toPath());
  }

  /** The same, wherever the file lies. */
  public static Volume4D open(Path file) {
    try {
      FileStart start = FileStart.of(file);
      Optional<ImageDoor> door = Doors.find(ImageDoor.class, start);
      if (door.isPresent()) {
        return door.get().open(file);
      }
      Doors.refuseOthers(ImageDoor.class, start, "a scan");
      return Nifti.open(start);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Reads a label file. */
  public static Labels3D labels(File file) {
    return labels(file, null);
  }

  /**
   * Reads a label file for a scan: labels of vertices or greyordinates are brought to its points.
   *
   * @param scan an opened scan, or null
   */
  public static Labels3D labels(File file, Volume4D scan) {
    return labels(file.toPath(), scan);
  }

  /** The same, wherever the file lies. */
  public static Labels3D labels(Path file, Volume4D scan) {
    try {
      Optional<ImageDoor> door = Doors.find(ImageDoor.class, file);
      if (door.isPresent()) {
        return door.get().labels(file, scan);
      }
      Doors.refuseOthers(ImageDoor.class, file, "a label image");
      return Nifti.labels(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * The names of the labels: of a table, else of the label image, else of a table that lies beside
   * the label file under its name (labels.nii.gz: labels.tsv or labels.csv).
   *
   * @param table file, or null
   * @param ofImage regions the label image carries, or null
   * @param labelFile file of the labels, or null
   */
  public static LabelNames names(File table, Regions ofImage, File labelFile) {
    try {
      if (table != null) {
        return LabelTable.read(table.toPath());
      }
      if (ofImage != null) {
        SortedMap<Integer, String> names = new TreeMap<>();
        for (Region region : ofImage) {
          if (region.hasLabel()) {
            names.put(region.label(), region.name());
          }
        }
        return new LabelNames(names, true, "the label image");
      }
      if (labelFile != null) {
        return names(labelFile.toPath());
      }
      return LabelNames.NONE;
    } catch (IOException e) {
      throw unreadable(table, e);
    }
  }

  /** The names that lie beside a label file, or within it. */
  public static LabelNames names(Path labelFile) {
    Path read = labelFile;
    try {
      String stem =
          labelFile.getFileName().toString().replaceFirst("(?i)\\.(nii|nii\\.gz|hdr|img)$", "");
      for (String ending : new String[] {".tsv", ".csv", ".TSV", ".CSV"}) {
        Path beside = labelFile.resolveSibling(stem + ending);
        if (Files.isRegularFile(beside)) {
          read = beside;
          return LabelTable.read(beside);
        }
      }
      Optional<ImageDoor> door = Doors.find(ImageDoor.class, labelFile);
      return door.isPresent() ? door.get().names(labelFile) : LabelNames.NONE;
    } catch (IOException e) {
      throw unreadable(read, e);
    }
  }

  /** Words of a dialog to settings. */
  public static ParcellationSettings settings(
      String statistic,
      String nans,
      String lost,
      boolean resample,
      String resampling,
      File positions,
      double interval) {
    ParcellationSettings settings =
        ParcellationSettings.defaults()
            .withStatistic(Words.choice(Statistic.class, "statistic", statistic))
            .withPolicies(
                Words.choice(NanPolicy.class, "nans", nans),
                Words.choice(LostPolicy.class, "lost", drops(lost) ? "keep" : lost))
            .withResampling(resampling(resample, resampling))
            .withPositions(positions(positions));
    return interval > 0 ? settings.withInterval(interval) : settings;
  }

  /** True if lost regions are taken out afterwards ({@link #withoutLost}). */
  public static boolean drops(String lost) {
    return lost.trim().equalsIgnoreCase("drop");
  }

  /** How labels on another grid are brought over; a way without the wish is a mistake. */
  public static Resampling resampling(boolean resample, String resampling) {
    if (!resample && !resampling.equals("nearest")) {
      throw new BadInput(
          "resampling="
              + resampling
              + " says how labels are resampled, but resample is off. Add resample.");
    }
    return resample ? Words.choice(Resampling.class, "resampling", resampling) : Resampling.REFUSE;
  }

  /** Reads a table of coordinates; none if there is no file. */
  public static RegionPositions positions(File file) {
    try {
      return file == null ? RegionPositions.NONE : PositionTable.read(file.toPath());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Parcellates; reading errors become messages. */
  public static Parcellation run(
      Volume4D scan,
      Labels3D labels,
      LabelNames names,
      ParcellationSettings settings,
      Progress progress) {
    try {
      Parcellation made = new Parcellator(settings).parcellate(scan, labels, names, progress);
      // Vertices and greyordinates are numbered, not placed.
      return scan.pointsOnly() && settings.positions().isEmpty() ? made.withoutPlaces() : made;
    } catch (IOException e) {
      throw new BadInput(scan.name() + " cannot be read: " + Reason.of(e), e);
    }
  }

  /** True if the file is a NIfTI image of several frames: weights, one frame per region. */
  public static boolean isWeights(File labels) {
    if (labels == null || !labels.getName().toLowerCase(Locale.ROOT).matches(".*\\.nii(\\.gz)?")) {
      return false;
    }
    try {
      return Doors.find(ImageDoor.class, labels.toPath()).isEmpty()
          && Nifti.open(labels.toPath()).frames() > 1;
    } catch (IOException e) {
      throw unreadable(labels, e);
    }
  }

  /**
   * Parcellates by the weights of a probabilistic atlas.
   *
   * @param atlas 4-D image, one frame of weights per region
   * @param names table of names by number of the frame, or null for the one beside the atlas
   */
  public static Parcellation byWeights(
      Volume4D scan, File atlas, File names, ParcellationSettings settings, Progress progress) {
    try {
      return WeightedRegions.parcellate(
          scan, open(atlas), names(names, null, atlas), settings, progress);
    } catch (IOException e) {
      throw new BadInput(scan.name() + " cannot be read: " + Reason.of(e), e);
    }
  }

  /** The signals of a result; without lost regions if lost is "drop". */
  public static RegionSignals signals(Parcellation result, String lost) {
    return lost.equals("drop") ? withoutLost(result) : result.signals();
  }

  /**
   * Signals without their lost regions; the quality table still lists them.
   *
   * @throws BadInput if every region is lost
   */
  public static RegionSignals withoutLost(Parcellation result) {
    List<Region> regions = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    RegionSignals all = result.signals();
    for (int r = 0; r < all.size(); r++) {
      if (result.quality().get(r).kept()) {
        regions.add(all.regions().get(r));
        rows.add(all.values()[r]);
      }
    }
    return new RegionSignals(
        new Regions(regions), rows.toArray(new double[0][]), all.interval(), all.source());
  }

  private static BadInput unreadable(Object file, IOException e) {
    return new BadInput(file + " cannot be read: " + Reason.of(e), e);
  }
}
