package org.braindyn.masked.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.network.BatchStep;
import org.braindyn.masked.network.Dropout;
import org.braindyn.masked.network.MaskedNetwork;
import org.braindyn.masked.network.Probe;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Team;

/**
 * Trains a network on recordings: random windows and masks, AdamW with warm-up and cosine,
 * clipping; the parameters with the best R2 on other people's recordings are kept. Everything
 * random follows from the seed and the number of the epoch, so that a training that is stopped at
 * any moment and begun again ends with the same bits, on any number of threads.
 */
public final class MaskedTraining {
  private final RegionNetwork network;
  private final MaskedTrainingSettings settings;
  private final Precision precision;
  private Anchor anchor;
  private Path checkpoint;
  private int last;
  private int draws;
  private Consumer<EpochLog> listener = log -> {};

  /**
   * @param network what is trained
   * @param settings how
   * @param precision float for training, double for checks
   */
  public MaskedTraining(
      RegionNetwork network, MaskedTrainingSettings settings, Precision precision) {
    this.network = network;
    this.settings = settings;
    this.precision = precision;
  }

  /** Gives an anchored network its linear estimate; returns this. */
  public MaskedTraining anchor(Anchor value) {
    anchor = value;
    return this;
  }

  /** Where to keep the state after each epoch, and to go on from; null for nowhere. */
  public MaskedTraining checkpoint(Path file) {
    checkpoint = file;
    return this;
  }

  /** Ends after this epoch with the plan of all of them; 0 for all. Returns this. */
  public MaskedTraining last(int epoch) {
    last = epoch;
    return this;
  }

  /**
   * Draws windows and masks, and asks for estimates, in so many epochs only; later epochs take the
   * same windows again in another order. An anchored training spends most of its time on estimates.
   *
   * @param epochs 0 to draw anew in every epoch
   */
  public MaskedTraining draws(int epochs) {
    draws = epochs;
    return this;
  }

  /** Who hears of every epoch; of those read from a checkpoint too. */
  public MaskedTraining listener(Consumer<EpochLog> value) {
    listener = value;
    return this;
  }

  /**
   * A trained network.
   *
   * @param parameters those with the best R2 on the validation recordings, or the last without any
   * @param log every epoch
   */
  public record Result(Vec parameters, List<EpochLog> log) {}

  /**
   * Trains.
   *
   * @param start starting parameters; not changed
   * @param training recordings to fit
   * @param validation recordings of other people; may be empty
   * @param threads number of threads, 0 for all processors
   * @param progress reports and stops; after a stop the checkpoint of the last epoch stays
   * @throws BadInput if data or settings cannot be used, or the loss is not finite
   * @throws Cancelled if stopped
   */
  public Result run(
      Vec start,
      List<Recording> training,
      List<Recording> validation,
      int threads,
      Progress progress)
      throws IOException {
    if (training.isEmpty()) {
      throw new BadInput("There is no recording to train on.");
    }
    for (Recording other : validation) {
      if (training.stream().anyMatch(r -> r.person().equals(other.person()))) {
        throw new BadInput(
            other.person() + " is among the training and the validation people. Split by person.");
      }
    }
    try (Team team = Team.of(precision, threads)) {
      return new Run(team, start, training, validation, progress).run(progress);
    }
  }

  /** One training. */
  private final class Run {
    private final Team team;
    private final List<Recording> training;
    private final List<Window> validation;
    private final WindowDraw draw;
    private final Vec parameters;
    private final Vec best;
    private final Vec gradient;
    private final AdamW adam;
    private final BatchStep step;
    private final List<EpochLog> log = new ArrayList<>();
    private final long allSteps;
    private final Checkpoint store;
    private final Map<Integer, List<Window>> drawn = new HashMap<>();

    Run(Team team, Vec start, List<Recording> training, List<Recording> others, Progress progress) {
      this.team = team;
      this.training = training;
      draw = new WindowDraw(settings, network.settings().patch(), anchor);
      validation = draw.windows(draw.fixed(others, settings.seed()), team, progress);
      int n = network.layout().size();
      parameters = team.first().kernel().vec(n);
      best = team.first().kernel().vec(n);
      gradient = team.first().kernel().vec(n);
      parameters.copy(0, start, 0, n);
      best.copy(0, start, 0, n);
      adam =
          new AdamW(
              network.layout(), settings.optimiser(), settings.decay(), settings.clip(), team);
      step = new BatchStep(network, team, network.settings().loss());
      int windows = training.size() * settings.windows();
      int perEpoch = (windows + settings.batch() - 1) / settings.batch();
      allSteps = (long) perEpoch * settings.epochs();
      store =
          checkpoint == null
              ? null
              : new Checkpoint(checkpoint, fingerprint(start, training, others), precision);
    }

    private List<Vec> state() {
      return List.of(parameters, best, adam.mean(), adam.square());
    }

