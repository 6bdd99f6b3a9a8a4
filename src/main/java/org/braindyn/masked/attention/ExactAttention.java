package org.braindyn.masked.attention;

import org.braindyn.kernel.Block;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.kernel.attention.PlaceOps;
import org.braindyn.kernel.attention.ScoreOps;
import org.braindyn.masked.token.Slot;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;
import org.braindyn.masked.token.Worker;

/**
 * Softmax attention (Vaswani et al. 2017, equation 1) within groups, in blocks of queries. Scores
 * exist for one block at a time; the backward pass computes them again from the largest score and
 * the sum of every query, so that memory is linear in tokens (Dao et al. 2022, arXiv 2205.14135).
 */
public final class ExactAttention implements Attention {
  /** Keys at a time, so that a tile of scores stays in the second cache. */
  private static final int KEYS = 512;

  private final int heads;

  /**
   * @param heads number of heads; must divide the width
   */
  public ExactAttention(int heads) {
    this.heads = heads;
  }

  private record Softmax(Vec[] largest, Vec[] inverse) implements Memory {}

  private static int queries(int all) {
    return Math.min(all, TokenMatrix.TILE);
  }

  /** Keys of a tile: equal parts of at most {@link #KEYS}. */
  private static int keys(int all) {
    int tiles = (all + KEYS - 1) / KEYS;
    return (all + tiles - 1) / tiles;
  }

  @Override
  public Memory forward(
      Team team, Vec parameters, TokenMatrix[] qkv, Groups[] groups, TokenMatrix[] context) {
    Vec[] largest = new Vec[qkv.length];
    Vec[] inverse = new Vec[qkv.length];
    for (int w = 0; w < qkv.length; w++) {
      largest[w] = team.first().kernel().vec(heads * qkv[w].rows());
      inverse[w] = team.first().kernel().vec(heads * qkv[w].rows());
    }
    Softmax memory = new Softmax(largest, inverse);
    for (int w = 0; w < qkv.length; w++) {
      HeadPlaces[] places = HeadPlaces.of(qkv[w], context[w], groups[w]);
      int window = w;
      team.run(
          heads,
          (head, worker) -> {
            for (HeadPlaces place : places) {
              forward(worker, head, qkv[window], place, context[window], memory, window);
            }
          });
    }
    return memory;
  }

  private void forward(
      Worker worker,
      int head,
      TokenMatrix qkv,
      HeadPlaces place,
      TokenMatrix context,
      Softmax memory,
      int window) {
    final int width = context.width();
    final int d = width / heads;
    final int keys = place.keyCount();
    final int stats = head * context.rows() + place.statsAt();
    final int block = queries(place.queryCount());
    final int tile = keys(keys);
    Panel k = load(worker, qkv, place.keys().from(width + head * d), keys, d, Slot.WEIGHTS);
    Panel v =
        load(worker, qkv, place.keys().from(2 * width + head * d), keys, d, Slot.MORE_WEIGHTS);
    Panel scores = worker.panel(Slot.MIDDLE, block * tile);
    Panel q = worker.panel(Slot.INPUT, block * d);
    Panel o = worker.panel(Slot.OUTPUT, block * d);
    Vec near = worker.vec(Slot.INPUT, block * d);
    Vec factor = worker.vec(Slot.SMALL, block);
    Vec inverse = memory.inverse[window];
    ScoreOps.State state = new ScoreOps.State(memory.largest[window], inverse, factor);
    PlaceOps.Rows queries = place.queries().from(head * d);
    PlaceOps.Rows results = place.results().from(head * d);
    Kernel kernel = worker.kernel();
    ScoreOps ops = worker.ops().scores();
    for (int start = 0; start < place.queryCount(); start += block) {
      int n = Math.min(block, place.queryCount() - start);
      worker.ops().places().gather(qkv.values(), queries, start, n, d, 1 / Math.sqrt(d), near);
      q.put(0, near, 0, n * d);
      for (int j = 0; j < keys; j += tile) {
        int m = Math.min(tile, keys - j);
        kernel.multiply(
            n, m, d, Block.of(q, 0, n), Block.transposed(k, j, keys), 0, Block.of(scores, 0, n));
        ops.exponentials(scores, n, m, j == 0, state, stats + start);
        if (j > 0) {
          o.get(0, near, 0, n * d);
          ops.scaleRows(near, n, d, factor, 0);
          o.put(0, near, 0, n * d);
        }
        int beta = j == 0 ? 0 : 1;
        kernel.multiply(
            n, d, m, Block.of(scores, 0, n), Block.of(v, j, keys), beta, Block.of(o, 0, n));
      }
      o.get(0, near, 0, n * d);
      ops.invert(inverse, stats + start, n);
      ops.scaleRows(near, n, d, inverse, stats + start);
      worker.ops().places().scatterAdd(near, n, d, 1, context.values(), results, start);
    }
  }

  private static Panel load(
      Worker worker, TokenMatrix from, PlaceOps.Rows rows, int n, int d, Slot slot) {
    Panel panel = worker.panel(slot, n * d);
    Vec near = worker.vec(slot, n * d);
    worker.ops().places().gather(from.values(), rows, 0, n, d, 1, near);
    panel.put(0, near, 0, n * d);
    return panel;
  }

