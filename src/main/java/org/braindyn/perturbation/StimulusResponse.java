package org.braindyn.perturbation;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.simulation.Haemodynamics;

/** The BOLD response of a region that is itself stimulated. */
final class StimulusResponse {
  private static final int FINE = 20;

  private StimulusResponse() {}

  /**
   * A stimulus that is on for some frames, convolved with the canonical response.
   *
   * @param size largest value of a frame
   * @param duration frames
   * @param interval time between frames in s
   * @return one value per frame from the onset on, 0 in the first
   */
  static List<Double> course(double size, int duration, double interval) {
    double step = interval / FINE;
    int length = duration + (int) Math.ceil(32 / interval);
    double[][] stimulus = new double[1][length * FINE];
    for (int i = 0; i < duration * FINE; i++) {
      stimulus[0][i] = 1;
    }
    double[] fine = Haemodynamics.bold(stimulus, step, 0, 1, length * FINE)[0];
    double peak = 0;
    for (int t = 0; t < length; t++) {
      peak = Math.max(peak, fine[t * FINE]);
    }
    List<Double> course = new ArrayList<>();
    for (int t = 0; t < length; t++) {
      course.add(size * fine[t * FINE] / peak);
    }
    course.set(0, 0.0);
    return course;
  }
}
