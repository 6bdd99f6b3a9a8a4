package org.braindyn.scans;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Volume4D;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.cifti.CiftiBytes;
import org.braindyn.io.door.ChannelDoor;
import org.braindyn.io.door.Doors;
import org.braindyn.parcellation.ParcellationSettings;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Truth written in other programs' formats and read as a user would. */
final class NewDoors {
  /** Vertices of one region. */
  private static final int EACH = 3;

  private NewDoors() {}

  static RegionSignals make(SignalSource source, RegionSignals truth, Path dir) throws IOException {
    return switch (source) {
      case CIFTI_GREYORDINATES -> {
        Path scan = dir.resolve("a.dtseries.nii");
        Files.write(scan, CiftiBytes.dense(vertices(truth), truth.interval()));
        Path labels = dir.resolve("a.dlabel.nii");
        Files.write(labels, CiftiBytes.denseLabels(labels(truth), names(truth)));
        yield parcellated(scan, labels, ParcellationSettings.defaults());
      }
      case GIFTI -> gifti(truth, dir);
      case AFNI_ROI_STATS -> stats(truth, dir);
      case BRAINVISION -> brainVision(truth, dir);
      case EEGLAB -> eeglab(truth, dir);
      default -> throw new IllegalArgumentException("no way to make " + source);
    };
  }

  private static double[][] vertices(RegionSignals truth) {
    double[][] values = new double[EACH * truth.size()][];
    for (int v = 0; v < values.length; v++) {
      values[v] = truth.values()[v / EACH];
    }
    return values;
  }

  private static int[] labels(RegionSignals truth) {
    int[] labels = new int[EACH * truth.size()];
    for (int v = 0; v < labels.length; v++) {
      labels[v] = truth.regions().get(v / EACH).label();
    }
    return labels;
  }

  private static Map<Integer, String> names(RegionSignals truth) {
    Map<Integer, String> names = new TreeMap<>();
    for (Region region : truth.regions()) {
      names.put(region.label(), region.name());
    }
    return names;
  }

  private static RegionSignals parcellated(Path scan, Path labels, ParcellationSettings settings) {
    Volume4D volume = ParcellateScan.open(scan.toFile());
    File file = labels.toFile();
    Labels3D image = ParcellateScan.labels(file, volume);
    return ParcellateScan.run(
            volume, image, ParcellateScan.names(null, null, file), settings, Progress.NONE)
        .signals();
  }

  private static RegionSignals gifti(RegionSignals truth, Path dir) throws IOException {
    double[][] values = vertices(truth);
    String array =
        "<DataArray Intent=\"NIFTI_INTENT_%s\" DataType=\"NIFTI_TYPE_%s\" Dimensionality=\"1\""
            + " Dim0=\""
            + values.length
            + "\" Encoding=\"ASCII\"><Data>%s</Data></DataArray>";
    StringBuilder frames = new StringBuilder("<GIFTI>");
    for (int t = 0; t < truth.frames(); t++) {
      StringBuilder data = new StringBuilder();
      for (double[] row : values) {
        data.append(row[t]).append(' ');
      }
      frames.append(String.format(array, "TIME_SERIES", "FLOAT64", data));
    }
    Path scan = Files.writeString(dir.resolve("a.func.gii"), frames.append("</GIFTI>"));
    StringBuilder table = new StringBuilder("<GIFTI><LabelTable>");
    names(truth).forEach((k, n) -> table.append("<Label Key=\"" + k + "\">" + n + "</Label>"));
    StringBuilder data = new StringBuilder();
    for (int label : labels(truth)) {
      data.append(label).append(' ');
    }
    table.append("</LabelTable>").append(String.format(array, "LABEL", "INT32", data));
    Path labels = Files.writeString(dir.resolve("a.label.gii"), table.append("</GIFTI>"));
    ParcellationSettings settings = ParcellationSettings.defaults();
    return parcellated(
        scan, labels, truth.interval() > 0 ? settings.withInterval(truth.interval()) : settings);
  }

  private static RegionSignals stats(RegionSignals truth, Path dir) throws IOException {
    StringBuilder text = new StringBuilder("File\tSub-brick");
    truth.regions().forEach(region -> text.append("\tMean_").append(region.name()));
    for (int t = 0; t < truth.frames(); t++) {
      text.append("\nrest+orig\t" + t + "[#" + t + "]");
      for (double[] row : truth.values()) {
        text.append('\t').append(Double.isNaN(row[t]) ? "nan" : Double.toString(row[t]));
      }
    }
    Path path = Files.writeString(dir.resolve("a.1D"), text);
    return SignalSource.read(path, ImportOptions.auto().withInterval(truth.interval()));
  }

  private static RegionSignals channels(Path path) throws IOException {
    return Doors.require(ChannelDoor.class, path, "a recording")
        .read(path, Progress.NONE)
        .toSignals();
  }

  private static RegionSignals brainVision(RegionSignals truth, Path dir) throws IOException {
    StringBuilder header =
        new StringBuilder("Brain Vision Data Exchange Header File Version 1.0\n");
    header.append("[Common Infos]\nDataFile=a.dat\nDataFormat=ASCII\nDataOrientation=VECTORIZED\n");
    header.append("NumberOfChannels=" + truth.size());
    header.append("\nSamplingInterval=" + 1e6 * truth.interval() + "\n[Channel Infos]\n");
    StringBuilder data = new StringBuilder();
    for (int r = 0; r < truth.size(); r++) {
      String name = truth.regions().get(r).name().replace(",", "\\1");
      header.append("Ch" + (r + 1) + "=" + name + ",,1,uV\n");
      for (double v : truth.values()[r]) {
        data.append(v).append(' ');
      }
      data.append('\n');
    }
    Files.writeString(dir.resolve("a.dat"), data);
    return channels(Files.writeString(dir.resolve("a.vhdr"), header));
  }

  private static RegionSignals eeglab(RegionSignals truth, Path dir) throws IOException {
    Matrix data = Mat5.newMatrix(truth.size(), truth.frames());
    Struct places = Mat5.newStruct(1, truth.size());
    for (int r = 0; r < truth.size(); r++) {
      places.set("labels", r, Mat5.newString(truth.regions().get(r).name()));
      for (int t = 0; t < truth.frames(); t++) {
        data.setDouble(r, t, truth.values()[r][t]);
      }
    }
    Struct eeg =
        Mat5.newStruct()
            .set("srate", Mat5.newScalar(1 / truth.interval()))
            .set("nbchan", Mat5.newScalar(truth.size()))
            .set("pnts", Mat5.newScalar(truth.frames()))
            .set("chanlocs", places)
            .set("data", data);
    Path path = dir.resolve("a.set");
    Mat5.writeToFile(Mat5.newMatFile().addArray("EEG", eeg), path.toFile());
    return channels(path);
  }
}
