package org.braindyn.perturbation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;

/**
 * Interventions that together make one perturbation; the same value behind dialog, macro and
 * script.
 *
 * <p>As text: interventions with semicolons between, each {@code kind on target [size S] [onset F]
 * [duration F] [period F] [width F]}, for example {@code impulse on L-Frontal-1 size 2} or {@code
 * step on left size 1 onset 0 duration 4s; silence on 1004 onset 6}. Times are frames, or seconds
 * with an {@code s} behind the number; names that hold a comma, a semicolon or one of these words
 * stand in quotes; {@code into state} adds to the state of a continuous model.
 *
 * @param interventions one or more
 */
public record Perturbation(List<Intervention> interventions) {
  /** Copies the list. */
  public Perturbation {
    if (interventions.isEmpty()) {
      throw new BadInput("The perturbation is empty. Try \"impulse on NAME size 1\".");
    }
    interventions = List.copyOf(interventions);
  }

  /** One intervention. */
  public static Perturbation of(Intervention intervention) {
    return new Perturbation(List.of(intervention));
  }

  /**
   * Reads the text syntax.
   *
   * @param interval time between frames in s, to read seconds; NaN if unknown
   * @throws BadInput naming the part that cannot be read
   */
  public static Perturbation parse(String text, double interval) {
    List<Intervention> parts = new ArrayList<>();
    for (String part : Quoted.split(text, ';')) {
      if (!part.isBlank()) {
        parts.add(InterventionParser.parse(part.trim(), interval));
      }
    }
    return new Perturbation(parts);
  }

  /** Both, together. */
  public Perturbation and(Perturbation other) {
    List<Intervention> all = new ArrayList<>(interventions);
    all.addAll(other.interventions);
    return new Perturbation(all);
  }

  /**
   * Rows of every intervention, after checking that it can act within the windows.
   *
   * @param context context length in frames
   * @param horizon forecast length in frames
   * @return [intervention][row]
   * @throws BadInput for a region that is not in the model, a time outside the window, or two
   *     interventions that contradict each other
   */
  public int[][] resolve(Regions regions, int context, int horizon) {
    int[][] rows = new int[interventions.size()][];
    for (int i = 0; i < rows.length; i++) {
      Intervention part = interventions.get(i);
      rows[i] = TargetRegions.rows(part.target(), regions);
      if (part.onset() >= horizon || part.onset() < -context) {
        throw new BadInput(
            "\""
                + part
                + "\" starts in frame "
                + part.onset()
                + ". The context begins in frame "
                + -context
                + " and the forecast ends in frame "
                + (horizon - 1)
                + ": choose an onset between them.");
      }
      for (int j = 0; j < i; j++) {
        refuseOverlap(interventions.get(j), part, rows[j], rows[i], regions);
      }
    }
    return rows;
  }

  private static void refuseOverlap(
      Intervention a, Intervention b, int[] rowsA, int[] rowsB, Regions regions) {
    boolean sameTime = a.onset() < b.end() && b.onset() < a.end();
    if (!sameTime || !(a.kind().exclusive() || b.kind().exclusive())) {
      return;
    }
    for (int row : rowsA) {
      if (Arrays.binarySearch(rowsB, row) >= 0) {
        throw new BadInput(
            "\""
                + a
                + "\" and \""
                + b
                + "\" act on "
                + regions.get(row).name()
                + " at the same time and contradict each other. Shorten one or name other"
                + " regions.");
      }
    }
  }

  /** True if something acts on forecast frames, so that they must be fed back one by one. */
  public boolean actsOnForecast() {
    return interventions.stream()
        .anyMatch(
            part -> part.kind() != PerturbationKind.CUT && !part.intoState() && part.end() > 0);
  }

  /** Frame in which the first intervention begins; one that lasts throughout begins in frame 0. */
  public int onset() {
    return interventions.stream()
        .mapToInt(part -> part.kind() == PerturbationKind.CUT ? 0 : part.onset())
        .min()
        .orElse(0);
  }

  /** Rows whose links are cut, rising; empty for none. */
  public int[] cutRows(Regions regions) {
    return interventions.stream()
        .filter(part -> part.kind() == PerturbationKind.CUT)
        .flatMapToInt(part -> Arrays.stream(TargetRegions.rows(part.target(), regions)))
        .sorted()
        .distinct()
        .toArray();
  }

  /** The text that {@link #parse} reads back. */
  @Override
  public String toString() {
    return interventions.stream().map(Intervention::toString).collect(Collectors.joining("; "));
  }
}
