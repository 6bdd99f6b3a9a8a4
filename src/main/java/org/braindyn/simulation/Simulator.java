package org.braindyn.simulation;

import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;

/**
 * Neural activity with a known answer: the same seed with a stimulus is the same brain, stimulated.
 */
public interface Simulator {
  /** Number of regions. */
  int regions();

  /** Time between samples in s. */
  double step();

  /** Time in s after which the start no longer shows. */
  double settling();

  /**
   * Runs the network; the random numbers do not depend on the stimuli.
   *
   * @param lead time in s simulated before time 0 (onsets count from time 0)
   * @param duration time in s simulated from time 0 on
   * @param stimuli true interventions, may be none
   * @return activity, [region][sample], from {@code -lead} to {@code duration}
   */
  double[][] run(
      double lead, double duration, List<Stimulus> stimuli, Seed seed, Progress progress);
}
