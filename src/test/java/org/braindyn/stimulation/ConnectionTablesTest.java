package org.braindyn.stimulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.braindyn.data.Regions;
import org.braindyn.perturbation.ConnectionStatistics;
import org.junit.jupiter.api.Test;

/** What macros and files read: columns and cells, to the letter. */
class ConnectionTablesTest {
  private static ConnectionStatistics statistics() {
    double[][] effect = {{1, 0.5}, {-2, 1}};
    double[][] low = {{0, 0.25}, {-3, 0}};
    double[][] high = {{0, 0.75}, {-1, 0}};
    double[][] p = {{1, 0.5}, {0.01, 1}};
    double[][] q = {{1, 0.5}, {0.02, 1}};
    return new ConnectionStatistics(Regions.numbered("R", 2), effect, low, high, p, q);
  }

  @Test
  void linksAreRowsLargestFirst() {
    ConnectionStatistics s = statistics();
    String a = s.regions().get(0).name() + "," + s.regions().get(0).labelText();
    String b = s.regions().get(1).name() + "," + s.regions().get(1).labelText();
    assertEquals(
        "Source,Source label,Target,Target label,Effect (sd per sd),95 % low,95 % high,p,q (FDR)\n"
            + (b + "," + a + ",-2.0,-3.0,-1.0,0.01,0.02\n")
            + (a + "," + b + ",0.5,0.25,0.75,0.5,0.5\n"),
        ConnectionTables.links(s).csv());
  }

  @Test
  void hubsAreRowsInTheRegionsOrder() {
    ConnectionStatistics s = statistics();
    String a = s.regions().get(0).name();
    String b = s.regions().get(1).name();
    assertEquals(
        "Region,Label,Out-strength,In-strength,Strongest target,Effect,Links out (q <= 0.05),"
            + "Links in (q <= 0.05)\n"
            + (a + "," + s.regions().get(0).labelText() + ",0.5,2.0," + b + ",0.5,0,1\n")
            + (b + "," + s.regions().get(1).labelText() + ",2.0,0.5," + a + ",-2.0,1,0\n"),
        ConnectionTables.hubs(s).csv());
  }
}
