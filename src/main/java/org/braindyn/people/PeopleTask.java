package org.braindyn.people;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.RecordingHash;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.signal.ContextFloor;
import org.braindyn.signal.Split;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.dataset.DataSetEntry;

/**
 * What a model is trained on and tested with.
 *
 * @param data recordings of all people
 * @param split who trains, validates and tests
 * @param plan windows and training settings
 * @param listener hears of every epoch
 * @param checkpoint where the training can go on after a kill, null for none
 */
public record PeopleTask(
    DataSet data, Split split, PeoplePlan plan, TrainingListener listener, Path checkpoint) {
  /** Refuses a person in two parts. */
  public PeopleTask {
    split.check(data.persons());
  }

  /** The same with another checkpoint. */
  PeopleTask with(Path file) {
    return new PeopleTask(data, split, plan, listener, file);
  }

  /** What a model learns from. */
  public TrainingSplit learning() {
    return TrainingSplit.ofPeople(train(), validation(), data.regions(), this::identity);
  }

  private DataIdentity identity() {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (List<Integer> part : List.of(split.train(), split.validation())) {
      part.forEach(i -> hashes.put(name(i), RecordingHash.of(data.recordings().get(i))));
    }
    return new DataIdentity(
        data.regions(),
        data.interval(),
        "context",
        "by person",
        persons(split.train()),
        persons(split.validation()),
        persons(split.test()),
        hashes);
  }

  private List<String> persons(List<Integer> who) {
    return who.stream().map(data.persons()::get).distinct().toList();
  }

  /**
   * Person, session, run and file name: no folder of somebody's computer goes into a model file.
   */
  private String name(int i) {
    DataSetEntry e = data.entries().get(i);
    return Stream.of(e.person(), e.session(), e.run(), String.valueOf(e.file().getFileName()))
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** Windows of the training people. */
  public WindowSet train() {
    return windows(split.train());
  }

  /** Windows of the people who choose the epoch. */
  public WindowSet validation() {
    return windows(split.validation());
  }

  /** Windows of the people left out, none of which is tested on what was filled. */
  public WindowSet test() {
    return windows(split.test()).toTest();
  }

  private WindowSet windows(List<Integer> who) {
    WindowSet train =
        new WindowSet(
            data.recordings(split.train()), plan.context(), plan.horizon(), plan.stride());
    return train.withFloor(ContextFloor.of(train)).of(data.recordings(who));
  }
}
