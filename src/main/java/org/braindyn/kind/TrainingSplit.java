package org.braindyn.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.signal.ContextFloor;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;

/**
 * What a model learns from and what it may choose by, for one recording divided by time and for
 * many people alike. Test data are not in it, so no kind can see them.
 */
public final class TrainingSplit {
  private final WindowSet train;
  private final WindowSet validation;
  private final boolean byTime;
  private final Regions regions;
  private final Supplier<DataIdentity> identify;
  private DataIdentity identity;

  private TrainingSplit(
      WindowSet train,
      WindowSet validation,
      boolean byTime,
      Regions regions,
      Supplier<DataIdentity> identify) {
    this.train = train;
    this.validation = validation;
    this.byTime = byTime;
    this.regions = regions;
    this.identify = identify;
  }

  /**
   * One recording divided by time.
   *
   * @param whole the recording
   * @param train windows of its first part
   * @param validation windows of a later part
   * @param division how it was divided, a phrase for the recipe
   */
  public static TrainingSplit ofRecording(
      RegionSignals whole, WindowSet train, WindowSet validation, String division) {
    return new TrainingSplit(
        train,
        validation,
        true,
        whole.regions(),
        () ->
            new DataIdentity(
                whole.regions(),
                whole.interval(),
                "context",
                division,
                List.of(),
                List.of(),
                List.of(),
                Map.of(whole.source(), RecordingHash.of(whole))));
  }

  /**
   * Many people.
   *
   * @param train windows of people who train
   * @param validation windows of other people
   * @param regions the regions, in order
   * @param identify tells which data they are; asked once, when a model is made
   */
  public static TrainingSplit ofPeople(
      WindowSet train, WindowSet validation, Regions regions, Supplier<DataIdentity> identify) {
    return new TrainingSplit(train, validation, false, regions, identify);
  }

  /** All of these recordings, none of which chooses. */
  public static TrainingSplit all(List<RegionSignals> recordings, int context, int horizon) {
    RegionSignals first = recordings.get(0);
    return new TrainingSplit(
        ContextFloor.applied(WindowSet.of(recordings, context, horizon, 1)),
        null,
        false,
        first.regions(),
        () -> {
          Map<String, String> hashes = new LinkedHashMap<>();
          recordings.forEach(r -> hashes.put(r.source(), RecordingHash.of(r)));
          return new DataIdentity(
              first.regions(),
              first.interval(),
              "context",
              "all recordings",
              List.of(),
              List.of(),
              List.of(),
              hashes);
        });
  }

  /** Windows to learn from. */
  public WindowSet train() {
    return train;
  }

  /** Windows that choose the epoch and penalties; null to choose nothing. */
  public WindowSet validation() {
    return validation;
  }

  /** True for one recording that was divided by time. */
  public boolean byTime() {
    return byTime;
  }

  /** The regions, in order. */
  public Regions regions() {
    return regions;
  }

  /** Which data these are. */
  public synchronized DataIdentity identity() {
    if (identity == null) {
      identity = identify.get().withFloor(train.shape().floor());
    }
    return identity;
  }

  /**
   * Training windows in groups for an inner cross-validation, a group being what the windows call a
   * person: people where there are two or more, else stretches of time that stand for people. No
   * sample is forecast in two stretches; only contexts reach back into the one before.
   *
   * @param most stretches to cut one recording into
   */
  public WindowSet groups(int most) {
    if (persons(train) > 1) {
      return train;
    }
    List<Recording> parts = new ArrayList<>();
    for (Recording recording : train.recordings()) {
      int forecast = recording.frames() - train.context();
      int count = Math.max(1, Math.min(most, forecast / train.horizon()));
      for (int k = 0; k < count; k++) {
        int from = forecast * k / count;
        int to = train.context() + forecast * (k + 1) / count;
        parts.add(stretch(recording, from, to, "part " + (parts.size() + 1)));
      }
    }
    return parts.size() < 2 ? train : train.of(parts);
  }

  /**
   * Windows of all that may be learnt from, for kinds that need nothing apart to choose by: of one
   * recording its training and validation parts as one stretch, of people those who train.
   */
  public WindowSet together() {
    boolean two = byTime && validation != null && train.recordings().size() == 1;
    if (!two || validation.recordings().size() != 1) {
      return train;
    }
    Recording first = train.recordings().get(0);
    Recording then = validation.recordings().get(0);
    int back = train.context(); // validation begins with the last context that trains
    int end = first.frames();
    double[][] values = new double[first.regions()][end + then.frames() - back];
    for (int r = 0; r < values.length; r++) {
      double[] before = new double[end];
      first.read(r, 0, end, before, 0);
      then.read(r, 0, then.frames(), values[r], end - back);
      for (int t = 0; t < back; t++) {
        if (before[end - back + t] != values[r][end - back + t]) {
          return train; // another recording, or another stretch
        }
      }
      System.arraycopy(before, 0, values[r], 0, end);
    }
    RegionSignals both = new RegionSignals(regions, values, first.interval(), first.source());
    return train.of(List.of(Recording.of(both, first.person())));
  }

  /** Number of different people of windows. */
  public static int persons(WindowSet windows) {
    return (int) windows.recordings().stream().map(Recording::person).distinct().count();
  }

  private Recording stretch(Recording whole, int from, int to, String name) {
    double[][] values = new double[whole.regions()][to - from];
    for (int r = 0; r < values.length; r++) {
      whole.read(r, from, to - from, values[r], 0);
    }
    return Recording.of(new RegionSignals(regions, values, whole.interval(), whole.source()), name);
  }
}
