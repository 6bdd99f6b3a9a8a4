package org.braindyn.figure.draw;

import java.util.Base64;
import java.util.Locale;

/** A drawing as SVG 1.1, whole in one text: no style sheet, script, font or file from elsewhere. */
public final class Svg implements Canvas {
  private final StringBuilder out = new StringBuilder();

  private Svg() {}

  /** The text of an SVG file, which also stands in HTML. */
  public static String of(Drawing drawing) {
    Svg svg = new Svg();
    svg.out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\""
                + " font-family=\"Helvetica, Arial, DejaVu Sans, sans-serif\">%n<title>%s</title>%n",
            number(drawing.width()),
            number(drawing.height()),
            number(drawing.width()),
            number(drawing.height()),
            text(drawing.title())));
    svg.box(0, 0, drawing.width(), drawing.height(), Ink.fill(0xffffff), "");
    drawing.on(svg);
    return svg.out.append("</svg>\n").toString();
  }

  @Override
  public void shape(double[] xs, double[] ys, boolean closed, Ink ink, String tip) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < xs.length; i++) {
      points.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
    }
    String name = closed ? "polygon" : "polyline";
    element(name, "points=\"" + points + "\"" + " stroke-linejoin=\"round\"", ink, tip);
  }

  @Override
  public void curve(double[] p, Ink ink, String tip) {
    String path =
        String.format(
            "d=\"M%s %sQ%s %s %s %s\" stroke-linecap=\"round\"",
            number(p[0]), number(p[1]), number(p[2]), number(p[3]), number(p[4]), number(p[5]));
    element("path", path, ink, tip);
  }

  @Override
  public void disc(double x, double y, double radius, Ink ink, String tip) {
    element(
        "circle",
        String.format("cx=\"%s\" cy=\"%s\" r=\"%s\"", number(x), number(y), number(radius)),
        ink,
        tip);
  }

  @Override
  public void box(double x, double y, double width, double height, Ink ink, String tip) {
    String where =
        String.format(
            "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"",
            number(x), number(y), number(width), number(height));
    element("rect", where, ink, tip);
  }

  private void element(String name, String attributes, Ink ink, String tip) {
    out.append('<').append(name).append(' ').append(attributes);
    out.append(" fill=\"").append(colour(ink.fill())).append('"');
    if (ink.line() != Ink.NONE) {
      out.append(" stroke=\"").append(colour(ink.line()));
      out.append("\" stroke-width=\"").append(number(ink.width())).append('"');
    }
    if (ink.fill() == Ink.NONE && !tip.isEmpty()) {
      out.append(" pointer-events=\"all\"");
    }
    if (ink.opacity() < 1) {
      out.append(" opacity=\"").append(number(ink.opacity())).append('"');
    }
    if (tip.isEmpty()) {
      out.append("/>\n");
    } else {
      out.append("><title>").append(text(tip)).append("</title></").append(name).append(">\n");
    }
  }

  @Override
  public void words(Words words) {
    out.append(
        String.format(
            "<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\"%s%s%s>%s</text>%n",
            number(words.x()),
            number(words.y()),
            number(words.size()),
            colour(words.colour()),
            words.anchor() == Words.Anchor.START
                ? ""
                : " text-anchor=\"" + words.anchor().name().toLowerCase(Locale.ROOT) + "\"",
            words.bold() ? " font-weight=\"bold\"" : "",
            words.turn() == 0
                ? ""
                : String.format(
                    " transform=\"rotate(%s %s %s)\"",
                    number(words.turn()), number(words.x()), number(words.y())),
            text(words.text())));
  }

  @Override
  public void tiles(double x, double y, double width, double height, Pixels pixels) {
    out.append(
        String.format(
            "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\""
                + " style=\"image-rendering:pixelated\" xlink:href=\"data:image/png;base64,%s\"/>%n",
            number(x),
            number(y),
            number(width),
            number(height),
            Base64.getEncoder().encodeToString(Png.of(pixels))));
  }

  @Override
  public void inset(double x, double y, Drawing drawing) {
    out.append(String.format("<g transform=\"translate(%s %s)\">%n", number(x), number(y)));
    drawing.on(this);
    out.append("</g>\n");
  }

  private static String colour(int rgb) {
    return rgb == Ink.NONE ? "none" : String.format("#%06x", rgb & 0xffffff);
  }

  /** At most two decimals, no zeros at the end. */
  private static String number(double value) {
    if (value == Math.rint(value)) {
      return Long.toString((long) value);
    }
    return String.format(Locale.ROOT, "%.2f", value).replaceFirst("0$", "");
  }

  /** Text as XML holds it; what XML cannot hold is left out. */
  static String text(String words) {
    StringBuilder safe = new StringBuilder();
    words
        .codePoints()
        .filter(
            c -> c >= 0x20 && c < 0xd800 || c == '\t' || c >= 0xe000 && c != 0xfffe && c != 0xffff)
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }
}
