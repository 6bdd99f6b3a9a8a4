package org.braindyn.people.spread;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SameSampling;
import org.braindyn.people.PeopleData;
import org.braindyn.signal.Recording;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.dataset.DataSetEntry;
import org.braindyn.training.dataset.ListedFile;
import org.braindyn.work.Work;

/**
 * Recordings of many people as names of files: everything that is done with a {@link DataSet} can
 * be done with these, and sums over them go to where {@link Work} is done.
 */
public final class SpreadPeople {
  private SpreadPeople() {}

  /**
   * Reads every recording once, elsewhere, and checks that they belong together.
   *
   * @throws BadInput if a file cannot be read or does not fit the first
   */
  public static DataSet read(SourceText source, Work work, Progress progress) {
    try {
      List<DataSetEntry> entries = source.source().list().entries();
      List<ListedFile> files = entries.stream().map(ListedFile::of).toList();
      RegionSignals first = PeopleData.one(entries.get(0), source.source());
      FileFacts like = ReadFacts.of(first);
      List<FileFacts> found = work.map(files, new ReadFacts(source), progress);
      List<Recording> recordings = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        check(like, found.get(i));
        recordings.add(new FileRecording(files.get(i), source, found.get(i)));
      }
      return new DataSet(entries, recordings, first.regions(), first.interval());
    } catch (IOException e) {
      throw new BadInput("data=" + source.data() + " cannot be read: " + Reason.of(e), e);
    }
  }

  private static void check(FileFacts first, FileFacts next) {
    if (next.regions() != first.regions() || next.names() != first.names()) {
      throw new BadInput(
          String.format(
              "%s has %d regions and %s has %d, or they have other names or another order."
                  + " Recordings must share one parcellation.",
              next.source(), next.regions(), first.source(), first.regions()));
    }
    if (!SameSampling.same(next.interval(), first.interval())) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s has a sampling interval of %.4g s, but %s has %.4g s. Bring them to one"
                  + " interval.",
              next.source(),
              next.interval(),
              first.source(),
              first.interval()));
    }
  }
}
