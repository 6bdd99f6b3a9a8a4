package org.braindyn.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Svg;

/** An HTML page made section by section, with its table of contents. */
final class Page {
  private static final int OPEN_ROWS = 12;

  private static final String STYLE =
      """
      body{font:15px/1.5 Helvetica,Arial,"DejaVu Sans",sans-serif;color:#1a1a1a;max-width:960px;
      margin:2em auto;padding:0 1em}h1{font-size:1.7em}h2{border-bottom:1px solid #ccc;margin-top:2em}
      nav ol{columns:2}figure{margin:1em 0;overflow-x:auto}figcaption{color:#555;font-size:.9em}
      figure svg,figure img{max-width:100%;height:auto}table{border-collapse:collapse;font-size:.86em;margin:.6em 0}
      th,td{border-bottom:1px solid #ddd;padding:.2em .6em;text-align:right;white-space:nowrap}
      th:first-child,td:first-child{text-align:left}tr.first td{font-weight:bold}
      pre{background:#f4f4f4;padding:.8em;overflow-x:auto;font-size:.85em}.wide{overflow-x:auto}
      .verdict{font-size:1.1em;border-left:5px solid #d55e00;padding:.3em .8em;background:#fdf3ec}
      @media print{details>*{display:block}}
      """;

  private final String title;
  private final StringBuilder body = new StringBuilder();
  private final List<String> contents = new ArrayList<>();

  Page(String title) {
    this.title = title;
  }

  Page section(String heading) {
    String id = heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    contents.add("<li><a href=\"#" + id + "\">" + text(heading) + "</a></li>\n");
    body.append("<h2 id=\"").append(id).append("\">").append(text(heading)).append("</h2>\n");
    return this;
  }

  Page paragraph(String words) {
    if (!words.isBlank()) {
      body.append("<p>").append(text(words)).append("</p>\n");
    }
    return this;
  }

  Page verdict(String words) {
    body.append("<p class=\"verdict\">").append(text(words)).append("</p>\n");
    return this;
  }

  Page list(List<String> sentences) {
    if (sentences.stream().allMatch(String::isBlank)) {
      return this;
    }
    body.append("<ul>\n");
    sentences.stream()
        .flatMap(String::lines)
        .filter(s -> !s.isBlank())
        .forEach(s -> body.append("<li>").append(text(s)).append("</li>\n"));
    body.append("</ul>\n");
    return this;
  }

  Page figure(Drawing drawing, String caption) {
    body.append("<figure>\n").append(Svg.of(drawing));
    body.append("<figcaption>").append(text(caption)).append("</figcaption></figure>\n");
    return this;
  }

  /** A picture of pixels, kept in the page. */
  Page image(byte[] png, String caption) {
    body.append("<figure><img alt=\"")
        .append(text(caption))
        .append("\" src=\"data:image/png;base64,");
    body.append(Base64.getEncoder().encodeToString(png)).append("\">");
    body.append("<figcaption>").append(text(caption)).append("</figcaption></figure>\n");
    return this;
  }

  /** Other pages by name, at addresses relative to this one. */
  Page links(Map<String, String> pages) {
    body.append("<ul>\n");
    pages.forEach(
        (name, address) ->
            body.append("<li><a href=\"")
                .append(text(address))
                .append("\">")
                .append(text(name))
                .append("</a></li>\n"));
    body.append("</ul>\n");
    return this;
  }

  /** A table; one with many rows is folded. */
  Page table(Cells cells, String caption) {
    boolean fold = cells.rows().size() > OPEN_ROWS;
    body.append(fold ? "<details><summary>" : "<p>").append(text(caption));
    body.append(fold ? " (" + cells.rows().size() + " rows)</summary>\n" : "</p>\n");
    body.append("<div class=\"wide\"><table>\n<thead><tr>");
    cells.columns().forEach(c -> body.append("<th>").append(text(c)).append("</th>"));
    body.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : cells.rows()) {
      body.append("<tr>");
      row.forEach(c -> body.append("<td>").append(text(brief(c))).append("</td>"));
      body.append("</tr>\n");
    }
    body.append("</tbody></table></div>").append(fold ? "</details>\n" : "\n");
    return this;
  }

  /** Four digits that count; a report is read, the exact numbers are in the tables' files. */
  private static String brief(String cell) {
    if (!cell.matches("[-+]?[0-9]*\\.[0-9]{4,}([eE][-+]?[0-9]+)?")) {
      return cell;
    }
    double value = Double.parseDouble(cell);
    double size = Math.abs(value);
    return size != 0 && (size < 1e-3 || size >= 1e5)
        ? String.format(Locale.ROOT, "%.2e", value)
        : String.format(Locale.ROOT, "%." + (size >= 100 ? 1 : size >= 10 ? 2 : 3) + "f", value);
  }

  Page code(String lines) {
    body.append("<pre><code>").append(text(lines)).append("</code></pre>\n");
    return this;
  }

  /** A numbered list of references, each with its address. */
  Page references(List<Reference> references) {
    body.append("<ol>\n");
    for (Reference one : references) {
      body.append("<li>").append(text(one.text())).append(" <a href=\"").append(one.address());
      body.append("\">").append(text(one.address())).append("</a></li>\n");
    }
    body.append("</ol>\n");
    return this;
  }

  /** The file's text. */
  String html() {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src"
        + " data:; style-src 'unsafe-inline'\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<link rel=\"icon\" href=\"data:,\">\n<title>"
        + text(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n<h1>"
        + text(title)
        + "</h1>\n<nav><ol>\n"
        + String.join("", contents)
        + "</ol></nav>\n"
        + body
        + "</body>\n</html>\n";
  }

  private static String text(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
  }
}
