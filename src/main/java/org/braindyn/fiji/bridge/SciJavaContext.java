package org.braindyn.fiji.bridge;

import ij.IJ;
import org.scijava.Context;
import org.scijava.service.SciJavaService;

/** The SciJava context: Fiji's own where there is one, else one of ours for the whole session. */
public final class SciJavaContext {
  private static Context own;

  private SciJavaContext() {}

  /** Returns the context of this application. */
  public static synchronized Context get() {
    if (inFiji()) {
      Object fijis = IJ.runPlugIn("org.scijava.Context", "");
      if (fijis instanceof Context context) {
        return context;
      }
    }
    if (own == null) {
      // Plain ImageJ would make a new context at every runPlugIn: keep one.
      own = new Context(SciJavaService.class);
    }
    return own;
  }

  private static boolean inFiji() {
    try {
      Class.forName("net.imagej.legacy.LegacyService", false, IJ.getClassLoader());
      return true;
    } catch (ClassNotFoundException | NullPointerException e) {
      return false;
    }
  }
}
