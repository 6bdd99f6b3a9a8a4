package org.braindyn.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.braindyn.data.RegionSignals;

/** A study told in the sentences of a methods section, with its exact settings. */
final class Methods {
  private Methods() {}

  static String of(Study study) {
    List<String> said = new ArrayList<>();
    said.add(data(study));
    said.addAll(study.data().notes());
    said.add("Cleaning: " + joined(study.data().cleaning(), "none known"));
    if (study.graph() != null) {
      said.add("The graph: " + joined(study.graph().notes(), "as given") + ".");
    }
    if (study.model() != null) {
      Study.Model model = study.model();
      said.add(
          "A model of kind \""
              + model.name()
              + "\" was trained "
              + (model.settings().isEmpty()
                  ? "on other people, as the macro says"
                  : model.settings().entrySet().stream()
                      .map(e -> e.getKey() + " = " + e.getValue())
                      .collect(Collectors.joining(", ", "with ", "")))
              + ".");
      if (model.errors() != null) {
        said.add(
            "It was tested on windows that it never saw, each normalised by its own context, beside "
                + model.errors().rows().stream()
                    .skip(1)
                    .map(row -> row.get(0))
                    .collect(Collectors.joining(", "))
                + "; intervals are 95 % bootstrap intervals over pieces of the test's time, or"
                + " over people where there are several.");
      }
    }
    if (study.effect() != null) {
      said.add(
          "A perturbation ("
              + study.effect().plan()
              + ") was run in the model from windows spread over the recording; the effect is the"
              + " difference from the unperturbed run, in standard deviations of the region."
              + (study.effect().surrogates() > 0
                  ? " For p-values a model refitted to the recordings was compared with "
                      + study.effect().surrogates()
                      + " refitted in the same way to circularly shifted recordings, q after"
                      + " Benjamini and Hochberg."
                  : ""));
    }
    return said.stream()
        .filter(s -> !s.isBlank())
        .map(Methods::sentence)
        .collect(Collectors.joining(" "));
  }

  /** The recording in one sentence or two. */
  static String data(Study study) {
    RegionSignals signals = study.data().signals();
    long missing = 0;
    for (double[] row : signals.values()) {
      for (double v : row) {
        missing += Double.isNaN(v) ? 1 : 0;
      }
    }
    boolean timed = Double.isFinite(signals.interval());
    String length =
        timed
            ? String.format(
                Locale.ROOT,
                "every %s s (%.1f s in all)",
                String.format(Locale.ROOT, "%.6f", signals.interval()).replaceFirst("\\.?0+$", ""),
                signals.frames() * signals.interval())
            : "at an unknown interval";
    return String.format(
        Locale.ROOT,
        "%s: %d %s, %d samples %s; %s.",
        signals.source(),
        signals.size(),
        study.eeg() ? "electrodes" : "regions",
        signals.frames(),
        length,
        missing == 0
            ? "no value is missing"
            : String.format(
                Locale.ROOT,
                "%.2f %% of the values are missing",
                100.0 * missing / ((double) signals.size() * signals.frames())));
  }

  private static String joined(List<String> sentences, String none) {
    return sentences.isEmpty()
        ? none
        : sentences.stream()
            .map(s -> s.replaceFirst("\\.\\s*$", ""))
            .collect(Collectors.joining("; "));
  }

  private static String sentence(String words) {
    String one = words.strip();
    return one.matches("(?s).*[.!?]$") ? one : one + ".";
  }
}
