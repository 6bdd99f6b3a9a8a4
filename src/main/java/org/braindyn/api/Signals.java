package org.braindyn.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.eeg.EegImport;
import org.braindyn.imputation.FillGaps;
import org.braindyn.io.Imported;
import org.braindyn.models.Saved;
import org.braindyn.models.SignalsFile;
import org.braindyn.parcellation.RegionPainter;
import org.braindyn.signal.SpikeSmoothing;
import org.braindyn.signal.cleaning.Cleaned;
import org.braindyn.spikes.SpikeImport;

/**
 * One recording cut into regions: [region, time], in the recording's unit, NaN where nothing is
 * known. Whole signals are no training data: {@link #holdOut(double)} keeps a part for the test,
 * {@link #allForTraining()} says that none is wanted.
 */
public final class Signals {
  private static final Table NOTHING = new Table(List.of(), List.of());
  private static final double SMOOTHING = 20; // ms, as the command's

  private final RegionSignals data;
  private final List<String> notes;
  private final Table details;

  Signals(RegionSignals data, List<String> notes, Table details) {
    this.data = data;
    this.notes = List.copyOf(notes);
    this.details = details;
  }

  /**
   * Signals that another part of the program made.
   *
   * @param data names, values [region][time], interval in s
   * @return the signals
   */
  public static Signals of(RegionSignals data) {
    return new Signals(data, List.of(), NOTHING);
  }

  /**
   * Signals in memory.
   *
   * @param values [region][time], in any unit
   * @param interval time between samples in s; NaN if unknown
   * @param names names of the regions; none for "Region 1", "Region 2" ...
   * @return the signals
   * @throws BadInput if regions differ in length, or names are not as many as regions
   */
  public static Signals of(double[][] values, double interval, String... names) {
    if (values.length == 0 || values[0].length == 0) {
      throw new BadInput("The array of signals is empty. Give [region][time].");
    }
    if (names.length > 0 && names.length != values.length) {
      throw new BadInput(
          names.length
              + " names for "
              + values.length
              + " regions. The array is [region][time]; it may be turned round.");
    }
    Regions regions =
        names.length == 0
            ? Regions.numbered("Region", values.length)
            : Regions.named(Arrays.asList(names));
    double[][] copy = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    return of(new RegionSignals(regions, copy, interval, "signals in memory"));
  }

  /**
   * Reads signals that are already cut into regions, of every format that is read: tables, .npy,
   * .npz, .mat, .h5, CIFTI ... (docs/formats.md).
   *
   * @param file name of the file
   * @return the signals; {@link #notes()} tells what was guessed
   * @throws BadInput if there is no such file, or it holds no signals
   */
  public static Signals open(String file) {
    return open(file, ReadSettings.auto());
  }

