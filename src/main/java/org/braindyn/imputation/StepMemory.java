package org.braindyn.imputation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.kernel.linalg.Matrix;

/**
 * The last filter steps of every pattern. Covariances forget their past within a few frames, so a
 * recording with scattered gaps meets the same steps again and again.
 */
final class StepMemory {
  private final StateSpace model;
  private final VisiblePatterns patterns;
  private final double noise;
  private final double tolerance;
  private final int capacity;
  private final List<List<FilterStep>> known = new ArrayList<>();
  private final ArrayDeque<Integer> order = new ArrayDeque<>();

  StepMemory(
      StateSpace model, VisiblePatterns patterns, double noise, double tolerance, int capacity) {
    this.model = model;
    this.patterns = patterns;
    this.noise = noise;
    this.tolerance = tolerance;
    this.capacity = capacity;
    for (int p = 0; p < patterns.size(); p++) {
      known.add(new ArrayList<>());
    }
  }

  /** The step of a frame after another (null before the first frame). */
  FilterStep step(FilterStep before, int frame) {
    Matrix predicted = before == null ? model.start() : before.next(model);
    int pattern = patterns.at(frame);
    List<FilterStep> same = known.get(pattern);
    for (int i = same.size() - 1; i >= 0; i--) {
      if (Blocks.close(same.get(i).predicted, predicted, tolerance)) {
        return same.get(i);
      }
    }
    FilterStep step =
        new FilterStep(predicted, patterns.visible(pattern), patterns.hidden(pattern), noise);
    same.add(step);
    order.add(pattern);
    if (order.size() > capacity) {
      known.get(order.remove()).remove(0);
    }
    return step;
  }
}
