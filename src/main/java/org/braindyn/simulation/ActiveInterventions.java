package org.braindyn.simulation;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Seed;

/** What the interventions do to each neuron in the current step. */
final class ActiveInterventions {
  private final List<SpikingIntervention> planned;
  private final PoissonCounts[] extraCounts;
  private final Seed.Stream[][] extraDrive;
  private final double step;
  private final int[] extra;
  private final double[] current;
  private final double[] scale;
  private final boolean[] silenced;
  private boolean clean = true;

  ActiveInterventions(
      SpikingNetwork network, List<SpikingIntervention> planned, Seed seed, int neurons) {
    this.planned = List.copyOf(planned);
    step = network.step();
    extra = new int[neurons];
    current = new double[neurons];
    scale = new double[neurons];
    silenced = new boolean[neurons];
    Arrays.fill(scale, 1);
    extraCounts = new PoissonCounts[planned.size()];
    extraDrive = new Seed.Stream[planned.size()][];
    for (int p = 0; p < extraCounts.length; p++) {
      SpikingIntervention plan = planned.get(p);
      if (plan.kind() == SpikingIntervention.Kind.EXTRA_DRIVE) {
        extraCounts[p] = new PoissonCounts(plan.amount() * step / 1000);
        extraDrive[p] = new Seed.Stream[plan.neurons().length];
        for (int k = 0; k < extraDrive[p].length; k++) {
          extraDrive[p][k] = seed.stream("extra drive/" + p + "/" + plan.neurons()[k]);
        }
      }
    }
  }

  /** Moves to a step. */
  void at(int now) {
    if (planned.isEmpty()) {
      return;
    }
    if (!clean) {
      Arrays.fill(extra, 0);
      Arrays.fill(current, 0);
      Arrays.fill(scale, 1);
      Arrays.fill(silenced, false);
      clean = true;
    }
    for (int p = 0; p < planned.size(); p++) {
      SpikingIntervention plan = planned.get(p);
      if (!plan.active(now, step)) {
        continue;
      }
      clean = false;
      for (int k = 0; k < plan.neurons().length; k++) {
        int i = plan.neurons()[k];
        switch (plan.kind()) {
          case EXTRA_DRIVE -> extra[i] += extraCounts[p].next(extraDrive[p][k]);
          case CURRENT -> current[i] += plan.amount();
          case SILENCE -> silenced[i] = true;
          case SCALE_SYNAPSES -> scale[i] *= plan.amount();
        }
      }
    }
  }

  int extra(int neuron) {
    return extra[neuron];
  }

  double current(int neuron) {
    return current[neuron];
  }

  double scale(int neuron) {
    return scale[neuron];
  }

  boolean silenced(int neuron) {
    return silenced[neuron];
  }
}
