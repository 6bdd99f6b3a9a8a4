package org.braindyn.scans;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.Volume4D;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.ImportOptions.Orientation;
import org.braindyn.io.arrays.NpySignals;
import org.braindyn.io.cifti.PtSeriesWriter;
import org.braindyn.io.derivatives.DerivativeSignals;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.nifti.NiftiType;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.models.SignalsFile;
import org.braindyn.parcellation.DataLabels;
import org.braindyn.parcellation.MaskLabels;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.Parcellator;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.parcellation.Resampling;
import us.hebi.matlab.mat.types.Matrix;

/** Every way of making signals, as one thing: truth goes in, what a user would get comes out. */
enum SignalSource {
  LABELS(true, true, true),
  LABELS_BY_QFORM_RESAMPLED(true, true, true),
  OUTLINES(true, true, true),
  CLUSTERS(false, true, false),
  CSV(true, true, true),
  TSV(true, true, true),
  REGIONS_IN_ROWS(true, false, true),
  ONE_D(false, false, true),
  NPY(false, false, true),
  NPZ(true, true, true),
  MATLAB_5(false, false, true),
  HDF5(false, false, true),
  CIFTI_PARCELS(true, true, true),
  CIFTI_GREYORDINATES(true, true, true),
  GIFTI(true, false, true),
  BIDS_DERIVATIVE(true, true, true),
  AFNI_ROI_STATS(true, false, true),
  BRAINVISION(true, true, true),
  EEGLAB(true, true, true);

  /** True if region names survive; otherwise regions are numbered. */
  final boolean names;

  /** True if the time between samples survives; otherwise it must be given. */
  final boolean interval;

  /** True if constant and NaN regions can be told from background. */
  final boolean constants;

  SignalSource(boolean names, boolean interval, boolean constants) {
    this.names = names;
    this.interval = interval;
    this.constants = constants;
  }

