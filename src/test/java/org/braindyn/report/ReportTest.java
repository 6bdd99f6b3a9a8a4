package org.braindyn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;
import org.braindyn.figure.brain.Links;
import org.junit.jupiter.api.Test;

/** A report holds all it shows, and its links lead somewhere. */
class ReportTest {
  private static final Regions REGIONS =
      new Regions(
          List.of(Region.named(1, "A_L"), Region.named(2, "A_R"), Region.named(3, "<b> & \"c\"")));

  static Study study(String macro) {
    double[][] values = new double[3][60];
    for (int r = 0; r < 3; r++) {
      for (int t = 0; t < 60; t++) {
        values[r][t] = Math.sin(0.3 * t + r) + 5;
      }
    }
    values[2][7] = Double.NaN;
    int[] image = new int[125];
    for (int v = 0; v < 125; v++) {
      image[v] = v % 4;
    }
    Labels3D labels = new Labels3D(Grid.spaced(5, 5, 5, 4, 4, 4), image, "labels");
    double[][] matrix = {{0, 0.5, 0}, {0.2, 0, -0.4}, {0, 0, 0}};
    Cells errors =
        new Cells(
            List.of("Forecaster", "MSE", "MSE low", "MSE high"),
            List.of(
                List.of("ours", "0.81234567", "0.7", "0.9"), List.of("VAR(1)", "0.9", "0.8", "1")));
    Cells effect =
        new Cells(List.of("Region", "Peak effect (sd)"), List.of(List.of("A_L", "1.00000000001")));
    return new Study(
        "Study <1>",
        new Study.Data(
            new RegionSignals(REGIONS, values, 2, "rest.nii"),
            null,
            List.of(),
            List.of("band-pass 0.01-0.1 Hz")),
        new Study.Graph(matrix, List.of("correlation")),
        new Study.Model(
            "auto", Map.of("order", "2"), "better than VAR(1), by 0.09", errors, List.of("chosen")),
        new Study.Effect(
            "step on A_L",
            new double[][] {{1, 0.5}, {0.2, 0.3}, {0, 0.1}},
            effect,
            new double[] {1, 0.3, 0.1},
            new boolean[] {true, true, false},
            19,
            List.of("a note")),
        new Links(matrix, new boolean[3][3], "sd per sd"),
        new Study.Brain(Atlas.of(labels, REGIONS), null),
        macro,
        Map.of("BrainDyn", "0.2"));
  }

  private static Set<String> found(String pattern, String in) {
    Matcher matcher = Pattern.compile(pattern).matcher(in);
    Set<String> all = new TreeSet<>();
    while (matcher.find()) {
      all.add(matcher.group(1));
    }
    return all;
  }

  @Test
  void linksResolveAndNothingComesFromOutside() {
    String html = study("run(\"BrainDyn Train...\");").html();
    Set<String> places = found("id=\"([^\"]+)\"", html);
    Set<String> links = found("href=\"#([^\"]+)\"", html);
    assertEquals(places, links, "every section is in the contents, and none is missing");
    assertTrue(places.size() >= 9, places.toString());
    Set<String> outside = found("(?:src|href)=\"((?!#|data:)[^\"]*)\"", html);
    assertEquals(
        Set.of(),
        outside.stream().filter(a -> !a.startsWith("https://")).collect(Collectors.toSet()));
    assertEquals(outside, found("<a href=\"(https[^\"]+)\"", html), "addresses of papers only");
    assertFalse(html.contains("<script") || html.contains("@import") || html.contains("url("));
  }

  @Test
  void picturesArePresentAndNamesAreSafe() {
    String html = study("").html();
    assertEquals(8, html.split("<svg ", -1).length - 1, "pictures");
    assertEquals(html.split("<svg ", -1).length, html.split("</svg>", -1).length);
    assertTrue(html.contains("data:image/png;base64,"));
    assertFalse(html.contains("<b> &"), "a name is no markup");
    assertTrue(html.contains("&lt;b&gt; &amp; &quot;c&quot;"));
    assertTrue(html.contains("<h1>Study &lt;1&gt;</h1>"));
  }

  @Test
  void itTellsWhatWasDone() {
    String html = study("run(\"BrainDyn Train...\", \"x\");").html();
    for (String words :
        List.of(
            "better than VAR(1), by 0.09",
            "3 regions, 60 samples every 2 s (120.0 s in all); 0.56 % of the values are missing",
            "order = 2",
            "19 refitted models",
            "band-pass 0.01-0.1 Hz",
            "Benjamini and Hochberg 1995",
            "run(&quot;BrainDyn Train...&quot;, &quot;x&quot;);",
            "<td>0.812</td>",
            "<td>0.2</td>")) {
      assertTrue(html.contains(words), words);
    }
  }

  @Test
  void whatIsNotThereIsSaid() {
    Study all = study("");
    Study bare = new Study("Bare", all.data(), null, null, null, null, null, "", Map.of());
    String html = bare.html();
    for (String words :
        List.of(
            "No model was given",
            "No graph was given",
            "No stimulation",
            "not known in this session")) {
      assertTrue(html.contains(words), words);
    }
    assertFalse(html.contains("Benjamini"), "what was not used is not cited");
  }
}
