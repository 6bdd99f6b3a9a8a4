package org.braindyn.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.models.SampleModels;
import org.braindyn.signal.Recording;
import org.junit.jupiter.api.Test;

class RecordingHashTest {
  @Test
  void aFileAndItsImageAreTheSameRecording() throws Exception {
    RegionSignals signals = SampleModels.recording(3, 50);
    RegionSignals image = SignalsImage.signals(SignalsImage.image(signals, "image"));
    assertNotEquals(signals.values()[1][7], image.values()[1][7], "the image rounds");
    assertEquals(RecordingHash.of(signals), RecordingHash.of(image));
    assertEquals(RecordingHash.of(signals), RecordingHash.of(Recording.of(signals)));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (double[] row : image.values()) {
      ByteBuffer bytes = ByteBuffer.allocate(8 * row.length);
      for (double v : row) {
        bytes.putDouble(v);
      }
      digest.update(bytes.array());
    }
    String plain = HexFormat.of().formatHex(digest.digest());
    assertEquals(plain, RecordingHash.of(signals), "as files of the first release hold it");
    signals.values()[3][49] += 0.01;
    assertNotEquals(plain, RecordingHash.of(signals));
  }
}
