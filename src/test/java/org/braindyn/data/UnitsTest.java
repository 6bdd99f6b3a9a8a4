package org.braindyn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.unit.SamplingInterval;
import org.junit.jupiter.api.Test;

class UnitsTest {
  @Test
  void potentialsBecomeMicrovolts() {
    assertEquals(1e6, Units.microvolts("V").getAsDouble());
    assertEquals(1e3, Units.microvolts(" mV ").getAsDouble());
    assertEquals(1, Units.microvolts("\u00b5V").getAsDouble());
    assertEquals(1, Units.microvolts("\u03bcV").getAsDouble());
    assertEquals(1, Units.microvolts("uV").getAsDouble());
    assertEquals(1e-3, Units.microvolts("nV").getAsDouble());
    assertTrue(Units.microvolts("Boolean").isEmpty());
    assertTrue(Units.microvolts("").isEmpty());
    assertTrue(Units.microvolts(null).isEmpty());
  }

  @Test
  void timesBecomeSeconds() {
    assertEquals(1e-3, Units.seconds("ms").getAsDouble());
    assertEquals(60, Units.seconds("min").getAsDouble());
    assertEquals(1e-6, Units.seconds("\u00b5s").getAsDouble());
    assertTrue(Units.seconds("steps").isEmpty());
    assertEquals("ms", Units.timeUnitOf("time_ms"));
    assertEquals("s", Units.timeUnitOf("Time (s)"));
    assertEquals("s", Units.timeUnitOf("Time_s"));
    assertEquals("sec", Units.timeUnitOf("t [sec]"));
    assertEquals("", Units.timeUnitOf("times"));
    assertEquals("", Units.timeUnitOf("time_point"));
    assertEquals("steps", Units.timeUnitOf("t (steps)"));
  }

  @Test
  void bothReadingsOfAnIntervalAreTold() {
    assertEquals("", SamplingInterval.SCAN.doubt(2, "x"));
    assertEquals("", SamplingInterval.SCAN.doubt(Double.NaN, "x"));
    assertEquals("", SamplingInterval.SIGNALS.doubt(0.002, "x"));
    String low = SamplingInterval.SCAN.doubt(0.002, "lab.nii");
    assertTrue(low.contains("lab.nii gives 0.002 s") && low.contains("it is 2 s"), low);
    String high = SamplingInterval.SIGNALS.doubt(2000, "t.csv");
    assertTrue(high.contains("2000 s") && high.contains("it is 2 s"), high);
    assertEquals(-1, SamplingInterval.SCAN.doubt(1e-9, "x").indexOf("If "));
    assertTrue(SamplingInterval.SCAN.warning(2000, "x").startsWith("Warning: "));
  }
}
