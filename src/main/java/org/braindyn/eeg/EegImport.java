package org.braindyn.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.text.Words;
import org.braindyn.io.door.ChannelDoor;
import org.braindyn.io.door.Doors;
import org.braindyn.io.edf.ChbSummary;
import org.braindyn.io.edf.Edf;
import org.braindyn.io.edf.EdfOptions;
import org.braindyn.io.edf.SeizureLabels;
import org.braindyn.io.edf.TuszHdf5;
import org.braindyn.signal.filter.Filters;
import org.braindyn.signal.filter.SosFilter;
import org.braindyn.signal.montage.Amplitude;
import org.braindyn.signal.montage.Montage;
import org.braindyn.signal.montage.Rereference;
import org.braindyn.signal.montage.ScalpChannels;
import org.braindyn.signal.montage.TenTwenty;

/**
 * An EEG file to signals of one rate: montage, filters, resampling, reference, in this order.
 *
 * @param montage which electrodes
 * @param missing what to do about electrodes that the file lacks
 * @param reference what potentials are measured against
 * @param rate samples per second of the result, 0 to keep the file's
 * @param low corner of the high-pass in Hz, 0 for none
 * @param high corner of the low-pass in Hz, 0 for none
 * @param notch mains frequency to remove in Hz, 0 for none
 * @param bothWays filter forwards and backwards: no delay, but the past then knows the future
 * @param edf what to do about gaps and truncated files
 */
