package org.braindyn.io.door;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.arrays.Hdf5;
import org.braindyn.io.edf.TuszHdf5;
import org.braindyn.io.eeglab.EeglabSet;
import org.braindyn.io.sonata.SonataReport;
import org.braindyn.io.sonata.SonataSpikes;

/** One small file of every layout that is read out of HDF5, and its reader. */
public enum Hdf5Files {
  /** Spikes of two populations. */
  SONATA_SPIKES("spikes.h5", Hdf5Files::spikes) {
    @Override
    public long read(Path file) throws IOException {
      return new SonataSpikes().read(file, Progress.NONE).trains().size();
    }
  },
  /** Two elements of two nodes over five times. */
  SONATA_REPORT("report.h5", Hdf5Files::report) {
    @Override
    public long read(Path file) throws IOException {
      var signals =
          new SonataReport().read(file, ImportOptions.auto().withVariable("All")).signals();
      return (long) signals.size() * signals.frames();
    }
  },
  /** A data set of two channels as MATLAB 7.3 lays it out. */
  EEGLAB("h.set", Hdf5Files::eeglab) {
    @Override
    public long read(Path file) throws IOException {
      return count(new EeglabSet().read(file, Progress.NONE));
    }
  },
  /** One matrix. */
  MATRIX("tc.h5", file -> file.putDataset("tc", new double[][] {{1, 2, 4}, {3, 5, 9}})) {
    @Override
    public long read(Path file) throws IOException {
      var signals = Hdf5.read(file, ImportOptions.auto()).signals();
      return (long) signals.size() * signals.frames();
    }
  },
  /** A recording as seizure-detection code keeps TUSZ. */
  TUSZ("tusz.h5", Hdf5Files::tusz) {
    @Override
    public long read(Path file) throws IOException {
      return count(TuszHdf5.recording(file, null));
    }
  };

  private final String name;
  private final Consumer<WritableHdfFile> content;

  Hdf5Files(String name, Consumer<WritableHdfFile> content) {
    this.name = name;
    this.content = content;
  }

  /** Reads the file with its reader; returns the number of values. */
  public abstract long read(Path file) throws IOException;

  /** Writes the file into a folder. */
  public Path write(Path folder) {
    Path path = folder.resolve(name);
    try (WritableHdfFile file = HdfFile.write(path)) {
      content.accept(file);
    }
    return path;
  }

  /**
   * Damages a copy of the file in many ways, then cuts it at every hundredth.
   *
   * @return how many of the damaged files could be read
   */
  public int damageWritten(Path folder, int count) throws IOException {
    return damage(write(folder), count);
  }

  /** The same with a file of this layout that is there. */
  public int damage(Path file, int count) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    // Samples may lie in a file beside.
    double most = Math.max(1, 2.0 * read(file) / whole.length);
    int readable = Damage.mutations(file, whole, whole.length, count, most, this::read);
    Damage.truncations(file, whole, most, this::read);
    return readable;
  }

  private static long count(ChannelRecording r) {
    return r.channels().stream().mapToLong(c -> c.values().length).sum();
  }

  private static void spikes(WritableHdfFile file) {
    WritableGroup spikes = file.putGroup("spikes");
    for (String name : new String[] {"v1", "lgn"}) {
      WritableGroup population = spikes.putGroup(name);
      population.putDataset("node_ids", new long[] {3, 0, 3});
      population.putDataset("timestamps", new double[] {1.5, 2, 30}).putAttribute("units", "ms");
    }
  }

  private static void report(WritableHdfFile file) {
    WritableGroup population = file.putGroup("report").putGroup("All");
    population.putDataset("data", new float[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}});
    WritableGroup mapping = population.putGroup("mapping");
    mapping.putDataset("node_ids", new long[] {4, 7});
    mapping.putDataset("index_pointers", new long[] {0, 1, 2});
    mapping.putDataset("element_ids", new long[] {0, 0});
    mapping.putDataset("time", new double[] {0, 2.5, 0.5}).putAttribute("units", "ms");
  }

  private static void eeglab(WritableHdfFile file) {
    WritableGroup eeg = file.putGroup("EEG");
    eeg.putDataset("srate", new double[][] {{100}});
    eeg.putDataset("nbchan", new double[][] {{2}});
    eeg.putDataset("pnts", new double[][] {{3}});
    eeg.putDataset("trials", new double[][] {{1}});
    // MATLAB's 2 x 3 is 3 x 2 in HDF5.
    eeg.putDataset("data", new float[][] {{1, 2}, {3, 4}, {5, 6}});
    eeg.putDataset("chanlocs", new long[] {0, 0}).putAttribute("MATLAB_empty", 1);
    eeg.putDataset("setname", new int[][] {{'r'}, {'u'}, {'n'}})
        .putAttribute("MATLAB_class", "char");
  }

  private static void tusz(WritableHdfFile file) {
    file.putDataset("resampled_signal", new double[][] {{1, 2, 4}, {3, 5, 9}});
    file.putDataset("resample_freq", new int[] {250});
  }
}
