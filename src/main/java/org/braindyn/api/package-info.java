/**
 * The front door: from a scan to an answer in ten statements and one import.
 *
 * <pre>{@code
 * import org.braindyn.api.*;
 *
 * Labels labels = Labels.open("labels.nii.gz");
 * Signals signals = Scan.open("bold.nii.gz").parcellate(labels);
 * Signals clean = signals.clean(CleanSettings.none().detrend(1).band(0.01, 0.1));
 * HeldOut parts = clean.holdOut(0.2);                      // the last fifth tests
 * Graph graph = Graph.correlation(parts.training());       // cannot take parts.test()
 * Model model = Model.train("linear skip", parts.training(), graph);
 * Evaluation worth = model.evaluate(parts.test());         // beside the baselines
 * Effect effect = model.perturb(clean, "step on V1 size 1 onset 0 duration 2", 20);
 * effect.paint(labels).write("effect.nii.gz");
 * model.write("model.npz");
 * }</pre>
 *
 * <p>Only this package (but {@link org.braindyn.api.Inside}) and the contract of {@link
 * org.braindyn.kind.ModelKind} are promised to scripts and other plugins. What goes wrong and can
 * be mended is a {@link org.braindyn.data.BadInput}, a sentence; what was stopped is a {@link
 * org.braindyn.data.Cancelled}. Nothing needs a window.
 *
 * <p>May import everything but command, fiji and ImageJ: a thin layer over the classes that the
 * commands use too. Read {@link org.braindyn.api.Signals} first, then {@link
 * org.braindyn.api.Model}.
 */
package org.braindyn.api;
