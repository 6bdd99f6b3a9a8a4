package org.braindyn.people.spread;

import java.io.IOException;
import java.io.Serializable;
import java.lang.ref.SoftReference;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.people.PeopleData;
import org.braindyn.signal.Recording;
import org.braindyn.training.dataset.ListedFile;

/**
 * A recording that is read when its values are first asked for and let go when memory is short. It
 * is sent to another machine as the name of its file.
 */
final class FileRecording implements Recording, Serializable {
  private final ListedFile file;
  private final SourceText source;
  private final FileFacts facts;
  private transient SoftReference<RegionSignals> held;

  /**
   * @param source how files are read
   * @param facts what its file was found to hold
   */
  FileRecording(ListedFile file, SourceText source, FileFacts facts) {
    this.file = file;
    this.source = source;
    this.facts = facts;
  }

  private synchronized RegionSignals signals() {
    RegionSignals signals = held == null ? null : held.get();
    if (signals == null) {
      try {
        signals = PeopleData.one(file.entry(), source.source());
      } catch (IOException e) {
        throw new BadInput(file.place() + " cannot be read: " + Reason.of(e) + ".", e);
      }
      if (signals.size() != facts.regions() || signals.frames() != facts.frames()) {
        throw new BadInput(file.place() + " has changed since it was first read. Start again.");
      }
      held = new SoftReference<>(signals);
    }
    return signals;
  }

  @Override
  public String source() {
    return facts.source();
  }

  @Override
  public String person() {
    return file.person();
  }

  @Override
  public int regions() {
    return facts.regions();
  }

  @Override
  public int frames() {
    return facts.frames();
  }

  @Override
  public double interval() {
    return facts.interval();
  }

  @Override
  public String hash() {
    return facts.hash();
  }

  @Override
  public boolean filledWithin(int from, int to) {
    return facts.filled() && signals().filledWithin(from, to);
  }

  @Override
  public void read(int region, int start, int length, double[] into, int offset) {
    System.arraycopy(signals().values()[region], start, into, offset, length);
  }
}
