package org.braindyn.people;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingLog;
import org.braindyn.training.score.Scores;

/**
 * Fits and tests the baselines in a thread of its own beside a training, from the first loss on, so
 * that nobody waits for them to see it. Closing it stops what is still running.
 */
final class BaselinesBeside implements TrainingListener, AutoCloseable {
  /** What a user who pressed Esc waits for, in ms. */
  private static final int PATIENCE = 400;

  private static final int LOOK = 100;

  private final TrainingListener listener;
  private final FutureTask<List<Scores>> work;
  private boolean begun;
  private volatile boolean closed;

  /**
   * @param split what they learn from
   * @param test tests one
   * @param listener hears of the training
   */
  BaselinesBeside(TrainingSplit split, Companions.Test test, TrainingListener listener) {
    this.listener = listener;
    work = new FutureTask<>(() -> scores(split, test, quiet()));
  }

  /** Their errors, worked out here and now. */
  static List<Scores> scores(TrainingSplit split, Companions.Test test, Progress progress) {
    List<Scores> scores = new ArrayList<>();
    for (TrainedModel baseline : Baselines.fit(split, progress)) {
      Cancelled.check(progress, "Baselines");
      scores.add(test.of(Contender.baseline(baseline)));
    }
    return scores;
  }

  /** The training tells how far it is; Esc stops that first, these when nobody waits for them. */
  private Progress quiet() {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {}

      @Override
      public boolean cancelled() {
        return closed;
      }
    };
  }

  private synchronized void begin() {
    if (!begun) {
      begun = true;
      Thread thread = new Thread(work, "baselines");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * Their errors.
   *
   * @param stopped true if the user stopped the training: only what takes no time is waited for
   * @return empty if that was not enough
   * @throws Cancelled if the user stops now
   */
  List<Scores> scores(boolean stopped, Progress progress) {
    begin();
    progress.report(1, "Testing the baselines");
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
    while (true) {
      try {
        return work.get(LOOK, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (stopped && System.nanoTime() > end) {
          return List.of();
        }
        if (!stopped) {
          Cancelled.check(progress, "Baselines");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Cancelled("Baselines");
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException own) {
          throw own;
        }
        throw new CompletionException(e.getCause());
      }
    }
  }

  @Override
  public void begin(String name) {
    listener.begin(name);
  }

  @Override
  public void linearDone(double loss) {
    listener.linearDone(loss);
  }

  @Override
  public void stepDone(double epochs, double loss) {
    listener.stepDone(epochs, loss);
    begin();
  }

  @Override
  public void epochDone(TrainingLog.Epoch epoch) {
    listener.epochDone(epoch);
    begin();
  }

  @Override
  public void close() {
    closed = true;
  }
}
