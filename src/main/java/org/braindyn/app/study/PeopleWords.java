package org.braindyn.app.study;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.braindyn.app.CallWords;
import org.braindyn.data.BadInput;
import org.braindyn.people.spread.FoldTask;
import org.braindyn.people.spread.SourceText;
import org.braindyn.stimulation.ConnectSignals;

/** Words that several calls share. */
final class PeopleWords {
  private static final List<String> SHARED = List.of("--pattern", "--interval");
  private static final List<String> ASK = List.of("--size", "--horizon", "--windows", "--summary");
  private static final double SIZE = 0.5;
  private static final int FRAMES = 10;
  private static final int WINDOWS = 64;

  private PeopleWords() {}

  /**
   * Reads a call.
   *
   * @param form what it looks like, for who got it wrong
   * @param places words before any option
   * @param own options of this call
   */
  static CallWords of(String form, int places, List<String> own, String... words) {
    Set<String> known = new LinkedHashSet<>(SHARED);
    known.addAll(own);
    CallWords call = CallWords.of(known, Set.of(), words);
    if (call.places().size() != places) {
      throw new BadInput("Call it as: " + form + "; got " + call.places() + ".");
    }
    return call;
  }

  /** A call about a trained model. */
  static CallWords ask(String form, List<String> own, String... words) {
    Set<String> options = new LinkedHashSet<>(ASK);
    options.addAll(own);
    return of(form, 3, List.copyOf(options), words);
  }

  static SourceText source(CallWords call, String data) {
    double interval = call.number("--interval", 0);
    return new SourceText(data, call.text("--pattern", "*"), interval > 0 ? interval : Double.NaN);
  }

  static FoldTask.Shape shape(CallWords call) {
    return new FoldTask.Shape(
        call.whole("--context", 30), call.whole("--horizon", 10), call.whole("--stride", 10));
  }

  /** Impulse, frames and windows, as the menu presets them. */
  static ConnectSignals.Settings how(CallWords call) {
    double size = call.number("--size", SIZE);
    int horizon = call.whole("--horizon", FRAMES);
    int windows = call.whole("--windows", WINDOWS);
    if (horizon < 1 || windows < 1) {
      throw new BadInput(
          "--horizon=" + horizon + ", --windows=" + windows + ": both must be 1 or more.");
    }
    return new ConnectSignals.Settings(size, horizon, windows);
  }
}
