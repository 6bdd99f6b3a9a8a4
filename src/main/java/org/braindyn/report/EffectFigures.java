package org.braindyn.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.Regions;
import org.braindyn.figure.brain.BrainMap;
import org.braindyn.figure.brain.BrainShape;
import org.braindyn.figure.brain.GlassBrain;
import org.braindyn.figure.brain.OrthogonalViews;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.eeg.ScalpFigure;

/** An effect on the brain: in sections where labels are known, as dots where places are. */
record EffectFigures(Study study, Regions regions) {
  /** Drawings with their captions, in order. */
  Map<Drawing, String> all() {
    Map<Drawing, String> figures = new LinkedHashMap<>();
    double[] peaks = study.effect().peaks();
    boolean[] shown = study.effect().significant();
    Study.Brain brain = study.places();
    if (study.eeg()) {
      figures.put(
          ScalpFigure.of(regions, peaks, "Largest effect", "effect (sd)"),
          "Largest effect of every electrode, with its sign.");
      return figures;
    }
    if (brain != null) {
      BrainMap map = BrainMap.of(brain.atlas(), signalsOrder(), peaks, shown, brain.under());
      figures.put(
          OrthogonalViews.of(
              map, -1, OrthogonalViews.scale(peaks, "effect (sd)"), "Largest effect"),
          "Sections through the largest effect that is shown.");
    }
    boolean placed = regions.list().stream().anyMatch(r -> r.centroid() != null);
    boolean flat = brain != null && brain.atlas().labels().grid().size()[2] == 1;
    if (placed && !flat) {
      boolean own = brain != null && brain.atlas().labels().grid().placed();
      BrainShape shape = own ? BrainShape.of(brain.atlas().labels()) : BrainShape.around(regions);
      GlassBrain.Content content = new GlassBrain.Content(peaks, shown, "effect (sd)", null, 0);
      figures.put(
          GlassBrain.of(regions, shape, content, "Largest effect"),
          "The same as dots at the middles of the regions.");
    }
    return figures;
  }

  private Regions signalsOrder() {
    return study.data().signals().regions();
  }
}
