package org.braindyn.fiji.guide;

import ij.IJ;
import java.awt.Component;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.swing.JFileChooser;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.guide.Guide;
import org.braindyn.io.AtomicFile;

/** The macro of a guide, saved where the user says. */
final class MacroFile {
  private MacroFile() {}

  static void save(Component parent, Guide guide) {
    JFileChooser chooser = new JFileChooser();
    chooser.setSelectedFile(new File(guide.folder(), "braindyn-guide.ijm"));
    if (chooser.showSaveDialog(parent) == JFileChooser.APPROVE_OPTION) {
      try {
        write(guide, chooser.getSelectedFile());
        IJ.showStatus("BrainDyn: macro saved as " + chooser.getSelectedFile());
      } catch (BadInput e) {
        IJ.error("BrainDyn", e.getMessage());
      }
    }
  }

  static void write(Guide guide, File file) {
    byte[] text = guide.macro().getBytes(StandardCharsets.UTF_8);
    try {
      AtomicFile.write(file.toPath(), out -> out.write(text));
    } catch (IOException e) {
      throw new BadInput(file + " cannot be written: " + Reason.of(e), e);
    }
  }
}
