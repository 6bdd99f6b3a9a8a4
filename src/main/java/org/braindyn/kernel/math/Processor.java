package org.braindyn.kernel.math;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** What Java itself found out about the processor. */
public final class Processor {
  private Processor() {}

  /** Whether Java uses vectors of 512 bits; false on another processor than x86 or another Java. */
  public static boolean wideVectors() {
    String level = option("UseAVX");
    return level != null && Integer.parseInt(level) >= 3;
  }

  /** Whether multiplying and adding is one instruction; false where Java does not say. */
  static boolean fused() {
    return Boolean.parseBoolean(option("UseFMA"));
  }

  private static String option(String name) {
    try {
      HotSpotDiagnosticMXBean vm =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return vm.getVMOption(name).getValue();
    } catch (IllegalArgumentException | NullPointerException | LinkageError e) {
      return null; // another processor, or another Java
    }
  }
}
