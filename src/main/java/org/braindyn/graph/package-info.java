/**
 * Brain graphs (row = source, column = target): estimators, thresholds, measures.
 *
 * <p>May import {@code data}, {@code signal}, {@code kernel}. Read {@link
 * org.braindyn.graph.BrainGraph} first.
 */
package org.braindyn.graph;
