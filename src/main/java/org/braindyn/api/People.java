package org.braindyn.api;

import java.nio.file.Path;
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
import org.braindyn.people.PeopleData;
import org.braindyn.people.PeopleFold;
import org.braindyn.people.PeoplePlan;
import org.braindyn.people.PeopleSource;
import org.braindyn.people.PeopleTask;
import org.braindyn.people.TimeSplit;
import org.braindyn.people.TrainPeople;
import org.braindyn.signal.Split;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.score.Scores;

/**
 * Recordings of many people, of the same regions and sampling. Splits go by person, so nobody both
 * trains and tests. Recordings too large for memory are kept in temporary files until {@link
 * #close()}.
 */
public final class People implements AutoCloseable {
  private static final int CHOOSE = 2;
  private static final int STRIDE = 10;

  private final PeopleData data;

  private People(PeopleData data) {
    this.data = data;
  }

  /**
   * Reads a manifest (columns person, file, TR ...) or every recording of a folder.
   *
   * @param place manifest or folder
   * @return the people
   * @throws BadInput if a file cannot be read or does not fit the others, or there is one person
   *     only
   */
  public static People open(String place) {
    return open(place, "*", 0, Progress.NONE);
  }

  /**
   * As {@link #open(String)}, where the files do not say everything.
   *
   * @param place manifest or folder
   * @param pattern which files of a folder, e.g. {@code *_tc.mat}
   * @param interval time between samples in s, 0 for what the files say
   * @param watch who watches and may stop it
   * @return the people
   * @throws BadInput as {@link #open(String)}
   */
  public static People open(String place, String pattern, double interval, Progress watch) {
    Path path = Path.of(place);
    if (!path.toFile().exists()) {
      throw new BadInput("people=" + place + ": there is no such file or folder. Check its name.");
    }
    double seconds = interval > 0 ? interval : Double.NaN;
    return new People(
        PeopleData.read(new PeopleSource(path, pattern, seconds, 0, null, null), watch));
  }

  /**
   * Keeps a fifth of the people for the test, drawn by the seed; two of the others choose the
   * epoch.
   *
   * @param seed the same seed draws the same people
   * @return training data and test data
   * @throws BadInput if there are too few people
   */
  public HeldOut holdOut(long seed) {
    return divided(PeopleFold.one(data.set(), null, 0, CHOOSE, Seed.of(seed)), seed);
  }

  /**
   * Divides the people in the order of the files.
   *
   * @param train people who train, 1 or more
   * @param choose people who choose the epoch; all others test
   * @return training data and test data
   * @throws BadInput if nobody is left to test
   */
  public HeldOut inOrder(int train, int choose) {
    if (train < 1 || choose < 1) {
      throw new BadInput(
          "train=" + train + ", choose=" + choose + ": one person or more must train, and choose.");
    }
    return divided(PeopleFold.one(data.set(), null, train, choose, Seed.of(1)), 1);
  }

  private HeldOut divided(Split split, long seed) {
    Learning training = new Learning(data.set(), split, Seed.of(seed));
    return new HeldOut(training, new Testing(training));
  }

  /** {@return names of the people, one per recording} */
  public List<String> persons() {
    return data.set().persons();
  }

  /** {@return names and places of the regions} */
  public Regions regions() {
    return data.set().regions();
  }

  /** {@return what a user should know about the reading, in sentences} */
  public List<String> notes() {
    return data.notes();
  }

  /** Deletes temporary files; training and tests on these people are no longer possible. */
  @Override
  public void close() {
    data.close();
  }

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
