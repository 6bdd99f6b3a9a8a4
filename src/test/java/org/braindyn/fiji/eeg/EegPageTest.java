package org.braindyn.fiji.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.figure.draw.Svg;
import org.braindyn.figure.eeg.EegPage;
import org.junit.jupiter.api.Test;

/** What a page of an EEG shows. */
class EegPageTest {
  private static EegPage page() {
    double[][] values = new double[3][4000];
    for (int t = 0; t < 4000; t++) {
      values[0][t] = 25 * Math.sin(t * 0.3);
      values[1][t] = 25 * Math.cos(t * 0.2);
      values[2][t] = t > 1000 && t < 1200 ? Double.NaN : 25 * Math.sin(t * 0.1);
    }
    return new EegPage(
        new RegionSignals(Regions.named(List.of("Fp1", "Cz", "O2")), values, 0.01, "rec.edf"),
        List.of(new Annotation(12, 0, "eyes <closed>", "")),
        List.of(new Annotation(18, 30, "seiz", "")),
        "\u00b5V");
  }

  @Test
  void seizuresAndEventsAreOnTheirPages() {
    String second = Svg.of(page().drawing(new EegPage.Look(10, 10, 0, ""), 900, 400));
    assertTrue(second.contains("eyes &lt;closed&gt;") && second.contains(">seizure<"));
    String first = Svg.of(page().drawing(new EegPage.Look(0, 10, 0, ""), 900, 400));
    assertFalse(first.contains("closed") || first.contains(">seizure<"));
    String fourth = Svg.of(page().drawing(new EegPage.Look(30, 10, 0, ""), 900, 400));
    assertTrue(fourth.contains(">seizure<"), "the band goes on");
  }

  @Test
  void theScaleIsRoundAndSaid() {
    assertEquals(50, page().fittingScale(), "four deviations of 17.7 are near 50 and 100");
    assertEquals(0.02, EegPage.round(0.017));
    String svg = Svg.of(page().drawing(new EegPage.Look(0, 10, 260, ""), 900, 342));
    assertTrue(svg.contains(">100 \u00b5V<"), "near 26 points of rows of 86.67 points, 260 units");
  }

  @Test
  void aGapIsAGapAndARowIsAName() {
    EegPage.Look look = new EegPage.Look(5, 10, 0, "O2");
    var drawing = page().drawing(look, 900, 400);
    String svg = Svg.of(drawing);
    assertEquals(2, svg.split("stroke=\"#d55e00\"", -1).length - 1, "two stretches around the gap");
    assertEquals("Cz", drawing.tipAt(300, 200));
  }
}
