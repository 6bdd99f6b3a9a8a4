package org.braindyn.guide;

import java.util.List;
import org.braindyn.session.MacroLine;

/** The macro of a guide: results go to the folder that is its argument. */
final class GuideMacro {
  private GuideMacro() {}

  static String of(GuideKind kind, String folder, List<MacroLine> lines) {
    StringBuilder text = new StringBuilder();
    text.append("// Made by BrainDyn Guide: ").append(kind.title()).append(".\n");
    text.append(
        "// In Fiji: Plugins > Macros > Run...; headless: the output folder is the argument.\n");
    text.append("output = getArgument();\n");
    text.append("if (output == \"\") output = getDirectory(\"Choose an output folder\");\n");
    text.append("if (!endsWith(output, File.separator)) output = output + File.separator;\n");
    text.append("File.makeDirectory(output);\n\n");
    String escaped = folder.replace("\\", "\\\\").replace("\"", "\\\"");
    for (MacroLine line : lines) {
      text.append(line.text().replace(escaped, "\" + output + \"")).append('\n');
    }
    return text.append("print(\"BrainDyn guide done: \" + output);\n").toString();
  }
}
