package org.braindyn.task;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Annotation;

/**
 * Alarms that a trace of seizure probability raises, and how they fit the true seizures.
 *
 * @param alarms stretches above the threshold that lasted long enough
 * @param found seizures that an alarm met
 * @param seizures number of true ones
 * @param falseAlarms alarms that met no seizure
 * @param falsePerHour false alarms per hour without seizure
 * @param delay mean time in s from the onset of a found seizure to its first alarm's raising (a
 *     stretch is an alarm once it has lasted long enough), NaN if none
 */
public record SeizureAlarms(
    List<Annotation> alarms,
    int found,
    int seizures,
    int falseAlarms,
    double falsePerHour,
    double delay) {

  /**
   * Raises alarms.
   *
   * @param probability one per step; NaN (nothing known) ends a stretch
   * @param step s
   * @param threshold a stretch is at or above it
   * @param shortest time in s that a stretch must last
   * @param truth seizure intervals, in order, not overlapping
   */
  public static SeizureAlarms of(
      double[] probability,
      double step,
      double threshold,
      double shortest,
      List<Annotation> truth) {
    List<Annotation> alarms = new ArrayList<>();
    int needed = (int) Math.max(1, Math.ceil(shortest / step - 1e-9));
    for (int from = 0; from < probability.length; from++) {
      int to = from;
      while (to < probability.length && probability[to] >= threshold) {
        to++;
      }
      if (to - from >= needed) {
        alarms.add(new Annotation(from * step, (to - from) * step, "alarm", ""));
      }
      from = to;
    }
    int found = 0;
    double delay = 0;
    double ictal = 0;
    for (Annotation seizure : truth) {
      ictal += seizure.duration();
      for (Annotation alarm : alarms) {
        if (meet(alarm, seizure)) {
          found++;
          delay += Math.max(0, alarm.onset() + needed * step - seizure.onset());
          break;
        }
      }
    }
    int wrong =
        (int) alarms.stream().filter(a -> truth.stream().noneMatch(s -> meet(a, s))).count();
    double hours = (probability.length * step - ictal) / 3600;
    return new SeizureAlarms(
        alarms,
        found,
        truth.size(),
        wrong,
        hours > 0 ? wrong / hours : Double.NaN,
        found == 0 ? Double.NaN : delay / found);
  }

  private static boolean meet(Annotation a, Annotation b) {
    return a.onset() < b.end() && b.onset() < a.end();
  }
}
