package org.braindyn.perturbation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;
import org.junit.jupiter.api.Test;

class TargetRegionsTest {
  private static final Regions REGIONS =
      new Regions(
          List.of(
              new Region(3, "L-Frontal-1", 4, null),
              new Region(7, "Cingulum, anterior", 4, new double[] {5, 0, 0}),
              new Region(2001, "Precentral_R", 4, null),
              new Region(2002, "Brain stem", 4, new double[] {0, 0, 0})));

  @Test
  void namesLabelsListsAndHemispheres() {
    assertArrayEquals(new int[] {0}, TargetRegions.rows("l-frontal-1", REGIONS));
    assertArrayEquals(new int[] {0, 2}, TargetRegions.rows("2001, 3,3", REGIONS));
    assertArrayEquals(new int[] {1}, TargetRegions.rows("Cingulum, anterior", REGIONS));
    assertArrayEquals(new int[] {0}, TargetRegions.rows("Left", REGIONS));
    assertArrayEquals(new int[] {1, 2}, TargetRegions.rows("right", REGIONS));
    assertArrayEquals(new int[] {0, 1, 2, 3}, TargetRegions.rows("all", REGIONS));
    assertThrows(BadInput.class, () -> TargetRegions.rows("Cuneus", REGIONS));
  }

  @Test
  void paintedAreaBecomesTheRegionsItCovers() {
    Labels3D labels =
        new Labels3D(
            Grid.spaced(4, 2, 1, 1, 1, 1), new int[] {3, 3, 7, 7, 0, 3, 7, 7}, "labels.tif");
    boolean[] mask = {true, true, true, false, true, false, false, false};
    assertEquals("3", TargetRegions.covered(Atlas.of(labels, REGIONS), mask, REGIONS, 0.5));
    assertEquals("3,7", TargetRegions.covered(Atlas.of(labels, REGIONS), mask, REGIONS, 0.25));
    assertThrows(
        BadInput.class,
        () -> TargetRegions.covered(Atlas.of(labels, REGIONS), new boolean[8], REGIONS, 0.5));
  }

  @Test
  void blanksAroundANameDoNotCount() {
    Regions blank = Regions.named(java.util.List.of(" V1", "V2 "));
    assertArrayEquals(new int[] {0}, TargetRegions.rows("V1", blank));
    assertArrayEquals(new int[] {0, 1}, TargetRegions.rows(" v1 , V2", blank));
  }

  @Test
  void aNumberThatIsNameAndLabelMustBeToldApart() {
    Regions numbers =
        new Regions(
            List.of(
                new Region(1, "3", 4, null),
                new Region(3, "7", 4, null),
                new Region(8, "8", 4, null)));
    BadInput refused = assertThrows(BadInput.class, () -> TargetRegions.rows("3", numbers));
    assertTrue(refused.getMessage().contains("#3"), refused.getMessage());
    assertArrayEquals(new int[] {1}, TargetRegions.rows("#3", numbers));
    assertArrayEquals(new int[] {0}, TargetRegions.rows("#1", numbers));
    assertArrayEquals(new int[] {0}, TargetRegions.rows("1", numbers));
    assertArrayEquals(
        new int[] {2}, TargetRegions.rows("8", numbers), "name and label of one region");
    Labels3D labels = new Labels3D(Grid.spaced(2, 1, 1, 1, 1, 1), new int[] {3, 1}, "labels.tif");
    String covered =
        TargetRegions.covered(Atlas.of(labels, numbers), new boolean[] {true, false}, numbers, 0.5);
    assertArrayEquals(new int[] {1}, TargetRegions.rows(covered, numbers));
  }

  @Test
  void everyNameCanBeWrittenInAPlan() {
    List<String> names =
        List.of(
            "Cingulum; anterior",
            "Cingulum, anterior",
            "lobe size 3",
            "A  B",
            "left",
            "all",
            "5\" strip",
            "#2",
            "12",
            "V1");
    List<Region> list = new java.util.ArrayList<>();
    for (String name : names) {
      list.add(new Region(12 + list.size(), name, 1, null));
    }
    Regions regions = new Regions(list);
    for (int r = 0; r < names.size(); r++) {
      String text = "impulse on " + TargetRegions.text(regions.get(r), regions) + " size 2";
      Perturbation read = Perturbation.parse(text + "; step on V1 onset 0", 2);
      assertEquals(2, read.interventions().size(), text);
      assertArrayEquals(
          new int[] {r}, TargetRegions.rows(read.interventions().get(0).target(), regions), text);
      assertEquals(read, Perturbation.parse(read.toString(), 2));
    }
    int[] both = TargetRegions.rows("\"Cingulum, anterior\", \"left\"", regions);
    assertArrayEquals(new int[] {1, 4}, both);
  }
}
