/**
 * The inverse question: which region, what waveform, to bring activity or connectivity towards a
 * goal, with least energy and under limits, and how much of the promise would come true.
 *
 * <p>May import everything below. Read {@link org.braindyn.planning.PlanStimulation} first; the
 * arithmetic is in {@link org.braindyn.planning.SiteResponses} and {@link
 * org.braindyn.planning.WaveformSolver}.
 */
package org.braindyn.planning;
