package org.braindyn.api;

import org.braindyn.data.Progress;
import org.braindyn.data.text.Words;
import org.braindyn.eeg.EegImport;
import org.braindyn.signal.montage.Montage;

/**
 * How an EEG recording is read: montage, filters, rate, reference, in this order. Immutable: every
 * method gives a changed copy.
 */
public final class EegSettings {
  final EegImport wanted;
  final Progress progress;

  private EegSettings(EegImport wanted, Progress progress) {
    this.wanted = wanted;
    this.progress = progress;
  }

  /**
   * {@return the electrodes of the 10-20 system that are present, as recorded, at 200 Hz, above 0.5
   * Hz, filtered forwards}
   */
  public static EegSettings defaults() {
    return new EegSettings(EegImport.defaults(), Progress.NONE);
  }

  /**
   * Which electrodes.
   *
   * @param electrodes "10-20 present", "10-20 all 19" or "all channels"
   * @param missing what an electrode becomes that the file lacks: "nan", "zero" or "refuse"
   * @return a changed copy
   * @throws org.braindyn.data.BadInput if the second is another word
   */
  public EegSettings montage(String electrodes, String missing) {
    EegImport w = wanted;
    return new EegSettings(
        new EegImport(
            EegImport.Electrodes.of(electrodes),
            Words.choice(Montage.Missing.class, "missing", missing),
            w.reference(),
            w.rate(),
            w.low(),
            w.high(),
            w.notch(),
            w.bothWays(),
            w.edf()),
        progress);
  }

  /**
   * What potentials are measured against.
   *
   * @param word "recorded", "average" or "bipolar"
   * @return a changed copy
   * @throws org.braindyn.data.BadInput if it is another word
   */
  public EegSettings reference(String word) {
    EegImport w = wanted;
    return new EegSettings(
        new EegImport(
            w.montage(),
            w.missing(),
            Words.choice(EegImport.Reference.class, "reference", word),
            w.rate(),
            w.low(),
            w.high(),
            w.notch(),
            w.bothWays(),
            w.edf()),
        progress);
  }

  /**
   * Rate and filters, which run forwards.
   *
   * @param rate samples per second of the result, 0 for the file's
   * @param low corner of the high-pass in Hz, 0 for none
   * @param high corner of the low-pass in Hz, 0 for none
   * @param notch mains frequency in Hz, 0 for none
   * @return a changed copy
   */
  public EegSettings sampling(double rate, double low, double high, double notch) {
    EegImport w = wanted;
    return new EegSettings(
        new EegImport(
            w.montage(), w.missing(), w.reference(), rate, low, high, notch, w.bothWays(), w.edf()),
        progress);
  }

  /**
   * Who watches and may stop it.
   *
   * @param watch e.g. a {@link Watch}
   * @return a changed copy
   */
  public EegSettings watch(Progress watch) {
    return new EegSettings(wanted, watch);
  }
}
