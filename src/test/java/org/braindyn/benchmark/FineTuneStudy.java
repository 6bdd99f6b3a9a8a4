package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.cohort.Cohort;
import org.braindyn.cohort.SimulatedPeople;
import org.braindyn.cohort.features.FeatureSet;
import org.braindyn.cohort.features.FeatureSets;
import org.braindyn.cohort.features.ModelEmbedding;
import org.braindyn.cohort.predict.PredictSettings;
import org.braindyn.cohort.predict.PredictVariable;
import org.braindyn.cohort.predict.Prediction;
import org.braindyn.cohort.predict.tuned.TunedPeople;
import org.braindyn.cohort.predict.tuned.Tuning;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.training.TrainingWatch;

/**
 * A masked model fine-tuned inside the fold, beside its embedding, ridge on connectivity and the
 * covariates alone: 60 simulated people of whose score a trait explains a known share. The model
 * learns on sixteen other people. Arguments: first set, number of sets, share, then rate, epochs,
 * "all" or "last".
 */
public final class FineTuneStudy {
  private static final int PEOPLE = 60;
  private static final int OTHERS = 16;
  private static final int REGIONS = 20;
  private static final int FRAMES = 300;

  private FineTuneStudy() {}

  public static void main(String[] args) {
    int first = args.length > 0 ? Integer.parseInt(args[0]) : 0;
    int sets = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    double share = args.length > 2 ? Double.parseDouble(args[2]) : 0.3;
    double rate = args.length > 3 ? Double.parseDouble(args[3]) : Tuning.usual().rate();
    int epochs = args.length > 4 ? Integer.parseInt(args[4]) : Tuning.usual().epochs();
    boolean all = args.length < 6 || args[5].equals("all");
    Tuning tuning = new Tuning(all, epochs, rate, Tuning.usual().patience());
    for (int s = first; s < first + sets; s++) {
      long begun = System.nanoTime();
      one(s, share, tuning);
      System.out.printf(Locale.ROOT, "%.0f s%n", (System.nanoTime() - begun) / 1e9);
    }
  }

  private static void one(int set, double share, Tuning tuning) {
    Seed seed = Seed.of(4).derive("fine-tuning", set);
    SimulatedPeople simulated = new SimulatedPeople(REGIONS, FRAMES, 0.2, seed);
    Seed.Stream random = seed.stream("scores");
    List<RegionSignals> others = new ArrayList<>();
    for (int p = 0; p < OTHERS; p++) {
      others.add(simulated.run(1000 + p, 0, random.gaussian()));
    }
    List<RegionSignals> runs = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Map<String, String>> cells = new ArrayList<>();
    for (int p = 0; p < PEOPLE; p++) {
      double trait = random.gaussian();
      double score = Math.sqrt(share) * trait + Math.sqrt(1 - share) * random.gaussian();
      runs.add(simulated.run(p, 0, trait));
      names.add("person " + p);
      cells.add(Map.of("score", Double.toString(score)));
    }
    ModelKind kind = ModelKinds.named("masked");
    KindSettings settings =
        KindSettings.defaults(kind)
            .with("epochs=8; windows=64; width=32; depth=2; draws=2; keep=network")
            .with(seed);
    TrainingSplit split = TrainingSplit.all(others, 40, 10);
    try (TrainedModel model = kind.train(split, null, settings, TrainingWatch.of(Progress.NONE))) {
      List<FeatureSet> sets = new ArrayList<>(FeatureSets.usual().subList(0, 1));
      sets.add(new ModelEmbedding(model));
      Cohort cohort = SimulatedPeople.cohort(runs, names, cells, sets);
      TunedPeople tuned = new TunedPeople(model, tuning);
      for (int p = 0; p < PEOPLE; p++) {
        tuned.keep(names.get(p), runs.get(p));
      }
      PredictSettings how = new PredictSettings("score", "", "auto", 5, 0, seed);
      Prediction made = PredictVariable.run(cohort, tuned, how, Progress.NONE);
      made.rows()
          .forEach(
              r ->
                  System.out.printf(
                      Locale.ROOT,
                      "set %d | %s | R2 %.3f (%.3f to %.3f) | beside connectivity %.3f (%.3f to"
                          + " %.3f)%n",
                      set,
                      r.name(),
                      r.skill().value(),
                      r.skill().low(),
                      r.skill().high(),
                      r.beside().value(),
                      r.beside().low(),
                      r.beside().high()));
      System.out.println(made.notes().get(made.notes().size() - 1));
    }
  }
}