  /**
   * As {@link #open(String)}, where the file does not say everything.
   *
   * @param file name of the file
   * @param settings what the file does not say
   * @return the signals
   * @throws BadInput if there is no such file, or it holds no such signals
   */
  public static Signals open(String file, ReadSettings settings) {
    Path path = Saved.existing("signals", file).toPath();
    try {
      Imported read =
          SignalsFile.read(path, settings.options, path(settings.names), path(settings.positions));
      return new Signals(read.signals(), read.notes(), NOTHING);
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e), e);
    }
  }

  private static Path path(String file) {
    return file == null ? null : Path.of(file);
  }

  /**
   * Reads an EEG recording: the 10-20 electrodes that are present, at 200 Hz, above 0.5 Hz.
   *
   * @param file name of the file
   * @return signals [electrode, time] in microvolt
   * @throws BadInput if there is no such file, or it holds no such recording
   */
  public static Signals eeg(String file) {
    return eeg(file, EegSettings.defaults());
  }

  /**
   * Reads an EEG recording (EDF, BDF, BrainVision, EEGLAB, TUSZ .h5), electrodes as regions.
   *
   * @param file name of the file
   * @param settings montage, filters and rate
   * @return signals [electrode, time] in microvolt
   * @throws BadInput if there is no such file, or it holds no such recording
   */
  public static Signals eeg(String file, EegSettings settings) {
    EegImport.Result read =
        settings.wanted.read(Saved.existing("eeg", file).toPath(), null, settings.progress);
    return new Signals(read.signals(), read.notes(), NOTHING);
  }

  /**
   * Reads spikes (NEST, SONATA, tables, .npz) as firing rates, smoothed by a causal Gaussian of 20
   * ms.
   *
   * @param place spike file, or folder of them
   * @param populations table of id ranges; null for one row per neuron
   * @param bin width of a bin in ms
   * @return rates [population, time] in Hz
   * @throws BadInput if there is no such file, or it holds no spikes
   */
  public static Signals spikes(String place, String populations, double bin) {
    SpikeImport.Result read =
        new SpikeImport(bin, 0, 0, new SpikeSmoothing(SMOOTHING, true))
            .read(
                SpikeImport.files(Path.of(place)),
                populations == null ? null : Saved.existing("populations", populations).toPath(),
                0,
                0,
                Progress.NONE);
    return new Signals(read.rates(), read.notes(), NOTHING);
  }

  /**
   * Cleans: drop, despike, scrub, detrend, band-pass, regress confounds, scale.
   *
   * @param settings which steps
   * @return clean signals; {@link #notes()} tells what was done
   * @throws BadInput if the steps do not fit the recording or a table cannot be read
   */
  public Signals clean(CleanSettings settings) {
    Cleaned cleaned = settings.clean(this);
    return new Signals(cleaned.signals(), cleaned.steps(), details);
  }

  /**
   * Fills missing values (NaN) from the recording's own covariances, with intervals and a score
   * from values that are hidden on purpose.
   *
   * @return the filled signals and which values are estimates
   * @throws BadInput if a region is never seen, or nothing is
   */
  public Filled fillGaps() {
    return fillGaps(FillSettings.defaults());
  }

  /**
   * As {@link #fillGaps()}, the way the settings say, also with the help of other recordings.
   *
   * @param settings method, other recordings, seed
   * @return the filled signals and which values are estimates
   * @throws BadInput if the regions are not those of the others, or there is nothing to fill from
   */
  public Filled fillGaps(FillSettings settings) {
    return new Filled(
        new FillGaps(settings.settings, settings.moments(), settings.model)
            .fill(data, null, settings.progress));
  }

  /**
   * Keeps the end of the recording for the test, the usual way to train and test on one recording.
   * Of the rest, the first three quarters are learnt from and the last quarter chooses the epoch.
   *
   * @param share share of the frames that test, above 0 and below 1, e.g. 0.2
   * @return training data and test data, of types that cannot be mistaken for each other
   * @throws BadInput if the share leaves nothing to train or to test
   */
  public HeldOut holdOut(double share) {
    if (!(share > 0 && share < 1)) {
      throw new BadInput(
          "share=" + share + " cannot be held out. Give a share above 0 and below 1, e.g. 0.2.");
    }
    double trained = 1 - share;
    int end = (int) Math.round(trained * frames());
    return held((int) Math.round(0.75 * trained * frames()), end);
  }

  /**
   * As {@link #holdOut(double)}, counted in frames.
   *
   * @param frames frames at the end that test, 1 or more
   * @return training data and test data
   * @throws BadInput if that leaves nothing to train
   */
  public HeldOut holdOut(int frames) {
    int end = frames() - frames;
    return held((int) Math.round(0.75 * end), end);
  }

  private HeldOut held(int learn, int end) {
    if (learn < 2 || end <= learn || end >= frames()) {
      throw new BadInput(
          String.format(
              "%s has %d frames: %d to learn from, %d to choose the epoch, %d to test. Hold out a"
                  + " part that leaves frames in each.",
              data.source(),
              frames(),
              Math.max(0, learn),
              Math.max(0, end - learn),
              frames() - Math.max(0, end)));
    }
    HeldOut.Learning training = new HeldOut.Learning(data, learn, end);
    return new HeldOut(training, new HeldOut.Testing(data, end, training));
  }

  /**
   * The whole recording as training data: the first 80 % are learnt from, the rest chooses the
   * epoch. Nothing of it can test the model; test on another recording ({@link #allForTest()}).
   *
   * @return training data
   */
  public Training allForTraining() {
    return forTraining(0.8, 0.2);
  }

  /**
   * The start of the recording as training data; what is left is not used.
   *
   * @param learn share of the frames to learn from, from the start, above 0
   * @param choose share of the frames after them that chooses the epoch; 0 for graphs only
   * @return training data
   * @throws BadInput if the shares are no shares, or leave fewer than two frames to learn from
   */
  public Training forTraining(double learn, double choose) {
    if (!(learn > 0 && choose >= 0 && learn + choose <= 1 + 1e-12)) {
      throw new BadInput(
          "share="
              + learn
              + (choose > 0 ? " and " + choose : "")
              + " are no shares of one recording. Give numbers above 0 that add up to 1 at most.");
    }
    int first = (int) Math.round(frames() * learn);
    if (first < 2) {
      throw new BadInput(
          "share=" + learn + " of " + frames() + " frames leaves " + first + ". Use more.");
    }
    int end = choose > 0 ? (int) Math.round(frames() * (learn + choose)) : first;
    return new HeldOut.Learning(data, first, end);
  }

  /**
   * The whole recording as test data, for a model that has learnt from another one.
   *
   * @return test data
   */
  public Test allForTest() {
    return new HeldOut.Testing(data, 0, null);
  }

  /**
   * Paints the signals on the brain: every voxel gets the values of its region.
   *
   * @param labels where the regions are; they are joined by label value, else by name
   * @return an image with as many frames, 0 outside of all regions
   * @throws BadInput if it is not sure which region is which
   */
  public Scan paint(Labels labels) {
    return paint(labels, 0);
  }

  Scan paint(Labels labels, double outside) {
    return Scan.painted(RegionPainter.paint(labels.atlas(), data, outside), data.source());
  }

  /**
   * Writes the signals.
   *
   * @param file .csv, .tsv, .npy, .npz, .ptseries.nii or _timeseries.tsv
   * @throws BadInput if the ending is another one or the file cannot be written
   */
  public void write(String file) {
    Saved.signals(Path.of(file), data, 0);
  }

  /** {@return the values, [region][time], in the recording's unit} */
  public double[][] values() {
    return Arrays.stream(data.values()).map(double[]::clone).toArray(double[][]::new);
  }

  /** {@return names and places of the regions} */
  public Regions regions() {
    return data.regions();
  }

  /** {@return the number of frames} */
  public int frames() {
    return data.frames();
  }

  /** {@return the time between frames in s; NaN if unknown} */
  public double interval() {
    return data.interval();
  }

  /** {@return what a user should know about how they were made, in sentences} */
  public List<String> notes() {
    return notes;
  }

  /**
   * {@return quality of every region, for signals of a scan; how real they look, for generated
   * ones; else empty}
   */
  public Table details() {
    return details;
  }

  /** {@return the same as the other parts of the program pass it on} */
  public RegionSignals data() {
    return data;
  }
}
