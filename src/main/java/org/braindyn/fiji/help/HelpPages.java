package org.braindyn.fiji.help;

import java.util.List;
import java.util.Map;
import org.braindyn.fiji.schema.CommandSchema;
import org.braindyn.fiji.schema.FieldSchema;
import org.braindyn.fiji.schema.Preset;

/** A help page per command, as HTML that a Java text pane can show; no network is needed. */
public final class HelpPages {
  private HelpPages() {}

  /**
   * The page of a command: what it is for, every field with its macro key, what comes out.
   *
   * @param all every command, for links
   */
  public static String page(CommandSchema command, List<CommandSchema> all) {
    StringBuilder html = new StringBuilder();
    html.append("<h1>").append(text(command.title())).append("</h1>");
    html.append("<p><b>").append(text(command.description())).append(".</b></p>");
    command.about().forEach(line -> html.append("<p>").append(text(line)).append("</p>"));
    if (!command.fields().isEmpty()) {
      html.append("<h2>What it asks</h2>");
      fields(html, command.shown());
      if (!command.folded().isEmpty()) {
        html.append("<h3>Advanced</h3>");
        fields(html, command.folded());
      }
    }
    presets(html, command.presets());
    outputs(html, command.outputs());
    html.append("<h2>In a macro</h2><pre>").append(text(macro(command))).append("</pre>");
    links(html, command.see(), all);
    cites(html, command.cites());
    return html.toString();
  }

  private static void fields(StringBuilder html, List<FieldSchema> fields) {
    html.append("<table cellpadding=3>");
    String group = "";
    for (FieldSchema field : fields) {
      if (!field.group().equals(group)) {
        group = field.group();
        html.append("<tr><td colspan=3><b>").append(text(group)).append("</b></td></tr>");
      }
      html.append("<tr valign=top><td>")
          .append(text(field.text()))
          .append("</td><td><code>")
          .append(field.key())
          .append("</code></td><td>")
          .append(text(field.help()))
          .append(text(values(field)))
          .append("</td></tr>");
    }
    html.append("</table>");
  }

  private static String values(FieldSchema field) {
    if (!field.choices().isEmpty()) {
      return ". One of: "
          + String.join(", ", field.choices())
          + ". Usual: "
          + field.initialText()
          + ".";
    }
    if (field.number()) {
      return ". Usual: " + field.initialText() + "; " + field.range().words() + ".";
    }
    return field.required() ? "." : ". May be left empty.";
  }

  private static void presets(StringBuilder html, List<Preset> presets) {
    if (presets.isEmpty()) {
      return;
    }
    html.append("<h2>Presets</h2><table cellpadding=3>");
    for (Preset preset : presets) {
      html.append("<tr><td>")
          .append(text(preset.name()))
          .append("</td><td><code>")
          .append(text(options(preset.values())))
          .append("</code></td></tr>");
    }
    html.append("</table>");
  }

  private static void outputs(StringBuilder html, Map<String, String> outputs) {
    if (outputs.isEmpty()) {
      return;
    }
    html.append("<h2>What comes out</h2><table cellpadding=3>");
    outputs.forEach(
        (name, words) ->
            html.append("<tr valign=top><td><code>")
                .append(name)
                .append("</code></td><td>")
                .append(text(words))
                .append("</td></tr>"));
    html.append("</table>");
  }

  /** A line with what must be given, as a macro writes it. */
  static String macro(CommandSchema command) {
    StringBuilder options = new StringBuilder();
    for (FieldSchema field : command.shown()) {
      boolean image = !field.kind().isEmpty() && field.kind().equals(field.key());
      if (image || field.required() && field.initial() == null) {
        options.append(field.key()).append("=[...] ");
      }
    }
    String said = options.toString().strip();
    String line = "run(\"" + command.macroName() + "\"";
    return said.isEmpty() ? line + ");" : line + ", \"" + said + "\");";
  }

  private static String options(Map<String, String> values) {
    StringBuilder options = new StringBuilder();
    values.forEach(
        (key, value) ->
            options
                .append(key)
                .append('=')
                .append(value.isEmpty() || value.contains(" ") ? "[" + value + "]" : value)
                .append(' '));
    return options.toString().strip();
  }

  private static void links(StringBuilder html, List<String> names, List<CommandSchema> all) {
    if (names.isEmpty()) {
      return;
    }
    html.append("<h2>See also</h2><p>");
    for (CommandSchema other : all) {
      if (names.contains(other.name())) {
        html.append("<a href=\"page:").append(other.name()).append("\">");
        html.append(text(other.title())).append("</a> &nbsp; ");
      }
    }
    html.append("</p>");
  }

  private static void cites(StringBuilder html, List<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    html.append("<h2>Cite</h2>");
    keys.forEach(key -> html.append("<p>").append(text(References.of(key))).append("</p>"));
  }

  static String text(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
