package org.braindyn.io.brainvision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.io.door.ChannelDoor;
import org.braindyn.io.door.FileStart;

/** BrainVision recordings, opened by their header (.vhdr). */
public final class BrainVision implements ChannelDoor {
  @Override
  public String format() {
    return "a BrainVision recording (.vhdr)";
  }

  @Override
  public boolean knows(FileStart file) {
    String start = file.text();
    return file.ends(".vhdr", ".ahdr") || start.contains("Data Exchange Header File");
  }

  @Override
  public ChannelRecording read(Path path, Progress progress) throws IOException {
    VhdrHeader header = VhdrHeader.read(path);
    List<String> notes = new ArrayList<>();
    double[][] values = VhdrSamples.read(header, notes, progress);
    VmrkMarkers markers = VmrkMarkers.read(header, values[0].length);
    notes.addAll(markers.notes());
    List<Channel> channels = new ArrayList<>();
    for (int c = 0; c < values.length; c++) {
      VhdrHeader.ChannelInfo info = header.channels().get(c);
      channels.add(new Channel(info.name(), info.unit(), header.rate(), values[c]));
    }
    return new ChannelRecording(
        channels,
        markers.annotations(),
        List.of(),
        markers.start(),
        notes,
        path.getFileName().toString());
  }
}
