package org.braindyn.io.brainvision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.io.door.Damage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BrainVision files made by hand: layouts, odd headers, and what damage does. */
class BrainVisionTest {
  private static final String HEADER =
      "BrainVision Data Exchange Header File Version 1.0\n"
          + "; a comment\n[Common Infos]\nCodepage=UTF-8\nDataFile=$b.eeg\nMarkerFile=$b.vmrk\n"
          + "DataFormat=BINARY\nDataOrientation=MULTIPLEXED\nNumberOfChannels=2\n"
          + "SamplingInterval=5000\n[Binary Infos]\nBinaryFormat=INT_16\n[Channel Infos]\n"
          + "Ch1=C3\\1left,,0.5,\u00b5V\nCh2=C4,,,\n[Comment]\nNumberOfChannels=99\n";

  private static final String MARKERS =
      "BrainVision Data Exchange Marker File Version 1.0\n[Marker Infos]\n"
          + "Mk1=New Segment,,1,1,0,20200304050607000000\nMk2=Stimulus,S 1\\1 x,3,2,2\n";

  @TempDir Path dir;
  private Path vhdr;

  @BeforeEach
  void write() throws IOException {
    vhdr = Files.writeString(dir.resolve("a.vhdr"), HEADER);
    Files.writeString(dir.resolve("a.vmrk"), MARKERS);
    // Little-endian 1, -2, 3, -4, ...
    Files.write(dir.resolve("a.eeg"), samples(12));
  }

  private static byte[] samples(int n) {
    ByteBuffer b = ByteBuffer.allocate(2 * n).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (int i = 1; i <= n; i++) {
      b.putShort((short) (i % 2 == 1 ? i : -i));
    }
    return b.array();
  }

  private static ChannelRecording read(Path file) throws IOException {
    return new BrainVision().read(file, Progress.NONE);
  }

  private Path with(String from, String to) throws IOException {
    assertTrue(HEADER.contains(from), from);
    return Files.writeString(vhdr, HEADER.replace(from, to));
  }

  private void refuses(String words, String from, String to) throws IOException {
    Path file = with(from, to);
    BadInput error = assertThrows(BadInput.class, () -> read(file));
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }

  @Test
  void samplesUnitsAndMarkers() throws IOException {
    ChannelRecording r = read(vhdr);
    assertEquals(List.of("C3,left", "C4"), r.channels().stream().map(Channel::name).toList());
    assertArrayEquals(new double[] {0.5, 1.5, 2.5, 3.5, 4.5, 5.5}, r.channels().get(0).values());
    assertArrayEquals(new double[] {-2, -4, -6, -8, -10, -12}, r.channels().get(1).values());
    assertEquals("uV", r.channels().get(0).unit());
    assertEquals(200, r.channels().get(0).rate());
    assertEquals(2020, r.start().getYear());
    assertEquals("Stimulus/S 1, x", r.annotations().get(1).text());
    assertEquals(0.01, r.annotations().get(1).onset(), 1e-12);
    assertEquals(0.01, r.annotations().get(1).duration(), 1e-12);
    assertEquals("C4", r.annotations().get(1).channel());
  }

  @Test
  void otherLayouts() throws IOException {
    ChannelRecording r = read(with("MULTIPLEXED", "VECTORIZED"));
    assertArrayEquals(new double[] {0.5, -1, 1.5, -2, 2.5, -3}, r.channels().get(0).values());
    with("DataFormat=BINARY", "DataFormat=ASCII");
    String text = Files.readString(vhdr).replace("[Binary", "[ASCII Infos]\nSkipLines=1\n[Binary");
    Files.writeString(vhdr, text);
    Files.writeString(dir.resolve("a.eeg"), "C3 C4\n1 -2\n3,5 -4\n");
    r = read(vhdr);
    assertArrayEquals(new double[] {0.5, 1.75}, r.channels().get(0).values());
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    refuses(
        "FREQUENCYDOMAIN", "NumberOfChannels=2", "NumberOfChannels=2\nDataType=FREQUENCYDOMAIN");
    refuses("does not describe Ch3", "NumberOfChannels=2", "NumberOfChannels=3");
    refuses("ends early", "NumberOfChannels=2", "NumberOfChannels=2\nDataPoints=99");
    refuses("BinaryFormat=INT_24", "INT_16", "INT_24");
    refuses("not beside it", "$b.eeg", "other.eeg");
    refuses("SamplingInterval", "5000", "0");
    Files.writeString(dir.getParent().resolve("outside.eeg"), "secret secret secret");
    refuses("not beside it", "$b.eeg", "../outside.eeg");
  }

  @Test
  void aPartOfASampleAtTheEndIsTold() throws IOException {
    Files.write(dir.resolve("a.eeg"), java.util.Arrays.copyOf(samples(12), 23));
    ChannelRecording r = read(vhdr);
    assertEquals(5, r.channels().get(0).values().length);
    assertTrue(r.notes().toString().contains("3 bytes at the end"), r.notes().toString());
  }

  @Test
  void tenThousandDamagedHeadersAndMarkers() throws IOException {
    Damage.Reader reader =
        f -> {
          ChannelRecording r = read(vhdr);
          return (long) r.channels().size() * r.channels().get(0).values().length;
        };
    byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
    int read = Damage.mutations(vhdr, header, header.length, 7000, 1, reader);
    assertTrue(read > 700 && read < 6900, read + " of 7000");
    Files.writeString(vhdr, HEADER);
    byte[] markers = MARKERS.getBytes(StandardCharsets.UTF_8);
    Damage.mutations(dir.resolve("a.vmrk"), markers, markers.length, 3000, 1, reader);
    // A header that is cut before its last channel cannot be read.
    Files.writeString(dir.resolve("a.vmrk"), MARKERS);
    int end = HEADER.indexOf("Ch2");
    Damage.truncations(vhdr, java.util.Arrays.copyOf(header, end + 1), 1, reader);
  }
}
