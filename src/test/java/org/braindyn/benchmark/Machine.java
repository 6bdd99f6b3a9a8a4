package org.braindyn.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the machine says about this process. */
final class Machine {
  private Machine() {}

  /** Processor time of this process: tells the work done even where other programs run. */
  static double processorSeconds() {
    OperatingSystemMXBean os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return os.getProcessCpuTime() * 1e-9;
  }

  /** Largest resident memory so far (Linux). */
  static double peakMegabytes() {
    return status("VmHWM:");
  }

  /** Resident memory now (Linux). */
  static double residentMegabytes() {
    return status("VmRSS:");
  }

  private static double status(String key) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith(key)) {
          return Double.parseDouble(line.replaceAll("\\D+", "")) / 1024;
        }
      }
    } catch (IOException e) {
      return Double.NaN; // not Linux
    }
    return Double.NaN;
  }
}
