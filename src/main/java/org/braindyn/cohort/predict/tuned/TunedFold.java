package org.braindyn.cohort.predict.tuned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.cohort.predict.fit.KernelLogistic;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.kind.TunableEncoder;
import org.braindyn.kind.TunableEncoder.Seen;

/**
 * Fine-tunes a masked model in one fold: first a linear head on the frozen embedding, then the
 * encoder at a small rate against that head, which is fitted anew after every pass (Kumar et al.
 * 2022, ICLR: a probe first, or fine-tuning spoils what was learnt). A fifth of those who train say
 * after which pass to stop; with that number of passes everybody who trains is then fitted. The
 * released head (three layers from a random start) has more weights than there are people.
 *
 * <p>Of those who are tested nothing is looked at before the last embedding.
 */
public final class TunedFold {
  private static final int BATCH = 4;
  private static final int STOPPING = 5; // one in so many of those who train

  /** Of the head while the encoder learns: one that says next to nothing would teach nothing. */
  private static final double LEARNING = 1;

  /** Of the head afterwards, of which those who stop the training choose. */
  private static final double[] PENALTIES = {1000, 100, 10, 1};

  private final TunableEncoder encoder;
  private final Tuning tuning;
  private final List<List<Seen>> people;
  private double[][] frozen;

  /**
   * @param model the model and what it sees
   * @param people names of the people of the task, in its order
   */
  public TunedFold(TunedPeople model, List<String> people) {
    encoder = model.encoder();
    tuning = model.tuning();
    this.people = model.of(people);
  }

  /**
   * What one fold asks.
   *
   * @param y the variable of everybody; only that of those who train is looked at
   * @param binary true for 0 and 1
   * @param confounds [person][regressor]
   * @param known what confounds foretell of everybody, or their log-odds
   * @param train who trains
   * @param test who is tested
   * @param seed draws who stops the training, and batches
   */
  public record Task(
      double[] y,
      boolean binary,
      double[][] confounds,
      double[] known,
      int[] train,
      int[] test,
      Seed seed) {}

  /**
   * What came out.
   *
   * @param added what the model adds to what is known of those who are tested
   * @param epochs passes that were found best, 0 for the frozen embedding
   */
  public record Result(double[] added, int epochs) {}

  /**
   * Fits to those who train and foretells the others.
   *
   * @throws Cancelled if cancelled
   */
  public Result fit(Task task, Progress progress) {
    if (frozen == null) {
      try (TunableEncoder.Copy copy = encoder.copy(tuning.all())) {
        frozen = copy.embed(people, progress);
      }
    }
    Choice choice = tuning.epochs() == 0 ? Choice.FROZEN : choice(task, progress.part(0, 0.6));
    double[][] embedding = frozen;
    if (choice.epochs > 0) {
      try (TunableEncoder.Copy copy = encoder.copy(tuning.all())) {
        double scale = scale(task, task.train);
        for (int e = 0; e < choice.epochs; e++) {
          TunedHead teacher = TunedHead.fit(embedding, task.train, task, LEARNING);
          pass(copy, task, task.train, teacher, scale, e, progress);
          embedding = embedded(copy, task.train, embedding, progress);
          progress.report(0.6 + 0.4 * (e + 1) / choice.epochs, "fine-tuning");
        }
        embedding = embedded(copy, task.test, embedding, progress);
      }
    }
    TunedHead head = TunedHead.fit(embedding, task.train, task, choice.penalty);
    double[] added = new double[task.test.length];
    for (int k = 0; k < added.length; k++) {
      added[k] = head.added(embedding[task.test[k]], task.test[k]);
    }
    return new Result(added, choice.epochs);
  }

  /**
   * What those who stop the training want.
   *
   * @param penalty of the head; NaN to choose it by leaving out one person after the other
   */
  private record Choice(int epochs, double penalty) {
    static final Choice FROZEN = new Choice(0, Double.NaN);
  }

