package org.braindyn.ode;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;

/**
 * The one stepping loop: runs any tableau over equal output intervals, and the same discrete steps
 * backwards (the exact gradient of what was computed, not of the continuous equation).
 *
 * <p>With {@code keep}, every stage has a slot of its own; otherwise stages are evaluated again on
 * the way back, step by step, which needs memory for one step only.
 */
public final class Solver {
  private final Tableau tableau;
  private final Kernel kernel;
  private final StepSize stepSize;
  private final List<Vec> starts = new ArrayList<>();
  private final List<Vec> stageStates = new ArrayList<>();
  private final List<Vec> rates = new ArrayList<>();
  private final List<Vec> gradRates = new ArrayList<>();
  private final List<Step> path = new ArrayList<>();
  private Vec gradStage;
  private int n;
  private boolean kept;
  private Vec teacher;
  private double strength;
  private int taught;

  /** One accepted step: its size, and the output it ends at or -1. */
  private record Step(double size, int output) {}

  /**
   * @param tolerance used by adaptive methods only
   */
  public Solver(Tableau tableau, Kernel kernel, Tolerance tolerance) {
    this.tableau = tableau;
    this.kernel = kernel;
    stepSize = new StepSize(tableau, kernel, tolerance);
  }

  /**
   * From now on, draws the state after every output towards given values before it goes on, {@code
   * strength * truth + (1 - strength) * state} (generalised teacher forcing, Hess et al. 2023,
   * ICML, eq. 8); outputs are those before.
   *
   * @param strength 0 for none
   * @param truth [output][n]
   * @param length of every output's first values that are drawn
   */
  public void teach(double strength, Vec truth, int length) {
    this.strength = strength;
    teacher = truth;
    taught = length;
  }

  /**
   * Solves from a start value.
   *
   * @param start y(0), n values
   * @param dt time between outputs
   * @param steps number of outputs, at dt, 2 dt, ...
   * @param out receives [output][n]
   * @param keep whether every stage keeps its slot (fixed-step methods only)
   */
  public void forward(Dynamics f, Vec start, int n, double dt, int steps, Vec out, boolean keep) {
    this.n = n;
    kept = keep && !tableau.adaptive();
    path.clear();
    startOf(0).copy(0, start, 0, n);
    stepSize.reset();
    for (int p = 0; p < steps; p++) {
      if (tableau.adaptive()) {
        stepTo(f, dt, p);
      } else {
        stages(f, dt, path.size(), tableau.stages());
        accept(dt, p);
      }
      Vec state = startOf(path.size());
      out.copy(p * n, state, 0, n);
      if (strength > 0) {
        for (int i = 0; i < taught; i++) {
          state.set(i, strength * teacher.get(p * n + i) + (1 - strength) * state.get(i));
        }
      }
    }
  }

  /** Adaptive steps from one output to the next. */
  private void stepTo(Dynamics f, double dt, int output) {
    double time = 0;
    while (time < dt) {
      Vec state = startOf(path.size());
      double h = stepSize.next(f, state, n, dt - time);
      boolean last = h >= dt - time;
      StepSize.checkCount(path.size());
      StepSize.checkAdvances(time, h, dt);
      stages(f, h, path.size(), tableau.stages());
      Vec next = startOf(path.size() + 1);
      combine(next, state, h, tableau.b(), 0);
      if (stepSize.accepts(state, next, n, h, rates, last)) {
        path.add(new Step(h, last ? output : -1));
        time = last ? dt : time + h;
      }
    }
  }

  private void accept(double h, int output) {
    combine(startOf(path.size() + 1), startOf(path.size()), h, tableau.b(), slot(path.size(), 0));
    path.add(new Step(h, output));
  }

  /** Evaluates the first {@code count} stages of a step. */
  private void stages(Dynamics f, double h, int step, int count) {
    Vec state = startOf(step);
    for (int i = 0; i < count; i++) {
      int slot = slot(step, i);
      Vec stage = at(stageStates, slot);
      combine(stage, state, h, tableau.a()[i], slot(step, 0));
      f.rate(slot, stage, at(rates, slot));
    }
  }

  private void combine(Vec y, Vec start, double h, double[] weights, int firstSlot) {
    y.copy(0, start, 0, n);
    for (int j = 0; j < weights.length; j++) {
      if (weights[j] != 0) {
        y.addScaled(0, h * weights[j], rates.get(firstSlot + j), 0, n);
      }
    }
  }

  /**
   * Runs the last {@link #forward} backwards.
   *
   * @param gradOut gradient of every output, [output][n]
   * @param gradStart receives the gradient of the start value
   */
  public void backward(Dynamics f, Vec gradOut, Vec gradStart) {
    gradStart.fill(0, n, 0);
    int used = tableau.usedStages();
    for (int s = path.size() - 1; s >= 0; s--) {
      Step step = path.get(s);
      if (step.output >= 0) {
        for (int i = 0; strength > 0 && i < taught; i++) {
          gradStart.set(i, (1 - strength) * gradStart.get(i));
        }
        gradStart.addScaled(0, 1, gradOut, step.output * n, n);
      }
      if (!kept) {
        stages(f, step.size, s, used);
      }
      stepBack(f, step.size, s, used, gradStart);
    }
  }

  private void stepBack(Dynamics f, double h, int step, int used, Vec grad) {
    for (int i = 0; i < used; i++) {
      Vec g = at(gradRates, i);
      g.fill(0, n, 0);
      g.addScaled(0, h * tableau.b()[i], grad, 0, n);
    }
    if (gradStage == null || gradStage.length() < n) {
      gradStage = kernel.vec(n);
    }
    for (int i = used - 1; i >= 0; i--) {
      int slot = slot(step, i);
      gradStage.fill(0, n, 0);
      f.pull(slot, stageStates.get(slot), gradRates.get(i), gradStage);
      grad.addScaled(0, 1, gradStage, 0, n);
      double[] a = tableau.a()[i];
      for (int j = 0; j < i; j++) {
        gradRates.get(j).addScaled(0, h * a[j], gradStage, 0, n);
      }
    }
  }

  /** Slots that a forward run over this many outputs uses. */
  public static int slots(Tableau tableau, int steps, boolean keep) {
    return keep && !tableau.adaptive() ? steps * tableau.stages() : tableau.stages();
  }

  /** Accepted steps of the last run. */
  public int acceptedSteps() {
    return path.size();
  }

  private int slot(int step, int stage) {
    return kept ? step * tableau.stages() + stage : stage;
  }

  private Vec startOf(int step) {
    return at(starts, step);
  }

  private Vec at(List<Vec> list, int index) {
    while (list.size() <= index) {
      list.add(kernel.vec(n));
    }
    if (list.get(index).length() < n) {
      list.set(index, kernel.vec(n));
    }
    return list.get(index);
  }
}
