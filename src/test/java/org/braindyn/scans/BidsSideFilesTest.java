package org.braindyn.scans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.io.bids.BidsScan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Odd side files of scans: what they say about time is read right or refused in words. */
class BidsSideFilesTest {
  @TempDir Path dir;
  private Path scan;

  @BeforeEach
  void scan() throws IOException {
    scan = Files.createFile(dir.resolve("sub-01_task-rest_acq-mb_bold.nii.gz"));
  }

  private double interval(String json) throws IOException {
    Files.writeString(dir.resolve("sub-01_task-rest_acq-mb_bold.json"), json);
    return BidsScan.of(scan).interval();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'RepetitionTime': 0.8} | 0.8",
        "{'RepetitionTime': '0.8'} | 0.8",
        "{'RepetitionTime': [0.8]} | 0.8",
        "{'EchoTime': 0.03} | NaN",
        "[1, 2] | NaN",
        "{'VolumeTiming': [0, 2.5, 5, 7.5]} | 2.5",
        "{'VolumeTiming': [3]} | NaN",
      })
  void read(String json, double seconds) throws IOException {
    assertEquals(seconds, interval(json.replace('\'', '"')), 1e-12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'RepetitionTime': 800} | If the number is in ms, it is 0.8 s.",
        "{'RepetitionTime': 0} | 0.02 to 60 s are usual",
        "{'RepetitionTime': -2} | 0.02 to 60 s are usual",
        "{'RepetitionTime': null} | RepetitionTime is null, no number of seconds",
        "{'RepetitionTime': 'n/a'} | no number of seconds",
        "{'RepetitionTime': {}} | no number of seconds",
        "{'VolumeTiming': [0, 2, 4, 14, 16]} | uneven times",
        "{'VolumeTiming': [0, 'x']} | no number of seconds",
        "{'RepetitionTime': 2 | is not usable JSON",
      })
  void refused(String json, String words) {
    BadInput error = assertThrows(BadInput.class, () -> interval(json.replace('\'', '"')));
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }

  @Test
  void markAndLettersOfOtherEncodingsDoNotMatter() throws IOException {
    String json = "\uFEFF{\"RepetitionTime\": 0.8}";
    assertEquals(0.8, interval(json));
    Path side = dir.resolve("sub-01_task-rest_acq-mb_bold.json");
    String town = "{\"InstitutionName\": \"M\u00fcnchen\", \"RepetitionTime\": 0.9}";
    Files.write(side, town.getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(0.9, BidsScan.of(scan).interval());
  }

  @Test
  void theNearestAndMostParticularCounts() throws IOException {
    Path func = Files.createDirectories(dir.resolve("sub-01/func"));
    Path file = Files.createFile(func.resolve("sub-01_task-rest_acq-mb_bold.nii.gz"));
    Files.writeString(dir.resolve("acq-mb_bold.json"), "{\"RepetitionTime\": 3}");
    Files.writeString(dir.resolve("task-rest_acq-mb_bold.json"), "{\"RepetitionTime\": 0.8}");
    Files.writeString(dir.resolve("task-rest_bold.json"), "{\"RepetitionTime\": 2}");
    Files.writeString(dir.resolve("task-nback_bold.json"), "{\"RepetitionTime\": 1}");
    assertEquals(0.8, BidsScan.of(file).interval());
    Files.writeString(func.resolve("sub-01_task-rest_bold.json"), "{\"RepetitionTime\": 0.7}");
    assertEquals(0.7, BidsScan.of(file).interval());
  }
}