    Result run(Progress progress) throws IOException {
      if (store != null) {
        adam.resume(Math.max(0, store.read(state(), log)));
        log.forEach(listener);
      }
      double top =
          log.stream().mapToDouble(EpochLog::validation).max().orElse(Double.NEGATIVE_INFINITY);
      int end = last > 0 ? Math.min(last, settings.epochs()) : settings.epochs();
      for (int epoch = log.size(); epoch < end; epoch++) {
        EpochLog now = epoch(epoch, progress);
        log.add(now);
        if (validation.isEmpty() || now.validation() > top) {
          top = now.validation();
          best.copy(0, parameters, 0, parameters.length());
        }
        if (store != null) {
          store.write(state(), adam.steps(), log);
        }
        listener.accept(now);
      }
      return new Result(best, List.copyOf(log));
    }

    private EpochLog epoch(int epoch, Progress progress) {
      Seed seed = settings.seed().derive("epoch", epoch);
      List<WindowDraw.Drawn> fresh = draws > 0 ? List.of() : draw.epoch(training, seed);
      List<Window> again = draws > 0 ? again(epoch, progress) : List.of();
      int windows = Math.max(fresh.size(), again.size());
      double loss = 0;
      double largest = 0;
      double rate = 0;
      for (int at = 0; at < windows; at += settings.batch()) {
        Cancelled.check(progress, "Training");
        int end = Math.min(windows, at + settings.batch());
        gradient.fill(0, gradient.length(), 0);
        List<Window> batch =
            draws > 0
                ? again.subList(at, end)
                : draw.windows(fresh.subList(at, end), team, progress);
        double value = step.run(parameters, batch, gradient);
        if (!Double.isFinite(value)) {
          throw new BadInput(
              "The loss became "
                  + value
                  + " in epoch "
                  + (epoch + 1)
                  + ". Use a smaller learning rate, or look at the data.");
        }
        rate = settings.rate(adam.steps(), allSteps);
        largest = Math.max(largest, adam.step(parameters, gradient, rate));
        loss += value * (end - at) / windows;
        double done = (epoch + (double) end / windows) / settings.epochs();
        progress.report(done, "training, epoch " + (epoch + 1) + " of " + settings.epochs());
      }
      HiddenScore score = new HiddenScore();
      HiddenScore linear = new HiddenScore();
      validate(score, linear, progress);
      return new EpochLog(epoch + 1, loss, score.r2(), linear.r2(), rate, largest);
    }

    /** Windows that were drawn before, in an order and with a dropout of this epoch. */
    private List<Window> again(int epoch, Progress progress) {
      int which = epoch % draws;
      if (!drawn.containsKey(which)) {
        List<Window> made = new ArrayList<>();
        List<WindowDraw.Drawn> all = draw.epoch(training, settings.seed().derive("epoch", which));
        for (int at = 0; at < all.size(); at += settings.batch()) {
          Cancelled.check(progress, "Training");
          int end = Math.min(all.size(), at + settings.batch());
          made.addAll(draw.windows(all.subList(at, end), team, progress));
        }
        drawn.put(which, made);
      }
      Seed seed = settings.seed().derive("again", epoch);
      List<Window> windows = new ArrayList<>();
      for (int i : seed.stream("order").permutation(drawn.get(which).size())) {
        Seed own = seed.derive("dropout", windows.size());
        Dropout dropout = new Dropout(settings.dropout(), own);
        windows.add(drawn.get(which).get(i).dropped(dropout));
      }
      return windows;
    }

    private void validate(HiddenScore score, HiddenScore linear, Progress progress) {
      double[][] predictions = new double[validation.size()][];
      team.run(
          predictions.length,
          (i, worker) -> {
            Cancelled.check(progress, "Training");
            List<Window> one = List.of(validation.get(i));
            MaskedNetwork.Encoded encoded =
                network.encode(worker.alone(), parameters, one, Probe.NONE);
            predictions[i] =
                network.decode(worker.alone(), parameters, encoded, Probe.NONE).prediction()[0];
          });
      for (int i = 0; i < predictions.length; i++) {
        Window window = validation.get(i);
        double[] hidden = network.hidden(window);
        score.add(window.signals(), predictions[i], hidden);
        if (window.anchor() != null) {
          linear.add(window.signals(), window.anchor(), hidden);
        }
      }
    }
  }

  /** Changes with settings, start and data. */
  private String fingerprint(Vec start, List<Recording> training, List<Recording> validation) {
    CRC32 crc = new CRC32();
    MaskedTrainingSettings s = settings;
    String text =
        String.join(
            "|",
            network.settings().toString(),
            precision.name(),
            s.samples() + " " + s.windows() + " " + s.batch() + " " + s.epochs() + " " + s.rate(),
            s.warmUp() + " " + s.decay() + " " + s.clip() + " " + s.optimiser() + " " + s.kinds(),
            s.ratio()
                + " "
                + s.dropout()
                + " "
                + draws
                + " "
                + s.seed().value()
                + " "
                + (anchor != null));
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < start.length(); i++) {
      add(crc, start.get(i));
    }
    for (List<Recording> part : List.of(training, validation)) {
      for (Recording r : part) {
        crc.update(r.person().getBytes(StandardCharsets.UTF_8));
        for (double[] region : r.signals()) {
          for (double v : region) {
            add(crc, v);
          }
        }
      }
    }
    return Long.toHexString(crc.getValue());
  }

  private static void add(CRC32 crc, double value) {
    long bits = Double.doubleToLongBits(value);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      crc.update((int) (bits >>> shift) & 0xff);
    }
  }
}
