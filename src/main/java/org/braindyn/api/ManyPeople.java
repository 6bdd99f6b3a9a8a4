package org.braindyn.api;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.people.PeoplePlan;
import org.braindyn.people.PeopleTask;
import org.braindyn.people.TimeSplit;
import org.braindyn.people.TrainPeople;
import org.braindyn.signal.Split;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.score.Scores;

/** Many people divided by person. */
final class ManyPeople {
  private static final int STRIDE = 10;

  private ManyPeople() {}

  /** Those who train and choose. */
  static final class Learning extends Training {
    private final DataSet data;
    private final Split split;
    private final Seed seed;

    Learning(DataSet data, Split split, Seed seed) {
      this.data = data;
      this.split = split;
      this.seed = seed;
    }

    PeopleTask task(TimeSplit.Shape shape) {
      PeoplePlan plan = PeoplePlan.of(shape.context(), shape.horizon(), shape.stride(), seed);
      return new PeopleTask(data, split, plan, TrainingListener.NONE, null);
    }

    @Override
    public Regions regions() {
      return data.regions();
    }

    @Override
    TrainingSplit windows(TimeSplit.Shape shape) {
      return task(shape).learning();
    }

    @Override
    int stride() {
      return STRIDE;
    }

    @Override
    void checkKnown(TrainedModel model, TimeSplit.Shape shape) {
      Set<String> seen = new TreeSet<>(model.provenance().seen());
      Set<String> tests = new TreeSet<>();
      split.test().forEach(i -> tests.add(data.persons().get(i)));
      tests.retainAll(seen);
      if (seen.isEmpty() || !tests.isEmpty()) {
        throw new BadInput(
            model.title()
                + (seen.isEmpty()
                    ? " does not say whom it has learnt from"
                    : " has learnt from " + String.join(", ", tests))
                + ", so a test on these people would say too much. Hold out as it was trained.");
      }
    }

    @Override
    RegionSignals learnt() {
      throw new BadInput(
          "A graph of many people is made by Model.train itself, from all their training windows:"
              + " leave the graph out. A connectome can be given.");
    }
  }

  /** Those who test. */
  static final class Testing extends Test {
    private final Learning sibling;

    Testing(Learning sibling) {
      this.sibling = sibling;
    }

    @Override
    Training sibling() {
      return sibling;
    }

    @Override
    String what() {
      return "people whom it never saw";
    }

    @Override
    List<Scores> score(Model model, Training training, Progress progress) {
      if (training != sibling) {
        throw new BadInput(
            "The model has learnt from other people or another division of them, some of whom may"
                + " test. Test on what the same holdOut has kept.");
      }
      return TrainPeople.test(
          model.trained(), model.wanted(), sibling.task(model.shape()), progress);
    }
  }
}
