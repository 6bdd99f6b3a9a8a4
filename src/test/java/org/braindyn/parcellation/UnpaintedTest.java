package org.braindyn.parcellation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;
import org.junit.jupiter.api.Test;

class UnpaintedTest {
  private static final Labels3D LABELS =
      new Labels3D(Grid.spaced(3, 1, 1, 2, 2, 2), new int[] {1, 1, 3}, "atlas");
  private static final Atlas ATLAS = Atlas.of(LABELS, (Regions) null);

  @Test
  void regionsOfATableWithoutVoxelsAreNamed() {
    Regions table = new Regions(List.of(Region.named(1, "x"), Region.named(2, "y")));
    String warning = RegionPainter.unpainted(ATLAS, table, "table");
    assertTrue(warning.contains("1 of 2 regions"), warning);
    assertTrue(warning.contains("(y)"), warning);
  }

  @Test
  void lostRegionsOfAParcellationAreNot() {
    Regions regions =
        new Regions(List.of(new Region(1, "x", 2, new double[3]), new Region(2, "y", 0, null)));
    assertEquals("", RegionPainter.unpainted(ATLAS, regions, "signals"));
  }
}
