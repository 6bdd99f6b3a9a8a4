package org.braindyn.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.session.MacroLine;

/**
 * A walk through the steps of one kind of data. It knows which step is due, what each would run,
 * and what was done; somebody else runs the lines ({@link StepRunner}).
 */
public final class Guide {
  /** How a step stands. */
  public enum State {
    DUE,
    DONE,
    SKIPPED,
    FAILED
  }

  private final GuideKind kind;
  private final String folder;
  private final List<Step> steps;
  private final State[] states;
  private final String[] said;
  private final Map<String, String> given = new HashMap<>();
  private final List<Map<String, String>> filled = new ArrayList<>();
  private final TreeMap<Integer, MacroLine> lines = new TreeMap<>();
  private final List<MacroLine> before = new ArrayList<>();
  private int at;

  /**
   * At the first step.
   *
   * @param folder where results are written
   */
  public Guide(GuideKind kind, String folder) {
    this.kind = kind;
    boolean ended = folder.endsWith("/") || folder.endsWith(java.io.File.separator);
    this.folder = ended ? folder : folder + java.io.File.separator;
    steps = kind.steps();
    states = new State[steps.size()];
    said = new String[steps.size()];
    for (int s = 0; s < states.length; s++) {
      states[s] = State.DUE;
      said[s] = "";
      filled.add(Map.of());
    }
  }

  /** What it walks through. */
  public GuideKind kind() {
    return kind;
  }

  /** Where results are written, ending with a separator. */
  public String folder() {
    return folder;
  }

  /** All steps in order. */
  public List<Step> steps() {
    return steps;
  }

  /** Number of the step one stands at. */
  public int at() {
    return at;
  }

  /** The step one stands at. */
  public Step step() {
    return steps.get(at);
  }

  /** How a step stands. */
  public State state(int step) {
    return states[step];
  }

  /** What a step made, or why it failed; empty if it has not run. */
  public String said(int step) {
    return said[step];
  }

  /** Goes to a step. */
  public void go(int step) {
    at = Math.max(0, Math.min(steps.size() - 1, step));
  }

  /** The value of a field of a step: given by a person, made earlier, or preset. */
  public String value(int step, Field field) {
    String own = given.get(step + " " + field.key());
    if (own != null) {
      return own;
    }
    String made = field.slot().isEmpty() ? null : made(step, field.slot());
    return made != null ? made : field.preset().replace("{folder}", folder);
  }

  /** Gives a value; null takes it back. */
  public void give(int step, String key, String value) {
    if (value == null) {
      given.remove(step + " " + key);
    } else {
      given.put(step + " " + key, value);
    }
  }

  /** What the steps before one made for a slot; null for nothing. */
  public String made(int step, String slot) {
    String found = null;
    for (int s = 0; s < step; s++) {
      found = filled.get(s).getOrDefault(slot, found);
    }
    return found;
  }

  /** What a step still needs, in words; empty if it can run. */
  public String missing(int step) {
    for (Field field : steps.get(step).fields()) {
      if (field.required() && value(step, field).isBlank()) {
        boolean earlier = field.kind() == Field.Kind.IMAGE;
        return earlier
            ? "\"" + field.label() + "\" is made by an earlier step, which has not run."
            : "\"" + field.label() + "\" is needed.";
      }
    }
    return "";
  }

  /**
   * The line that a step runs.
   *
   * @throws BadInput if something is missing
   */
  public MacroLine line(int step) {
    if (!missing(step).isEmpty()) {
      throw new BadInput(missing(step));
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (Field field : steps.get(step).fields()) {
      String value = value(step, field).strip();
      boolean word = field.kind() == Field.Kind.TICK || value.equals("true");
      if (word && value.equals("true")) {
        options.put(field.key(), null);
      } else if (!word && !value.isEmpty()) {
        options.put(field.key(), value.replaceFirst("^\\[(.*)]$", "$1"));
      }
    }
    return new MacroLine(steps.get(step).command(), options);
  }

  /** Notes that a step has run; what stands on it must run again. The next step is due. */
  public void done(int step, MacroLine line, List<Made> made) {
    forget(step);
    states[step] = State.DONE;
    lines.put(step, line);
    Map<String, String> slots = new HashMap<>();
    steps
        .get(step)
        .makes()
        .forEach(
            (slot, what) -> {
              String value =
                  what.startsWith("file ")
                      ? line.options().get(what.substring(5))
                      : what.equals("planes") ? planes(made) : newest(made, what);
              if (value != null) {
                slots.put(slot, value);
              }
            });
    filled.set(step, slots);
    said[step] =
        made.isEmpty()
            ? ""
            : "Made: " + String.join(", ", made.stream().map(Made::title).distinct().toList());
    go(step + 1);
  }

  private static String planes(List<Made> made) {
    return made.isEmpty() ? null : Integer.toString(made.get(made.size() - 1).planes());
  }

  private static String newest(List<Made> made, String kind) {
    String[] wanted = kind.split("=", 2);
    String found = null;
    for (Made one : made) {
      boolean fits = kind.isEmpty() || one.kind().equals(wanted[0]);
      boolean named = wanted.length < 2 || one.title().equals(wanted[1]);
      found = fits && named ? one.title() : found;
    }
    return found;
  }

  /** Adds to what a step said, e.g. a verdict. */
  public void tell(int step, String words) {
    said[step] = (words.strip() + "\n" + said[step]).strip();
  }

  /** Notes why a step failed; what was done before it stays. */
  public void failed(int step, String why) {
    forget(step);
    states[step] = State.FAILED;
    said[step] = why;
    at = step;
  }

  /**
   * Goes on without a step.
   *
   * @throws BadInput if it cannot be left out
   */
  public void skip() {
    if (!step().optional()) {
      throw new BadInput("\"" + step().title() + "\" cannot be left out.");
    }
    forget(at);
    states[at] = State.SKIPPED;
    go(at + 1);
  }

  /** Fills a slot with an image that was open before, in place of the first step that makes it. */
  public void already(String slot, String title, List<MacroLine> how) {
    for (int s = 0; s < steps.size(); s++) {
      if (steps.get(s).makes().containsKey(slot) && states[s] == State.DUE) {
        Map<String, String> slots = new HashMap<>(filled.get(s));
        slots.put(slot, title);
        filled.set(s, slots);
        if (slots.keySet().containsAll(steps.get(s).makes().keySet())) {
          states[s] = State.DONE;
          said[s] = "It was open already.";
          before.addAll(how.stream().filter(line -> !before.contains(line)).toList());
          go(s + 1);
        }
        return;
      }
    }
  }

  private void forget(int step) {
    for (int s = step; s < steps.size(); s++) {
      lines.remove(s);
      filled.set(s, Map.of());
      states[s] = State.DUE;
      said[s] = "";
    }
  }

  /** What was done, in order. */
  public List<MacroLine> lines() {
    List<MacroLine> all = new ArrayList<>(before);
    all.addAll(lines.values());
    return all;
  }

  /** True if every step has run or was left out. */
  public boolean finished() {
    for (State state : states) {
      if (state == State.DUE || state == State.FAILED) {
        return false;
      }
    }
    return true;
  }

  /** The text of a macro file that does all this again, into a folder of its own. */
  public String macro() {
    return GuideMacro.of(kind, folder, lines());
  }
}