  RegionSignals make(RegionSignals truth, Path dir) throws IOException {
    return switch (this) {
      case LABELS -> image(truth, dir, labels(truth, 1), names(truth), false);
      case LABELS_BY_QFORM_RESAMPLED -> image(truth, dir, labels(truth, 2), names(truth), true);
      case OUTLINES -> {
        Labels3D all = labels(truth, 1);
        List<MaskLabels.Mask> masks = new ArrayList<>();
        for (int r = 0; r < truth.size(); r++) {
          boolean[] inside = new boolean[all.labels().length];
          for (int v = 0; v < inside.length; v++) {
            inside[v] = all.labels()[v] == truth.regions().get(r).label();
          }
          masks.add(new MaskLabels.Mask(truth.regions().get(r).name(), inside));
        }
        MaskLabels.Made made = MaskLabels.make(all.grid(), masks, "outlines");
        yield image(truth, dir, made.labels(), made.names(), false);
      }
      case CLUSTERS -> {
        Labels3D where = labels(truth, 1);
        Volume4D scan = RegionPainter.paint(where, truth, 0);
        DataLabels.Settings settings =
            new DataLabels.Settings(
                DataLabels.Method.WARD, truth.size(), 1, where, -1e9, Seed.of(1));
        Labels3D made = DataLabels.make(scan, settings, Progress.NONE);
        yield image(truth, dir, made, LabelNames.NONE, false);
      }
      case CSV, TSV -> {
        Path path = dir.resolve(this == CSV ? "a.csv" : "a.tsv");
        TimeSeriesWriter.write(path, truth);
        yield read(path, ImportOptions.auto());
      }
      case REGIONS_IN_ROWS -> {
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < truth.size(); r++) {
          text.append(truth.regions().get(r).name()).append(row(truth.values()[r], "\t"));
        }
        yield read(Files.writeString(dir.resolve("r.tsv"), text), given(truth));
      }
      case ONE_D -> {
        StringBuilder text = new StringBuilder("# AFNI\n");
        for (double[] row : truth.values()) {
          text.append(row(row, " ").strip()).append('\n');
        }
        yield read(Files.writeString(dir.resolve("a.1D"), text), given(truth));
      }
      case NPY, NPZ -> {
        Path path = dir.resolve(this == NPY ? "a.npy" : "a.npz");
        NpySignals.write(path, truth);
        yield read(path, this == NPZ ? ImportOptions.auto() : given(truth));
      }
      case MATLAB_5 -> {
        Matrix tc = us.hebi.matlab.mat.format.Mat5.newMatrix(truth.size(), truth.frames());
        for (int r = 0; r < truth.size(); r++) {
          for (int t = 0; t < truth.frames(); t++) {
            tc.setDouble(r, t, truth.values()[r][t]);
          }
        }
        Path path = dir.resolve("a.mat");
        us.hebi.matlab.mat.format.Mat5.writeToFile(
            us.hebi.matlab.mat.format.Mat5.newMatFile().addArray("tc", tc), path.toFile());
        yield read(path, ImportOptions.auto().withInterval(truth.interval()));
      }
      case HDF5 -> {
        Path path = dir.resolve("a.h5");
        try (WritableHdfFile file = HdfFile.write(path)) {
          file.putDataset("x", truth.values());
        }
        yield read(path, given(truth));
      }
      case CIFTI_PARCELS -> {
        Path path = dir.resolve("a.ptseries.nii");
        PtSeriesWriter.write(path, truth, null);
        yield read(path, ImportOptions.auto());
      }
      case BIDS_DERIVATIVE -> {
        Path path = dir.resolve("sub-1_timeseries.tsv");
        DerivativeSignals.write(path, truth);
        yield read(path, ImportOptions.auto());
      }
      default -> NewDoors.make(this, truth, dir);
    };
  }

  /** True if a file can be silent about the time between samples. */
  boolean canBeSilent() {
    return this != CIFTI_PARCELS && this != BRAINVISION && this != EEGLAB;
  }

  private static ImportOptions given(RegionSignals truth) {
    return ImportOptions.auto()
        .withOrientation(Orientation.REGIONS_IN_ROWS)
        .withInterval(truth.interval());
  }

  static RegionSignals read(Path path, ImportOptions options) throws IOException {
    return SignalsFile.read(path, options, null).signals();
  }

  private static String row(double[] values, String separator) {
    StringBuilder text = new StringBuilder();
    for (double v : values) {
      text.append(separator).append(Double.isNaN(v) ? "NaN" : Double.toString(v));
    }
    return text.append('\n').toString();
  }

  private static LabelNames names(RegionSignals truth) {
    TreeMap<Integer, String> names = new TreeMap<>();
    truth.regions().forEach(r -> names.put(r.label(), r.name()));
    return new LabelNames(names, true, "table");
  }

  /** Three voxels per region along x, on a grid with an affine; finer if asked. */
  private static Labels3D labels(RegionSignals truth, int finer) {
    double[][] affine = {{2.0 / finer, 0, 0, -10}, {0, 2, 0, 5}, {0, 0, 2, 1}};
    affine[0][3] += finer == 1 ? 0 : -0.5;
    int[] size = {3 * truth.size() * finer, 1, 1};
    int[] labels = new int[size[0]];
    for (int v = 0; v < labels.length; v++) {
      labels[v] = truth.regions().get(v / 3 / finer).label();
    }
    return new Labels3D(new Grid(size, affine, Grid.AffineSource.SFORM), labels, "labels");
  }

  private RegionSignals image(
      RegionSignals truth, Path dir, Labels3D labels, LabelNames names, boolean resample)
      throws IOException {
    Path scan = dir.resolve("scan.nii.gz");
    NiftiWriter.write(scan, RegionPainter.paint(labels(truth, 1), truth, 0), NiftiType.FLOAT64);
    return new Parcellator(
            ParcellationSettings.defaults()
                .withResampling(resample ? Resampling.NEAREST : Resampling.REFUSE))
        .parcellate(Nifti.open(scan), labels, names, Progress.NONE)
        .signals();
  }

  /** Regions numbered in order, where names are lost. */
  static Regions numbered(int n) {
    return Regions.numbered("Region", n);
  }
}
