package org.braindyn.kind.masked;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.kernel.Vec;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.masked.network.Initialisation;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.train.AdamKind;
import org.braindyn.masked.train.EpochLog;
import org.braindyn.masked.train.MaskKind;
import org.braindyn.masked.train.MaskedTraining;
import org.braindyn.masked.train.MaskedTrainingSettings;
import org.braindyn.masked.train.Recording;
import org.braindyn.training.TrainingLog;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.score.Evaluation;

/**
 * One training of a masked network. The linear estimate of a training window comes from the other
 * half of the windows, because what it leaves of windows that it was fitted to is smaller than what
 * it leaves of new ones.
 */
final class MaskedFit {
  private static final String FIRST = "first half";
  private static final String SECOND = "second half";

  private final MaskedKind kind;
  private final TrainingSplit split;
  private final KindSettings settings;
  private final ModelShape shape;
  private final MaskedPlan plan;
  private final RegionNetwork network;
  private final TrainingLog log = new TrainingLog();
  private double top = Double.NaN;
  private int best;

  MaskedFit(
      MaskedKind kind,
      TrainingSplit split,
      KindSettings settings,
      ModelShape shape,
      MaskedPlan plan) {
    this.kind = kind;
    this.split = split;
    this.settings = settings;
    this.shape = shape;
    this.plan = plan;
    network = plan.network();
  }

  TrainedModel run(TrainingWatch watch) {
    int most = settings.whole(MaskedKind.WINDOWS);
    List<double[][]> windows = MaskedWindows.spread(split.train(), plan, most);
    String places = settings.word(MaskedKind.PLACES);
    double[] positions = MaskedKind.positions(split.regions(), windows, places);
    int half = (windows.size() + 1) / 2;
    List<double[][]> early = windows.subList(0, half);
    List<double[][]> late = half < windows.size() ? windows.subList(half, windows.size()) : early;
    List<Recording> training = new java.util.ArrayList<>();
    training.addAll(MaskedWindows.named(early, FIRST, positions));
    training.addAll(MaskedWindows.named(late, SECOND, positions));
    List<Recording> choosing =
        split.validation() == null
            ? List.of()
            : MaskedWindows.named(
                MaskedWindows.spread(split.validation(), plan, most / 2), "validation", positions);
    MaskedTraining run =
        new MaskedTraining(network, training(), Precision.FLOAT)
            .last(settings.whole("last"))
            .draws(settings.whole(MaskedKind.DRAWS))
            .checkpoint(watch.checkpoint());
    LinearAnchor whole = null;
    if (plan.anchored()) {
      LinearAnchor all = LinearAnchor.of(windows, plan.order());
      LinearAnchor first = LinearAnchor.of(early, plan.order());
      LinearAnchor second = LinearAnchor.of(late, plan.order());
      run.anchor(
          (recording, start, window) ->
              (recording.person().startsWith(FIRST)
                      ? second
                      : recording.person().startsWith(SECOND) ? first : all)
                  .estimate(window, plan.patch()));
      whole = all;
    }
    long begun = System.nanoTime();
    run.listener(e -> heard(e, watch, (System.nanoTime() - begun) / 1e9));
    boolean alone = settings.word(MaskedKind.KEEP).equals(MaskedKind.ESTIMATE);
    if (alone && whole == null) {
      throw new BadInput("keep=estimate needs anchored=yes: there is no linear estimate else.");
    }
    double[] start;
    double[] learnt;
    try (Team team = Team.of(Precision.FLOAT, 0)) {
      Vec own = Initialisation.own(network, team.first().kernel(), settings.seed());
      start = values(own);
      learnt =
          alone
              ? start
              : values(run.run(own, training, choosing, 0, watch.progress()).parameters());
    } catch (IOException e) {
      throw new BadInput(
          "The checkpoint cannot be read or written: " + Reason.of(e) + ". Choose another file.",
          e);
    }
    return chosen(start, learnt, positions, whole, watch.progress());
  }

