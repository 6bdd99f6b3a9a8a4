package org.braindyn.stimulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.braindyn.data.Regions;
import org.braindyn.graph.BrainGraph;
import org.junit.jupiter.api.Test;

class PerturbSignalsTest {
  @Test
  void theHubIsTheRegionWithMostEdges() {
    double[][] matrix = new double[4][4];
    matrix[0][1] = 0.9; // the largest sum of signed weights
    matrix[1][0] = 0.9;
    matrix[2][0] = -0.6; // four edges, three of them negative
    matrix[2][1] = -0.6;
    matrix[2][3] = -0.6;
    matrix[3][2] = 0.7;
    matrix[3][3] = 1; // a self-link is no edge to others
    Regions regions = Regions.named(List.of("a", "b", "c", "d"));
    assertEquals("c", PerturbSignals.hub(BrainGraph.ofMatrix(matrix), regions));
    double[][] tied = {{0, -0.9, 0}, {0, 0, 0.2}, {0.9, 0, 0}};
    assertEquals(
        "a",
        PerturbSignals.hub(BrainGraph.ofMatrix(tied), Regions.named(List.of("a", "b", "c"))),
        "of equally many edges the larger weights count, whatever their sign");
  }
}
