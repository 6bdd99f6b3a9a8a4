package org.braindyn.api;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.RecordingHash;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.people.TimeSplit;
import org.braindyn.people.TrainSignals;
import org.braindyn.training.score.Scores;

/**
 * Data divided into what is learnt from and what tests, of two types that no method takes for each
 * other.
 */
public final class HeldOut {
  private final Training training;
  private final Test test;

  HeldOut(Training training, Test test) {
    this.training = training;
    this.test = test;
  }

  /** {@return what graphs and models may learn from} */
  public Training training() {
    return training;
  }

  /** {@return what {@link Model#evaluate} tests on} */
  public Test test() {
    return test;
  }

  /** Its first part: frames up to learn are learnt from, those up to end choose. */
  static final class Learning extends Training {
    private final RegionSignals recording;
    private final int learn;
    private final int end;

    Learning(RegionSignals recording, int learn, int end) {
      this.recording = recording;
      this.learn = learn;
      this.end = end;
    }

    @Override
    public Regions regions() {
      return recording.regions();
    }

    @Override
    TrainingSplit windows(TimeSplit.Shape shape) {
      if (end == learn) {
        throw new BadInput(
            "No frames of "
                + recording.source()
                + " were kept to choose the epoch. Use holdOut or allForTraining, or forTraining"
                + " with a second share above 0.");
      }
      TrainSignals.check(recording, learn);
      return TimeSplit.learning(recording, parts(), shape);
    }

    TimeSplit.Parts parts() {
      TimeSplit.Parts usual = TimeSplit.Parts.usual(recording.frames());
      TimeSplit.Parts whole = TimeSplit.Parts.whole(recording.frames());
      return new TimeSplit.Parts(learn, end, "").like(usual, whole);
    }

    @Override
    int stride() {
      return 1;
    }

    @Override
    void checkKnown(TrainedModel model, TimeSplit.Shape shape) {
      DataIdentity from = model.provenance().data();
      if (!from.hashes().containsValue(RecordingHash.of(recording))) {
        throw new BadInput(
            String.format(
                "%s was trained on %s, but the test was held out of %s, to which its baselines would"
                    + " be fitted. Hold out of the model's own recording.",
                model.title(), String.join(", ", from.hashes().keySet()), recording.source()));
      }
      if (!from.division().equals(parts().division())) {
        throw new BadInput(
            String.format(
                "%s was trained on another part of %s (%s) than was held out now (%s). Hold out as it"
                    + " was trained.",
                model.title(), recording.source(), from.division(), parts().division()));
      }
    }

    @Override
    RegionSignals learnt() {
      double[][] part = new double[recording.size()][];
      for (int r = 0; r < part.length; r++) {
        part[r] = Arrays.copyOf(recording.values()[r], learn);
      }
      return recording.withValues(part);
    }
  }

  /** Its frames from one on; contexts may reach back. */
  static final class Testing extends Test {
    private final RegionSignals recording;
    private final int from;
    private final Learning sibling;

    Testing(RegionSignals recording, int from, Learning sibling) {
      this.recording = recording;
      this.from = from;
      this.sibling = sibling;
    }

    @Override
    Training sibling() {
      return sibling;
    }

    @Override
    String what() {
      return "frames that it never saw";
    }

    @Override
    List<Scores> score(Model model, Training training, Progress progress) {
      if (!(training instanceof Learning)) {
        throw new BadInput(
            model.trained().title()
                + " has learnt from many people. Test it on people: people.holdOut(seed).test().");
      }
      Learning learnt = (Learning) training;
      boolean same = RecordingHash.of(learnt.recording).equals(RecordingHash.of(recording));
      if (same && from < learnt.end) {
        throw new BadInput(
            String.format(
                "The test begins at frame %d of %s, but the model has learnt and chosen from the"
                    + " frames before %d. Test on what the same holdOut has kept.",
                from, recording.source(), learnt.end));
      }
      TimeSplit split =
          TimeSplit.of(
              learnt.recording,
              learnt.parts(),
              new TimeSplit.Tested(same ? learnt.recording : recording, from),
              model.shape());
      return TrainSignals.test(model.trained(), model.wanted(), TestPieces.of(split), progress);
    }
  }
}
