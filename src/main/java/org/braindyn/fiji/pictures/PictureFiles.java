package org.braindyn.fiji.pictures;

import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures joined and written. */
public final class PictureFiles {
  private PictureFiles() {}

  /** Writes a picture as PNG. */
  public static void png(ColorProcessor picture, OutputStream out) throws IOException {
    if (!ImageIO.write(picture.getBufferedImage(), "png", out)) {
      throw new IOException("this Java cannot write PNG");
    }
  }

  /** Pictures below each other under a title. */
  public static ColorProcessor column(String title, List<ColorProcessor> pictures) {
    int width = pictures.stream().mapToInt(ColorProcessor::getWidth).max().orElse(1);
    int height = 30 + pictures.stream().mapToInt(ColorProcessor::getHeight).sum();
    ColorProcessor page = page(title, width, height);
    int top = 30;
    for (ColorProcessor picture : pictures) {
      page.insert(picture, 0, top);
      top += picture.getHeight();
    }
    return page;
  }

  /** Pictures beside each other. */
  public static ColorProcessor row(List<ColorProcessor> pictures) {
    int width = pictures.stream().mapToInt(ColorProcessor::getWidth).sum();
    int height = pictures.stream().mapToInt(ColorProcessor::getHeight).max().orElse(1);
    ColorProcessor row = new ColorProcessor(width, height);
    row.setColor(Color.WHITE);
    row.fill();
    int left = 0;
    for (ColorProcessor picture : pictures) {
      row.insert(picture, left, 0);
      left += picture.getWidth();
    }
    return row;
  }

  private static ColorProcessor page(String title, int width, int height) {
    ColorProcessor page = new ColorProcessor(width, height);
    page.setColor(Color.WHITE);
    page.fill();
    page.setAntialiasedText(true);
    page.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    page.setColor(Color.BLACK);
    page.drawString(title, 8, 22);
    return page;
  }
}
