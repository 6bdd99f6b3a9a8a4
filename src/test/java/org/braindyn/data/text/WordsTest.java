package org.braindyn.data.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.kind.ModelKinds;
import org.braindyn.models.GraphMethod;
import org.braindyn.models.SignalsFile;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.perturbation.PerturbationKind;
import org.braindyn.scans.ParcellateScan;
import org.braindyn.simulation.BrainSimulation;
import org.braindyn.task.Representation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A misspelt word in the Java API is answered with the words there are, as in a dialog. */
class WordsTest {
  private enum Taste {
    VERY_SWEET,
    SOUR
  }

  @Test
  void wordsMeanConstants() {
    assertEquals(Taste.VERY_SWEET, Words.choice(Taste.class, "taste", " Very sweet "));
    assertEquals(Taste.VERY_SWEET, Words.choice(Taste.class, "taste", "very-sweet"));
    BadInput refused =
        assertThrows(BadInput.class, () -> Words.choice(Taste.class, "taste", "salty"));
    assertEquals(
        "taste=salty is not known. Choose one of: very sweet, sour.", refused.getMessage());
    assertThrows(BadInput.class, () -> Words.choice(Taste.class, "taste", null));
  }

  @Test
  void everyDoorNamesTheWordsItKnows() {
    List<Executable> doors =
        List.of(
            () -> ModelKinds.named("released").defaults().with("method", "releesed"),
            () -> SignalsFile.orientation("releesed"),
            () -> ConnectionStatistics.Summary.of("releesed"),
            () -> ParcellateScan.settings("releesed", "error", "keep", false, "nearest", null, 0),
            () -> ParcellateScan.settings("mean", "releesed", "keep", false, "nearest", null, 0),
            () -> ParcellateScan.settings("mean", "error", "releesed", false, "nearest", null, 0),
            () -> ParcellateScan.resampling(true, "releesed"),
            () -> GraphMethod.of("releesed"),
            () -> ModelKinds.named("releesed"),
            () -> PerturbationKind.of("releesed"),
            () -> Representation.of("releesed"),
            () -> BrainSimulation.Kind.of("releesed"));
    for (Executable door : doors) {
      String message = assertThrows(BadInput.class, door).getMessage();
      assertTrue(message.contains("releesed") && message.contains("Choose"), message);
      assertFalse(message.contains("enum constant"), message);
    }
  }
}
