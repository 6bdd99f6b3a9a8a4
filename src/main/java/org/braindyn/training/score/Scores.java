package org.braindyn.training.score;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How well one forecaster did on test windows, in context standard deviations.
 *
 * @param name the forecaster's name
 * @param all over every window, region and step
 * @param byStep one per step ahead
 * @param byRegion one per region
 * @param persons whom {@code byPerson} belongs to
 * @param byPerson one per person
 * @param scc Spearman correlation over all values flattened; NaN if it was not asked for
 * @param dtw dynamic-time-warping cost per window and region over (2P - 1); NaN if not asked for
 * @param intervals how its intervals did
 * @param shape what is right about its course, pattern and size
 * @param baseline true for what a model must beat
 */
public record Scores(
    String name,
    ErrorSums all,
    List<ErrorSums> byStep,
    List<ErrorSums> byRegion,
    List<String> persons,
    List<ErrorSums> byPerson,
    double scc,
    double dtw,
    IntervalScores intervals,
    ShapeScores shape,
    boolean baseline)
    implements Serializable {
  /** The same as those of a baseline. */
  public Scores asBaseline() {
    return new Scores(
        name, all, byStep, byRegion, persons, byPerson, scc, dtw, intervals, shape, true);
  }

  /** MSE of every person, in the order of {@code persons}. */
  public double[] mseByPerson() {
    return byPerson.stream().mapToDouble(ErrorSums::mse).toArray();
  }

  /**
   * One forecaster on several groups of people, put together. SCC, DTW, shapes and scores of
   * intervals are means over the groups, weighted by their values.
   *
   * @param parts of the same steps and regions, each of other people
   */
  public static Scores together(List<Scores> parts) {
    Scores first = parts.get(0);
    if (parts.size() == 1) {
      return first;
    }
    boolean sameName = parts.stream().allMatch(p -> p.name.equals(first.name));
    double scc = 0;
    double dtw = 0;
    IntervalScores intervals = new IntervalScores(0, 0, 0);
    ShapeScores shape = new ShapeScores(0, 0, 0);
    ErrorSums all = sum(parts.stream().map(Scores::all).toList());
    List<String> persons = new ArrayList<>();
    List<ErrorSums> byPerson = new ArrayList<>();
    for (Scores part : parts) {
      double share = (double) part.all.count() / all.count();
      scc += share * part.scc;
      dtw += share * part.dtw;
      intervals = intervals.plus(part.intervals, 1, share);
      shape = shape.plus(part.shape, 1, share);
      persons.addAll(part.persons);
      byPerson.addAll(part.byPerson);
    }
    return new Scores(
        sameName ? first.name : first.name.replaceFirst("\\(.*", "") + " (by fold)",
        all,
        sums(parts, Scores::byStep),
        sums(parts, Scores::byRegion),
        persons,
        byPerson,
        scc,
        dtw,
        intervals,
        shape,
        first.baseline);
  }

  private static List<ErrorSums> sums(List<Scores> parts, Function<Scores, List<ErrorSums>> of) {
    return IntStream.range(0, of.apply(parts.get(0)).size())
        .mapToObj(i -> sum(parts.stream().map(p -> of.apply(p).get(i)).toList()))
        .toList();
  }

  private static ErrorSums sum(List<ErrorSums> parts) {
    ErrorSums sum = new ErrorSums();
    parts.forEach(sum::add);
    return sum;
  }
}
