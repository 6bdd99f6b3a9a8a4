package org.braindyn.signal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;

/**
 * A recording that stays on disk: floats, region after region, mapped into memory by the operating
 * system as windows are read. Heap use does not grow with the number of recordings.
 */
public final class MappedRecording implements Recording {
  private final String source;
  private final String person;
  private final int regions;
  private final int frames;
  private final double interval;
  private final FloatBuffer values;

  private MappedRecording(
      String source, String person, int regions, int frames, double interval, FloatBuffer values) {
    this.source = source;
    this.person = person;
    this.regions = regions;
    this.frames = frames;
    this.interval = interval;
    this.values = values;
  }

  /**
   * Writes a recording to a file (little-endian float, [region][time]) and maps it.
   *
   * @param signals the recording; may be forgotten afterwards
   * @param person whose it is
   * @param file where to; overwritten
   */
  public static MappedRecording write(RegionSignals signals, String person, Path file)
      throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(signals.frames(), Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (double[] row : signals.values()) {
        bytes.clear();
        for (double value : row) {
          bytes.putFloat((float) value);
        }
        bytes.flip();
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
    }
    return open(
        file, signals.source(), person, signals.size(), signals.frames(), signals.interval());
  }

  /**
   * Maps a file that {@link #write} made.
   *
   * @param source where the recording came from, for messages
   * @param interval time between samples in s
   */
  public static MappedRecording open(
      Path file, String source, String person, int regions, int frames, double interval)
      throws IOException {
    long size = (long) regions * frames * Float.BYTES;
    if (Files.size(file) != size) {
      throw new BadInput(
          String.format(
              "%s has %d bytes, but %d regions x %d frames need %d. Write it again.",
              file, Files.size(file), regions, frames, size));
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      FloatBuffer values =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, size)
              .order(ByteOrder.LITTLE_ENDIAN)
              .asFloatBuffer();
      return new MappedRecording(source, person, regions, frames, interval, values);
    }
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public String person() {
    return person;
  }

  @Override
  public int regions() {
    return regions;
  }

  @Override
  public int frames() {
    return frames;
  }

  @Override
  public double interval() {
    return interval;
  }

  @Override
  public void read(int region, int start, int length, double[] into, int offset) {
    int at = region * frames + start;
    for (int t = 0; t < length; t++) {
      into[offset + t] = values.get(at + t);
    }
  }
}
