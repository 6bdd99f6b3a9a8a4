package org.braindyn.perturbation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.braindyn.data.BadInput;

/**
 * One action on some regions. Frame 0 is the first forecast frame; the context ends with frame -1.
 *
 * @param kind what is done
 * @param target regions, as {@link TargetRegions} reads them
 * @param size in standard deviations of the region within the context (a factor for gain)
 * @param onset first frame; below 0 it lies in the context
 * @param duration frames, or {@link #TO_THE_END}
 * @param period frames per cycle of pulses and sine
 * @param width frames of each pulse
 * @param intoState true: the size is added per frame to the state while the model integrates (the
 *     continuous variant only), false: to the signal in the context or as it is forecast
 * @param course values of a course or stimulation per frame from the onset on, in sd; empty for
 *     others
 */
public record Intervention(
    PerturbationKind kind,
    String target,
    double size,
    int onset,
    int duration,
    double period,
    int width,
    boolean intoState,
    List<Double> course) {
  /** The duration of what never ends. */
  public static final int TO_THE_END = Integer.MAX_VALUE;

  /** Checks the numbers. */
  public Intervention {
    if (!Double.isFinite(size) || (kind.sized() && kind != PerturbationKind.GAIN && size == 0)) {
      throw new BadInput(
          "The size of \""
              + kind.word()
              + " on "
              + target
              + "\" is "
              + size
              + ". Give a finite size other than 0, in standard deviations of the region.");
    }
    if (kind == PerturbationKind.GAIN && size == 1) {
      throw new BadInput(
          "\"gain on "
              + target
              + " size 1\" multiplies by 1 and changes nothing. Give a size such as 2 or 0.5.");
    }
    if (duration < 1) {
      throw new BadInput(
          "The duration of \""
              + kind.word()
              + " on "
              + target
              + "\" is "
              + duration
              + " frames. Give 1 or more.");
    }
    if (!(period > 0) || !Double.isFinite(period) || width < 1) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "The period of \"%s on %s\" is %s and its width %d frames. Give a period above 0 and a"
                  + " width of 1 or more.",
              kind.word(),
              target,
              period,
              width));
    }
    if (kind == PerturbationKind.IMPULSE) {
      duration = 1;
    }
    if (intoState && (kind.exclusive() || onset < 0)) {
      throw new BadInput(
          "\""
              + kind.word()
              + " on "
              + target
              + "\" cannot act on the state from frame "
              + onset
              + ". Only kinds that add (impulse, step, pulses, ramp, sine, noise) can, from frame 0"
              + " on.");
    }
    course = List.copyOf(course);
    boolean follows = kind == PerturbationKind.COURSE || kind == PerturbationKind.STIMULATE;
    if (follows == course.isEmpty() || course.stream().anyMatch(v -> !Double.isFinite(v))) {
      throw new BadInput(
          "\""
              + kind.word()
              + " on "
              + target
              + "\" has the values "
              + course
              + ". A course needs one or more finite values, other kinds none.");
    }
  }

  /** An impulse into the last frame of the context. */
  public static Intervention impulse(String target, double size) {
    return new Intervention(PerturbationKind.IMPULSE, target, size, -1, 1, 10, 1, false, List.of());
  }

  /** The signal held at its unperturbed forecast plus these values, from the first frame on. */
  public static Intervention course(String target, double[] values) {
    List<Double> course = Arrays.stream(values).boxed().toList();
    return new Intervention(
        PerturbationKind.COURSE, target, 1, 0, values.length, 10, 1, false, course);
  }

  /** True in frame {@code frame}. */
  public boolean active(int frame) {
    return frame >= onset && frame < end();
  }

  /** First frame after it, about {@link #TO_THE_END} if it has no end. */
  public int end() {
    if (!course.isEmpty()) {
      return onset + course.size();
    }
    return (int) Math.min(TO_THE_END, (long) onset + duration);
  }

  /**
   * The signal under the intervention; call only while {@link #active}.
   *
   * @param value normalised signal before it acts (0 = the region's mean)
   * @param plain signal of the unperturbed forecast
   * @param frame frame
   * @param last first frame after the forecast, where an endless ramp arrives
   * @param noise a draw of mean 0 and sd 1 for {@link PerturbationKind#NOISE}
   */
  double apply(double value, double plain, int frame, int last, double noise) {
    int t = frame - onset;
    return switch (kind) {
      case IMPULSE, STEP -> value + size;
      case PULSES -> value + (t % period < width ? size : 0);
      case RAMP -> value + size * (t + 1) / (Math.min(end(), last) - onset);
      case SINE -> value + size * Math.sin(2 * Math.PI * t / period);
      case NOISE -> value + size * noise;
      case SILENCE -> 0;
      case HOLD -> size;
      case COURSE, STIMULATE -> plain + course.get(t);
      case GAIN -> value * size;
      case CUT -> value;
    };
  }

  /** The text that {@link Perturbation#parse} reads back. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind.word()).append(" on ").append(target);
    if (kind.sized()) {
      text.append(" size ").append(number(size));
    }
    if (kind == PerturbationKind.CUT) {
      return text.toString();
    }
    text.append(" onset ").append(onset);
    if (kind == PerturbationKind.COURSE) {
      return text.append(" values ")
          .append(course.stream().map(Intervention::number).collect(Collectors.joining(",")))
          .toString();
    }
    if (kind != PerturbationKind.IMPULSE && duration != TO_THE_END) {
      text.append(" duration ").append(duration);
    }
    if (kind == PerturbationKind.PULSES || kind == PerturbationKind.SINE) {
      text.append(" period ").append(number(period));
    }
    if (kind == PerturbationKind.PULSES) {
      text.append(" width ").append(width);
    }
    return intoState ? text.append(" into state").toString() : text.toString();
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
