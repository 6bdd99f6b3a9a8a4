package org.braindyn.io.edf;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.braindyn.data.BadInput;
import org.braindyn.data.Channel;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files end in a clear refusal or in a recording no larger than the file can hold. */
class EdfMutationTest {
  private static final String[] ODD = {
    "-1", "0", "99999999", "1e300", "NaN", "-9999999", "1e9", "0.000001", "\u00ff\u00ff\u00ff", ""
  };

  @Test
  void tenThousandDamagedHeaders(@TempDir Path folder) throws IOException {
    EdfBytes bytes =
        new EdfBytes()
            .signal("Fp1", "uV", "-100", "100", "-2048", "2047", "8")
            .signal("Fp2", "uV", "-100", "100", "-2048", "2047", "4")
            .annotationSignal(20);
    bytes.reserved = "EDF+D";
    for (int r = 0; r < 4; r++) {
      String annotation = "+" + 2 * r + "\u0014\u0014\0+" + 2 * r + ".5\u00151\u0014hello\u0014\0";
      bytes.record(new int[8], new int[4], annotation);
    }
    byte[] whole = bytes.build();
    Path file = folder.resolve("mutant.edf");
    Seed.Stream random = Seed.of(1).stream("mutations");
    int[] read = new int[1];
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int k = 0; k < 10_000; k++) {
            byte[] mutant = mutate(whole, random);
            Files.write(file, mutant);
            try {
              ChannelRecording recording = Edf.read(file);
              read[0]++;
              long samples = 0;
              for (Channel channel : recording.channels()) {
                samples += channel.values().length;
              }
              assertTrue(samples <= 50L * mutant.length, "too large: " + samples);
            } catch (BadInput e) {
              assertTrue(e.getMessage().length() > 30, e.getMessage());
            }
          }
        });
    assertTrue(read[0] > 100 && read[0] < 9900, read[0] + " of 10 000 were readable");
  }

  private static byte[] mutate(byte[] whole, Seed.Stream random) {
    byte[] mutant = whole.clone();
    int kind = random.integer(4);
    if (kind == 0) {
      for (int i = 0; i <= random.integer(6); i++) {
        mutant[random.integer(1024)] = (byte) random.integer(256);
      }
    } else if (kind == 1) {
      String odd = ODD[random.integer(ODD.length)];
      int field = random.integer(128) * 8 + (random.uniform() < 0.3 ? 4 : 0);
      for (int i = 0; i < 8 && field + i < 1024; i++) {
        mutant[field + i] = (byte) (i < odd.length() ? odd.charAt(i) : ' ');
      }
    } else if (kind == 2) {
      mutant = java.util.Arrays.copyOf(mutant, random.integer(mutant.length + 100));
    } else {
      for (int i = 0; i <= random.integer(4); i++) {
        mutant[1024 + random.integer(mutant.length - 1024)] = (byte) random.integer(256);
      }
    }
    return mutant;
  }
}
