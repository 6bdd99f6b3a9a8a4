package org.braindyn.api.states;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.api.Signals;
import org.braindyn.api.Table;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.text.ResultTable;
import org.braindyn.states.FindStates;
import org.braindyn.states.FoundStates;
import org.braindyn.states.StateSettings;
import org.braindyn.states.StateTables;

/**
 * States of recordings that switch; one where nothing switches.
 *
 * <pre>{@code
 * States found = States.find(recordings, 0, 1, Progress.NONE); // 0: as many as are supported
 * found.count();
 * found.sequence(0);   // state of every frame of the first recording, from 0
 * }</pre>
 */
public final class States {
  private final FoundStates found;
  private final List<String> names;
  private final double interval;

  private States(FoundStates found, List<String> names, double interval) {
    this.found = found;
    this.names = names;
    this.interval = interval;
  }

  /**
   * Finds states.
   *
   * @param recordings of the same regions, one per person
   * @param states how many, 0 for as many as people left out support
   * @param seed the same seed gives the same states
   * @param watch who watches and may stop it
   * @return the states
   * @throws org.braindyn.data.BadInput if recordings are too short or have constant or missing
   *     regions
   */
  public static States find(List<Signals> recordings, int states, long seed, Progress watch) {
    List<RegionSignals> data =
        recordings.stream()
            .map(s -> new RegionSignals(s.regions(), s.values(), s.interval(), "recording"))
            .toList();
    List<String> names =
        IntStream.rangeClosed(1, data.size()).mapToObj(i -> "recording " + i).toList();
    StateSettings settings = new StateSettings(states, 6, 0, 60, Seed.of(seed));
    FoundStates found = FindStates.of(data, names, settings, watch);
    return new States(found, names, data.get(0).interval());
  }

  /** {@return how many} */
  public int count() {
    return found.states();
  }

  /**
   * The state of every frame.
   *
   * @param recording from 0
   * @return [frame], from 0, the most frequent state first
   */
  public int[] sequence(int recording) {
    return found.sequences()[recording].clone();
  }

  /**
   * The correlation of regions in a state.
   *
   * @param state from 0
   * @return [region][region]
   */
  public double[][] connectivity(int state) {
    return Arrays.stream(found.connectivity()[state]).map(double[]::clone).toArray(double[][]::new);
  }

  /** {@return one row per recording and state: share, dwell time, visits} */
  public Table times() {
    return table(StateTables.times(found, names, interval));
  }

  /** {@return one row per recording and state: where the next frame is} */
  public Table transitions() {
    return table(StateTables.moves(found, names));
  }

  /** {@return one row per number of states: gain on people left out} */
  public Table choice() {
    return table(StateTables.choice(found));
  }

  /** {@return verdict and how it was made, in sentences} */
  public List<String> notes() {
    return found.notes();
  }

  private static Table table(ResultTable of) {
    return new Table(of.columns(), of.rows());
  }
}
