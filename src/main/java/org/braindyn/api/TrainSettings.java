package org.braindyn.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingWatch;

/**
 * How a model is trained. Immutable: every method gives a changed copy. What a kind of model can be
 * told besides stands in {@link Model#settingsOf}.
 */
public final class TrainSettings {
  private static final int CONTEXT = 30;
  private static final int HORIZON = 10;

  final int context;
  final int horizon;
  final int stride;
  private final long seed;
  private final Map<String, Object> values;
  private final Path checkpoint;
  private final Progress progress;

  private TrainSettings(
      int[] windows, long seed, Map<String, Object> values, Path checkpoint, Progress progress) {
    this.context = windows[0];
    this.horizon = windows[1];
    this.stride = windows[2];
    this.seed = seed;
    this.values = values;
    this.checkpoint = checkpoint;
    this.progress = progress;
  }

  private int[] windows() {
    return new int[] {context, horizon, stride};
  }

  /** {@return 30 frames seen, 10 forecast, the kind's own presets, seed 1} */
  public static TrainSettings defaults() {
    int[] windows = {CONTEXT, HORIZON, 0};
    return new TrainSettings(windows, 1, Map.of(), null, Progress.NONE);
  }

  /**
   * Windows of the recording.
   *
   * @param context frames the model sees, 2 or more
   * @param horizon frames it forecasts at once, 1 or more; longer forecasts are fed back
   * @param stride frames from window to window; 0 for 1 on one recording and 10 on many people
   * @return a changed copy
   * @throws BadInput if a number is too small
   */
  public TrainSettings windows(int context, int horizon, int stride) {
    if (context < 2 || horizon < 1 || stride < 0) {
      throw new BadInput(
          String.format(
              "context=%d, horizon=%d, stride=%d: a window needs a context of 2 frames or more, a"
                  + " horizon of 1 or more, and a stride of 0 or more.",
              context, horizon, stride));
    }
    int[] windows = {context, horizon, stride};
    return new TrainSettings(windows, seed, values, checkpoint, progress);
  }

  /**
   * Fixes all that is drawn.
   *
   * @param value the same seed gives the same model
   * @return a changed copy
   */
  public TrainSettings seed(long value) {
    return new TrainSettings(windows(), value, values, checkpoint, progress);
  }

  /**
   * A setting of the kind of model.
   *
   * @param name e.g. "epochs", "order" or "members"
   * @param value a number or a word; checked when the training begins
   * @return a changed copy
   */
  public TrainSettings with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new TrainSettings(windows(), seed, more, checkpoint, progress);
  }

  /**
   * Where the training can go on after a kill.
   *
   * @param file written after every epoch and gone on from if it is there; null for none
   * @return a changed copy
   */
  public TrainSettings checkpoint(String file) {
    Path path = file == null ? null : Path.of(file);
    return new TrainSettings(windows(), seed, values, path, progress);
  }

  /**
   * Who watches and may stop it.
   *
   * @param watch e.g. a {@link Watch}
   * @return a changed copy
   */
  public TrainSettings watch(Progress watch) {
    return new TrainSettings(windows(), seed, values, checkpoint, watch);
  }

  KindSettings of(ModelKind kind) {
    KindSettings settings = kind.defaults().with(Seed.of(seed));
    List<Map.Entry<String, Object>> wishes = new ArrayList<>(values.entrySet());
    for (Map.Entry<String, Object> wish : wishes) {
      settings = settings.with(wish.getKey(), wish.getValue());
    }
    return settings;
  }

  TrainingWatch watching() {
    return new TrainingWatch(TrainingListener.NONE, checkpoint, progress);
  }
}