  @Override
  public void backward(
      Team team,
      Vec parameters,
      Pass pass,
      TokenMatrix[] grad,
      TokenMatrix[] gradQkv,
      Vec gradient) {
    for (int w = 0; w < grad.length; w++) {
      HeadPlaces[] places = HeadPlaces.of(pass.qkv()[w], grad[w], pass.groups()[w]);
      int window = w;
      team.run(
          heads,
          (head, worker) -> {
            for (HeadPlaces place : places) {
              new HeadGradient(worker, head, heads, place)
                  .run(pass, window, grad[window], gradQkv[window]);
            }
          });
    }
  }

  /** Gradient of one head in one group. */
  private static final class HeadGradient {
    private final Worker worker;
    private final Kernel kernel;
    private final PlaceOps moves;
    private final int head;
    private final int heads;
    private final HeadPlaces place;

    HeadGradient(Worker worker, int head, int heads, HeadPlaces place) {
      this.worker = worker;
      kernel = worker.kernel();
      moves = worker.ops().places();
      this.head = head;
      this.heads = heads;
      this.place = place;
    }

    void run(Pass pass, int window, TokenMatrix grad, TokenMatrix gradQkv) {
      final int width = grad.width();
      final int d = width / heads;
      final int keys = place.keyCount();
      final int block = queries(place.queryCount());
      final int tile = keys(keys);
      final TokenMatrix qkv = pass.qkv()[window];
      final Softmax memory = (Softmax) pass.memory();
      PlaceOps.Rows keyRows = place.keys().from(width + head * d);
      PlaceOps.Rows valueRows = place.keys().from(2 * width + head * d);
      Panel k = load(worker, qkv, keyRows, keys, d, Slot.WEIGHTS);
      Panel v = load(worker, qkv, valueRows, keys, d, Slot.MORE_WEIGHTS);
      Panel dk = worker.panel(Slot.GRADIENT, keys * d);
      Panel dv = worker.panel(Slot.MORE_GRADIENT, keys * d);
      Panel p = worker.panel(Slot.MIDDLE, block * tile);
      Panel dp = worker.panel(Slot.MIDDLE_GRADIENT, block * tile);
      Panel q = worker.panel(Slot.INPUT, block * d);
      Panel dout = worker.panel(Slot.OUTPUT, block * d);
      Panel dq = worker.panel(Slot.SMALL, block * d);
      double factor = 1 / Math.sqrt(d);
      for (int start = 0; start < place.queryCount(); start += block) {
        int n = Math.min(block, place.queryCount() - start);
        int beta = start == 0 ? 0 : 1;
        Vec near = worker.vec(Slot.INPUT, block * d);
        moves.gather(qkv.values(), place.queries().from(head * d), start, n, d, factor, near);
        q.put(0, near, 0, n * d);
        Vec dots = dots(pass.context()[window], grad, start, n, d, dout);
        int stats = head * grad.rows() + place.statsAt() + start;
        Vec largest = memory.largest[window];
        for (int j = 0; j < keys; j += tile) {
          int m = Math.min(tile, keys - j);
          kernel.multiply(
              n, m, d, Block.of(q, 0, n), Block.transposed(k, j, keys), 0, Block.of(p, 0, n));
          worker.ops().scores().again(p, n, m, largest, memory.inverse[window], stats);
          kernel.multiply(
              d,
              m,
              n,
              Block.transposed(dout, 0, n),
              Block.of(p, 0, n),
              beta,
              Block.of(dv, j * d, d));
          kernel.multiply(
              n, m, d, Block.of(dout, 0, n), Block.transposed(v, j, keys), 0, Block.of(dp, 0, n));
          worker.ops().scores().gradient(p, dp, n, m, dots);
          kernel.multiply(
              d, m, n, Block.transposed(q, 0, n), Block.of(dp, 0, n), beta, Block.of(dk, j * d, d));
          int later = j == 0 ? 0 : 1;
          kernel.multiply(
              n, d, m, Block.of(dp, 0, n), Block.of(k, j, keys), later, Block.of(dq, 0, n));
        }
        dq.get(0, near, 0, n * d);
        PlaceOps.Rows queries = place.queries().from(head * d);
        moves.scatterAdd(near, n, d, factor, gradQkv.values(), queries, start);
      }
      Vec near = worker.vec(Slot.WEIGHTS, keys * d);
      dk.get(0, near, 0, keys * d);
      moves.scatterAddRows(near, keys, d, gradQkv.values(), keyRows);
      dv.get(0, near, 0, keys * d);
      moves.scatterAddRows(near, keys, d, gradQkv.values(), valueRows);
    }

    /** Products of the context and its gradient, query by query; the gradient goes to a panel. */
    private Vec dots(TokenMatrix context, TokenMatrix grad, int start, int n, int d, Panel dout) {
      PlaceOps.Rows rows = place.results().from(head * d);
      Vec out = worker.vec(Slot.OUTPUT, n * d);
      Vec other = worker.vec(Slot.MIDDLE, n * d);
      Vec dots = worker.vec(Slot.SMALL, n);
      moves.gather(grad.values(), rows, start, n, d, 1, out);
      moves.gather(context.values(), rows, start, n, d, 1, other);
      worker.ops().norms().rowDots(out, other, n, d, dots, 0);
      dout.put(0, out, 0, n * d);
      return dots;
    }
  }
}
