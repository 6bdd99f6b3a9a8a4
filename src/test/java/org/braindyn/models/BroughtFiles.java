package org.braindyn.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.eeg.EegImport;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.cifti.CiftiBytes;
import org.braindyn.io.cifti.PtSeriesWriter;
import org.braindyn.io.derivatives.DerivativeSignals;
import org.braindyn.io.edf.EdfOptions;
import org.braindyn.io.nifti.NiftiWriter;
import org.braindyn.io.tables.LabelTable;
import org.braindyn.scans.ParcellateScan;
import org.braindyn.signal.montage.Montage;
import org.braindyn.spikes.SpikeImport;

/** Files as people bring them, each with the menu entry they give it to. */
final class BroughtFiles {
  private static final double[][] VALUES = {{1, 2, 3, 5}, {4, 5, 6, 1}};

  /** Opens the file as the menu entry does. */
  @FunctionalInterface
  interface Trial {
    /** Throws if it is refused. */
    void open() throws IOException;
  }

  private final Path dir;
  private final Map<String, Trial> trials = new LinkedHashMap<>();

  private BroughtFiles(Path dir) {
    this.dir = dir;
  }

  static Map<String, Trial> trials(Path dir) throws IOException {
    BroughtFiles files = new BroughtFiles(dir);
    files.signals();
    files.scans();
    files.recordings();
    files.spikes();
    files.graphs();
    files.names();
    files.others();
    return files.trials;
  }

  private Path text(String name, String content) throws IOException {
    return Files.writeString(dir.resolve(name), content);
  }

