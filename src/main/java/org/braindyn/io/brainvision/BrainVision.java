package org.braindyn.io.brainvision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.data.Units;
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
    List<String> others = new ArrayList<>();
    for (int c = 0; c < values.length; c++) {
      VhdrHeader.ChannelInfo info = header.channels().get(c);
      OptionalDouble micro = Units.microvolts(info.unit());
      if (micro.isEmpty()) {
        others.add(info.name() + " (" + info.unit() + ")");
      } else if (micro.getAsDouble() != 1) {
        for (int t = 0; t < values[c].length; t++) {
          values[c][t] *= micro.getAsDouble();
        }
      }
      String unit = micro.isEmpty() ? info.unit() : "uV";
      channels.add(new Channel(info.name(), unit, header.rate(), values[c]));
    }
    if (!others.isEmpty()) {
      notes.add("Not in volts, kept as they are: " + String.join(", ", others) + ".");
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
