package org.braindyn.io.edf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeizureLabelsTest {
  private static final String HEADER = "channel,start_time,stop_time,label,confidence\n";
  @TempDir Path folder;

  private List<Annotation> read(String name, String text) throws IOException {
    return SeizureLabels.read(Files.writeString(folder.resolve(name), text));
  }

  @Test
  void readsBinaryTable() throws IOException {
    String text =
        "# version = csv_v1.0.0\n#\n"
            + HEADER
            + "TERM,0.0000,36.8868,bckg,1.0000\nTERM,36.8868,183.3055,seiz,1.0000\n";
    List<Annotation> seizures = SeizureLabels.seizures(read("a.csv_bi", text));
    assertEquals(1, seizures.size());
    assertEquals(36.8868, seizures.get(0).onset(), 1e-12);
    assertEquals(183.3055, seizures.get(0).end(), 1e-12);
  }

  @Test
  void unitesChannelsOfTheMultiClassTable() throws IOException {
    String text =
        HEADER
            + "FP1-F7,10,20,fnsz,1\nF7-T3,15,30,fnsz,1\nF7-T3,50,55,cpsz,1\nFP1-F7,0,10,bckg,1\n";
    List<Annotation> seizures = SeizureLabels.seizures(read("a.csv", text));
    assertEquals(
        List.of(new Annotation(10, 20, "seiz", ""), new Annotation(50, 5, "seiz", "")), seizures);
  }

  @Test
  void readsOldFormat() throws IOException {
    String text = "version = tse_v1.0.0\n\n0.0000 10.5000 bckg 1.0000\n10.5000 12 seiz 1.0000\n";
    assertEquals(
        List.of(new Annotation(10.5, 1.5, "seiz", "")),
        SeizureLabels.seizures(read("a.tse_bi", text)));
  }

  @ParameterizedTest
  @CsvSource({
    "'TERM,20,10,seiz,1', reversed",
    "'TERM,-1,10,seiz,1', reversed",
    "'TERM,1,Infinity,seiz,1', reversed",
    "'TERM,a,10,seiz,1', must be seconds",
    "'TERM,1', are needed",
    "'TERM,0,10,bckg,1\nTERM,5,20,seiz,1', overlap",
    "'', no labelled interval"
  })
  void badIntervalsAreRefused(String lines, String part) {
    BadInput thrown = assertThrows(BadInput.class, () -> read("b.csv_bi", HEADER + lines));
    assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
  }
}