public record EegImport(
    Electrodes montage,
    Montage.Missing missing,
    Reference reference,
    double rate,
    double low,
    double high,
    double notch,
    boolean bothWays,
    EdfOptions edf) {
  private static final int ORDER = 2;
  private static final double NOTCH_QUALITY = 30;

  /** Which channels to keep. */
  public enum Electrodes {
    /** The 19 of the 10-20 system, in the order of the TUSZ recordings. */
    TEN_TWENTY,
    /** Those of the 19 that the file has. */
    PRESENT,
    /** Every electrode of the file. */
    ALL,
    /** The channels that were named, whatever they are. */
    NAMED;

    /**
     * The one that a dialog calls so; all channels are those that are named, if any are.
     *
     * @throws BadInput if a channel is named that such a montage never has
     */
    public static Electrodes of(String words, String channels) {
      Electrodes which = of(words);
      if (which == ALL) {
        return ChannelChoice.named(channels) ? NAMED : which;
      }
      List<String> others =
          ChannelChoice.of(channels).wanted().stream()
              .filter(name -> TenTwenty.electrode(name) == null)
              .toList();
      if (!others.isEmpty()) {
        throw new BadInput(
            String.format(
                "channels=%s: %s is none of the 19 electrodes that montage=[%s] reads. Choose"
                    + " montage=[all channels].",
                channels, others.get(0), words));
      }
      return which;
    }

    /** The one that a dialog calls so. */
    public static Electrodes of(String words) {
      return switch (words) {
        case "10-20 present" -> PRESENT;
        case "10-20 all 19" -> TEN_TWENTY;
        case "all channels" -> ALL;
        default -> Words.choice(Electrodes.class, "montage", words);
      };
    }
  }

  /** What potentials are measured against. */
  public enum Reference {
    /** As the file has it. */
    RECORDED,
    /** The mean of all channels. */
    AVERAGE,
    /** Neighbours along the head ("double banana"). */
    BIPOLAR;

    /** The one that a word means. */
    public static Reference of(String word) {
      return Words.choice(Reference.class, "reference", word);
    }
  }

  /**
   * What was read.
   *
   * @param seizures intervals in s, united, in order
   * @param notes what was odd and what was done about it
   */
  public record Result(
      RegionSignals signals,
      List<Annotation> annotations,
      List<Annotation> seizures,
      List<String> notes) {
    /**
     * The recording's own annotations and, if a file of labels was given, its seizures.
     *
     * @param labelled true if the seizures come from a file of their own
     */
    public List<Annotation> events(boolean labelled) {
      List<Annotation> events = new ArrayList<>(annotations);
      events.addAll(labelled ? seizures : List.of());
      return events;
    }
  }

  /**
   * The 19 electrodes that are present, as recorded, at 200 Hz, above 0.5 Hz, filtered forwards.
   */
  public static EegImport defaults() {
    return new EegImport(
        Electrodes.PRESENT,
        Montage.Missing.NAN,
        Reference.RECORDED,
        200,
        0.5,
        0,
        0,
        false,
        EdfOptions.DEFAULT);
  }

  /**
   * Reads.
   *
   * @param file .edf, .bdf, .vhdr, .set, or .h5 of the TUSZ layout
   * @param labels file of seizure intervals, null to use the recording's annotations
   */
  public Result read(Path file, Path labels, Progress progress) {
    ChannelRecording recording = open(file, progress);
    List<Annotation> seizures =
        labels == null
            ? SeizureLabels.seizures(recording)
            : SeizureLabels.seizures(
                ChbSummary.knows(labels)
                    ? ChbSummary.read(labels, file.getFileName().toString())
                    : SeizureLabels.read(labels));
    ChannelRecording chosen = Amplitude.checked(choose(recording).inMicrovolts());
    chosen = filter(chosen);
    if (rate > 0) {
      chosen = Montage.resample(chosen, rate);
    }
    chosen =
        switch (reference) {
          case RECORDED -> chosen;
          case AVERAGE -> Rereference.average(chosen);
          case BIPOLAR -> Rereference.bipolar(chosen, Rereference.DOUBLE_BANANA);
        };
    return new Result(Montage.toSignals(chosen), recording.annotations(), seizures, chosen.notes());
  }

  private ChannelRecording open(Path file, Progress progress) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".h5") || name.endsWith(".hdf5")) {
      return TuszHdf5.recording(
              file,
              montage == Electrodes.ALL || montage == Electrodes.NAMED ? null : TenTwenty.TUSZ)
          .keep(channel -> edf.channels().test(channel.name()));
    }
    boolean everything = montage == Electrodes.ALL || montage == Electrodes.NAMED;
    try {
      Optional<ChannelDoor> door = Doors.find(ChannelDoor.class, file);
      if (door.isPresent()) {
        ChannelRecording all = door.get().read(file, progress);
        return all.keep(channel -> edf.channels().test(channel.name()));
      }
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e) + ".", e);
    }
    Doors.refuseOthers(ChannelDoor.class, file, "an EEG recording");
    return Edf.read(
        file,
        edf.withChannels(
            label ->
                edf.channels().test(label) && (everything || TenTwenty.electrode(label) != null)),
        progress);
  }

  private ChannelRecording choose(ChannelRecording recording) {
    return switch (montage) {
      case ALL -> ScalpChannels.choose(recording);
      case NAMED ->
          reference == Reference.RECORDED ? recording : ScalpChannels.connected(recording);
      case TEN_TWENTY ->
          Montage.select(ScalpChannels.connected(recording), TenTwenty.TUSZ, missing);
      case PRESENT -> {
        List<String> present = new ArrayList<>();
        for (String electrode : TenTwenty.TUSZ) {
          if (recording.channels().stream()
              .anyMatch(c -> electrode.equals(TenTwenty.electrode(c.name())))) {
            present.add(electrode);
          }
        }
        if (present.isEmpty()) {
          throw new BadInput(
              recording.source()
                  + " has none of the 19 electrodes of the 10-20 system. Choose all channels (montage=[all channels]).");
        }
        yield ScalpChannels.connected(Montage.select(recording, present, Montage.Missing.REFUSE));
      }
    };
  }

  private ChannelRecording filter(ChannelRecording recording) {
    List<DoubleFunction<SosFilter>> wanted = new ArrayList<>();
    if (notch > 0) {
      wanted.add(r -> Filters.notch(notch, NOTCH_QUALITY, r));
    }
    if (low > 0) {
      wanted.add(r -> Filters.highPass(ORDER, low, r));
    }
    if (high > 0) {
      wanted.add(r -> Filters.lowPass(ORDER, high, r));
    }
    ChannelRecording filtered = recording;
    for (DoubleFunction<SosFilter> one : wanted) {
      filtered = Montage.filter(filtered, one, bothWays);
    }
    return filtered;
  }
}