  /**
   * After how many passes a fifth of those who train are foretold best by the others; the frozen
   * embedding, unless they are foretold better by more than a standard error.
   */
  private Choice choice(Task task, Progress progress) {
    boolean[] stops = stopping(task);
    int[] fit = IntStream.of(task.train).filter(i -> !stops[i]).toArray();
    int[] stop = IntStream.of(task.train).filter(i -> stops[i]).toArray();
    double[][] embedding = frozen;
    double[] before = losses(task, stop, TunedHead.fit(frozen, fit, task, Double.NaN), frozen);
    Choice best = Choice.FROZEN;
    double least = Double.POSITIVE_INFINITY;
    int last = 0;
    double scale = scale(task, fit);
    try (TunableEncoder.Copy copy = encoder.copy(tuning.all())) {
      for (int e = 0; e < tuning.epochs() && e - last < tuning.patience(); e++) {
        pass(copy, task, fit, TunedHead.fit(embedding, fit, task, LEARNING), scale, e, progress);
        embedding = embedded(copy, task.train, embedding, progress);
        for (double penalty : PENALTIES) {
          TunedHead head = TunedHead.fit(embedding, fit, task, penalty);
          double[] now = losses(task, stop, head, embedding);
          double sum = Arrays.stream(now).sum();
          if (sum < least) {
            least = sum;
            last = e + 1;
            best = clearly(now, before) ? new Choice(e + 1, penalty) : Choice.FROZEN;
          }
        }
        progress.report((e + 1.0) / tuning.epochs(), "fine-tuning");
      }
    }
    return best;
  }

  /** True if losses fell by more than the standard error of their mean fall. */
  private static boolean clearly(double[] now, double[] before) {
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < now.length; i++) {
      mean += (before[i] - now[i]) / now.length;
      squares += (before[i] - now[i]) * (before[i] - now[i]) / now.length;
    }
    double variance = Math.max(0, squares - mean * mean) / Math.max(1, now.length - 1);
    return mean > Math.sqrt(variance);
  }

  private static boolean[] stopping(Task task) {
    boolean[] stops = new boolean[task.y.length];
    int[] order = task.seed.stream("who stops").permutation(task.train.length);
    int[] seen = new int[2];
    for (int k : order) {
      int person = task.train[k];
      int kind = task.binary && task.y[person] == 1 ? 1 : 0;
      stops[person] = seen[kind]++ % STOPPING == STOPPING - 1;
    }
    return stops;
  }

  private void pass(
      TunableEncoder.Copy copy,
      Task task,
      int[] who,
      TunedHead head,
      double scale,
      int epoch,
      Progress progress) {
    int[] order = task.seed.derive("pass", epoch).stream("order").permutation(who.length);
    for (int at = 0; at < order.length; at += BATCH) {
      int[] batch =
          Arrays.stream(order, at, Math.min(order.length, at + BATCH)).map(k -> who[k]).toArray();
      copy.step(
          Arrays.stream(batch).mapToObj(people::get).toList(),
          made -> slopes(task, batch, head, scale, made),
          tuning.rate(),
          progress);
    }
  }

  /** Gradients of the mean loss of a batch for its embeddings. */
  private static double[][] slopes(
      Task task, int[] batch, TunedHead head, double scale, double[][] made) {
    double[][] slopes = new double[batch.length][head.weight().length];
    for (int b = 0; b < batch.length; b++) {
      int i = batch[b];
      double said = task.known[i] + head.added(made[b], i);
      double slope =
          task.binary
              ? KernelLogistic.probability(said) - task.y[i]
              : 2 * (said - task.y[i]) / (scale * scale);
      for (int c = 0; c < slopes[b].length; c++) {
        slopes[b][c] = slope * head.weight()[c] / batch.length;
      }
    }
    return slopes;
  }

  private static double[] losses(Task task, int[] who, TunedHead head, double[][] embedding) {
    double[] losses = new double[who.length];
    for (int k = 0; k < who.length; k++) {
      int i = who[k];
      double said = task.known[i] + head.added(embedding[i], i);
      if (task.binary) {
        double away = task.y[i] == 1 ? -said : said;
        losses[k] = away > 30 ? away : Math.log1p(Math.exp(away));
      } else {
        losses[k] = (said - task.y[i]) * (said - task.y[i]);
      }
    }
    return losses;
  }

  /** Spread of what is left to foretell, so that rates do not depend on the variable's unit. */
  private static double scale(Task task, int[] who) {
    double sum = 0;
    for (int i : who) {
      sum += (task.y[i] - task.known[i]) * (task.y[i] - task.known[i]) / who.length;
    }
    return sum > 0 ? Math.sqrt(sum) : 1;
  }

  /** New embeddings of some, in a copy of the others' old ones. */
  private double[][] embedded(
      TunableEncoder.Copy copy, int[] who, double[][] before, Progress progress) {
    List<List<Seen>> some = new ArrayList<>();
    for (int i : who) {
      some.add(people.get(i));
    }
    double[][] made = copy.embed(some, progress);
    double[][] all = before.clone();
    for (int k = 0; k < who.length; k++) {
      all[who[k]] = made[k];
    }
    return all;
  }
}
