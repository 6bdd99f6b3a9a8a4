package org.braindyn.fiji.bridge;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Plot;
import ij.gui.TextRoi;
import java.awt.Color;
import java.awt.Font;
import java.lang.reflect.Field;
import org.braindyn.fiji.images.ModelNote;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/**
 * Writes what is known of a model onto all that it made: above the curves of every plot, in the
 * Info of every image, at the end of the notes.
 */
final class Verdicts {
  private static final Color LOST = new Color(190, 30, 30);
  private static final Color WON = new Color(20, 110, 60);
  private static final int SMALLEST = 300; // pixels across that a line of text needs

  private Verdicts() {}

  static void write(BrainDynCommand command, BrainDynCommand.Verdict verdict) {
    if (verdict.sentence().isEmpty()) {
      return;
    }
    for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        Parameter parameter = field.getAnnotation(Parameter.class);
        if (parameter != null && parameter.type() == ItemIO.OUTPUT) {
          field.setAccessible(true);
          try {
            write(command, field, verdict);
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
  }

  private static void write(BrainDynCommand command, Field field, BrainDynCommand.Verdict verdict)
      throws IllegalAccessException {
    Object made = field.get(command);
    if (made instanceof Plot plot) {
      plot.setColor(verdict.better() ? WON : LOST);
      plot.setFont(Font.PLAIN, 12);
      plot.addLabel(0, -0.003, brief(verdict));
    } else if (made instanceof ImagePlus image) {
      ModelNote.write(image, verdict.sentence());
      if (!verdict.better() && image.getOverlay() != null) {
        mark(image, verdict);
      }
    } else if (field.getName().equals("notes") && !said(made, verdict)) {
      String notes = made == null ? "" : made.toString().strip();
      field.set(command, ("The model: " + verdict.sentence() + "\n" + notes).strip());
    }
  }

  private static boolean said(Object notes, BrainDynCommand.Verdict verdict) {
    return notes != null && notes.toString().contains(verdict.sentence());
  }

  // A picture of links is copied into talks without the Log.
  private static void mark(ImagePlus image, BrainDynCommand.Verdict verdict) {
    if (image.getWidth() < SMALLEST) {
      return;
    }
    Overlay overlay = image.getOverlay();
    TextRoi text =
        new TextRoi(4, 2, "The model: " + brief(verdict), new Font(Font.SANS_SERIF, 0, 12));
    text.setStrokeColor(Color.WHITE);
    text.setFillColor(LOST);
    overlay.add(text);
  }

  /** The sentence without what stands in brackets: a line above a plot is short. */
  static String brief(BrainDynCommand.Verdict verdict) {
    return verdict.sentence().replaceAll(" \\([^)]*\\)(?=\\.)", "");
  }
}
