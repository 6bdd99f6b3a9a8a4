package org.braindyn.io.spikes;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braindyn.data.BadInput;

/**
 * Which columns of a table of spikes hold what.
 *
 * @param sender column of the ids, from 0
 * @param time column of the times
 * @param offset column of the offsets to be taken off a time in steps (ms), -1 for none
 * @param population column that says of which population an id is, -1 for none
 * @param toMs factor from the times to ms
 * @param cells cells of a line
 * @param said true if a header said so
 */
record SpikeColumns(
    int sender, int time, int offset, int population, double toMs, int cells, boolean said) {
  private static final List<String> SENDERS =
      List.of(
          "sender",
          "senders",
          "id",
          "ids",
          "i",
          "gid",
          "gids",
          "neuron",
          "neurons",
          "neuron_id",
          "neuron_ids",
          "node",
          "node_id",
          "node_ids",
          "cell",
          "cell_id",
          "cell_ids",
          "unit_id",
          "index",
          "source");

  private static final Pattern TIME =
      Pattern.compile(
          "(?:spike_?)?(?:times?|timestamps?|t)(?:[_ (\\[]*"
              + "(ms|msec|milliseconds?|s|sec|seconds?|us|microseconds?|steps?)[)\\]]?)?");

  /** An id and a time, without a header. */
  static SpikeColumns plain(SpikeUnits units) {
    return new SpikeColumns(0, 1, -1, -1, units.toMs(""), 2, false);
  }

  /**
   * What a header says.
   *
   * @param cells its cells
   * @return the columns; null if it names no column of ids or none of times
   * @throws BadInput if times are in steps of unknown length
   */
  static SpikeColumns of(List<String> cells, SpikeUnits units, String file) {
    int sender = -1;
    int time = -1;
    int offset = -1;
    int population = -1;
    String unit = "";
    for (int c = 0; c < cells.size(); c++) {
      String cell = cells.get(c).replace("\"", "").strip().toLowerCase(Locale.ROOT);
      Matcher m = TIME.matcher(cell);
      if (SENDERS.contains(cell) && sender < 0) {
        sender = c;
      } else if (cell.equals("time_offset")) {
        offset = c;
      } else if (cell.matches("(population|pop|layer)(_?name|_?id)?") && population < 0) {
        population = c;
      } else if (m.matches() && time < 0) {
        time = c;
        unit = m.group(1) == null ? "" : m.group(1);
      }
    }
    if (sender < 0 || time < 0) {
      return null;
    }
    if (unit.startsWith("step") && !(units.step() > 0)) {
      throw new BadInput(
          file
              + ": times in steps need the length of a step, which is not in the file. Give it in"
              + " ms (step=0.1), or record times in ms.");
    }
    return new SpikeColumns(
        sender,
        time,
        unit.startsWith("step") ? offset : -1,
        population,
        units.toMs(unit),
        cells.size(),
        true);
  }
}