  /** The trained network, or the linear estimate alone where validation says that it is better. */
  private TrainedModel chosen(
      double[] start, double[] learnt, double[] positions, LinearAnchor anchor, Progress progress) {
    boolean trainedAtAll = !settings.word(MaskedKind.KEEP).equals(MaskedKind.ESTIMATE);
    Provenance from = provenance(settings);
    MaskedModel trained =
        MaskedModel.of(
            kind,
            shape,
            from,
            new MaskedModel.Content(plan, learnt, positions, anchor, trainedAtAll),
            log);
    boolean open = settings.word(MaskedKind.KEEP).equals(MaskedKind.CHOSEN);
    if (anchor == null || split.validation() == null || !open) {
      return trained;
    }
    double network = mse(trained, progress);
    boolean sound = Double.isFinite(network);
    double[] silent = sound ? silenced(learnt) : start;
    MaskedModel linear =
        MaskedModel.of(
            kind,
            shape,
            from,
            new MaskedModel.Content(plan, silent, positions, anchor, sound),
            log);
    double alone = mse(linear, progress);
    boolean kept = network < alone;
    String verdict =
        String.format(
            java.util.Locale.ROOT,
            "Validation windows: the network's squared error is %.4f, its linear estimate's %.4f;"
                + " %s.",
            network,
            alone,
            kept ? "the network is kept" : "the linear estimate is kept alone");
    return MaskedModel.of(
        kind,
        shape,
        // a refit for a null model keeps the same of the two
        provenance(settings.with(MaskedKind.KEEP, kept ? MaskedKind.NETWORK : MaskedKind.ESTIMATE))
            .with(MaskedModel.KEPT, verdict),
        new MaskedModel.Content(plan, kept ? learnt : silent, positions, anchor, kept || sound),
        log);
  }

  /** The same network with a last layer of zeros: it adds nothing, but its encoder has learnt. */
  private double[] silenced(double[] learnt) {
    double[] silent = learnt.clone();
    Layout layout = network.layout();
    for (String name : layout.names()) {
      if (name.startsWith(RegionNetwork.LAST)) {
        int at = layout.at(name);
        Arrays.fill(silent, at, at + Layout.count(layout.shape(name)), 0);
      }
    }
    return silent;
  }

  private Provenance provenance(KindSettings used) {
    List<Provenance.Member> members =
        best == 0 ? List.of() : List.of(new Provenance.Member(best, 1 - top));
    return Provenance.of(kind, split, used, members, true);
  }

  private double mse(MaskedModel model, Progress progress) {
    try (model) {
      return Evaluation.of(model.forecaster(), split.validation(), progress).all().mse();
    }
  }

  private static double[] values(Vec vec) {
    double[] values = new double[vec.length()];
    Arrays.setAll(values, vec::get);
    return values;
  }

  private void heard(EpochLog e, TrainingWatch watch, double seconds) {
    boolean blind = Double.isNaN(e.validation());
    boolean better = blind || !(e.validation() <= top);
    if (better) {
      top = e.validation();
      best = e.epoch();
    }
    // share of the hidden variance that is left, which is 1 - R2
    double left = blind ? e.loss() : 1 - e.validation();
    TrainingLog.Epoch epoch =
        new TrainingLog.Epoch(e.epoch(), e.loss(), left, e.rate(), better, seconds);
    log.add(epoch);
    watch.listener().epochDone(epoch);
  }

  private MaskedTrainingSettings training() {
    boolean future = settings.word(MaskedKind.MASKS).equals(MaskedKind.FUTURE);
    return new MaskedTrainingSettings(
        plan.samples(),
        1,
        settings.whole("batch"),
        settings.whole("epochs"),
        settings.number("rate"),
        0.05,
        settings.number("decay"),
        1,
        AdamKind.TORCH,
        future ? List.of(MaskKind.FUTURE) : List.of(MaskKind.values()),
        settings.number("ratio"),
        settings.number("dropout"),
        settings.seed());
  }
}
