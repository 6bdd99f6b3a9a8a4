package org.braindyn.io.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.door.Doors;
import org.braindyn.io.door.SharedData;
import org.braindyn.io.door.SignalDoor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists and tables of other programs. */
class ForeignListsTest {
  @TempDir Path dir;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  @Test
  void workbenchAndPickAtlas() throws IOException {
    Map<Integer, String> expected = Map.of(3, "V 1", 7, "M1");
    Path wb = file("wb.txt", "V 1\n3 255 0 0 255\nM1\n7 0 255 0 255\n");
    assertEquals(expected, LabelTable.read(wb).names());
    Path wfu = file("wfu.txt", "[ areas ]\n3\tV 1\t\t\t1 2 3\n7\tM1\t\t1 2 3\n");
    assertEquals(expected, LabelTable.read(wfu).names());
  }

  @Test
  void aTableThatCountsFromZeroIsRefused() throws IOException {
    Path zero = file("zero.tsv", "index\tname\n0\tFrontal Pole\n1\tInsular Cortex\n");
    BadInput error = assertThrows(BadInput.class, () -> LabelTable.read(zero));
    assertTrue(error.getMessage().contains("add 1"), error.getMessage());
    Path fine = file("fine.tsv", "index\tname\n0\tUnknown\n1\tInsular Cortex\n");
    assertEquals(1, LabelTable.read(fine).names().size());
  }

  private RegionSignals stats(String text, String variable) throws IOException {
    Path path = file("s.1D", text);
    return Doors.require(SignalDoor.class, path, "signals")
        .read(path, ImportOptions.auto().withVariable(variable))
        .signals();
  }

  @Test
  void statisticsOfAfni() throws IOException {
    String head = "File\tSub-brick\tMean_3  \tSigma_3  \tMean_V1\tSigma_V1\n";
    String rows = "e+orig\t0[#0]\t1\t9\t2\t9\ne+orig\t1[#1]\t3\t9\t4\t9\n";
    RegionSignals s = stats(head + rows, "");
    assertEquals(List.of("Label 3", "V1"), s.regions().names());
    assertEquals(3, s.regions().get(0).label());
    assertArrayEquals(new double[] {1, 3}, s.values()[0]);
    assertArrayEquals(new double[] {2, 4}, s.values()[1]);
    assertArrayEquals(new double[] {9, 9}, stats(head + rows, "Sigma").values()[0]);
    String two = head + rows + "f+orig\t0[#0]\t1\t9\t2\t9\n";
    BadInput error = assertThrows(BadInput.class, () -> stats(two, ""));
    assertTrue(error.getMessage().contains("several scans"), error.getMessage());
    error = assertThrows(BadInput.class, () -> stats(head + "e\t0\t1\n", ""));
    assertTrue(error.getMessage().contains("3 cells"), error.getMessage());
  }

  @Test
  @Tag("real-data")
  void realLists() throws IOException {
    LabelNames fs = LabelTable.read(SharedData.file("lut_names/FreeSurferColorLUT.txt"));
    assertEquals("Left-Cerebral-White-Matter", fs.of(2));
    Path brodmann = SharedData.file("lut_names/TD_brodmann.txt");
    assertEquals("brodmann area 2", LabelTable.read(brodmann).of(2));
    LabelNames wb = LabelTable.read(SharedData.file("lut_names/subcort_label_list.txt"));
    assertEquals("ACCUMBENS_LEFT", wb.of(3));
    Path conn = SharedData.file("lut_names/atlas.txt");
    assertEquals(132, LabelTable.inFileOrder(conn).size());
    assertThrows(BadInput.class, () -> LabelTable.read(conn));
    assertEquals(
        "DefaultMode.LP (L)",
        LabelTable.inFileOrder(SharedData.file("lut_names/networks.txt")).get(1).name());
    String templateFlow = "derivatives/tpl-MNI152NLin2009cAsym_";
    assertEquals(
        "7Networks_LH_Vis_2",
        LabelTable.read(
                SharedData.file(
                    templateFlow + "atlas-Schaefer2018_desc-100Parcels7Networks_dseg.tsv"))
            .of(2));
    assertEquals(
        "Fusiform gyrus",
        LabelTable.read(
                SharedData.file(templateFlow + "atlas-DiFuMo_desc-64dimensions_probseg.tsv"))
            .of(2));
    Path carpet = SharedData.file(templateFlow + "desc-carpet_dseg.tsv");
    assertEquals(116, LabelTable.read(carpet).names().size());
    Path harvard = SharedData.file("derivatives/tpl-MNI152NLin6Asym_atlas-HOCPA_dseg.tsv");
    assertThrows(BadInput.class, () -> LabelTable.read(harvard));
  }
}