  private Path bytes(String name, byte[] content) throws IOException {
    return Files.write(dir.resolve(name), content);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static RegionSignals truth() {
    return new RegionSignals(Regions.named(List.of("V1", "M1")), VALUES, 2, "truth");
  }

  private void signals(String row, Path file) {
    trials.put(
        row + " > Import Signals",
        () -> {
          RegionSignals s = SignalsFile.read(file, ImportOptions.auto(), null).signals();
          assertEquals(2, s.size());
          assertEquals(4, s.frames());
        });
  }

  private void signals() throws IOException {
    Path series = dir.resolve("a.ptseries.nii");
    PtSeriesWriter.write(series, truth(), null);
    signals("CIFTI-2 `.ptseries.nii`", series);
    Path derivative = dir.resolve("sub-1_seg-4S_timeseries.tsv");
    DerivativeSignals.write(derivative, truth());
    signals("xcp_d or our own `_timeseries.tsv` with its `.json`", derivative);
    signals(
        "fMRIPrep `_desc-confounds_timeseries.tsv`",
        text("sub-1_desc-confounds_timeseries.tsv", "csf\n1\n2\n"));
    signals(
        "homogenised C. elegans table (CSV)",
        text(
            "worms.csv",
            ",source_dataset,worm,neuron,is_labeled_neuron,calcium_data,median_dt\n"
                + "0,U,worm0,AVAL,True,\"[1 2 4 1]\",0.25\n"
                + "1,U,worm0,DA08,True,\"[3 1 2 2]\",0.25\n"));
    String stats = "File\tSub-brick\tMean_1\tMean_2\n";
    for (int t = 0; t < 4; t++) {
      stats += "e+orig\t" + t + "\t" + VALUES[0][t] + "\t" + VALUES[1][t] + "\n";
    }
    signals("AFNI `3dROIstats` table", text("rois.1D", stats));
    signals("`.dtseries.nii`", bytes("a.dtseries.nii", CiftiBytes.dense(VALUES, 2)));
    byte[] maps = CiftiBytes.dense(VALUES, 2);
    maps[506] = 11; // intent 3006 = 11 * 256 + 190
    maps[507] = (byte) 190;
    signals("`.dscalar.nii`, `.dconn.nii`", bytes("a.dscalar.nii", maps));
    signals("`.xlsx`", bytes("a.xlsx", zip("[Content_Types].xml")));
    signals("`.zip` of tables", bytes("a.zip", zip("a.csv")));
    signals(
        "git-lfs pointer", text("a.csv", "version https://git-lfs.github.com/spec/v1\noid x\n"));
    signals("web page saved as data", text("b.csv", "<!DOCTYPE html><html></html>"));
    signals("BrainVision `.vhdr` by mistake", text("b.vhdr", "Brain Vision Data Exchange Header"));
  }

  private void scan(String row, Path scan, Path labels) {
    trials.put(
        row + " > Parcellate",
        () -> {
          var volume = ParcellateScan.open(scan.toFile());
          File file = labels.toFile();
          Labels3D image = ParcellateScan.labels(file, volume);
          var settings = org.braindyn.parcellation.ParcellationSettings.defaults();
          RegionSignals s =
              ParcellateScan.run(
                      volume,
                      image,
                      ParcellateScan.names(null, null, file),
                      settings,
                      Progress.NONE)
                  .signals();
          assertEquals(List.of("V1", "M1"), s.regions().names());
          assertEquals(4, s.frames());
        });
  }

  private void scans() throws IOException {
    Path dense = bytes("d.dtseries.nii", CiftiBytes.dense(VALUES, 2));
    Path labels =
        bytes("d.dlabel.nii", CiftiBytes.denseLabels(new int[] {3, 8}, Map.of(3, "V1", 8, "M1")));
    scan("`.dtseries.nii` + `.dlabel.nii`", dense, labels);
    String array =
        "<DataArray Intent=\"NIFTI_INTENT_%s\" DataType=\"NIFTI_TYPE_%s\" Dimensionality=\"1\""
            + " Dim0=\"2\" Encoding=\"ASCII\"><Data>%s</Data></DataArray>";
    StringBuilder frames = new StringBuilder("<GIFTI>");
    for (int t = 0; t < 4; t++) {
      frames.append(
          String.format(array, "TIME_SERIES", "FLOAT32", VALUES[0][t] + " " + VALUES[1][t]));
    }
    Path surface = text("s.func.gii", frames + "</GIFTI>");
    String table =
        "<LabelTable><Label Key=\"3\">V1</Label><Label Key=\"8\">M1</Label></LabelTable>";
    Path annot =
        text("s.label.gii", "<GIFTI>" + table + String.format(array, "LABEL", "INT32", "3 8"));
    Files.writeString(annot, Files.readString(annot) + "</GIFTI>");
    scan("GIFTI `.func.gii` + `.label.gii`", surface, annot);
    weights();
    Path nifti = dir.resolve("n.nii.gz");
    Grid grid = Grid.spaced(2, 1, 1, 2, 2, 2);
    NiftiWriter.writeLabels(nifti, new Labels3D(grid, new int[] {1, 2}, "n"));
    scan("`.dlabel.nii` for a NIfTI scan", nifti, labels);
    scan("FreeSurfer `.mgz`", bytes("a.mgz", latin("\0\0\0\1")), labels);
    scan("DICOM", bytes("a.dcm", latin("\0".repeat(128) + "DICM")), labels);
    scan("AFNI `.HEAD`, `.BRIK`", text("a+orig.HEAD", "type = string-attribute"), labels);
  }

  private void weights() {
    trials.put(
        "probabilistic atlas, 4-D NIfTI (DiFuMo, HarvardOxford prob) > Parcellate",
        () -> {
          Grid grid = Grid.spaced(2, 1, 1, 2, 2, 2);
          Path scan = dir.resolve("p.nii.gz");
          Path atlas = dir.resolve("weights.nii.gz");
          double[][] frames = {{2, 4}, {6, 8}};
          NiftiWriter.write(scan, new org.braindyn.scans.Frames(grid, frames, 2));
          double[][] halves = {{0.5, 0.5}, {0, 0.25}};
          NiftiWriter.write(atlas, new org.braindyn.scans.Frames(grid, halves, Double.NaN));
          assertEquals(true, ParcellateScan.isWeights(atlas.toFile()));
          var settings = org.braindyn.parcellation.ParcellationSettings.defaults();
          RegionSignals s =
              ParcellateScan.byWeights(
                      ParcellateScan.open(scan.toFile()),
                      atlas.toFile(),
                      null,
                      settings,
                      Progress.NONE)
                  .signals();
          assertEquals(3, s.values()[0][0]);
          assertEquals(8, s.values()[1][1]);
        });
  }

  private void eeg(String row, Path file) {
    EegImport d = EegImport.defaults();
    EegImport all =
        new EegImport(
            EegImport.Electrodes.ALL,
            Montage.Missing.NAN,
            d.reference(),
            0,
            0,
            0,
            0,
            false,
            EdfOptions.DEFAULT);
    trials.put(
        row + " > Import EEG",
        () -> assertEquals(2, all.read(file, null, Progress.NONE).signals().size()));
  }

  private void recordings() throws IOException {
    text("v.dat", "1 2 3 4\n5 6 7 8\n");
    eeg(
        "BrainVision `.vhdr` + `.vmrk` + `.eeg`",
        text(
            "v.vhdr",
            "Brain Vision Data Exchange Header File Version 1.0\n[Common Infos]\nDataFile=v.dat\n"
                + "DataFormat=ASCII\nDataOrientation=VECTORIZED\nNumberOfChannels=2\n"
                + "SamplingInterval=5000\n[Channel Infos]\nCh1=C3,,1,uV\nCh2=C4,,1,uV\n"));
    eeg("BrainVision `.eeg` or `.vmrk` alone", bytes("v.eeg", new byte[] {1, 0, 2, 0}));
    eeg("EEGLAB `.set`, continuous", eeglab("c.set", 1));
    eeg("EEGLAB `.set` of epochs", eeglab("e.set", 2));
    eeg("MNE `.fif`", bytes("a_raw.fif", new byte[] {0, 0, 0, 100}));
    eeg("SONATA or NEST spikes by mistake", text("s.gdf", "1 2.5\n"));
  }

  private Path eeglab(String name, int trials) throws IOException {
    var data = us.hebi.matlab.mat.format.Mat5.newMatrix(2, 4);
    var eeg = us.hebi.matlab.mat.format.Mat5.newStruct();
    eeg.set("srate", us.hebi.matlab.mat.format.Mat5.newScalar(100));
    eeg.set("nbchan", us.hebi.matlab.mat.format.Mat5.newScalar(2));
    eeg.set("pnts", us.hebi.matlab.mat.format.Mat5.newScalar(4));
    eeg.set("trials", us.hebi.matlab.mat.format.Mat5.newScalar(trials));
    data.setDouble(0, 1);
    data.setDouble(3, 1);
    eeg.set("data", data);
    Path path = dir.resolve(name);
    us.hebi.matlab.mat.format.Mat5.writeToFile(
        us.hebi.matlab.mat.format.Mat5.newMatFile().addArray("EEG", eeg), path.toFile());
    return path;
  }

  private void spike(String row, Path file) {
    trials.put(
        row + " > Import Spikes",
        () ->
            assertEquals(
                2,
                new SpikeImport(10, 0, 0, null)
                    .read(List.of(file), null, 1, 2, Progress.NONE)
                    .rates()
                    .size()));
  }

  private void spikes() throws IOException {
    spike(
        "table of spikes, columns in any order, ms, s or us", text("a.dat", "time_s,id\n0.01,2\n"));
    Path npz = dir.resolve("brian.npz");
    NpyArray i = NpyArray.ofIntegers(new double[] {1, 2}, 2);
    Npz.write(npz, Map.of("i", i, "t", NpyArray.of(new double[] {0.01, 0.02}, 2)));
    spike("`.npz` of NEST, Brian or PyNN", npz);
    Path sonata = dir.resolve("spikes.h5");
    try (io.jhdf.WritableHdfFile h5 = io.jhdf.HdfFile.write(sonata)) {
      var v1 = h5.putGroup("spikes").putGroup("v1");
      v1.putDataset("node_ids", new long[] {1, 2});
      v1.putDataset("timestamps", new double[] {10, 20});
    }
    spike("SONATA `spikes.h5`", sonata);
    spike(
        "NEST table with times in steps",
        text("b.dat", "sender\ttime_step\ttime_offset\n1\t5\t0\n"));
    spike("three columns without a header", text("c.dat", "1 2.5 0.1\n"));
  }

  private void graph(String row, Path file) {
    Regions regions = Regions.named(List.of("V1", "M1"));
    trials.put(
        row + " > Build Graph",
        () -> {
          ConnectomeGraph.Source source = new ConnectomeGraph.Source(file, "", null, false);
          double[][] m = ConnectomeGraph.of(source, regions, 0, 0).graph().toMatrix();
          assertEquals(1.5, m[0][1]);
          assertEquals(2, m[1][0]);
        });
  }

  private void graphs() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("weights.txt"));
      zip.write(latin("0 1.5\n2 0\n")); // from column to row, M1 first
      zip.putNextEntry(new ZipEntry("centres.txt"));
      zip.write(latin("M1 1 2 3\nV1 4 5 6\n"));
    }
    graph("connectivity of The Virtual Brain (`.zip`)", bytes("tvb.zip", out.toByteArray()));
    graph(
        "square table with names, MATLAB, NumPy or HDF5 matrix",
        text("w.csv", ",M1,V1\nM1,0,2\nV1,1.5,0\n"));
    graph("matrix without names", text("x.txt", "0 1.5\n2 0\n"));
  }

  private void names(String row, Path file) {
    trials.put(row + " > names=", () -> assertEquals("V1", LabelTable.read(file).of(3)));
  }

  private void names() throws IOException {
    names("TemplateFlow `_dseg.tsv`", text("t.tsv", "index\tname\tcolor\n3\tV1\t#fff\n"));
    names("FreeSurfer colour table", text("f.txt", "0 Unknown 0 0 0 0\n3 V1 1 2 3 0\n"));
    names("Workbench label list", text("w.txt", "V1\n3 255 0 0 255\n"));
    names("table that counts from 0", text("z.tsv", "index\tname\n0\tV1\n1\tM1\n"));
    names("names without values", text("p.txt", "V1\nM1\n"));
  }

  private void others() throws IOException {
    Path nifti = dir.resolve("o.nii");
    NiftiWriter.writeLabels(nifti, new Labels3D(Grid.spaced(1, 1, 1, 1, 1, 1), new int[] {1}, "o"));
    signals("NIfTI scan by mistake", nifti);
    signals("empty file", bytes("empty.csv", new byte[0]));
    Path half = Files.write(dir.resolve("cut.ptseries.nii"), new byte[300]);
    signals("file that was cut off", half);
  }

  private static byte[] zip(String entry) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(latin("1,2\n"));
    }
    return out.toByteArray();
  }
}
