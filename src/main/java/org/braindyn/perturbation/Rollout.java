package org.braindyn.perturbation;

import java.util.Arrays;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Intervenable;

/**
 * Forecasts windows while a perturbation acts on them.
 *
 * <p>Frames before 0 are changed in the context. Frames from 0 on are changed as soon as they are
 * forecast, and the changed frames are fed back: the context slides, the oldest frames drop out.
 *
 * @param forecaster the model
 * @param regions names of its rows
 * @param horizon forecast frames
 * @param feedback frames per forecast before they are changed and fed back; 0: the forecaster does
 *     the whole horizon at once
 * @param rescaled whether a context that forecasts were fed back into is scaled to mean 0 and
 *     standard deviation 1 again, as the model knows contexts, before the next forecast
 */
record Rollout(
    Forecaster forecaster, Regions regions, int horizon, int feedback, boolean rescaled) {
  /** Beyond this many sd a forecast counts as diverged. */
  static final double LIMIT = 1e6;

  /**
   * @param contexts normalised contexts, [window, region, step, signal]; not changed
   * @param perturbation null for none
   * @param plain forecasts without perturbation; null if there is no perturbation
   * @return forecasts, [window, region, horizon, signal]
   */
  SignalBatch run(
      SignalBatch contexts,
      Perturbation perturbation,
      SignalBatch plain,
      Seed seed,
      Progress progress) {
    SignalBatch context = contexts.copy();
    Seed.Stream[] noise = noise(perturbation, seed);
    int length = context.steps();
    int[][] rows = perturbation == null ? null : perturbation.resolve(regions, length, horizon);
    change(context, -length, perturbation, rows, plain, noise);
    double[][] drive = drive(context.regions(), perturbation, rows, noise);
    if (feedback == 0) {
      return forecast(context, horizon, drive, progress);
    }
    SignalBatch result =
        new SignalBatch(
            context.windows(),
            context.regions(),
            horizon,
            context.signals(),
            new double[context.windows() * context.regions() * horizon * context.signals()]);
    for (int done = 0; done < horizon; done += feedback) {
      Cancelled.check(progress, "Perturbation");
      int steps = Math.min(feedback, horizon - done);
      SignalBatch next = next(context, steps, part(drive, done, steps), progress);
      change(next, done, perturbation, rows, plain, noise);
      if (diverged(next)) {
        fill(result, done, next); // a model may refuse what it is fed next
        return result;
      }
      shift(context, next);
      for (int w = 0; w < context.windows(); w++) {
        for (int r = 0; r < context.regions(); r++) {
          System.arraycopy(
              next.values(),
              next.index(w, r, 0),
              result.values(),
              result.index(w, r, done),
              steps * context.signals());
        }
      }
    }
    return result;
  }

  /**
   * Sources of noise, one per intervention. All windows get the same course, as they do of a sine:
   * courses of their own would average to nothing over windows.
   */
  private static Seed.Stream[] noise(Perturbation perturbation, Seed seed) {
    int parts = perturbation == null ? 0 : perturbation.interventions().size();
    Seed.Stream[] noise = new Seed.Stream[parts];
    Arrays.setAll(noise, i -> seed.derive("perturbation", i).stream("noise"));
    return noise;
  }

  private static double draw(Intervention part, Seed.Stream noise) {
    return part.kind() == PerturbationKind.NOISE ? noise.gaussian() : 0;
  }

  private static boolean diverged(SignalBatch batch) {
    for (double v : batch.values()) {
      if (!(Math.abs(v) <= LIMIT)) {
        return true;
      }
    }
    return false;
  }

  /** Keeps the steps that were made and leaves no number after them. */
  private static void fill(SignalBatch result, int done, SignalBatch made) {
    for (int w = 0; w < result.windows(); w++) {
      for (int r = 0; r < result.regions(); r++) {
        for (int t = done; t < result.steps(); t++) {
          boolean known = t - done < made.steps();
          result.set(w, r, t, known ? made.get(w, r, t - done) : Double.NaN);
        }
      }
    }
  }

  private SignalBatch next(SignalBatch context, int steps, double[][] drive, Progress progress) {
    if (!rescaled) {
      return forecast(context, steps, drive, progress);
    }
    ContextScale scale = ContextScale.of(context);
    return scale.undo(forecast(scale.apply(context), steps, scale.drive(drive), progress));
  }

  private SignalBatch forecast(
      SignalBatch context, int steps, double[][] drive, Progress progress) {
    return drive == null
        ? forecaster.forecast(context, steps, progress)
        : forecaster
            .as(Intervenable.class)
            .orElseThrow() // Arms has asked
            .forecast(context, steps, drive, progress);
  }

  /** What interventions add to the state, [region][frame]; null if none does. */
  private double[][] drive(
      int regionCount, Perturbation perturbation, int[][] rows, Seed.Stream[] noise) {
    double[][] drive = null;
    for (int i = 0; perturbation != null && i < rows.length; i++) {
      Intervention part = perturbation.interventions().get(i);
      if (part.intoState()) {
        drive = drive == null ? new double[regionCount][horizon] : drive;
        for (int t = 0; t < horizon; t++) {
          for (int r : rows[i]) {
            double drawn = part.active(t) ? draw(part, noise[i]) : 0;
            drive[r][t] += part.active(t) ? part.apply(0, 0, t, horizon, drawn) : 0;
          }
        }
      }
    }
    return drive;
  }

  private static double[][] part(double[][] drive, int from, int steps) {
    if (drive == null) {
      return null;
    }
    return Arrays.stream(drive)
        .map(row -> Arrays.copyOfRange(row, from, from + steps))
        .toArray(double[][]::new);
  }

  /** Changes the frames of a batch whose first step is frame {@code first}. */
  private void change(
      SignalBatch batch,
      int first,
      Perturbation perturbation,
      int[][] rows,
      SignalBatch plain,
      Seed.Stream[] noise) {
    for (int s = 0; perturbation != null && s < batch.steps(); s++) {
      WithinFrame others = WithinFrame.of(forecaster, batch, s);
      for (int i = 0; i < rows.length; i++) {
        Intervention part = perturbation.interventions().get(i);
        if (!part.intoState() && part.active(first + s)) {
          for (int r : rows[i]) {
            double drawn = draw(part, noise[i]);
            others.hold(r);
            for (int w = 0; w < batch.windows(); w++) {
              double value = batch.get(w, r, s);
              double without = first + s < 0 ? value : plain.get(w, r, first + s);
              batch.set(w, r, s, part.apply(value, without, first + s, horizon, drawn));
            }
          }
        }
      }
      others.spread();
    }
  }

  /** Drops the oldest frames of the context and appends the new ones. */
  private static void shift(SignalBatch context, SignalBatch next) {
    int length = context.steps() * context.signals();
    int added = Math.min(next.steps() * next.signals(), length);
    int from = next.steps() * next.signals() - added;
    for (int w = 0; w < context.windows(); w++) {
      for (int r = 0; r < context.regions(); r++) {
        int at = context.index(w, r, 0);
        System.arraycopy(context.values(), at + added, context.values(), at, length - added);
        System.arraycopy(
            next.values(),
            next.index(w, r, 0) + from,
            context.values(),
            at + length - added,
            added);
      }
    }
  }
}
