package org.braindyn.people.spread;

import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.kind.RecordingHash;
import org.braindyn.people.PeopleData;
import org.braindyn.training.dataset.ListedFile;
import org.braindyn.work.Work;

/**
 * Reads a recording once and says what it holds.
 *
 * @param source how files are read
 */
record ReadFacts(SourceText source) implements Work.Task<ListedFile, FileFacts> {
  @Override
  public FileFacts of(ListedFile file, Progress progress) {
    try {
      return of(PeopleData.one(file.entry(), source.source()));
    } catch (IOException e) {
      throw new BadInput(file.place() + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  static FileFacts of(RegionSignals signals) {
    return new FileFacts(
        signals.source(),
        signals.size(),
        signals.regions().names().hashCode(),
        signals.frames(),
        signals.interval(),
        signals.filled() != null,
        RecordingHash.of(signals));
  }
}
