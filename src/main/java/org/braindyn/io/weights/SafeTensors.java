package org.braindyn.io.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;

/**
 * The safetensors format: 8 bytes little-endian with the length of a JSON header, the header, then
 * the numbers. Nothing is taken on trust: lengths, shapes and places are checked before memory is
 * asked for.
 */
final class SafeTensors implements WeightsFile {
  /** Longest header, as the format has it. */
  private static final long MOST = 100_000_000;

  private final Path file;
  private final long start;
  private final SafeHeader header;
  private final Map<String, TensorInfo> tensors = new LinkedHashMap<>();

  private SafeTensors(Path file, long start, SafeHeader header) {
    this.file = file;
    this.start = start;
    this.header = header;
    header.entries().forEach((name, e) -> tensors.put(name, e.info()));
  }

  static SafeTensors read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < 8) {
        throw new BadInput(file + " is no weights file: it has only " + size + " bytes.");
      }
      long length = bytes(channel, 0, 8, file).getLong(0);
      if (length < 2 || length > MOST || length > size - 8) {
        throw new BadInput(
            String.format(
                "%s is no safetensors file, or it is damaged: its header would have %s bytes in a"
                    + " file of %d.",
                file, Long.toUnsignedString(length), size));
      }
      String text = utf8(bytes(channel, 8, (int) length, file), file);
      SafeHeader header = SafeHeader.parse(text, file);
      SafeTensors result = new SafeTensors(file, 8 + length, header);
      result.checkPlaces(size - 8 - length);
      return result;
    }
  }

  private static String utf8(ByteBuffer bytes, Path file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new BadInput(file + " is damaged: its header is not text.", e);
    }
  }

  private static ByteBuffer bytes(FileChannel channel, long at, int n, Path file)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(n).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new BadInput(file + " ends too early.", new EOFException());
      }
    }
    return bytes.flip();
  }

  private void checkPlaces(long available) {
    List<Map.Entry<String, SafeHeader.Entry>> sorted =
        header.entries().entrySet().stream()
            .sorted(Comparator.comparingLong(e -> e.getValue().begin()))
            .toList();
    long end = 0;
    String before = "";
    for (Map.Entry<String, SafeHeader.Entry> each : sorted) {
      SafeHeader.Entry e = each.getValue();
      if (e.end() > available) {
        throw new BadInput(
            String.format(
                "%s is cut off or damaged: array \"%s\" would end at byte %d of %d.",
                file, each.getKey(), e.end(), available));
      }
      if (e.begin() < end && e.end() > e.begin()) {
        throw new BadInput(
            String.format(
                "%s is damaged: arrays \"%s\" and \"%s\" overlap.", file, before, each.getKey()));
      }
      if (e.end() > end) {
        end = e.end();
        before = each.getKey();
      }
    }
  }

  @Override
  public Map<String, TensorInfo> tensors() {
    return java.util.Collections.unmodifiableMap(tensors);
  }

  @Override
  public double[] values(String name) throws IOException {
    TensorInfo info = WeightsFile.known(tensors, name, file);
    SafeHeader.Entry entry = header.entries().get(name);
    double[] values = new double[info.size()];
    int run = 1 << 16;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int done = 0; done < values.length; done += run) {
        int n = Math.min(run, values.length - done);
        long at = start + entry.begin() + (long) done * info.type().bytes();
        ByteBuffer data = bytes(channel, at, n * info.type().bytes(), file);
        for (int i = 0; i < n; i++) {
          values[done + i] = info.type().get(data, i);
        }
      }
    }
    return values;
  }

  @Override
  public Map<String, String> metadata() {
    return header.metadata();
  }
}
