package org.braindyn.command.recordings;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.people.PeopleData;
import org.braindyn.people.PeopleSource;
import org.braindyn.signal.Recording;
import org.braindyn.training.dataset.DataSet;

/**
 * Recordings of one or many people.
 *
 * @param recordings the recordings
 * @param persons whose each is
 * @param names for tables
 * @param notes what a user should know about the reading
 */
public record RecordingInputs(
    List<RegionSignals> recordings, List<String> persons, List<String> names, List<String> notes) {
  static RecordingInputs of(RegionSignals one) {
    List<String> name = List.of(one.source());
    return new RecordingInputs(List.of(one), name, name, List.of());
  }

  static RecordingInputs of(PeopleSource source, Progress progress) {
    try (PeopleData people = PeopleData.read(source, progress)) {
      DataSet set = people.set();
      List<RegionSignals> recordings = new ArrayList<>();
      for (Recording one : set.recordings()) {
        double[][] values = new double[one.regions()][one.frames()];
        for (int r = 0; r < values.length; r++) {
          one.read(r, 0, values[r].length, values[r], 0);
        }
        recordings.add(new RegionSignals(set.regions(), values, one.interval(), one.source()));
      }
      List<String> names =
          set.entries().stream().map(e -> String.valueOf(e.file().getFileName())).toList();
      return new RecordingInputs(recordings, set.persons(), names, people.notes());
    }
  }
}
