package org.braindyn.kind.masked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.kernel.Vec;
import org.braindyn.kind.TunableEncoder;
import org.braindyn.masked.network.MaskedNetwork;
import org.braindyn.masked.network.Probe;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Slot;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;
import org.braindyn.masked.train.AdamKind;
import org.braindyn.masked.train.AdamW;

/**
 * Trains the encoder of a masked network further, by the gradient of a loss on the mean of its
 * tokens (without the scan token, which our training leaves alone). A person is seen in a few
 * windows of every recording, of which nothing is hidden.
 */
final class MaskedTuner implements TunableEncoder {
  /** Windows of a recording: further ones of one recording say much the same. */
  private static final int MOST = 4;

  private static final double LARGEST_NORM = 1;

  private final MaskedPlan plan;
  private final double[] start;
  private final MaskedEmbedder cutter;

  MaskedTuner(MaskedPlan plan, int context, double[] parameters, double[] positions) {
    this.plan = plan;
    start = parameters.clone();
    cutter = new MaskedEmbedder(plan, context, null, positions, null);
  }

  private record Windows(List<Window> windows) implements Seen {}

  @Override
  public Seen windows(RegionSignals recording) {
    return new Windows(cutter.windows(recording, MOST));
  }

  @Override
  public int width() {
    return plan.width();
  }

  @Override
  public Copy copy(boolean all) {
    return new Tuned(all);
  }

  private final class Tuned implements Copy {
    private final RegionNetwork network = plan.network();
    private final Team team = Team.of(Precision.FLOAT, 0);
    private final Vec parameters = team.first().kernel().vec(start.length);
    private final Vec gradient = team.first().kernel().vec(start.length);
    private final AdamW adam = new AdamW(network.layout(), AdamKind.TORCH, 0, LARGEST_NORM, team);
    private final boolean all;

    Tuned(boolean all) {
      this.all = all;
      parameters.read(0, start, 0, start.length);
    }

    @Override
    public double[][] embed(List<List<Seen>> people, Progress progress) {
      int[] owner = owners(people);
      List<Window> windows = windows(people);
      double[][] each = new double[windows.size()][];
      team.run(
          each.length,
          (i, worker) -> {
            Cancelled.check(progress, "Fine-tuning");
            each[i] = mean(encode(worker.alone(), windows.get(i)).latent()[0]);
          });
      return means(each, owner, people.size());
    }

    @Override
    public void step(
        List<List<Seen>> people, UnaryOperator<double[][]> slopes, double rate, Progress progress) {
      int[] owner = owners(people);
      List<Window> windows = windows(people);
      MaskedNetwork.Encoded[] seen = new MaskedNetwork.Encoded[windows.size()];
      double[][] each = new double[seen.length][];
      team.run(
          seen.length,
          (i, worker) -> {
            Cancelled.check(progress, "Fine-tuning");
            seen[i] = encode(worker.alone(), windows.get(i));
            each[i] = mean(seen[i].latent()[0]);
          });
      double[][] wanted = slopes.apply(means(each, owner, people.size()));
      int[] counts = new int[people.size()];
      for (int person : owner) {
        counts[person]++;
      }
      gradient.fill(0, gradient.length(), 0);
      team.run(
          seen.length,
          (i, worker) -> {
            Cancelled.check(progress, "Fine-tuning");
            Vec own = worker.vec(Slot.WINDOW, gradient.length());
            own.fill(0, gradient.length(), 0);
            TokenMatrix d = seen[i].latent()[0].zeros(worker.kernel());
            double share = 1.0 / counts[owner[i]] / (d.rows() - 1);
            for (int c = 0; c < d.width(); c++) {
              for (int t = 1; t < d.rows(); t++) {
                d.set(t, c, wanted[owner[i]][c] * share);
              }
            }
            TokenMatrix[] grad = {d};
            network.encodeBackward(worker.alone(), parameters, seen[i], grad, own);
          },
          (i, worker) ->
              gradient.addScaled(
                  0, 1, worker.vec(Slot.WINDOW, gradient.length()), 0, gradient.length()));
      freeze();
      adam.step(parameters, gradient, rate);
    }

    /** No gradient, no step: there is no decay. */
    private void freeze() {
      Layout layout = network.layout();
      String last = "vit.encoder.layer." + (plan.depth() - 1) + ".";
      for (String name : layout.names()) {
        if (!all && !name.startsWith(last) && !name.startsWith("vit.layernorm")) {
          int at = layout.at(name);
          gradient.fill(at, at + Layout.count(layout.shape(name)), 0);
        }
      }
    }

    private MaskedNetwork.Encoded encode(Team who, Window window) {
      return network.encode(who, parameters, List.of(window), Probe.NONE);
    }

    @Override
    public void close() {
      team.close();
    }
  }

  private static List<Window> windows(List<List<Seen>> people) {
    List<Window> windows = new ArrayList<>();
    people.forEach(p -> p.forEach(seen -> windows.addAll(((Windows) seen).windows)));
    return windows;
  }

  /** Whose every window is. */
  private static int[] owners(List<List<Seen>> people) {
    List<Integer> owners = new ArrayList<>();
    for (int p = 0; p < people.size(); p++) {
      for (Seen seen : people.get(p)) {
        for (int w = 0; w < ((Windows) seen).windows.size(); w++) {
          owners.add(p);
        }
      }
    }
    return owners.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] mean(TokenMatrix latent) {
    double[] mean = new double[latent.width()];
    for (int c = 0; c < mean.length; c++) {
      for (int t = 1; t < latent.rows(); t++) {
        mean[c] += latent.get(t, c) / (latent.rows() - 1);
      }
    }
    return mean;
  }

  private static double[][] means(double[][] each, int[] owner, int people) {
    double[][] sum = new double[people][each[0].length];
    int[] counts = new int[people];
    for (int i = 0; i < each.length; i++) {
      counts[owner[i]]++;
      for (int c = 0; c < each[i].length; c++) {
        sum[owner[i]][c] += each[i][c];
      }
    }
    for (int p = 0; p < people; p++) {
      int count = Math.max(1, counts[p]);
      sum[p] = Arrays.stream(sum[p]).map(v -> v / count).toArray();
    }
    return sum;
  }
}
