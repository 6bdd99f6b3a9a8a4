package org.braindyn.kind.family;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.forecast.family.LinkWeights;
import org.braindyn.forecast.family.NetworkAr;
import org.braindyn.forecast.family.SimultaneousAr;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelArrays;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelShape;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.Setting;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.kind.residual.NetworkBeside;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.residual.ResidualTraining;

/**
 * BrainDyn beside a network autoregression on weighted links, messages seeing the weights, too: one
 * law on all links with links within a frame ({@link SimultaneousAr}), and a sheaf of which every
 * edge's disagreement is times its weight. Without a graph the links are partial correlations and
 * nothing acts within a frame, which would make answers twice too large there (docs/families.md).
 */
public final class NetworkSkipKind implements ModelKind {
  static final String NOTE = "links";
  private static final int ORDER = 5;
  private static final int STRETCHES = 4;
  private static final double FITTED = 0.1;

  @Override
  public String name() {
    return "network skip";
  }

  @Override
  public String title() {
    return "BrainDyn + network AR";
  }

  @Override
  public String sentence() {
    return "BrainDyn for what a network AR leaves over, both on the weights of the graph given";
  }

  @Override
  public List<Setting> settings() {
    return NetworkBeside.settings();
  }

  @Override
  public boolean sharesEpochs() {
    return false;
  }

  @Override
  public String advice() {
    return "Give a connectome with weights (graph=), or more frames.";
  }

  @Override
  public List<Path> checkpoints(Path checkpoint, KindSettings settings) {
    return ResidualTraining.checkpoints(checkpoint, settings.whole("members"));
  }

  /** A fitted law. */
  private record Law(LagModel forecasts, double[][] within) {
    static Law of(FamilyData data) {
      int order = Math.min(ORDER, data.windows().context());
      if (data.given() == null) {
        LinkWeights partial = LinkWeights.partialCorrelation(data.whole());
        return new Law(NetworkAr.fit(data.whole(), order, partial), null);
      }
      SimultaneousAr law = SimultaneousAr.fit(data.whole(), order, data.given());
      return new Law(law.forecasts(), law.links());
    }
  }

  @Override
  public TrainedModel train(
      TrainingSplit split, BrainGraph graph, KindSettings settings, TrainingWatch watch) {
    FamilyData data = AutoKind.data(split.train(), graph, settings.seed());
    Law law = Law.of(data);
    WindowSet cut = split.groups(STRETCHES);
    WindowSet train = split.byTime() ? cut : cut.withStride(1);
    Progress fitting = watch.progress().part(0, FITTED);
    FamilySkip skip =
        FamilySkip.of(train, law.forecasts(), data, part -> Law.of(part).forecasts(), fitting);
    BrainGraph links =
        graph == null
            ? BrainGraph.ofMatrix(LinkWeights.partialCorrelation(data.whole()).weights())
            : graph;
    NetworkBeside network =
        NetworkBeside.trainOnWeights(
            train, skip, links, settings, watch.with(watch.progress().part(FITTED, 1)));
    String where =
        graph == null
            ? "Links are partial correlations of the recordings, since no graph was given."
            : "Links are those of the graph given, with its weights.";
    Provenance from =
        Provenance.of(this, split, settings, network.members(), true).with(NOTE, where);
    return new NetworkSkip(
        this, ModelShape.of(split.train()), from, law.forecasts(), law.within(), network);
  }

  @Override
  public TrainedModel read(ModelArrays file) {
    LagModel law =
        FamilyFile.read(file)
            .linear()
            .orElseThrow(
                () ->
                    new BadInput(
                        file.file() + " holds no network autoregression. Train it again."));
    ModelShape shape = file.shape();
    FamilySkip skip = FamilySkip.of(shape.context(), shape.horizon(), law);
    NetworkBeside network =
        NetworkBeside.read(file, skip)
            .orElseThrow(
                () ->
                    new BadInput(
                        file.file() + " holds no BrainDyn beside it. Train the model again."));
    double[][] within = FamilyFile.within(file, FamilyFile.FAMILY);
    return new NetworkSkip(this, shape, file.provenance(), law, within, network);
  }
}
