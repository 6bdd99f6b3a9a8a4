package org.braindyn.people;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.signal.Split;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.dataset.DataSet;

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

  /** The same with another plan and checkpoint. */
  PeopleTask with(PeoplePlan other, Path file) {
    return new PeopleTask(data, split, other, listener, file);
  }

  /** Windows of the training people. */
  public WindowSet train() {
    return windows(split.train());
  }

  /** Windows of the people who choose the epoch. */
  public WindowSet validation() {
    return windows(split.validation());
  }

  /** Windows of the people left out. */
  public WindowSet test() {
    return windows(split.test());
  }

  private WindowSet windows(List<Integer> who) {
    return new WindowSet(data.recordings(who), plan.context(), plan.horizon(), plan.stride());
  }
}
