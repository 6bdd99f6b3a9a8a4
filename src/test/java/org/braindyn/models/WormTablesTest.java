package org.braindyn.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.door.Connectome;
import org.braindyn.io.door.ConnectomeDoor;
import org.braindyn.io.door.Doors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of worms in the layout of the published ones. */
class WormTablesTest {
  private static final String HEADER =
      ",source_dataset,worm,neuron,is_labeled_neuron,calcium_data,smooth_calcium_data,median_dt\n";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Imported read(String rows, String variable) throws IOException {
    ImportOptions options = ImportOptions.auto().withVariable(variable);
    return SignalsFile.read(file("worms.csv", HEADER + rows), options, null);
  }

  private void assertSays(String part, String rows, String variable) {
    String said = assertThrows(BadInput.class, () -> read(rows, variable)).getMessage();
    assertTrue(said.contains(part), said);
  }

  private static final String TWO =
      "0,Uzel2022,worm0,AVAL,True,\"[0.5 1.5\n -2. ]\",[9 9 9],0.25\n"
          + "1,Uzel2022,worm0,12,False,[7 7 7],[9 9 9],0.25\n"
          + "2,Uzel2022,worm0,DA08,True,\"[1e-1, 2, 3]\",\"[4, 5, 6]\",0.25\n"
          + "3,Kato2015,worm0,AVAR,True,\"[1, 2]\",\"[1, 2]\",0.333\n";

  @Test
  void aWormIsItsIdentifiedNeurons() throws IOException {
    Imported read = read(TWO, "");
    assertEquals(List.of("AVAL", "DA08"), read.signals().regions().names());
    assertArrayEquals(new double[] {0.5, 1.5, -2}, read.signals().values()[0], 0);
    assertArrayEquals(new double[] {0.1, 2, 3}, read.signals().values()[1], 0);
    assertEquals(0.25, read.signals().interval());
    assertTrue(read.notes().get(0).contains("1 that were not identified"), read.notes().get(0));
    assertTrue(read.notes().get(0).contains("Kato2015/worm0"), read.notes().get(0));
    assertEquals(2, read(TWO, "Kato2015/worm0").signals().frames());
    double[] smooth = read(TWO, "worm0 smooth_calcium_data").signals().values()[1];
    assertArrayEquals(new double[] {4, 5, 6}, smooth, 0);
  }

  @Test
  void refusesWhatLostItsSamples() {
    assertSays("shortened", "0,U,w,AVAL,True,[0.5 ... 0.1],[1],1\n", "");
    assertSays("\"x\", which is no number", "0,U,w,AVAL,True,[0.5 x],[1],1\n", "");
    assertSays("has 1 samples", "0,U,w,A,True,[1 2],[1],1\n1,U,w,B,True,[1],[1],1\n", "");
    assertSays("two rows", "0,U,w,A,True,[1 2],[1],1\n1,U,w,A,True,[1 2],[1],1\n", "");
    assertSays("no worm \"worm9\"; it has Uzel2022/worm0", TWO, "worm9");
    assertSays("no column residual_calcium", TWO, "worm0 residual_calcium");
    assertSays("identified", "0,U,w,3,False,[1 2],[1],1\n", "");
    assertSays("has a header but no row", "", "");
    assertSays("cells, the header", "0,U,w\n", "");
    assertSays("quote", "0,U,w,AVAL,True,\"[1 2", "");
  }

  @Test
  void synapsesAreAddedUpAndElectricalOnesCountBothWays() throws IOException {
    Path file =
        file(
            "synapses.csv",
            "pre,post,type,synapses\n"
                + "AVAL,DA08,chemical,2\n"
                + "AVAL,DA8,electrical,3\n"
                + "DA08,AVAR,chemical,1\n");
    Connectome read = Doors.require(ConnectomeDoor.class, file, "weights").read(file, "");
    assertEquals(List.of("AVAL", "DA8", "AVAR"), read.regions().names());
    assertArrayEquals(new double[] {0, 5, 0}, read.weights()[0]);
    assertArrayEquals(new double[] {3, 0, 1}, read.weights()[1]);
    Connectome chemical =
        Doors.require(ConnectomeDoor.class, file, "weights").read(file, "chemical");
    assertArrayEquals(new double[] {0, 2, 0}, chemical.weights()[0]);
    String said =
        assertThrows(
                BadInput.class,
                () -> Doors.require(ConnectomeDoor.class, file, "weights").read(file, "gap"))
            .getMessage();
    assertTrue(said.contains("no synapses of type \"gap\"; it has [chemical, electrical]"), said);
  }

  @Test
  void whatTheConnectomeDoesNotKnowIsNotKnown() throws IOException {
    Path file = file("edges.csv", "EndNodes_1,EndNodes_2,Weight\nA,B,2\nB,C,1\nC,A,4\n");
    List<String> notes = new ArrayList<>();
    Regions regions = Regions.named(List.of("C", "A", "X", "B"));
    double[][] weights = KnownWeights.of(file, regions, notes);
    assertArrayEquals(new double[] {0, 4, Double.NaN, 0}, weights[0]);
    assertTrue(notes.toString().contains("1 of 4 regions are not in edges.csv"), notes.toString());
    Regions others = Regions.named(List.of("P", "Q", "A"));
    String said =
        assertThrows(BadInput.class, () -> KnownWeights.of(file, others, notes)).getMessage();
    assertTrue(said.contains("knows 1 of the 3 regions"), said);
  }

  @Test
  void neuronClassesGoByName() throws IOException {
    Path table =
        file(
            "neurons.csv",
            "label,class,neurotransmitter,type,x,y,z\n"
                + "AVAL,AVA,ACh,inter,6.7,50.2,8.4\n"
                + "DA8,DA,ACh,motor,0,745,-1\n");
    ImportOptions options = ImportOptions.auto();
    Imported read = SignalsFile.read(file("worms.csv", HEADER + TWO), options, table);
    assertArrayEquals(
        new double[] {0.0067, 0.0502, 0.0084}, read.signals().regions().get(0).centroid(), 1e-12);
    assertTrue(read.notes().toString().contains("{inter=1, motor=1}"), read.notes().toString());
  }
}
